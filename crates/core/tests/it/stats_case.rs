//! Figures for one case: costs for a year and for 1,000 residents, and cases like it. Also the search for a
//! municipality by its name.

use joint_procurement_core::domain::{CaseRef, Slug, YenRange};
use joint_procurement_core::stats::{UnitCosts, alike, find_municipalities};
use joint_procurement_core::text::normalize;
use joint_procurement_testing::{Published, generate, published};
use proptest::prelude::*;

/// Tells if `unit` is `amount` times `times` divided by `by`, to the yen.
fn is_quotient(unit: YenRange, amount: YenRange, times: f64, by: f64) -> bool {
    let near = |unit: u64, yen: u64| (unit as f64 - yen as f64 * times / by).abs() <= 1.0 + yen as f64 * 1e-9;
    near(unit.lower(), amount.lower()) && near(unit.upper(), amount.upper())
}

fn distance(a: CaseRef<'_>, b: CaseRef<'_>) -> Option<f64> {
    let (a, b) = (a.population()? as f64, b.population()? as f64);
    (a > 0.0 && b > 0.0).then(|| (a / b).max(b / a))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn unit_costs_are_known_where_what_they_are_made_of_is(snapshot in generate::snapshot()) {
        for case in snapshot.cases.iter() {
            let unit = UnitCosts::of(case);
            let years = case.contract_years().known().filter(|years| *years >= 0.001);
            let persons = case.population().filter(|persons| *persons > 0);
            let total = case.contract_total().known();
            prop_assert_eq!(unit.total_per_year.is_some(), total.is_some() && years.is_some());
            if let (Some(unit), Some(total), Some(years)) = (unit.total_per_year, total, years) {
                prop_assert!(is_quotient(unit, total, 1.0, (years * 1000.0).round() / 1000.0));
            }
            let initial = case.initial_cost().known();
            prop_assert_eq!(unit.initial_per_thousand.is_some(), initial.is_some() && persons.is_some());
            if let (Some(unit), Some(initial), Some(persons)) = (unit.initial_per_thousand, initial, persons) {
                prop_assert!(is_quotient(unit, initial, 1000.0, persons as f64));
            }
            let both = unit.total_per_year_per_thousand;
            prop_assert_eq!(both.is_some(), unit.total_per_year.is_some() && persons.is_some());
            if let (Some(both), Some(total), Some(years), Some(persons)) = (both, total, years, persons) {
                prop_assert!(is_quotient(both, total, 1000.0, (years * 1000.0).round() / 1000.0 * persons as f64));
            }
        }
    }

    #[test]
    fn cases_alike_are_of_the_type_first_and_nearest_in_size(snapshot in generate::snapshot()) {
        for case in snapshot.cases.iter() {
            let found = alike(&snapshot, case, 5);
            prop_assert!(found.len() <= 5);
            for it in &found {
                let other = snapshot.cases.row(it.row);
                prop_assert!(it.row != case.row() && other.scope() == case.scope());
                prop_assert_eq!(it.same_system, other.system_type() == case.system_type());
                prop_assert_eq!(it.factor.is_some(), distance(case, other).is_some());
                prop_assert!(it.same_system || (other.domain() == case.domain() && it.factor.is_some()));
            }
            prop_assert!(found.is_sorted_by_key(|it| !it.same_system));
            // Nothing nearer of the same type was left out.
            let farthest = found.iter().filter(|it| it.same_system).map(|it| it.factor.unwrap_or(u64::MAX)).max();
            let shown: Vec<usize> = found.iter().map(|it| it.row).collect();
            let left_out = snapshot.cases.iter().filter(|it| {
                it.system_type() == case.system_type() && it.scope() == case.scope() && it.row() != case.row() && !shown.contains(&it.row())
            });
            for other in left_out {
                prop_assert_eq!(shown.len(), 5);
                let factor = distance(case, other).map_or(u64::MAX, |times| (times * 1000.0) as u64);
                prop_assert!(factor.saturating_add(1) >= farthest.unwrap_or(0));
            }
        }
    }
}

#[test]
fn a_case_of_the_published_data_has_cases_like_it() {
    let Published { snapshot, .. } = published();
    let gis: Slug = "gis".parse().unwrap();
    let case = snapshot.cases.iter().find(|case| *case.system_type() == gis).unwrap();
    let found = alike(&snapshot, case, 3);
    assert!(!found.is_empty() && found[0].same_system);
}

#[track_caller]
fn check(text: &str, first: &str) {
    let Published { snapshot, municipalities, .. } = published();
    let found = find_municipalities(&snapshot, &municipalities, text, normalize);
    assert_eq!(found.first().map(|it| it.name), Some(first), "{text}");
}

#[test]
fn a_municipality_is_found_by_kanji_kana_or_a_part() {
    check("岩美町", "岩美町");
    check("いわみちょう", "岩美町");
    check("イワミチョウ", "岩美町");
    check("とっとりし", "鳥取市");
    check("鳥取県 岩美", "岩美町");
    check("竜ヶ崎", "龍ケ崎市");
    check("ﾆｾｺ", "ニセコ町");
}

#[test]
fn all_words_must_fit_and_nothing_finds_nothing() {
    let Published { snapshot, municipalities, .. } = published();
    let find = |text: &str| find_municipalities(&snapshot, &municipalities, text, normalize).len();
    assert_eq!(find(""), 0);
    assert_eq!(find("そのような町はない"), 0);
    // A prefecture alone names no municipality of its own, but one of the same name.
    assert!(find("鳥取県 島根") == 0 && find("府中") >= 2);
}
