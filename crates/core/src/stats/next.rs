//! The facts by which a prefecture, or a municipality in it, chooses what to procure jointly next.

use super::{CaseSaving, CostFigures, SavingFigures};
use crate::domain::{CaseRef, Slug, Snapshot, SystemState};
use crate::query::Selection;

/// A type that others procure jointly, with the facts of its cases with a prefecture. They stand beside each other and
/// make no score together.
#[derive(Clone, Debug)]
pub struct NextSystem<'a> {
    pub slug: &'a Slug,
    /// In order of row.
    pub cases: Selection<'a>,
    /// The last confirmed year of introduction.
    pub newest: Option<u16>,
    pub costs: CostFigures,
    /// Cases that state any amount, be it a budget.
    pub with_costs: usize,
    pub with_savings: usize,
    /// The saving with the highest stated percentage.
    pub largest_saving: Option<CaseSaving<'a>>,
    pub with_documents: usize,
    /// Cases whose department is known.
    pub with_department: usize,
    /// Cases with a confirmed subsidy.
    pub subsidised: usize,
}

impl<'a> NextSystem<'a> {
    /// Gathers the facts of a type.
    pub fn of(snapshot: &'a Snapshot, slug: &'a Slug) -> Self {
        let cases = Selection::all(&snapshot.cases)
            .filter(|case| case.system_type() == slug && SystemState::of_case(case).is_confirmed());
        let savings = SavingFigures::of(&cases);
        Self {
            slug,
            newest: cases.iter().filter_map(CaseRef::introduction_year).max(),
            costs: CostFigures::of(&cases),
            with_costs: cases.count(CaseRef::has_costs),
            with_savings: savings.stated.known,
            // Those with a percentage come first, the highest first.
            largest_saving: savings.savings.first().copied().filter(|it| it.saving.percent.is_some()),
            with_documents: cases.count(|case| case.document_kinds().is_known()),
            with_department: cases.count(|case| case.contact_department().is_known()),
            subsidised: cases.count(|case| case.subsidy_used().known() == Some(true)),
            cases,
        }
    }
}
