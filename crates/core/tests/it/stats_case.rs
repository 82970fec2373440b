//! Figures for one case: costs for a year and for 1,000 residents, and cases like it.

use joint_procurement_core::domain::{Fact, Slug, Snapshot, YenRange};
use joint_procurement_core::stats::{UnitCosts, alike};
use joint_procurement_testing::{Published, every_row, generate, is_cancelled, population, published};
use proptest::prelude::*;

use crate::stats::exact_amount;

/// The amount times `times` divided by `by`, rounded half up to the yen.
fn quotient(yen: u64, times: u128, by: u128) -> u64 {
    u64::try_from((u128::from(yen) * times * 2 + by) / (by * 2)).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn unit_costs_are_known_where_what_they_are_made_of_is(snapshot in generate::snapshot()) {
        for case in snapshot.cases.iter() {
            let unit = UnitCosts::of(case);
            let exact = |cost: Fact<YenRange>| cost.known().and_then(exact_amount);
            let (initial, annual) = (exact(case.initial_cost()), exact(case.annual_cost()));
            let thousandths = case.contract_years().known().map(|years| (years * 1000.0).round() as u128);
            let total = exact(case.contract_total()).zip(thousandths.filter(|years| *years > 0));
            let persons = case.population().filter(|persons| *persons > 0).map(u128::from);
            let of_thousand = |(amount, persons)| quotient(amount, 1_000, persons);
            prop_assert_eq!(unit.initial_per_thousand, initial.zip(persons).map(of_thousand));
            prop_assert_eq!(unit.annual_per_thousand, annual.zip(persons).map(of_thousand));
            prop_assert_eq!(unit.total_per_year, total.map(|(total, years)| quotient(total, 1_000, years)));
            let both = total.zip(persons);
            let both = both.map(|((total, years), persons)| quotient(total, 1_000_000, years * persons));
            prop_assert_eq!(unit.total_per_year_per_thousand, both);
        }
    }

    #[test]
    fn cases_alike_are_of_the_type_first_and_nearest_in_size(snapshot in generate::snapshot()) {
        check_alike(&snapshot);
    }
}

/// Checks those of the same type, the nearest first, and after them those of the domain whose size is known.
fn check_alike(snapshot: &Snapshot) {
    let cases = every_row(snapshot);
    for (here, case) in cases.iter().enumerate() {
        let mut expected = Vec::new();
        for (row, other) in cases.iter().enumerate() {
            let is_other = row != here && !is_cancelled(other) && other.scope == case.scope;
            let factor = times(population(case), population(other));
            let same = other.system_type == case.system_type;
            if is_other && (same || (other.domain == case.domain && factor.is_some())) {
                let there = other.lead_prefecture == case.lead_prefecture;
                expected.push((!same, factor.is_none(), factor, !there, row));
            }
        }
        expected.sort();
        expected.truncate(5);
        let found = alike(snapshot, snapshot.cases.row(here), 5);
        let found = found
            .iter()
            .map(|it| (!it.same_system, it.factor.is_none(), it.factor, !it.same_prefecture, it.row));
        assert_eq!(found.collect::<Vec<_>>(), expected, "{}", case.id);
    }
}

/// By taking the smaller number away in thousandths of it as often as it goes.
fn times(a: Option<u64>, b: Option<u64>) -> Option<u64> {
    let (small, large) = (a?.min(b?), a?.max(b?));
    (small > 0).then(|| (large * 1000 - large * 1000 % small) / small)
}

#[test]
fn a_case_of_the_published_data_has_cases_like_it() {
    let Published { snapshot, .. } = published();
    check_alike(&snapshot);
    let gis: Slug = "gis".parse().unwrap();
    let case = snapshot.cases.iter().find(|case| *case.system_type() == gis).unwrap();
    let found = alike(&snapshot, case, 3);
    assert!(found.len() == 3 && found[0].same_system);
}
