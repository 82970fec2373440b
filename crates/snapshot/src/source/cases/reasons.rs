//! The reasons for which a case has no value.

use joint_procurement_core::domain::{Field, MissingReason, Term};

use super::{Record, Report, meant};
use crate::problem::{Fault, Said};

/// Reads them, each with its field.
pub fn read(record: &Record, report: &mut Report) -> Vec<(Field, MissingReason)> {
    let mut reasons = Vec::new();
    for (key, word) in record.text_map("missing", report) {
        let (field, reason) = (Field::from_slug(key), MissingReason::from_slug(word));
        let slugs = |names: Vec<&str>| names.join("、");
        let problem =
            |key: &str, what: Said| record.place.problem(&format!("missing {key}"), what).value(word);
        if field.is_none() {
            let fields = slugs(Field::ALL.iter().map(|field| field.slug()).collect());
            report.add(
                problem(
                    key,
                    Fault::NoSuchField.said(Said::each(
                        format!("{key} は、理由を書ける項目ではありません。"),
                        "この項目は選べません。",
                    )),
                )
                .suggestion(meant::word(key, Field::ALL.iter().map(|field| field.slug()), &[]))
                .allowed(fields),
            );
        } else if !record.is_blank(key) {
            report.add(
                problem(key, format!("{key} には値があるのに、ない理由が書かれています。").into())
                    .advice("値か理由のどちらかを取り除いてください。"),
            );
        }
        if reason.is_none() {
            let words = slugs(MissingReason::ALL.iter().map(|reason| reason.slug()).collect());
            report.add(
                problem(key, format!("{word} は、使える理由ではありません。").into())
                    .suggestion(meant::term(word, MissingReason::slug))
                    .allowed(words),
            );
        }
        reasons.extend(field.zip(reason));
    }
    reasons
}
