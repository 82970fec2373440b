//! The figures of a selection that `snapshot stats` prints and the pages show.

use serde::Serialize;

use super::bands::{Bands, exact_and_bands};
use super::median::median;
use super::tally::Tally;
use crate::domain::{CaseRef, CostBasis, Domain, Fact, LeadKind, PrefectureCode, Slug, YenRange};
use crate::query::{Answer, Selection};

/// Counts and medians of a selection. Maps hold only what occurs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// Cases.
    pub total: usize,
    pub by_domain: Tally<Domain>,
    /// Each type by itself, single cases too.
    pub by_system: Tally<Slug>,
    /// By the lead's prefecture.
    pub by_prefecture: Tally<PrefectureCode>,
    pub by_subsidy: AnswerCounts,
    pub by_specification: AnswerCounts,
    pub by_lead: Tally<LeadKind>,
    /// A case counts for each of its benefits.
    pub by_benefit: Tally<Slug>,
    /// Confirmed years of introduction; cases that are only planned do not count.
    pub by_year: Tally<u16>,
    /// Stated numbers of participants; the sum counts a municipality once for each case (延べ).
    pub participants: CountSum,
    /// Persons.
    pub population: CountSumMedian,
    pub staff: CountSumMedian,
    /// Budgets left out.
    pub initial_cost_yen: KnownCost,
    /// Yen a year; budgets left out.
    pub annual_cost_yen: KnownCost,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct AnswerCounts {
    pub yes: usize,
    pub no: usize,
    pub unknown: usize,
}

impl AnswerCounts {
    pub fn of(self, answer: Answer) -> usize {
        match answer {
            Answer::Yes => self.yes,
            Answer::No => self.no,
            Answer::Unknown => self.unknown,
        }
    }

    /// Counts the cases with an answer.
    pub fn known(self) -> usize {
        self.yes + self.no
    }

    pub fn total(self) -> usize {
        self.known() + self.unknown
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct CountSum {
    /// Cases.
    pub known: usize,
    pub sum: u64,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct CountSumMedian {
    /// Cases.
    pub known: usize,
    pub sum: u64,
    pub median: Option<u64>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct KnownMedian {
    /// Cases.
    pub known: usize,
    pub median: Option<u64>,
}

/// Costs of some cases.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KnownCost {
    /// Cases with an amount or a band.
    pub known: usize,
    /// The median of the exact amounts, in yen; bands have no middle.
    pub median: Option<u64>,
    pub bands: Bands,
}

impl Summary {
    pub fn of(cases: &Selection<'_>) -> Self {
        Self {
            total: cases.len(),
            by_domain: Tally::of(cases.iter().map(CaseRef::domain)),
            by_system: Tally::of(cases.iter().map(|case| case.system_type().clone())),
            by_prefecture: Tally::of(cases.iter().map(CaseRef::lead_prefecture)),
            by_subsidy: answers(cases, CaseRef::subsidy_used),
            by_specification: answers(cases, CaseRef::specification_available),
            by_lead: Tally::of(cases.iter().map(CaseRef::lead_kind)),
            by_benefit: Tally::of(
                cases.iter().flat_map(|case| case.benefits().known().unwrap_or_default()).cloned(),
            ),
            by_year: Tally::of(cases.iter().filter_map(CaseRef::introduction_year)),
            participants: count_sum(&known(cases, |case| case.participants_count().known().map(u64::from))),
            population: count_sum_median(known(cases, CaseRef::population)),
            staff: count_sum_median(known(cases, CaseRef::staff)),
            initial_cost_yen: known_cost(cases, CaseRef::initial_cost),
            annual_cost_yen: known_cost(cases, CaseRef::annual_cost),
        }
    }
}

pub(super) fn answers<'a>(cases: &Selection<'a>, fact: impl Fn(CaseRef<'a>) -> Fact<bool>) -> AnswerCounts {
    let mut counts = AnswerCounts::default();
    for case in cases.iter() {
        match Answer::from(fact(case)) {
            Answer::Yes => counts.yes += 1,
            Answer::No => counts.no += 1,
            Answer::Unknown => counts.unknown += 1,
        }
    }
    counts
}

pub(super) fn known<'a>(cases: &Selection<'a>, value: impl Fn(CaseRef<'a>) -> Option<u64>) -> Vec<u64> {
    cases.iter().filter_map(value).collect()
}

fn count_sum(values: &[u64]) -> CountSum {
    CountSum { known: values.len(), sum: values.iter().sum() }
}

fn count_sum_median(values: Vec<u64>) -> CountSumMedian {
    CountSumMedian { known: values.len(), sum: values.iter().sum(), median: median(values) }
}

fn known_cost<'a>(cases: &Selection<'a>, cost: impl Fn(CaseRef<'a>) -> Fact<YenRange>) -> KnownCost {
    let spent = cases.iter().filter(|case| case.cost_basis() != Some(CostBasis::Budget));
    let amounts = spent.filter_map(|case| cost(case).known());
    let (exact, bands) = exact_and_bands(amounts);
    KnownCost { known: exact.len() + bands.cases(), median: median(exact), bands }
}
