//! The printed figures of the survey against a slow count of its source table.

use std::collections::BTreeMap;

use joint_procurement::content;
use joint_procurement_core::domain::{CaseRef, Domain, Form, Term};
use joint_procurement_core::query::ScopeFilter;
use joint_procurement_core::routes::Route;
use serde_json::{Value, json};

use super::{counts, lines, survey, tables};
use crate::program::snapshot;

fn printed() -> Value {
    let data = survey().workshop.data();
    let run = snapshot(&["stats".as_ref(), data.as_os_str(), "--format".as_ref(), "json".as_ref()]);
    assert_eq!(run.code, 0, "{}", run.err);
    serde_json::from_str(&run.out).unwrap()
}

fn counted() -> Vec<Value> {
    lines().into_iter().filter(counts).collect()
}

/// The number of cases of each value of a key.
fn tally(values: impl Iterator<Item = String>) -> Value {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for value in values {
        *counts.entry(value).or_default() += 1;
    }
    json!(counts)
}

#[test]
fn cases_are_counted_as_the_table_has_them() {
    let (printed, cases) = (printed(), counted());
    let of = |key: &str| tally(cases.iter().filter_map(|case| Some(case[key].as_str()?.to_owned())));
    assert_eq!(printed["total"], cases.len());
    assert_eq!(printed["by_prefecture"], of("prefecture_code"));
    assert_eq!(printed["by_lead"], of("lead_kind"));
    let terms = &survey().published.snapshot.terms;
    let domain = |name: &str| Domain::from_ja(name).unwrap().slug().to_owned();
    assert_eq!(
        printed["by_domain"],
        tally(cases.iter().map(|case| domain(case["domain"].as_str().unwrap())))
    );
    let slug_of = |name: &str| terms.system_types.iter().find(|it| it.name == name).unwrap().slug.to_string();
    assert_eq!(
        printed["by_system"],
        tally(cases.iter().map(|case| slug_of(case["system_type"].as_str().unwrap())))
    );
    let benefit = |name: &Value| terms.benefits.iter().find(|it| it.name == *name).unwrap().slug.to_string();
    let benefits = cases.iter().flat_map(|case| case["benefits"].as_array().unwrap());
    assert_eq!(printed["by_benefit"], tally(benefits.map(benefit)));
    let answers = |key: &str| {
        let count = |wanted: Value| cases.iter().filter(|case| case[key] == wanted).count();
        json!({ "yes": count(json!(true)), "no": count(json!(false)), "unknown": count(Value::Null) })
    };
    assert_eq!(printed["by_subsidy"], answers("subsidy_used"));
    assert_eq!(printed["by_specification"], answers("specification_available"));
    let year = |case: &Value| Some(case["introduced"].as_str()?[..4].to_owned());
    let introduced = cases.iter().filter(|case| case["status"] != "計画");
    assert_eq!(printed["by_year"], tally(introduced.filter_map(year)));
    let members: Vec<u64> = cases.iter().filter_map(|case| case["participants_count"].as_u64()).collect();
    let sum: u64 = members.iter().sum();
    assert_eq!(printed["participants"], json!({ "known": members.len(), "sum": sum }));
    let shared = lines().iter().filter(|case| case["form"] == Form::SharedService.ja()).count();
    assert!(shared > 0 && cases.len() + shared == lines().len(), "the examples show nothing");
}

#[test]
fn bands_are_counted_and_enter_no_median() {
    let printed = printed();
    for key in ["initial_cost_yen", "annual_cost_yen"] {
        let known: Vec<Value> =
            counted().iter().map(|case| case[key].clone()).filter(|cost| !cost.is_null()).collect();
        let mut exact: Vec<u64> = known.iter().filter_map(Value::as_u64).collect();
        exact.sort_unstable();
        let bands = known.iter().filter_map(Value::as_array).map(|band| {
            let upper = band[1].as_u64().map(|upper| upper.to_string());
            format!("{}-{}", band[0], upper.unwrap_or_default())
        });
        let found = &printed[key];
        assert_eq!((&found["known"], &found["bands"]), (&json!(known.len()), &tally(bands)), "{key}");
        assert_eq!(found["median"], exact[exact.len() / 2], "{key}");
        assert!(exact.len() % 2 == 1 && known.len() > exact.len() + 2, "the examples show nothing");
    }
}

#[test]
fn a_stated_size_stands_before_the_sum_of_the_participants() {
    let snapshot = &survey().published.snapshot;
    let printed = printed();
    let counted: Vec<_> = snapshot.cases.iter().filter(|case| ScopeFilter::default().counts(*case)).collect();
    type Size = fn(CaseRef<'_>) -> Option<u64>;
    let sizes: [(&str, Size); 2] = [("population", |case| case.population()), ("staff", |case| case.staff())];
    for (key, size) in sizes {
        let known: Vec<u64> = counted.iter().filter_map(|case| size(*case)).collect();
        assert_eq!(printed[key]["known"], known.len(), "{key}");
        assert_eq!(printed[key]["sum"], known.iter().sum::<u64>(), "{key}");
    }
    let mut derived = 0;
    for case in snapshot.cases.iter() {
        let line = lines().into_iter().find(|line| line["id"] == case.id().as_str()).unwrap();
        match line["stated_population"].as_u64() {
            Some(stated) => assert_eq!(case.population(), Some(stated)),
            None => {
                assert_eq!(case.population(), case.derived_population());
                derived += usize::from(case.population().is_some());
            }
        }
    }
    assert!(derived > 0, "the examples show nothing");
}

#[test]
fn pages_show_bands_as_they_were_answered_and_medians_of_amounts_alone() {
    let survey = survey();
    let overview = content::of_route(&survey.published.snapshot, &survey.catalog, None, &Route::Overview);
    let tables = tables(&overview.blocks);
    let table = |id: &str| *tables.iter().find(|table| table.id == id).unwrap();
    let bands: Vec<Vec<String>> = table("bands-table")
        .rows
        .iter()
        .map(|row| row.iter().map(|cell| cell.text.plain()).collect())
        .collect();
    let row = |cost: &str, band: &str, cases: &str| vec![cost.to_owned(), band.to_owned(), cases.to_owned()];
    for expected in [
        row("初期費用", "1,000万円未満", "1件"),
        row("初期費用", "1,000万円以上5,000万円未満", "2件"),
        row("初期費用", "10億円以上", "1件"),
        row("契約総額", "5,000万円以上1億円未満", "1件"),
    ] {
        assert!(bands.contains(&expected), "{expected:?} in {bands:?}");
    }
    let initial = table("money-table").rows.iter().find(|row| row[0].value() == "初期費用").unwrap();
    let said: Vec<String> = initial.iter().map(|cell| cell.text.plain()).collect();
    // The middle one of 300万円, 500万円 and 800万円.
    assert_eq!(said[1..4], ["8件", "500万円", "300万円～800万円"]);
}
