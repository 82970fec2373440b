//! The fields that go with the answer that a case can still be joined.

use joint_procurement_core::domain::{Date, JoinAnswer};

use super::{DATE, Field, Record, Report, Term};

/// Reads the last day on which the case can be joined.
pub fn read_until(record: &Record, report: &mut Report) -> Option<Date> {
    let until = record.parsed::<Date>(Field::JoinUntil.slug(), DATE, report)?;
    check_answer(record, Field::JoinUntil, report);
    Some(until)
}

/// Reads what those who join have to meet.
pub fn read_terms(record: &Record, report: &mut Report) -> Option<String> {
    let terms = record.text(Field::JoinTerms.slug(), report)?;
    check_answer(record, Field::JoinTerms, report);
    Some(terms.to_owned())
}

/// Reports a field that has nothing to go with, because the case cannot be joined or no source says so.
fn check_answer(record: &Record, field: Field, report: &mut Report) {
    // A word that is none is told of with the answer itself.
    let answer = record.value(Field::OpenToJoin.slug());
    if answer.is_none_or(|answer| answer == JoinAnswer::No.ja()) {
        report.add(
            record
                .problem(
                    field.slug(),
                    "open_to_join が 参加できる でも 相談に応じる でもないのに、値があります。",
                )
                .advice("open_to_join を書くか、この値を null にしてください。"),
        );
    }
}
