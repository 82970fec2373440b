//! The dates of a case.

use joint_procurement_core::domain::{
    Date, IntroducedKind, Introduction, SnapshotKind, Status, Term, YearMonth,
};

use super::{Lookups, Record, Report, meant};
use crate::problem::Said;

/// Reads a month; a bare year is reported.
pub fn read_month(record: &Record, key: &str, report: &mut Report) -> Option<YearMonth> {
    const ALLOWED: &str = "YYYY-MM";
    let at = record.parsed_or::<YearMonth, meant::Month>(key, ALLOWED, report)?;
    if at.month().is_none() {
        report.add(record.problem(key, "月がありません。").allowed(Said::of_files(ALLOWED)));
    }
    Some(at)
}

/// Reads the introduction; its date and what that tells go together.
pub fn read_introduction(
    record: &Record,
    references: Lookups<'_>,
    report: &mut Report,
) -> Option<Introduction> {
    let at = record.parsed::<YearMonth>("introduced", "YYYY または YYYY-MM", report);
    let kind = record.slug::<IntroducedKind>("introduced_kind", report);
    if record.is_blank("introduced") != record.is_blank("introduced_kind") {
        report.add(
            record
                .problem(
                    "introduced_kind",
                    Said::each(
                        "introduced と introduced_kind は、両方書くか両方 null にします。",
                        "introduced と introduced_kind は、両方書くか、両方空欄にします。",
                    ),
                )
                .allowed("service_start（稼働開始）、procurement（調達）"),
        );
    }
    // Nothing is held against a date that is told to be wrong.
    let at = at.filter(|at| {
        references.published_at.is_none_or(|day| check_planned(record, *at, day, references.kind, report))
    });
    Some(Introduction { at: at?, kind: kind? })
}

/// Reports an introduction that lies ahead, unless it is said to; tells if it may. In a survey, not everybody says.
fn check_planned(
    record: &Record,
    at: YearMonth,
    published_at: Date,
    kind: Option<SnapshotKind>,
    report: &mut Report,
) -> bool {
    let today = published_at.year_month();
    let is_ahead = published_at.is_before(at.into());
    let status = record.value("status").and_then(|status| Status::from_ja(status.as_str()?));
    let may_be_ahead = match status {
        Some(Status::Operating | Status::Ended) => false,
        Some(_) => true,
        // A word that is none is told with the state itself.
        None => kind != Some(SnapshotKind::Compiled) || record.value("status").is_some(),
    };
    let is_wrong = is_ahead && !may_be_ahead;
    if is_wrong {
        report.add(
            record
                .problem("introduced", "データ版を公開した日より後の時期です。")
                .suggestion(meant::earlier(&at.to_string(), published_at))
                .allowed(format!("{today} まで（これからの導入なら、現況が計画か調達済）"))
                .advice("時期を確かめてください。これからの導入なら、status を「計画」か「調達済」にしてください。"),
        );
    }
    !is_wrong
}
