//! The known costs and savings of cases.

use std::cmp::Ordering;

use super::bands::{Bands, exact_and_bands};
use super::{KnownCount, median};
use crate::domain::{CaseRef, CostBasis, Fact, Saving, SavingKind, YenRange};
use crate::ordering;
use crate::query::Selection;

/// The amounts of a selection by kind. They are never added up across kinds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CostFigures {
    pub initial: AmountFigures,
    /// Yen a year.
    pub annual: AmountFigures,
    /// Whole contracts, of different lengths.
    pub total: AmountFigures,
}

/// The amounts of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AmountFigures {
    /// Cases with an amount that is no budget; `budgets` are among the others.
    pub known: KnownCount,
    /// Cases with an amount that is a budget, which no figure here counts.
    pub budgets: usize,
    /// Smallest first; equal ones in order of row.
    pub amounts: Vec<CaseAmount>,
    /// Cases with an exact amount, which alone the next three figures count.
    pub exact: usize,
    pub median: Option<u64>,
    pub smallest: Option<u64>,
    pub largest: Option<u64>,
    pub bands: Bands,
}

/// The amount of one case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CaseAmount {
    pub amount: YenRange,
    pub row: usize,
}

/// The savings that sources state, reached or expected. They are of different things, so that they are
/// listed and never added up.
#[derive(Clone, Debug, PartialEq)]
pub struct SavingFigures<'a> {
    /// Cases that state any saving.
    pub stated: KnownCount,
    /// Cases that state a saving that was reached (実績).
    pub actual: usize,
    /// Cases that state a saving that is expected (見込); some state both.
    pub expected: usize,
    /// Those with a stated percentage first, the highest first; then those without. Among equal ones what was
    /// reached comes before what is expected, then the order of rows.
    pub savings: Vec<CaseSaving<'a>>,
}

/// One saving of a case, which may state several.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CaseSaving<'a> {
    pub row: usize,
    pub saving: &'a Saving,
}

impl CostFigures {
    pub fn of(cases: &Selection<'_>) -> Self {
        Self {
            initial: AmountFigures::of(cases, CaseRef::initial_cost),
            annual: AmountFigures::of(cases, CaseRef::annual_cost),
            total: AmountFigures::of(cases, CaseRef::contract_total),
        }
    }
}

impl AmountFigures {
    // A function pointer, so that there is one copy of this code for the three kinds.
    fn of<'a>(cases: &Selection<'a>, cost: fn(CaseRef<'a>) -> Fact<YenRange>) -> Self {
        let mut amounts = Vec::new();
        let mut budgets = 0;
        for case in cases.iter() {
            match cost(case).known() {
                Some(_) if case.cost_basis() == Some(CostBasis::Budget) => budgets += 1,
                Some(amount) => amounts.push(CaseAmount { amount, row: case.row() }),
                None => {}
            }
        }
        ordering::sort(&mut amounts);
        let (exact, bands) = exact_and_bands(amounts.iter().map(|it| it.amount));
        Self {
            known: KnownCount { known: amounts.len(), total: cases.len() },
            budgets,
            exact: exact.len(),
            smallest: exact.iter().copied().min(),
            largest: exact.iter().copied().max(),
            median: median(exact),
            bands,
            amounts,
        }
    }
}

impl<'a> SavingFigures<'a> {
    pub fn of(cases: &Selection<'a>) -> Self {
        let mut savings: Vec<CaseSaving<'a>> = Vec::new();
        let (mut stated, mut actual, mut expected) = (0, 0, 0);
        for case in cases.iter() {
            let Some(of_case) = case.savings().known() else { continue };
            stated += 1;
            actual += usize::from(of_case.iter().any(|saving| saving.kind == SavingKind::Actual));
            expected += usize::from(of_case.iter().any(|saving| saving.kind == SavingKind::Expected));
            savings.extend(of_case.iter().map(|saving| CaseSaving { row: case.row(), saving }));
        }
        // Stable, so that the savings of one case keep the order of its source.
        ordering::sort_by(&mut savings, |a, b| {
            percent_descending(a.saving, b.saving)
                .then(a.saving.kind.cmp(&b.saving.kind))
                .then(a.row.cmp(&b.row))
        });
        Self { stated: KnownCount { known: stated, total: cases.len() }, actual, expected, savings }
    }
}

fn percent_descending(a: &Saving, b: &Saving) -> Ordering {
    match (a.percent, b.percent) {
        (Some(a), Some(b)) => b.total_cmp(&a),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    }
}
