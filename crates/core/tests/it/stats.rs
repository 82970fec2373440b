//! Every aggregation against a slow, obvious computation.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use joint_procurement_core::domain::{Case, CostBasis, Domain, Fact, Snapshot, Status, Term, YenRange};
use joint_procurement_core::query::{CaseFilter, Matches, SearchIndex, Selection};
use joint_procurement_core::stats::{Most, Overview, Summary, SystemCount, YearCounts};
use joint_procurement_testing::{data_folder, generate, population, published, staff};
use proptest::prelude::*;
use serde_json::{Value, json};

/// The figures of all cases of a snapshot, computed row by row and printed as `snapshot stats` does.
fn slow_summary(snapshot: &Snapshot) -> Value {
    let cases: Vec<Case> = joint_procurement_testing::rows(snapshot);
    let count = |values: Vec<String>| {
        let distinct: BTreeSet<&String> = values.iter().collect();
        let pairs =
            distinct.into_iter().map(|it| (it.clone(), values.iter().filter(|other| *other == it).count()));
        json!(pairs.collect::<BTreeMap<_, _>>())
    };
    let answers = |fact: fn(&Case) -> Fact<bool>| {
        let number = |wanted: Option<bool>| cases.iter().filter(|case| fact(case).known() == wanted).count();
        json!({ "yes": number(Some(true)), "no": number(Some(false)), "unknown": number(None) })
    };
    let sums = |value: fn(&Case) -> Option<u64>| {
        let values: Vec<u64> = cases.iter().filter_map(value).collect();
        json!({ "known": values.len(), "sum": values.iter().sum::<u64>(), "median": slow_median(&values) })
    };
    let costs = |value: fn(&Case) -> Fact<YenRange>| {
        let spent = cases.iter().filter(|case| case.cost_basis != Some(CostBasis::Budget));
        let amounts: Vec<YenRange> = spent.filter_map(|case| value(case).known()).collect();
        let exact: Vec<u64> = amounts.iter().filter_map(|it| exact_amount(*it)).collect();
        let bands = amounts.iter().filter(|it| exact_amount(**it).is_none());
        let name = |it: &YenRange| {
            format!("{}-{}", it.lower(), it.upper().map(|upper| upper.to_string()).unwrap_or_default())
        };
        json!({
            "known": amounts.len(),
            "median": slow_median(&exact),
            "bands": count(bands.map(name).collect()),
        })
    };
    let years = cases.iter().filter(|case| case.status != Fact::Known(Status::Planned));
    let members: Vec<u32> = cases.iter().filter_map(|case| case.participants_count.known()).collect();
    json!({
        "total": cases.len(),
        "by_domain": count(cases.iter().map(|case| slug(case.domain)).collect()),
        "by_system": count(cases.iter().map(|case| case.system_type.to_string()).collect()),
        "by_prefecture": count(cases.iter().map(|case| case.lead_prefecture.to_string()).collect()),
        "by_subsidy": answers(|case| case.subsidy_used),
        "by_specification": answers(|case| case.specification_available),
        "by_lead": count(cases.iter().map(|case| slug(case.lead_kind)).collect()),
        "by_benefit": count(
            cases.iter().flat_map(|case| case.benefits.clone().known().unwrap_or_default()).map(|it| it.to_string()).collect(),
        ),
        "by_year": count(years.filter_map(|case| case.introduced.known()).map(|it| it.at.year.to_string()).collect()),
        "participants": { "known": members.len(), "sum": members.iter().map(|it| u64::from(*it)).sum::<u64>() },
        "population": sums(population),
        "staff": sums(staff),
        "initial_cost_yen": costs(|case| case.initial_cost),
        "annual_cost_yen": costs(|case| case.annual_cost),
    })
}

/// The amount in yen where both bounds are the same.
pub fn exact_amount(amount: YenRange) -> Option<u64> {
    amount.upper().filter(|upper| *upper == amount.lower())
}

/// The slugs of types, each with its number of cases.
type SlowCounts = Vec<(String, usize)>;

/// The cases of each type in each domain: those with a row of their own, and the rest. Most cases come first, then
/// the order of the terms.
fn slow_overview(snapshot: &Snapshot) -> Vec<(Domain, [SlowCounts; 2])> {
    let cases = joint_procurement_testing::rows(snapshot);
    let of_domain = |domain: Domain| {
        let mut all = Vec::new();
        for (place, system) in snapshot.terms.system_types.iter().enumerate() {
            let of_type = cases.iter().filter(|case| case.system_type == system.slug);
            let here = of_type.clone().filter(|case| case.domain == domain).count();
            if here > 0 {
                let is_own = of_type.count() > 1 && system.slug.as_str() != "other";
                all.push((Reverse(here), place, is_own));
            }
        }
        all.sort();
        [true, false].map(|own| {
            let rows = all.iter().filter(|(.., is_own)| *is_own == own);
            let named = rows.map(|(Reverse(cases), place, _)| {
                (snapshot.terms.system_types[*place].slug.to_string(), *cases)
            });
            named.collect()
        })
    };
    Domain::ALL.iter().map(|&domain| (domain, of_domain(domain))).collect()
}

fn check_overview(snapshot: &Snapshot) {
    let overview = Overview::of(snapshot, &Selection::all(&snapshot.cases));
    assert_eq!(overview.total, joint_procurement_testing::rows(snapshot).len());
    let rows = |systems: &[SystemCount]| -> Vec<_> {
        systems.iter().map(|it| (it.slug.to_string(), it.cases)).collect()
    };
    let found = overview.domains.iter().map(|it| (it.domain, [rows(&it.systems), rows(&it.others)]));
    assert_eq!(found.collect::<Vec<_>>(), slow_overview(snapshot));
    for it in &overview.domains {
        let all = rows(&it.systems).into_iter().chain(rows(&it.others));
        assert_eq!(it.cases, all.map(|(_, cases)| cases).sum::<usize>());
        assert_eq!(it.other_cases(), rows(&it.others).iter().map(|(_, cases)| cases).sum::<usize>());
    }
}

