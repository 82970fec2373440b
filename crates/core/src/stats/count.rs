//! Cases by value.

use std::cmp::Reverse;

use super::{KnownCount, Most};
use crate::domain::{CaseRef, DocumentKind, Fact, Slug, Snapshot, Term};
use crate::ordering;
use crate::query::{Selection, Vendors};

/// A value with its number of cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count<V> {
    pub value: V,
    pub cases: usize,
}

/// Cases by a name that not all of them state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameCounts<'a> {
    pub stated: KnownCount,
    /// Most cases first, then in order of name.
    pub names: Vec<Count<&'a str>>,
}

/// Cases by benefit. A case counts for each of its benefits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BenefitCounts {
    /// Cases that state any.
    pub stated: KnownCount,
    /// Those that occur, most cases first, then in order of the terms.
    pub benefits: Vec<Count<Slug>>,
}

/// Cases by kind of document. A case counts for each kind that it has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentCounts {
    /// Cases with any document.
    pub stated: KnownCount,
    /// Every kind in its order, those that do not occur too.
    pub kinds: Vec<Count<DocumentKind>>,
}

/// Counts every value of a vocabulary in its order, those without cases too.
pub(super) fn count_terms<'a, T: Term>(
    cases: &Selection<'a>,
    value: impl Fn(CaseRef<'a>) -> T,
) -> Vec<Count<T>> {
    let count = |&wanted: &T| Count { value: wanted, cases: cases.count(|case| value(case) == wanted) };
    T::ALL.iter().map(count).collect()
}

impl<'a> NameCounts<'a> {
    /// Counts the vendors, each by the fullest form of its name.
    pub fn vendors(snapshot: &'a Snapshot, cases: &Selection<'a>) -> Self {
        let vendors = Vendors::of(&snapshot.cases);
        Self::of(cases, |case| vendors.name(case))
    }

    /// Counts the products.
    pub fn products(cases: &Selection<'a>) -> Self {
        Self::of(cases, CaseRef::product)
    }

    pub(super) fn of(cases: &Selection<'a>, name: impl Fn(CaseRef<'a>) -> Fact<&'a str>) -> Self {
        let mut stated: Vec<&'a str> = cases.iter().filter_map(|case| name(case).known()).collect();
        ordering::sort(&mut stated);
        let mut names: Vec<Count<&'a str>> = stated
            .chunk_by(|a, b| a == b)
            .filter_map(|same| Some(Count { value: *same.first()?, cases: same.len() }))
            .collect();
        // Stable: equal counts keep the order of names.
        ordering::sort_by_key(&mut names, |it| Reverse(it.cases));
        Self { stated: KnownCount { known: stated.len(), total: cases.len() }, names }
    }
}

impl BenefitCounts {
    /// Counts the benefits; `order` are the slugs of all of them.
    pub(super) fn of<'a>(cases: &Selection<'_>, order: impl Iterator<Item = &'a Slug>) -> Self {
        let stated: Vec<Vec<&Slug>> = cases.iter().filter_map(|case| case.benefits().known()).collect();
        let count = |slug: &Slug| {
            let cases = stated.iter().filter(|benefits| benefits.contains(&slug)).count();
            (cases > 0).then(|| Count { value: slug.clone(), cases })
        };
        let mut benefits: Vec<Count<Slug>> = order.filter_map(count).collect();
        ordering::sort_by_key(&mut benefits, |it| Reverse(it.cases));
        Self { stated: KnownCount { known: stated.len(), total: cases.len() }, benefits }
    }
}

impl BenefitCounts {
    /// Finds the benefit that most cases state.
    pub fn most(&self) -> Most<&Slug> {
        Most::of(self.benefits.iter().map(|it| (&it.value, it.cases)))
    }
}

impl DocumentCounts {
    pub(super) fn of(cases: &Selection<'_>) -> Self {
        let stated: Vec<Vec<DocumentKind>> =
            cases.iter().filter_map(|case| case.document_kinds().known()).collect();
        let count = |&kind: &DocumentKind| Count {
            value: kind,
            cases: stated.iter().filter(|kinds| kinds.contains(&kind)).count(),
        };
        Self {
            stated: KnownCount { known: stated.len(), total: cases.len() },
            kinds: DocumentKind::ALL.iter().map(count).collect(),
        }
    }
}
