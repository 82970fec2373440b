//! The figures of one system type.

use std::collections::{BTreeMap, BTreeSet};

use joint_procurement_core::domain::{Case, DocumentKind, Domain, Fact, Scope, Snapshot, Term};
use joint_procurement_core::query::{CaseFilter, Matches, ScopeFilter, SearchIndex, Selection};
use joint_procurement_core::stats::{BenefitCounts, NameCounts, Participation, Summary, SystemFigures};
use joint_procurement_core::text::organization;
use joint_procurement_testing::{generate, is_joint, population, published, rows};
use proptest::prelude::*;
use strum::VariantArray;

use crate::stats::slow_median;

fn count(cases: &[Case], condition: impl Fn(&Case) -> bool) -> usize {
    cases.iter().filter(|case| condition(case)).count()
}

fn check_names(
    cases: &[Case],
    found: &NameCounts<'_>,
    name: fn(&Case) -> &Fact<String>,
    is_same: fn(&str, &str) -> bool,
) {
    assert_eq!(found.stated.known, count(cases, |case| name(case).is_known()));
    assert_eq!(found.stated.total, cases.len());
    assert_eq!(found.names.iter().map(|it| it.cases).sum::<usize>(), found.stated.known);
    for it in &found.names {
        let is_named = |case: &Case| name(case).as_ref().known().is_some_and(|name| is_same(name, it.value));
        assert_eq!(it.cases, count(cases, is_named), "{}", it.value);
    }
    let most_first =
        |it: &joint_procurement_core::stats::Count<&str>| (usize::MAX - it.cases, it.value.to_owned());
    let keys: Vec<_> = found.names.iter().map(most_first).collect();
    assert!(keys.is_sorted_by(|a, b| a < b));
}

fn check_benefits(snapshot: &Snapshot, cases: &[Case], found: &BenefitCounts) {
    assert_eq!(found.stated.known, count(cases, |case| case.benefits.is_known()));
    let order = |slug| snapshot.terms.benefits.iter().position(|it| it.slug == slug).unwrap();
    let mut keys = Vec::new();
    for it in &found.benefits {
        let states = |case: &Case| case.benefits.as_ref().known().is_some_and(|all| all.contains(&it.value));
        assert_eq!(it.cases, count(cases, states));
        keys.push((usize::MAX - it.cases, order(it.value.clone())));
    }
    assert!(keys.is_sorted_by(|a, b| a < b));
    let distinct: BTreeSet<_> =
        cases.iter().flat_map(|case| case.benefits.clone().known().unwrap_or_default()).collect();
    assert_eq!(found.benefits.len(), distinct.len());
}

fn check_participation(cases: &[Case], found: Participation) {
    let mut counts: Vec<u64> =
        cases.iter().filter_map(|case| case.participants_count.known().map(u64::from)).collect();
    counts.sort_unstable();
    assert_eq!((found.stated.known, found.sum), (counts.len(), counts.iter().sum()));
    assert_eq!((found.smallest, found.largest), (counts.first().copied(), counts.last().copied()));
    assert_eq!(found.median, slow_median(&counts));
    let rank = |quarters: f64| (counts.len() as f64 * quarters / 4.0).ceil() as usize;
    let half = (!counts.is_empty()).then(|| (counts[rank(1.0) - 1], counts[rank(3.0) - 1]));
    assert_eq!(found.middle_half, half);
    let mut persons: Vec<u64> = cases.iter().filter_map(population).collect();
    persons.sort_unstable();
    assert_eq!((found.population.known, found.population.median), (persons.len(), slow_median(&persons)));
    assert_eq!(found.named.known, count(cases, |case| case.participants.is_known()));
    let distinct: BTreeSet<_> =
        cases.iter().flat_map(|case| case.participants.clone().known().unwrap_or_default()).collect();
    assert_eq!(found.distinct, distinct.len());
}

