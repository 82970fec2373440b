//! Figures for one case: costs for a year and for 1,000 residents, and cases like it. Also the search for a
//! municipality by its name.

use joint_procurement_core::domain::{CaseRef, Slug, YenRange};
use joint_procurement_core::stats::{Alike, UnitCosts, alike, find_municipalities};
use joint_procurement_core::text::normalize;
use joint_procurement_testing::{Published, generate, published};
use proptest::prelude::*;

/// The amount times `times` divided by `by`, rounded half up to the yen.
fn quotient(amount: YenRange, times: u128, by: u128) -> YenRange {
    let rounded = |yen: u64| u64::try_from((u128::from(yen) * times * 2 + by) / (by * 2)).unwrap();
    YenRange::between(rounded(amount.lower()), rounded(amount.upper())).unwrap()
}

/// The larger population as a multiple of the smaller one, in thousandths.
fn distance(a: CaseRef<'_>, b: CaseRef<'_>) -> Option<u64> {
    let (a, b) = (a.population()?, b.population()?);
    (a > 0 && b > 0).then(|| (a * 1000 / b).max(b * 1000 / a))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn unit_costs_are_known_where_what_they_are_made_of_is(snapshot in generate::snapshot()) {
        for case in snapshot.cases.iter() {
            let unit = UnitCosts::of(case);
            let (initial, annual) = (case.initial_cost().known(), case.annual_cost().known());
            let thousandths = case.contract_years().known().map(|years| (years * 1000.0).round() as u128);
            let total = case.contract_total().known().zip(thousandths.filter(|years| *years > 0));
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
        for case in snapshot.cases.iter() {
            let mut expected = Vec::new();
            for other in snapshot.cases.iter() {
                let same_system = other.system_type() == case.system_type();
                let factor = distance(case, other);
                let is_alike = same_system || other.domain() == case.domain() && factor.is_some();
                if is_alike && other.scope() == case.scope() && other.row() != case.row() {
                    let same_prefecture = other.lead_prefecture() == case.lead_prefecture();
                    expected.push(Alike { row: other.row(), same_system, factor, same_prefecture });
                }
            }
            expected.sort_by_key(|it| (!it.same_system, it.factor.is_none(), it.factor, !it.same_prefecture, it.row));
            expected.truncate(5);
            prop_assert_eq!(alike(&snapshot, case, 5), expected);
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
