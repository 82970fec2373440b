//! Cases by a date that they state.

use super::KnownCount;
use crate::domain::{CaseRef, Fact, YearMonth};
use crate::ordering;
use crate::query::{Selection, StatusAnswer};

/// The dated cases of a selection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// The earliest first, of equal ones in order of row.
    pub points: Vec<TimelinePoint>,
    /// Cases with a date.
    pub dated: KnownCount,
}

/// One case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimelinePoint {
    /// Row of the case.
    pub row: usize,
    pub at: YearMonth,
    pub status: StatusAnswer,
}

impl Timeline {
    /// Dates cases by their introduction; plans by the one that is planned.
    pub fn of_introductions(cases: &Selection<'_>) -> Self {
        Self::of(cases, |case| match case.introduced() {
            Fact::Known(introduced) => Fact::Known(introduced.at),
            Fact::Missing(reason) => Fact::Missing(reason),
        })
    }

    pub fn of_contract_ends(cases: &Selection<'_>) -> Self {
        Self::of(cases, |case| case.contract_end())
    }

    fn of(cases: &Selection<'_>, date: fn(CaseRef<'_>) -> Fact<YearMonth>) -> Self {
        let point = |case: CaseRef<'_>| {
            let status = StatusAnswer::from(case.status());
            Some(TimelinePoint { row: case.row(), at: date(case).known()?, status })
        };
        let mut points: Vec<TimelinePoint> = cases.iter().filter_map(point).collect();
        ordering::sort_by_key(&mut points, |point| (point.at, point.row));
        Self { dated: KnownCount { known: points.len(), total: cases.len() }, points }
    }
}