fn check(snapshot: &Snapshot, selection: &Selection<'_>) {
    let figures = SystemFigures::of(snapshot, selection);
    let cases: Vec<Case> = selection.iter().map(|case| case.to_case()).collect();
    assert_eq!(figures.total, cases.len());
    for it in &figures.scopes {
        assert_eq!(it.cases, count(&cases, |case| case.scope == it.value));
    }
    assert_eq!(figures.scopes.iter().map(|it| it.cases).sum::<usize>(), cases.len());
    for it in &figures.domains {
        assert_eq!(it.cases, count(&cases, |case| case.domain == it.value));
    }
    assert!(figures.domains.iter().map(|it| it.value).eq(Domain::ALL.iter().copied()));
    for it in &figures.statuses {
        let status = |case: &Case| case.status.known().map_or("unknown", Term::slug);
        assert_eq!(it.cases, count(&cases, |case| status(case) == it.value.slug()));
    }
    assert_eq!(figures.statuses.iter().map(|it| it.cases).sum::<usize>(), cases.len());
    let mut prefectures = BTreeMap::new();
    for case in &cases {
        *prefectures.entry(case.lead_prefecture).or_insert(0) += 1;
    }
    assert!(figures.prefectures.iter().map(|it| (it.value, it.cases)).eq(prefectures));
    assert_eq!(figures.documents.stated.known, count(&cases, |case| case.document_kinds.is_known()));
    for it in &figures.documents.kinds {
        let has = |case: &Case| case.document_kinds.clone().known().unwrap_or_default().contains(&it.value);
        assert_eq!(it.cases, count(&cases, has));
    }
    assert!(figures.documents.kinds.iter().map(|it| it.value).eq(DocumentKind::ALL.iter().copied()));
    check_names(&cases, &figures.vendors, |case| &case.vendor, |a, b| organization(a) == organization(b));
    check_names(&cases, &figures.products, |case| &case.product, |a, b| a == b);
    check_benefits(snapshot, &cases, &figures.benefits);
    check_participation(&cases, figures.participation);
    check_summary(&figures, &Summary::of(selection));
}

/// Checks that what the printed figures count too is the same here.
fn check_summary(figures: &SystemFigures<'_>, summary: &Summary) {
    assert_eq!(figures.total, summary.total);
    assert_eq!((figures.subsidy, figures.specification), (summary.by_subsidy, summary.by_specification));
    let domains = figures.domains.iter().filter(|it| it.cases > 0).map(|it| (&it.value, it.cases));
    assert!(domains.eq(summary.by_domain.iter()), "domains");
    let prefectures = figures.prefectures.iter().map(|it| (&it.value, it.cases));
    assert!(prefectures.eq(summary.by_prefecture.iter()), "prefectures");
    let benefits: BTreeMap<_, _> = figures.benefits.benefits.iter().map(|it| (&it.value, it.cases)).collect();
    assert_eq!(benefits, summary.by_benefit.iter().collect());
    let participation = (figures.participation.stated.known, figures.participation.sum);
    assert_eq!(participation, (summary.participants.known, summary.participants.sum));
    for (amounts, known) in [
        (&figures.costs.initial, &summary.initial_cost_yen),
        (&figures.costs.annual, &summary.annual_cost_yen),
    ] {
        assert_eq!((amounts.known.known, amounts.median), (known.known, known.median));
        assert_eq!(amounts.bands, known.bands);
    }
}

#[test]
fn every_type_has_the_figures_of_its_address() {
    let snapshot = published().snapshot;
    for system in &snapshot.terms.system_types {
        for &scope in ScopeFilter::VARIANTS {
            let filter = CaseFilter { system: [system.slug.clone()].into(), scope, ..CaseFilter::default() };
            let matches = Matches::new(&snapshot, &SearchIndex::default(), &filter);
            let selection = matches.selection(&snapshot.cases);
            check(&snapshot, &selection);
            let of_type =
                |case: &Case| case.system_type == system.slug && scope.admits(case.scope) && is_joint(case);
            assert_eq!(selection.len(), count(&rows(&snapshot), of_type), "{}", system.slug);
        }
    }
    check(&snapshot, &Selection::all(&snapshot.cases));
}

#[test]
fn both_scopes_are_told_apart() {
    let snapshot = published().snapshot;
    let cloud = Selection::all(&snapshot.cases).filter(|case| case.system_type().as_str() == "core-systems");
    let figures = SystemFigures::of(&snapshot, &cloud);
    let scopes: Vec<Scope> = figures.scopes.iter().map(|it| it.value).collect();
    assert_eq!(scopes, [Scope::Prefecture, Scope::Municipal]);
    assert!(figures.scopes.iter().all(|it| it.cases > 0));
}

#[test]
fn without_cases_nothing_is_known() {
    let snapshot = published().snapshot;
    let none = Selection::new(&snapshot.cases, vec![]);
    check(&snapshot, &none);
    let participation = SystemFigures::of(&snapshot, &none).participation;
    assert_eq!((participation.smallest, participation.median, participation.largest), (None, None, None));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn figures_equal_the_slow_computation(snapshot in generate::snapshot(), system in generate::system_type()) {
        check(&snapshot, &Selection::all(&snapshot.cases));
        let of_type = Selection::all(&snapshot.cases).filter(|case| *case.system_type() == system);
        check(&snapshot, &of_type);
    }
}
