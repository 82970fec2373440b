//! Costs beside the size of those who share them.

use super::{AmountFigures, CaseAmount, CostFigures};
use crate::domain::{CaseRef, CaseTable, Field};

/// The amounts of one kind, each with the size of its group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CostBySize {
    pub cost: Field,
    pub measure: GroupMeasure,
    /// The smallest amount first.
    pub points: Vec<CostPoint>,
}

/// By what the size of a group is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupMeasure {
    /// Persons, summed over the participants.
    Population,
    /// Participating municipalities.
    Participants,
}

/// One case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CostPoint {
    /// Row of the case.
    pub row: usize,
    /// Yen, exactly; no budget, and more than nothing: 0 yen has no place on a scale of powers of ten.
    pub yen: u64,
    /// At least 1, in the unit of the measure.
    pub size: u64,
}

impl CostBySize {
    /// Fewer points show no relation.
    pub const FROM: usize = 5;

    /// Gives the points of each kind of cost of which enough amounts are known. The size is the population, or
    /// where that is known of too few the number of participants.
    pub fn of(cases: &CaseTable, costs: &CostFigures) -> Vec<Self> {
        let kinds = [
            (Field::InitialCost, &costs.initial),
            (Field::AnnualCost, &costs.annual),
            (Field::ContractTotal, &costs.total),
        ];
        let measures = [GroupMeasure::Population, GroupMeasure::Participants];
        let enough = |(cost, figures): (Field, &AmountFigures)| {
            measures.into_iter().find_map(|measure| {
                let points = points(cases, figures, measure);
                (points.len() >= Self::FROM).then_some(Self { cost, measure, points })
            })
        };
        kinds.into_iter().filter_map(enough).collect()
    }
}

impl GroupMeasure {
    fn of(self, case: CaseRef<'_>) -> Option<u64> {
        match self {
            Self::Population => case.population(),
            Self::Participants => case.participants_count().known().map(u64::from),
        }
    }
}

fn points(cases: &CaseTable, figures: &AmountFigures, measure: GroupMeasure) -> Vec<CostPoint> {
    let point = |&amount: &CaseAmount| {
        let size = measure.of(cases.row(amount.row)).filter(|&size| size > 0)?;
        let yen = amount.amount.exact_yen().filter(|&yen| yen > 0)?;
        Some(CostPoint { row: amount.row, yen, size })
    };
    figures.amounts.iter().filter_map(point).collect()
}
