//! The use of subsidies.

use std::cmp::Reverse;

use super::summary::answers;
use super::{AnswerCounts, NameCounts};
use crate::domain::{CaseRef, Slug, Snapshot};
use crate::ordering;
use crate::query::Selection;

/// The use of subsidies in a selection: as a whole, by type, by year, and which.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubsidyFigures<'a> {
    pub all: AnswerCounts,
    /// The types of which any answer is known, those with most uses first, then in order of the terms.
    pub systems: Vec<Answers<Slug>>,
    /// The confirmed years of introduction of which any answer is known, in order.
    pub years: Vec<Answers<u16>>,
    /// The subsidies that were used, by name.
    pub names: NameCounts<'a>,
}

/// The answers of the cases of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers<V> {
    pub value: V,
    pub counts: AnswerCounts,
}

impl<'a> SubsidyFigures<'a> {
    pub fn of(snapshot: &Snapshot, cases: &Selection<'a>) -> Self {
        let used = |cases: &Selection<'a>| answers(cases, CaseRef::subsidy_used);
        let types = snapshot.terms.system_types.iter().map(|system| &system.slug);
        let systems = types.map(|slug| Answers {
            value: slug.clone(),
            counts: used(&cases.filter(|case| case.system_type() == slug)),
        });
        let mut systems: Vec<Answers<Slug>> = systems.filter(|it| it.counts.known() > 0).collect();
        ordering::sort_by_key(&mut systems, |it| Reverse((it.counts.yes, it.counts.no)));
        let mut years: Vec<u16> = cases.iter().filter_map(CaseRef::introduction_year).collect();
        ordering::sort(&mut years);
        years.dedup();
        let years = years.into_iter().map(|year| Answers {
            value: year,
            counts: used(&cases.filter(|case| case.introduction_year() == Some(year))),
        });
        Self {
            all: used(cases),
            systems,
            years: years.filter(|it| it.counts.known() > 0).collect(),
            names: NameCounts::of(cases, CaseRef::subsidy_name),
        }
    }
}