/// Checks each year from the first to the last, and the one with the most cases.
fn check_years(snapshot: &Snapshot) {
    let cases = joint_procurement_testing::rows(snapshot);
    let dated = cases.iter().filter(|case| case.status != Fact::Known(Status::Planned));
    let stated: Vec<u16> = dated.filter_map(|case| case.introduced.known()).map(|it| it.at.year).collect();
    let count = |year: u16| stated.iter().filter(|it| **it == year).count();
    let mut expected = Vec::new();
    for year in 0..=u16::MAX {
        if stated.iter().any(|it| *it <= year) && stated.iter().any(|it| *it >= year) {
            expected.push((year, count(year)));
        }
    }
    let found = YearCounts::of(&Selection::all(&snapshot.cases));
    assert_eq!(found.years.iter().map(|it| (it.year, it.cases)).collect::<Vec<_>>(), expected);
    assert_eq!((found.confirmed.known, found.confirmed.total), (stated.len(), cases.len()));
    let above = |(year, cases): &(u16, usize)| expected.iter().all(|it| it.0 == *year || it.1 < *cases);
    let alone = expected.iter().copied().find(above);
    let said = match found.most() {
        Most::Only(year, cases) | Most::One(year, cases) => Some((year, cases)),
        Most::None | Most::Tied(..) | Most::Even(..) => None,
    };
    assert_eq!(said, alone, "a year has the most only where every other has fewer");
}

fn slug(value: impl joint_procurement_core::domain::Term) -> String {
    value.slug().to_owned()
}

/// By taking the smallest and the largest away until one or two are left.
pub fn slow_median(values: &[u64]) -> Option<u64> {
    let mut values = values.to_vec();
    values.sort_unstable();
    while values.len() > 2 {
        values.remove(0);
        values.pop();
    }
    match values.as_slice() {
        [] => None,
        [one] => Some(*one),
        many => Some((many[0] + many[1]).div_ceil(2)),
    }
}

#[test]
fn the_published_figures_are_those_of_the_source_table() {
    let snapshot = published().snapshot;
    let source = std::fs::read_to_string(data_folder().join("source/cases.jsonl")).unwrap();
    let rows = source.lines().map(|line| serde_json::from_str(line).unwrap());
    let rows: Vec<Value> = rows.filter(|row: &Value| row["status"] != Status::Cancelled.ja()).collect();
    let number = |field: &str, value: Value| rows.iter().filter(|row| row[field] == value).count();

    let summary = Summary::of(&Selection::all(&snapshot.cases));
    assert_eq!(summary.total, rows.len());
    assert_eq!(
        summary.by_domain.iter().map(|(_, cases)| cases).collect::<Vec<_>>(),
        [
            number("domain", json!("総務部門")),
            number("domain", json!("事業部門")),
            number("domain", json!("ツール")),
        ]
    );
    assert_eq!(summary.by_subsidy.yes, number("subsidy_used", json!(true)));
    assert_eq!(summary.by_subsidy.no, number("subsidy_used", json!(false)));
    assert_eq!(summary.by_specification.unknown, number("specification_available", Value::Null));
    let members: Vec<u64> = rows.iter().filter_map(|row| row["participants_count"].as_u64()).collect();
    assert_eq!((summary.participants.known, summary.participants.sum), (members.len(), members.iter().sum()));
    for (code, cases) in summary.by_prefecture.iter() {
        assert_eq!(cases, number("prefecture_code", json!(code.to_string())));
    }
}

#[test]
fn without_cases_every_figure_is_zero_or_none() {
    let snapshot = published().snapshot;
    let filter = CaseFilter {
        year: joint_procurement_core::query::Range::new(Some(1900), Some(1901)),
        ..CaseFilter::default()
    };
    let matches = Matches::new(&snapshot, &SearchIndex::default(), &filter);
    let cases = matches.selection(&snapshot.cases);
    let summary = Summary::of(&cases);
    assert_eq!((summary.total, summary.population.median), (0, None));
    let initial = summary.initial_cost_yen;
    assert_eq!((initial.known, initial.median, initial.bands.cases()), (0, None, 0));
    assert_eq!(YearCounts::of(&cases).most(), Most::None);
}

#[test]
fn a_type_with_one_case_is_added_up_under_other() {
    let snapshot = published().snapshot;
    check_overview(&snapshot);
    check_years(&snapshot);
    let overview = Overview::of(&snapshot, &Selection::all(&snapshot.cases));
    assert!(overview.domains.iter().any(|it| it.others.len() > 1), "the examples show nothing");
}

proptest! {
    #[test]
    fn figures_equal_the_slow_computation(snapshot in generate::snapshot()) {
        let summary = Summary::of(&Selection::all(&snapshot.cases));
        prop_assert_eq!(serde_json::to_value(summary).unwrap(), slow_summary(&snapshot));
        check_overview(&snapshot);
        check_years(&snapshot);
    }

    #[test]
    fn counts_add_up_to_the_total(snapshot in generate::snapshot()) {
        let cases = Selection::all(&snapshot.cases);
        let summary = Summary::of(&cases);
        let total = summary.total;
        prop_assert_eq!(summary.by_domain.sum(), total);
        prop_assert_eq!(summary.by_system.sum(), total);
        prop_assert_eq!(summary.by_prefecture.sum(), total);
        let subsidy = summary.by_subsidy;
        prop_assert_eq!(subsidy.yes + subsidy.no + subsidy.unknown, total);
    }
}
