//! The long texts of a case: what only its own page shows.

use joint_procurement_core::domain::CaseId;

use super::{CaseDetail, Lookups, Record, Report, contact, joining, references, wording};

/// Reads the texts; `None` where a part is missing, after reporting it. The id is reported with the facts.
pub fn read(record: &Record, lookups: Lookups<'_>, report: &mut Report) -> Option<CaseDetail> {
    let Lookups { kind, published_at, .. } = lookups;
    let id: Option<CaseId> = record.value("id").and_then(|id| id.as_str()?.parse().ok());
    let mut text = |key| wording::read(record, key, report);
    let [background, process, cost_sharing] = ["background", "process", "cost_sharing"].map(&mut text);
    let join_terms = joining::read_terms(record, report);
    let [contact_telephone, contact_email] = contact::read(record, kind, report);
    let documents = references::read_documents(record, published_at, report);
    let sources = references::read_sources(record, kind, published_at, report);
    let evidence = references::read_evidence(record, report);
    Some(CaseDetail {
        id: id?,
        background,
        process,
        cost_sharing,
        join_terms,
        contact_telephone,
        contact_email,
        documents: documents?,
        sources: sources?,
        evidence,
    })
}
