//! Costs and savings.

use joint_procurement_core::domain::{Case, CostBasis, Fact, Field, Saving, SavingKind, Snapshot, YenRange};
use joint_procurement_core::query::Selection;
use joint_procurement_core::stats::{AmountFigures, CostBySize, CostFigures, GroupMeasure, SavingFigures};
use joint_procurement_testing::{every_row, generate, is_cancelled, population, published};
use proptest::prelude::*;

use crate::stats::{exact_amount, slow_median};

fn counted(cases: &[Case]) -> usize {
    cases.iter().filter(|case| !is_cancelled(case)).count()
}

fn check_amounts(cases: &[Case], found: &AmountFigures, cost: fn(&Case) -> Fact<YenRange>) {
    let is_budget = |case: &Case| case.cost_basis == Some(CostBasis::Budget);
    let stated = |budget: bool| -> Vec<(YenRange, usize)> {
        let counted = (0..cases.len()).filter(|&row| !is_cancelled(&cases[row]));
        let of_kind = counted.filter(|&row| is_budget(&cases[row]) == budget);
        of_kind.filter_map(|row| Some((cost(&cases[row]).known()?, row))).collect()
    };
    let mut expected = stated(false);
    expected.sort();
    assert!(found.amounts.iter().map(|it| (it.amount, it.row)).eq(expected.iter().copied()));
    assert_eq!((found.known.known, found.known.total), (expected.len(), counted(cases)));
    assert_eq!(found.budgets, stated(true).len());
    let exact: Vec<u64> = expected.iter().filter_map(|(amount, _)| exact_amount(*amount)).collect();
    assert_eq!((found.exact, found.median), (exact.len(), slow_median(&exact)));
    assert_eq!(found.smallest, exact.iter().copied().reduce(u64::min));
    assert_eq!(found.largest, exact.into_iter().reduce(u64::max));

    // Each band once, in order, with the number of its cases.
    let bands: Vec<YenRange> =
        expected.iter().map(|(amount, _)| *amount).filter(|it| exact_amount(*it).is_none()).collect();
    assert!(found.bands.iter().is_sorted_by(|(a, _), (b, _)| a < b));
    for (band, cases) in found.bands.iter() {
        assert_eq!(bands.iter().filter(|it| **it == band).count(), cases);
    }
    assert_eq!(found.bands.cases(), bands.len());
}

fn check_savings(cases: &[Case], found: &SavingFigures<'_>) {
    let savings = |case: &Case| case.savings.clone().known().unwrap_or_default();
    let with = |condition: &dyn Fn(&Saving) -> bool| {
        cases.iter().filter(|case| !is_cancelled(case) && savings(case).iter().any(condition)).count()
    };
    assert_eq!((found.stated.known, found.stated.total), (with(&|_| true), counted(cases)));
    assert_eq!(found.actual, with(&|saving| saving.kind == SavingKind::Actual));
    assert_eq!(found.expected, with(&|saving| saving.kind == SavingKind::Expected));

    // Each saving of each case, once.
    for (row, case) in cases.iter().enumerate() {
        let mut listed: Vec<&Saving> =
            found.savings.iter().filter(|it| it.row == row).map(|it| it.saving).collect();
        for saving in if is_cancelled(case) { Vec::new() } else { savings(case) } {
            let place = listed.iter().position(|it| **it == saving).expect("a saving is listed");
            listed.remove(place);
        }
        assert!(listed.is_empty());
    }
    for pair in found.savings.windows(2) {
        let key = |at: usize| {
            // Sources state percentages with one decimal place at most.
            let tenths = pair[at].saving.percent.map_or(-1, |percent| (percent * 10.0).round() as i64);
            (-tenths, pair[at].saving.kind == SavingKind::Expected, pair[at].row)
        };
        assert!(key(0) <= key(1), "{pair:?}");
    }
}

fn check(snapshot: &Snapshot) {
    let selection = Selection::all(&snapshot.cases);
    let cases = every_row(snapshot);
    let costs = CostFigures::of(&selection);
    check_amounts(&cases, &costs.initial, |case| case.initial_cost);
    check_amounts(&cases, &costs.annual, |case| case.annual_cost);
    check_amounts(&cases, &costs.total, |case| case.contract_total);
    check_savings(&cases, &SavingFigures::of(&selection));
    check_points(snapshot, &cases, &costs);
}

/// Amounts with a size, by each measure of which eight have one.
fn check_points(snapshot: &Snapshot, cases: &[Case], costs: &CostFigures) {
    type SizeOf = fn(&Case) -> Option<u64>;
    let measures: [(GroupMeasure, SizeOf); 2] = [
        (GroupMeasure::Participants, |case| case.participants_count.known().map(u64::from)),
        (GroupMeasure::Population, population),
    ];
    let mut expected = Vec::new();
    for (measure, size) in measures {
        let (mut points, mut placed) = (Vec::new(), 0);
        for (row, case) in cases.iter().enumerate().filter(|(_, case)| !is_cancelled(case)) {
            let amounts = [
                (Field::InitialCost, case.initial_cost),
                (Field::AnnualCost, case.annual_cost),
                (Field::ContractTotal, case.contract_total),
            ];
            let before = points.len();
            for (cost, amount) in amounts {
                let yen = amount.known().and_then(exact_amount).filter(|yen| *yen > 0);
                let budget = case.cost_basis == Some(CostBasis::Budget);
                let size = size(case).filter(|size| *size > 0 && !budget);
                points.extend(yen.zip(size).map(|(yen, size)| (yen, row, cost, size)));
            }
            placed += usize::from(points.len() > before);
        }
        points.sort_by_key(|(yen, row, ..)| (*yen, *row));
        if points.len() >= 8 {
            expected.push((measure, counted(cases) - placed, points));
        }
    }
    let points = |it: &CostBySize| it.points.iter().map(|it| (it.yen, it.row, it.cost, it.size)).collect();
    let found = CostBySize::of(&snapshot.cases, costs);
    let found = found.iter().map(|it| (it.measure, it.left_out, points(it)));
    assert_eq!(found.collect::<Vec<_>>(), expected);
}

#[test]
fn published_costs_and_savings_are_those_of_the_rows() {
    let snapshot = published().snapshot;
    check(&snapshot);
    let costs = CostFigures::of(&Selection::all(&snapshot.cases));
    for amounts in [&costs.initial, &costs.annual, &costs.total] {
        assert!(amounts.known.known > 0 && amounts.budgets > 0, "the examples show nothing");
    }
}

#[test]
fn the_highest_stated_percentage_comes_first_and_those_without_come_last() {
    let snapshot = published().snapshot;
    let found = SavingFigures::of(&Selection::all(&snapshot.cases));
    let percents: Vec<Option<f64>> = found.savings.iter().map(|it| it.saving.percent).collect();
    let stated = snapshot.cases.iter().flat_map(|case| case.savings().known().unwrap_or_default());
    let highest = stated.filter_map(|saving| saving.percent).max_by(f64::total_cmp);
    assert_eq!(percents.first(), Some(&highest));
    assert_eq!(percents.last(), Some(&None));
    assert!(percents.is_sorted_by(|a, b| a >= b));
}

#[test]
fn without_cases_no_amount_is_known() {
    let snapshot = published().snapshot;
    let costs = CostFigures::of(&Selection::new(&snapshot.cases, vec![]));
    let total = &costs.total;
    assert_eq!((total.known.known, total.median, total.smallest, total.largest), (0, None, None, None));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn figures_equal_the_slow_computation(snapshot in generate::snapshot()) {
        check(&snapshot);
    }
}
