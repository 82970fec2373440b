//! Each field of a case, changed by itself in a table, is told.

use std::collections::BTreeSet;

use joint_procurement_core::changes::ChangedField;
use joint_procurement_core::domain::{Field, Term};
use serde_json::{Value, json};

use super::{built, changed, said};
use crate::program::{Workshop, full_case};

/// A workshop of a survey, which may state everything that a case can hold.
fn survey() -> Workshop {
    let workshop = Workshop::new();
    workshop.replace("snapshot.toml", "kind = \"compiled\"", "kind = \"official\"");
    let rows = (1..=47).map(|code| format!("{code:02},yes,\n"));
    workshop.write("answers.csv", format!("prefecture_code,answered,date\n{}", rows.collect::<String>()));
    workshop
}

/// A case of a survey that states everything.
fn whole_case(id: &str) -> Value {
    let mut case = full_case();
    let more = json!({
        "id": id,
        "stated_population": 1000,
        "stated_staff": 20,
        "contact_telephone": "0857-12-3456",
        "contact_email": "dx@pref.example.lg.jp",
    });
    case.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    case
}

/// Gives a case another value of a field, and of those that must go with it.
fn with_other(mut case: Value, key: &str) -> Value {
    let prefecture =
        json!({"id": "13-x-1", "prefecture_code": "13", "participants_names": ["新宿区", "渋谷区"]});
    let other = match key {
        "prefecture_code" => prefecture,
        "lead_organization" | "title" | "vendor" | "product" | "cost_sharing" | "subsidy_name"
        | "join_terms" | "background" | "process" | "contact_department" => json!({key: "別の見本"}),
        "lead_kind" => json!({key: "council"}),
        "scope" => json!({key: "municipal", "lead_kind": "council", "prefecture_participates": null}),
        "form" => json!({key: "共同利用"}),
        "system_type" => json!({key: "GIS"}),
        "domain" => json!({key: "ツール"}),
        "partner_prefecture_codes" => json!({key: ["32"]}),
        "participants_names" => json!({key: ["鳥取市", "倉吉市"]}),
        "participants_count" => json!({key: 3, "participants_names": null}),
        "participants_all_in_prefecture" | "prefecture_participates" | "specification_available" => {
            json!({key: null})
        }
        "subsidy_used" => json!({key: null, "subsidy_name": null}),
        "stated_population" => json!({key: 3000}),
        "stated_staff" | "contract_years" => json!({key: 3}),
        "introduced" => json!({key: "2020"}),
        "introduced_kind" => json!({key: "procurement"}),
        "procurement_method" => json!({key: "随意契約"}),
        "initial_cost_yen" | "annual_cost_yen" | "contract_total_yen" => json!({key: [1, null]}),
        "contract_end" => json!({key: "2025-04"}),
        "cost_basis" => json!({key: "予算・計画額"}),
        "savings" | "benefits" | "documents" => json!({key: []}),
        "prefecture_bears_cost" => json!({key: "なし"}),
        "open_to_join" => json!({key: "参加できる"}),
        "join_until" => json!({key: "2027-04"}),
        "contact_telephone" => json!({key: "0857-12-3457"}),
        "contact_email" => json!({key: "it@pref.example.lg.jp"}),
        "status" => json!({key: null}),
        "sources" => json!({key: [], "evidence": {}}),
        "evidence" => json!({key: {"vendor": ["s1"], "product": ["s1"]}}),
        "population" | "staff" => json!({"participants_names": null}),
        other => panic!("no other value for {other}: add one"),
    };
    case.as_object_mut().unwrap().extend(other.as_object().unwrap().clone());
    case
}

#[test]
fn whatever_changes_of_a_case_is_told() {
    let keys: Vec<&str> = ChangedField::all().map(ChangedField::slug).collect();
    let ids: Vec<String> = (1..=keys.len()).map(|number| format!("31-x-{number}")).collect();
    let old: Vec<Value> = ids.iter().map(|id| whole_case(id)).collect();
    let new = old.iter().zip(&keys).map(|(case, key)| match *key {
        // The prefecture is in the id: such a case is another one.
        "prefecture_code" => case.clone(),
        key => with_other(case.clone(), key),
    });
    let workshop = built(survey(), &old, &new.collect::<Vec<_>>());
    let (json, table) = (changed(&workshop), said(&workshop));
    let told = json["changed"].as_array().unwrap();
    assert_eq!(told.len(), keys.len() - 1, "{json:#}");
    for (key, id) in keys.iter().zip(&ids).filter(|(key, _)| **key != "prefecture_code") {
        let case = told.iter().find(|case| case["id"] == **id).unwrap_or_else(|| panic!("{key} is not told"));
        let fields = case["fields"].as_array().unwrap();
        let field =
            fields.iter().find(|field| field["field"] == **key).unwrap_or_else(|| panic!("{key}: {case}"));
        assert_ne!(field["old"], field["new"], "{key}");
        // Nothing is told but it and what goes with it.
        let told: BTreeSet<&str> = fields.iter().map(|field| field["field"].as_str().unwrap()).collect();
        let with = with_other(json!({}), key);
        let derived = ["population", "staff"];
        let expected = |it: &str| with.get(it).is_some() || derived.contains(&it);
        assert!(told.iter().all(|it| expected(it)), "{key}: {told:?}");
        let ja = ChangedField::all().find(|field| field.slug() == *key).unwrap().ja();
        let of_case =
            table.split(&format!("  {id}  ")).nth(1).and_then(|it| it.split("\n  3").next()).unwrap();
        assert!(of_case.contains(&format!("\n    {ja}\n")), "{ja} in {of_case}");
    }
    assert!(Field::ALL.iter().all(|field| keys.contains(&field.slug())));
}
