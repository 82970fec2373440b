//! The prefectures of a case: that of its lead, and others that take part.

use joint_procurement_core::domain::PrefectureCode;

use super::facts::required;
use super::{Lookups, Record, Report, meant};
use crate::problem::Fault;

const PREFECTURE_CODE: &str = "01から47までの2桁の数字";

/// Reads the prefecture, which people call by its name.
pub fn read_lead(record: &Record, references: Lookups<'_>, report: &mut Report) -> Option<PrefectureCode> {
    const KEY: &str = "prefecture_code";
    let text = |key| record.value(key).and_then(|value| value.as_str()).unwrap_or_default();
    let named = record.value(KEY).and_then(|value| prefecture_named(value.as_str()?, references));
    match named {
        Some(code) => {
            let problem = record.problem(KEY, Fault::Form).suggestion([code.to_string()]);
            report.add(problem.allowed(PREFECTURE_CODE));
            // Everything that goes with the prefecture is checked all the same.
            Some(code)
        }
        None => {
            let code: Result<PrefectureCode, _> = text(KEY).parse();
            let of_id = || text("id").get(..2)?.parse::<PrefectureCode>().ok();
            let is_number = text(KEY).bytes().filter(u8::is_ascii_digit).count() == 2;
            match of_id().filter(|_| code.is_err() && is_number) {
                // A number of two digits that is none, such as 48, beside the id of the case.
                Some(of_id) => {
                    let wrong = record.problem(KEY, Fault::Form);
                    report.add(wrong.suggestion([of_id.to_string()]).allowed(PREFECTURE_CODE));
                    Some(of_id)
                }
                None => required(record, KEY, PREFECTURE_CODE, report),
            }
        }
    }
}

/// Finds the prefecture of a name, maybe without 県.
fn prefecture_named(text: &str, references: Lookups<'_>) -> Option<PrefectureCode> {
    let text = text.trim();
    let all = &references.directory?.prefectures.prefectures;
    let found =
        all.iter().find(|it| it.name == text || it.name.strip_suffix(['都', '府', '県']) == Some(text));
    found.map(|it| it.code)
}

pub fn read_partners(
    record: &Record,
    lead: Option<PrefectureCode>,
    references: Lookups<'_>,
    report: &mut Report,
) -> Vec<PrefectureCode> {
    const KEY: &str = "partner_prefecture_codes";
    record.check_is_list(KEY, report);
    let mut partners = Vec::new();
    for text in record.texts(KEY, report) {
        match text.parse::<PrefectureCode>() {
            Ok(code) if Some(code) == lead || partners.contains(&code) => report.add(
                record
                    .problem(KEY, format!("{code} は代表団体の都道府県か、二度書かれています。"))
                    .allowed("ほかの都道府県を1回ずつ"),
            ),
            Ok(code) => partners.push(code),
            Err(_) => report.add(
                record
                    .problem(KEY, "都道府県コードではないものがあります。")
                    .value(text)
                    .suggestion(match prefecture_named(text, references) {
                        Some(code) => vec![code.to_string()],
                        None => meant::form::<PrefectureCode>(text),
                    })
                    .allowed(PREFECTURE_CODE),
            ),
        }
    }
    partners
}
