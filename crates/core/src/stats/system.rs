//! The figures of the page of one system type.

use super::count::count_terms;
use super::summary::{answers, known};
use super::{
    AnswerCounts, BenefitCounts, CostFigures, Count, DocumentCounts, KnownCount, KnownMedian, NameCounts,
    SavingFigures, median,
};
use crate::domain::{CaseRef, Domain, MunicipalityCode, PrefectureCode, Scope, Snapshot};
use crate::ordering;
use crate::query::{Selection, StatusAnswer};

/// The figures of a selection, which is usually the cases of one system type in a scope.
#[derive(Clone, Debug, PartialEq)]
pub struct SystemFigures<'a> {
    pub total: usize,
    /// Both scopes; a selection of one scope has no cases of the other.
    pub scopes: Vec<Count<Scope>>,
    /// Every domain, those without cases too.
    pub domains: Vec<Count<Domain>>,
    /// The prefectures that lead a case, in order of code.
    pub prefectures: Vec<Count<PrefectureCode>>,
    /// Every status, those without cases too; unknown last.
    pub statuses: Vec<Count<StatusAnswer>>,
    pub subsidy: AnswerCounts,
    pub specification: AnswerCounts,
    pub benefits: BenefitCounts,
    pub participation: Participation,
    pub documents: DocumentCounts,
    pub vendors: NameCounts<'a>,
    pub products: NameCounts<'a>,
    pub costs: CostFigures,
    pub savings: SavingFigures<'a>,
}

/// The number of municipalities that take part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Participation {
    /// Cases with a stated number.
    pub stated: KnownCount,
    /// 延べ: a municipality counts once for each case.
    pub sum: u64,
    pub smallest: Option<u64>,
    pub median: Option<u64>,
    pub largest: Option<u64>,
    /// The numbers at a quarter and at three quarters of all in order (nearest rank): the half in the middle.
    pub middle_half: Option<(u64, u64)>,
    /// Persons of the participants of a case together; the median of the cases that tell.
    pub population: KnownMedian,
    /// Cases that name their participants.
    pub named: KnownCount,
    /// Different municipalities among those named.
    pub distinct: usize,
}

impl<'a> SystemFigures<'a> {
    pub fn of(snapshot: &'a Snapshot, cases: &Selection<'a>) -> Self {
        Self {
            total: cases.len(),
            scopes: count_terms(cases, CaseRef::scope),
            domains: count_terms(cases, CaseRef::domain),
            prefectures: prefectures(cases),
            statuses: count_terms(cases, |case| StatusAnswer::from(case.status())),
            subsidy: answers(cases, CaseRef::subsidy_used),
            specification: answers(cases, CaseRef::specification_available),
            benefits: BenefitCounts::of(cases, snapshot.terms.benefits.iter().map(|benefit| &benefit.slug)),
            participation: Participation::of(cases),
            documents: DocumentCounts::of(cases),
            vendors: NameCounts::vendors(snapshot, cases),
            products: NameCounts::products(cases),
            costs: CostFigures::of(cases),
            savings: SavingFigures::of(cases),
        }
    }
}

fn prefectures(cases: &Selection<'_>) -> Vec<Count<PrefectureCode>> {
    let mut counts = [0_usize; PrefectureCode::COUNT];
    for case in cases.iter() {
        if let Some(count) = counts.get_mut(case.lead_prefecture().index()) {
            *count += 1;
        }
    }
    let pairs = PrefectureCode::all().zip(counts);
    pairs.filter(|(_, cases)| *cases > 0).map(|(value, cases)| Count { value, cases }).collect()
}

impl Participation {
    pub fn of(cases: &Selection<'_>) -> Self {
        let mut counts = known(cases, |case| case.participants_count().known().map(u64::from));
        ordering::sort(&mut counts);
        let quarter = |quarters: usize| {
            let rank = (counts.len() * quarters).div_ceil(4);
            counts.get(rank.checked_sub(1)?).copied()
        };
        let population = known(cases, CaseRef::population);
        let named: Vec<&[MunicipalityCode]> =
            cases.iter().filter_map(|case| case.participants().known()).collect();
        let mut distinct = named.concat();
        ordering::sort(&mut distinct);
        distinct.dedup();
        Self {
            stated: KnownCount { known: counts.len(), total: cases.len() },
            sum: counts.iter().sum(),
            smallest: counts.first().copied(),
            largest: counts.last().copied(),
            middle_half: quarter(1).zip(quarter(3)),
            population: KnownMedian { known: population.len(), median: median(population) },
            median: median(counts),
            named: KnownCount { known: named.len(), total: cases.len() },
            distinct: distinct.len(),
        }
    }
}
