//! The type that much of a list is of.

use std::collections::BTreeMap;

use joint_procurement_core::query::{CaseQuery, Matches, ScopeFilter, SearchIndex, Selection};
use joint_procurement_core::stats::prevailing_type;
use joint_procurement_testing::{generate, published};
use proptest::collection::vec;
use proptest::prelude::*;

/// Counts the types of these cases; the one that is no type apart.
fn counted(cases: &Selection<'_>) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for case in cases.iter().filter(|case| case.system_type().as_str() != "other") {
        *counts.entry(case.system_type().to_string()).or_default() += 1;
    }
    counts
}

/// Checks against the counts of all types; gives if one is said to prevail.
fn check(cases: &Selection<'_>, scope: ScopeFilter, found: Option<(&str, usize)>) -> bool {
    let counts = counted(cases);
    let most = counts.values().copied().max().unwrap_or(0);
    let prevails = most * 5 > cases.len() && most < cases.len();
    let is_asked = scope != ScopeFilter::Prefecture && cases.len() > 25;
    assert_eq!(found.is_some(), prevails && is_asked, "{} of {}", most, cases.len());
    if let Some((slug, count)) = found {
        assert_eq!((counts[slug], count), (most, most), "{slug}");
    }
    found.is_some()
}

#[test]
fn lists_of_published_cases_say_which_type_prevails() {
    let snapshot = published().snapshot;
    let mut said = Vec::new();
    for query in ["", "scope=all", "scope=municipal", "scope=all&pref=01,13", "scope=municipal&has=costs"] {
        let filter = CaseQuery::parse(query).0.filter;
        let cases = Matches::new(&snapshot, &SearchIndex::default(), &filter).selection(&snapshot.cases);
        let found = prevailing_type(&snapshot, filter.scope, &cases);
        said.push(check(&cases, filter.scope, found.map(|(slug, count)| (slug.as_str(), count))));
    }
    assert!(!said[0], "the list begins without it");
    assert!(said.contains(&true), "the examples show nothing");
}

proptest! {
    #[test]
    fn a_type_of_more_than_a_fifth_prevails(
        snapshot in generate::snapshot(),
        rows in vec(any::<prop::sample::Index>(), 0..60),
    ) {
        // More cases than there are: the same ones several times.
        let count = snapshot.cases.len();
        prop_assume!(count > 0);
        let cases = Selection::new(&snapshot.cases, rows.into_iter().map(|it| it.index(count)).collect());
        for scope in [ScopeFilter::Prefecture, ScopeFilter::Municipal, ScopeFilter::All] {
            let found = prevailing_type(&snapshot, scope, &cases);
            check(&cases, scope, found.map(|(slug, count)| (slug.as_str(), count)));
        }
    }
}
