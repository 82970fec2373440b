//! Costs beside the size of those who share them.

use super::{AmountFigures, CostFigures};
use crate::domain::{CaseRef, CaseTable, Field};
use crate::ordering;

/// The amounts of a selection, each with the size of its group by one measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CostBySize {
    pub measure: GroupMeasure,
    /// The smallest amount first, of equal ones in order of row and kind.
    pub points: Vec<CostPoint>,
    /// Cases with a point.
    pub placed: usize,
    /// Cases without a point: amount or size is not known exactly, or the amount is a budget or nothing.
    pub left_out: usize,
}

/// By what the size of a group is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupMeasure {
    /// Participating municipalities.
    Participants,
    /// Persons, summed over the participants.
    Population,
}

/// One amount of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CostPoint {
    /// Row of the case.
    pub row: usize,
    /// The kind of the amount.
    pub cost: Field,
    /// Yen, exactly; no budget, and more than nothing: 0 yen has no place on a scale of powers of ten.
    pub yen: u64,
    /// At least 1, in the unit of the measure.
    pub size: u64,
}

impl CostBySize {
    /// The kinds of amounts.
    pub const COSTS: [Field; 3] = [Field::InitialCost, Field::AnnualCost, Field::ContractTotal];
    /// Fewer points show no relation.
    pub const FROM: usize = 8;

    /// Gives the points by each measure of which enough are known. `costs` are the figures of cases of `table`.
    pub fn of(table: &CaseTable, costs: &CostFigures) -> Vec<Self> {
        let measures = [GroupMeasure::Participants, GroupMeasure::Population];
        let found = measures.into_iter().map(|measure| Self::by(table, costs, measure));
        found.filter(|it| it.points.len() >= Self::FROM).collect()
    }

    fn by(table: &CaseTable, costs: &CostFigures, measure: GroupMeasure) -> Self {
        let kinds: [&AmountFigures; 3] = [&costs.initial, &costs.annual, &costs.total];
        let mut points = Vec::new();
        for (cost, figures) in Self::COSTS.into_iter().zip(kinds) {
            for amount in &figures.amounts {
                let size = measure.of(table.row(amount.row)).filter(|&size| size > 0);
                let yen = amount.amount.exact_yen().filter(|&yen| yen > 0);
                points.extend(yen.zip(size).map(|(yen, size)| CostPoint {
                    row: amount.row,
                    cost,
                    yen,
                    size,
                }));
            }
        }
        ordering::sort_by_key(&mut points, |point| (point.yen, point.row));
        let mut placed: Vec<usize> = points.iter().map(|point| point.row).collect();
        ordering::sort(&mut placed);
        placed.dedup();
        let placed = placed.len();
        Self { measure, points, placed, left_out: costs.initial.known.total - placed }
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
