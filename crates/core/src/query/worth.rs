//! The things that people come for, a price, a document or a person to ask, counted by case.

use crate::domain::{CaseRef, DocumentKind, Fact, Status};

/// The number of `things`.
pub const THINGS: usize = 5;

/// Tells of each thing if it is known of a case. They are an amount, documents, the department in charge, the
/// participants (by name, or for certain all of the prefecture), and that the specification can be had.
pub fn things(case: CaseRef<'_>) -> [bool; THINGS] {
    let documents = case.document_kinds().known();
    let specification = case.specification_available() == Fact::Known(true)
        || documents.as_ref().is_some_and(|kinds| kinds.contains(&DocumentKind::Specification));
    [
        case.has_costs(),
        documents.is_some(),
        case.contact_department().is_known(),
        case.participants().is_known() || case.includes_all_in_prefecture(),
        specification,
    ]
}

/// Counts the things that are known of a case.
pub fn things_known(case: CaseRef<'_>) -> usize {
    things(case).into_iter().filter(|&is_known| is_known).count()
}

/// Tells if the case is only planned, or has not come about.
pub fn is_plan(case: CaseRef<'_>) -> bool {
    !matches!(case.status().known(), None | Some(Status::Operating | Status::Procured | Status::Ended))
}
