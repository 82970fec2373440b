//! The use of subsidies, against a slow computation.

use std::collections::BTreeMap;

use joint_procurement_core::domain::{Case, Fact, Slug, Snapshot, Status};
use joint_procurement_core::query::Selection;
use joint_procurement_core::stats::{AnswerCounts, SubsidyFigures};
use joint_procurement_testing::{generate, published, rows};
use proptest::prelude::*;

fn counted<'a>(cases: impl Iterator<Item = &'a Case> + Clone) -> AnswerCounts {
    let number =
        |answer: Option<bool>| cases.clone().filter(|case| case.subsidy_used.known() == answer).count();
    AnswerCounts { yes: number(Some(true)), no: number(Some(false)), unknown: number(None) }
}

fn check(snapshot: &Snapshot) {
    let cases = rows(snapshot);
    let found = SubsidyFigures::of(snapshot, &Selection::all(&snapshot.cases));
    assert_eq!(found.all, counted(cases.iter()));
    assert_eq!(found.all.total(), cases.len());

    let is_told = |counts: &AnswerCounts| counts.yes + counts.no > 0;
    let types: BTreeMap<&Slug, AnswerCounts> = snapshot
        .terms
        .system_types
        .iter()
        .map(|it| (&it.slug, counted(cases.iter().filter(|case| case.system_type == it.slug))))
        .filter(|(_, counts)| is_told(counts))
        .collect();
    assert_eq!(found.systems.iter().map(|it| (&it.value, it.counts)).collect::<BTreeMap<_, _>>(), types);
    assert!(found.systems.is_sorted_by(|a, b| (a.counts.yes, a.counts.no) >= (b.counts.yes, b.counts.no)));

    let year = |case: &Case| {
        let planned = case.status == Fact::Known(Status::Planned);
        case.introduced.known().filter(|_| !planned).map(|introduced| introduced.at.year)
    };
    let years: Vec<(u16, AnswerCounts)> = (1900..2100)
        .map(|at| (at, counted(cases.iter().filter(|case| year(case) == Some(at)))))
        .filter(|(_, counts)| is_told(counts))
        .collect();
    assert_eq!(found.years.iter().map(|it| (it.value, it.counts)).collect::<Vec<_>>(), years);

    let names: Vec<String> = cases.iter().filter_map(|case| case.subsidy_name.clone().known()).collect();
    assert_eq!(found.names.stated.known, names.len());
    assert_eq!(found.names.names.iter().map(|it| it.cases).sum::<usize>(), names.len());
    for it in &found.names.names {
        assert_eq!(it.cases, names.iter().filter(|name| *name == it.value).count(), "{}", it.value);
    }
}

#[test]
fn the_published_figures_are_those_of_the_cases() {
    let snapshot = published().snapshot;
    check(&snapshot);
    let found = SubsidyFigures::of(&snapshot, &Selection::all(&snapshot.cases));
    assert!(
        found.all.yes > 0 && !found.systems.is_empty() && !found.years.is_empty(),
        "the examples show nothing"
    );
    assert!(!found.names.names.is_empty(), "the examples show nothing");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn figures_equal_the_slow_computation(snapshot in generate::snapshot()) {
        check(&snapshot);
    }
}
