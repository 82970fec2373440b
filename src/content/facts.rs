//! Facts that the site's prose states of the open snapshot.

use joint_procurement_core::domain::{CostBasis, LeadKind, Slug, Snapshot, SnapshotMeta, SystemType, Term};
use joint_procurement_core::ordering;
use joint_procurement_core::query::{CaseFilter, Matches, ScopeFilter, SearchIndex, Selection};
use joint_procurement_core::stats::{KnownCount, Summary};

/// Figures of the cases with a prefecture, unless said otherwise.
#[derive(Clone, Debug, PartialEq)]
pub struct SiteFacts<'a> {
    pub snapshot: &'a Snapshot,
    pub summary: Summary,
    /// Cases of municipalities among themselves.
    pub municipal: usize,
    /// Cases with any amount.
    pub costs: KnownCount,
    /// Cases whose amounts are budgets.
    pub budgets: usize,
    /// Cases with documents.
    pub documents: usize,
    /// Cases with a saving that a source states.
    pub savings: usize,
    pub years: KnownCount,
    /// Cases with partners in other prefectures.
    pub across: usize,
}

/// The subjects under which the source tables credit the figures of the municipalities.
const POPULATION: &str = "人口";
const STAFF: &str = "職員数";
/// The words by which a credit tells that it counts the staff of the ordinary account only.
const ORDINARY_ACCOUNT: &str = "普通会計";

impl<'a> SiteFacts<'a> {
    pub fn of(snapshot: &'a Snapshot) -> Self {
        let matches = Matches::new(snapshot, &SearchIndex::default(), &CaseFilter::default());
        let cases = matches.selection(&snapshot.cases);
        let all = Selection::all(&snapshot.cases);
        Self {
            snapshot,
            summary: Summary::of(&cases),
            municipal: all.count(|case| ScopeFilter::Municipal.counts(case)),
            costs: KnownCount::of(&cases, |case| case.has_costs()),
            budgets: cases.count(|case| case.has_costs() && case.cost_basis() == Some(CostBasis::Budget)),
            documents: cases.count(|case| case.document_kinds().is_known()),
            savings: cases.count(|case| case.savings().is_known()),
            years: KnownCount::of(&cases, |case| case.introduction_year().is_some()),
            across: cases.count(|case| !case.partner_prefectures().is_empty()),
        }
    }

    pub fn meta(&self) -> &'a SnapshotMeta {
        &self.snapshot.meta
    }

    /// Gives the kinds of leading organization, each with its number of cases.
    pub fn leads(&self) -> Vec<(LeadKind, usize)> {
        let cases = |kind: &LeadKind| Some((*kind, self.summary.by_lead.get(kind)?));
        LeadKind::ALL.iter().filter_map(cases).collect()
    }

    /// Gives the benefits that most cases state, most first.
    pub fn benefits(&self, at_most: usize) -> Vec<(&'a Slug, &'a str, usize)> {
        let benefits = self.snapshot.terms.benefits.iter();
        let mut counts: Vec<_> = benefits
            .filter_map(|it| Some((&it.slug, it.name.as_str(), self.summary.by_benefit.get(&it.slug)?)))
            .collect();
        ordering::sort_by_key(&mut counts, |(_, _, cases)| std::cmp::Reverse(*cases));
        counts.truncate(at_most);
        counts
    }

    /// Gives the types with a remark on national policy.
    pub fn noted(&self) -> impl Iterator<Item = &'a SystemType> {
        self.snapshot.terms.system_types.iter().filter(|system| !system.policy_notes.is_empty())
    }

    /// Tells where the population of the municipalities is from, with its day.
    pub fn population_credit(&self) -> Option<&'a str> {
        self.credit(POPULATION)
    }

    /// Tells where the staff of the municipalities is from, with its year.
    pub fn staff_credit(&self) -> Option<&'a str> {
        self.credit(STAFF)
    }

    /// Tells if the staff is that of the ordinary account only.
    pub fn staff_is_partial(&self) -> bool {
        self.staff_credit().is_some_and(|credit| credit.contains(ORDINARY_ACCOUNT))
    }

    fn credit(&self, subject: &str) -> Option<&'a str> {
        let credit = self.meta().credits.iter().find(|credit| credit.subject == subject)?;
        Some(&credit.text)
    }
}
