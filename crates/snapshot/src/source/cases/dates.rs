//! The dates of a case.

use joint_procurement_core::domain::{IntroducedKind, Introduction, YearMonth};

use super::{Record, Report};

/// Reads a month; a bare year is reported.
pub fn read_month(record: &Record, key: &str, report: &mut Report) -> Option<YearMonth> {
    const ALLOWED: &str = "YYYY-MM";
    let at = record.parsed::<YearMonth>(key, ALLOWED, report)?;
    if at.month().is_none() {
        report.add(record.problem(key, "月がありません。").allowed(ALLOWED));
    }
    Some(at)
}

/// Reads the introduction; its date and what that tells go together.
pub fn read_introduction(record: &Record, report: &mut Report) -> Option<Introduction> {
    let at = record.parsed::<YearMonth>("introduced", "YYYY または YYYY-MM", report);
    let kind = record.slug::<IntroducedKind>("introduced_kind", report);
    if record.is_blank("introduced") != record.is_blank("introduced_kind") {
        report.add(
            record
                .problem(
                    "introduced_kind",
                    "introduced と introduced_kind は、両方書くか両方 null にします。",
                )
                .allowed("service_start（稼働開始）、procurement（調達）"),
        );
    }
    Some(Introduction { at: at?, kind: kind? })
}
