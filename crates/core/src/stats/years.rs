//! Confirmed years of introduction.

use super::{KnownCount, Most, Tally};
use crate::query::Selection;

/// Cases by confirmed year of introduction, without gaps from the first year to the last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearCounts {
    pub years: Vec<YearCount>,
    /// Cases with a confirmed year; those that are only planned have none.
    pub confirmed: KnownCount,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearCount {
    pub year: u16,
    pub cases: usize,
}

impl YearCounts {
    pub fn of(cases: &Selection<'_>) -> Self {
        let counts = Tally::of(cases.iter().filter_map(|case| case.introduction_year()));
        let span = counts.values().min().copied().zip(counts.values().max().copied());
        let years = span.into_iter().flat_map(|(first, last)| first..=last);
        Self {
            years: years.map(|year| YearCount { year, cases: counts.get(&year).unwrap_or(0) }).collect(),
            confirmed: KnownCount::of(cases, |case| case.introduction_year().is_some()),
        }
    }

    /// Finds the year with the most cases.
    pub fn most(&self) -> Most<u16> {
        Most::of(self.years.iter().map(|it| (it.year, it.cases)))
    }
}
