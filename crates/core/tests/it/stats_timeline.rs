//! Cases by date, years by system type, municipalities by size.

use std::cmp::Reverse;

use joint_procurement_core::domain::{Case, Slug, Snapshot, Status, YearMonth};
use joint_procurement_core::query::{Selection, StatusAnswer};
use joint_procurement_core::stats::{SystemYears, Timeline, town_sizes};
use joint_procurement_testing::{every_row, generate, is_cancelled, published};
use proptest::prelude::*;

/// The rows that count.
fn counted(snapshot: &Snapshot) -> Vec<(usize, Case)> {
    every_row(snapshot).into_iter().enumerate().filter(|(_, case)| !is_cancelled(case)).collect()
}

fn check_timeline(rows: &[(usize, Case)], found: &Timeline, date: fn(&Case) -> Option<YearMonth>) {
    let dated =
        rows.iter().filter_map(|(row, case)| Some((date(case)?, *row, StatusAnswer::from(case.status))));
    let mut expected: Vec<_> = dated.collect();
    expected.sort_by_key(|(at, row, _)| (*at, *row));
    let points = found.points.iter().map(|it| (it.at, it.row, it.status));
    assert_eq!(points.collect::<Vec<_>>(), expected);
    assert_eq!((found.dated.known, found.dated.total), (expected.len(), rows.len()));
}

fn check_system_years(snapshot: &Snapshot, rows: &[(usize, Case)], least: usize) {
    let found = SystemYears::of(snapshot, &Selection::all(&snapshot.cases), least);
    let mut expected: Vec<(Slug, Vec<u16>)> = Vec::new();
    for system in &snapshot.terms.system_types {
        let of_type = rows.iter().filter(|(_, case)| case.system_type == system.slug);
        let confirmed = of_type.filter(|(_, case)| case.status.known() != Some(Status::Planned));
        let years: Vec<u16> =
            confirmed.filter_map(|(_, case)| Some(case.introduced.known()?.at.year)).collect();
        if years.len() >= least && system.slug.as_str() != Slug::OTHER {
            expected.push((system.slug.clone(), years));
        }
    }
    expected.sort_by_key(|(_, years)| Reverse(years.len()));
    assert!(found.iter().map(|it| &it.system).eq(expected.iter().map(|(slug, _)| slug)));
    for (it, (_, years)) in found.iter().zip(&expected) {
        let counts = it.years.years.iter().flat_map(|count| vec![count.year; count.cases]);
        let mut years = years.clone();
        years.sort_unstable();
        assert_eq!(counts.collect::<Vec<_>>(), years);
    }
}

fn check(snapshot: &Snapshot, least: usize) {
    let (rows, cases) = (counted(snapshot), Selection::all(&snapshot.cases));
    let introduced = |case: &Case| case.introduced.known().map(|it| it.at);
    check_timeline(&rows, &Timeline::of_introductions(&cases), introduced);
    check_timeline(&rows, &Timeline::of_contract_ends(&cases), |case| case.contract_end.known());
    check_system_years(snapshot, &rows, least);
}

#[test]
fn published_dates_are_those_of_the_rows() {
    let snapshot = published().snapshot;
    check(&snapshot, 8);
    let cases = Selection::all(&snapshot.cases);
    let planned = |it: &Timeline| it.points.iter().any(|point| point.status == StatusAnswer::Planned);
    assert!(planned(&Timeline::of_introductions(&cases)), "the examples show nothing");
    assert!(SystemYears::of(&snapshot, &cases, 8).len() > 1, "the examples show nothing");
}

#[test]
fn a_size_at_the_border_is_of_the_class_that_begins_there() {
    let classes = town_sizes(&[4_999, 5_000, 29_999]);
    let found: Vec<_> = classes.iter().map(|it| (it.from, it.below, it.municipalities)).collect();
    let expected = [(0, Some(5_000), 1), (5_000, Some(10_000), 1), (10_000, Some(30_000), 1)];
    assert_eq!(found, expected);
    assert_eq!(town_sizes(&[]), []);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn dates_equal_the_slow_computation(snapshot in generate::snapshot(), least in 0_usize..4) {
        check(&snapshot, least);
    }

    #[test]
    fn every_municipality_is_of_one_class(populations in prop::collection::vec(0_u64..4_000_000, 0..40)) {
        let classes = town_sizes(&populations);
        prop_assert_eq!(classes.iter().map(|it| it.municipalities).sum::<usize>(), populations.len());
        for pair in classes.windows(2) {
            prop_assert_eq!(pair[0].below, Some(pair[1].from));
        }
        for end in [classes.first(), classes.last()].into_iter().flatten() {
            let holds = |it: &&u64| **it >= end.from && end.below.is_none_or(|below| **it < below);
            prop_assert_eq!(populations.iter().filter(holds).count(), end.municipalities);
            prop_assert!(end.municipalities > 0);
        }
    }
}
