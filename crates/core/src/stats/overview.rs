//! The three domains with their system types, as the nationwide table groups them.

use super::Tally;
use crate::domain::{CaseRef, Domain, Slug, Snapshot, Term};
use crate::ordering;
use crate::query::Selection;

/// The domains in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overview {
    pub total: usize,
    pub domains: Vec<DomainCount>,
}

/// The cases of one domain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DomainCount {
    pub domain: Domain,
    pub cases: usize,
    /// Types with two or more cases nationwide, most cases first.
    pub systems: Vec<SystemCount>,
    /// 「その他」: types with a single case, and the cases whose type is itself not clear.
    pub others: Vec<SystemCount>,
}

impl DomainCount {
    /// Counts the cases under 「その他」.
    pub fn other_cases(&self) -> usize {
        self.others.iter().map(|system| system.cases).sum()
    }
}

/// The cases of one system type in one domain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SystemCount {
    pub slug: Slug,
    pub cases: usize,
}

impl Overview {
    pub fn of(snapshot: &Snapshot, cases: &Selection<'_>) -> Self {
        let nationwide = Tally::of(cases.iter().map(CaseRef::system_type));
        let by_domain = Tally::of(cases.iter().map(|case| (case.domain(), case.system_type())));
        let has_own_row = |slug: &Slug| slug.as_str() != Slug::OTHER && nationwide.get(&slug) >= Some(2);
        let domain_count = |domain: Domain| {
            // In the order of the terms, so that equal counts keep it: the sort is stable.
            let mut systems: Vec<SystemCount> = snapshot
                .terms
                .system_types
                .iter()
                .filter_map(|system| {
                    let cases = by_domain.get(&(domain, &system.slug))?;
                    Some(SystemCount { slug: system.slug.clone(), cases })
                })
                .collect();
            ordering::sort_by_key(&mut systems, |system| std::cmp::Reverse(system.cases));
            let cases = systems.iter().map(|system| system.cases).sum();
            let (systems, others) = systems.into_iter().partition(|system| has_own_row(&system.slug));
            DomainCount { domain, cases, systems, others }
        };
        Self { total: cases.len(), domains: Domain::ALL.iter().copied().map(domain_count).collect() }
    }
}
