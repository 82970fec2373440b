//! Confirmed years of introduction.

use std::cmp::Reverse;

use super::{KnownCount, Most, Tally};
use crate::domain::{Slug, Snapshot};
use crate::ordering;
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

/// The confirmed years of the cases of one system type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SystemYears {
    pub system: Slug,
    pub years: YearCounts,
}

impl SystemYears {
    /// Gives the types with at least `least` cases of a confirmed year, the most first. Cases whose type is not
    /// clear are of none.
    pub fn of(snapshot: &Snapshot, cases: &Selection<'_>, least: usize) -> Vec<Self> {
        let types = snapshot.terms.system_types.iter().map(|system| &system.slug);
        let types = types.filter(|slug| slug.as_str() != Slug::OTHER);
        let years = types.map(|slug| Self {
            system: slug.clone(),
            years: YearCounts::of(&cases.filter(|case| case.system_type() == slug)),
        });
        let mut found: Vec<Self> = years.filter(|it| it.years.confirmed.known >= least).collect();
        ordering::sort_by_key(&mut found, |it| Reverse(it.years.confirmed.known));
        found
    }
}
