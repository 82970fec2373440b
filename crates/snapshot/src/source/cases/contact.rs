//! The ways to reach the department of a case. A survey may publish the telephone and the mail address of an office,
//! never those of a person; nothing of the kind is taken from public pages.

use joint_procurement_core::domain::{MailAddress, SnapshotKind};

use super::{Record, Report};
use crate::problem::Said;
use crate::source::faults::{OFFICE, personal};
use crate::text::{MAIL_ADDRESS, TextFault, form_faults, personal_mail};

/// Checked here, since other texts may hold no such thing.
pub const KEYS: [&str; 2] = ["contact_telephone", "contact_email"];

const TELEPHONE: &str = "03-1234-5678 の形の代表番号か部署の番号。内線は「03-1234-5678（内線 123）」";

/// Reads telephone and mail address.
pub fn read(record: &Record, kind: Option<SnapshotKind>, report: &mut Report) -> [Option<String>; 2] {
    let [telephone, email] = KEYS;
    [
        read_one(record, telephone, kind, is_telephone, TELEPHONE, report),
        read_one(record, email, kind, is_email, MAIL_ADDRESS, report),
    ]
}

fn read_one(
    record: &Record,
    key: &str,
    kind: Option<SnapshotKind>,
    is_right: fn(&str) -> bool,
    allowed: &str,
    report: &mut Report,
) -> Option<String> {
    let text = record.text(key, report)?;
    // Made-up data try out all that there is.
    if kind == Some(SnapshotKind::Compiled) {
        report.add(
            record
                .problem(
                    key,
                    Said::each(
                        "都道府県への調査によるデータ版（kind が official）だけに載せられます。",
                        "都道府県への調査によるデータ版だけに載せられます。",
                    ),
                )
                .advice("公開情報から集めたデータ版には連絡先を載せません。この値を null にしてください。"),
        );
        return None;
    }
    for fault in form_faults(text) {
        let TextFault { what, advice } = fault;
        report.add(record.problem(key, what).advice(advice));
    }
    if let Some(host) = personal_mail(text) {
        report.add(record.problem(key, personal(host)).advice(OFFICE));
    } else if !is_right(text) {
        report.add(
            record
                .problem(key, "部署の連絡先として正しい形ではありません。")
                .allowed(allowed)
                .advice("個人の携帯電話やメールアドレスは載せられません。"),
        );
    }
    Some(text.to_owned())
}

/// Tells if the text is a number of a fixed line, perhaps with an extension. Mobile numbers are somebody's own.
fn is_telephone(text: &str) -> bool {
    let (number, extension) = match text.split_once("（内線 ") {
        Some((number, rest)) => (number, rest.strip_suffix('）').unwrap_or_default()),
        None => (text, "0"),
    };
    let parts: Vec<&str> = number.split('-').collect();
    let [area, exchange, line] = parts.as_slice() else { return false };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_mobile = area.len() == 3 && ["060", "070", "080", "090"].contains(area);
    [*area, *exchange, *line, extension].into_iter().all(digits)
        && area.starts_with('0')
        && !is_mobile
        && line.len() == 4
        && (9..=11).contains(&(area.len() + exchange.len() + line.len()))
}

fn is_email(text: &str) -> bool {
    text.parse::<MailAddress>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_numbers_of_offices_are_telephones() {
        for right in ["03-1234-5678", "0857-26-7000", "03-1234-5678（内線 123）", "0120-12-3456"] {
            assert!(is_telephone(right), "{right}");
        }
        for wrong in [
            "",
            "0312345678",
            "03-1234-567",
            "090-1234-5678",
            "080-1234-5678",
            "03-1234-5678 田中",
            "03-1234-5678（内線）",
            "+81-3-1234-5678",
            "０３-1234-5678",
            "1-2-3456",
        ] {
            assert!(!is_telephone(wrong), "{wrong}");
        }
    }
}
