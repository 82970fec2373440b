//! The sources that state a value: in the tables, in published data, and as a share.

use std::fs;

use joint_procurement_core::domain::{Field, LinkState, Term};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::program::{Workshop, bare_case, copy, real_data, snapshot};
use crate::snapshot_build::{assert_refused, check_cases};
use crate::snapshot_check::{Published, check};

#[test]
fn evidence_names_sources_of_the_case_and_fields_that_have_a_value() {
    check_cases(&[
        ("evidence", Value::Null, "何もなければ {}"),
        ("evidence", json!(["s1"]), "オブジェクト"),
        ("evidence", json!({"vendor": "s1"}), "リスト"),
        ("evidence", json!({"vendor": []}), "典拠がありません"),
        ("evidence", json!({"vendor": ["s2"]}), "s2 は、この事例の出典の key ではありません"),
        ("evidence", json!({"vendor": ["s1", "s1"]}), "s1 が二度"),
        ("evidence", json!({"colour": ["s1"]}), "典拠を書ける項目ではありません"),
        ("evidence", json!({"form": ["s1"]}), "典拠を書ける項目ではありません"),
        ("evidence", json!({"id": ["s1"]}), "典拠を書ける項目ではありません"),
        ("evidence", json!({"removal": ["s1"]}), "典拠を書ける項目ではありません"),
    ]);
    let workshop = Workshop::new();
    let mut case = bare_case("31-x-1");
    case["evidence"] = json!({"vendor": ["s1"]});
    workshop.write_cases(&[case]);
    assert_refused(&workshop, &workshop.build(), &["evidence vendor", "値がないのに"]);
}

#[test]
fn every_state_of_an_address_can_be_stated() {
    let workshop = Workshop::new();
    let cases = (1..).zip(LinkState::ALL).map(|(number, state)| {
        let mut case = bare_case(&format!("31-x-{number}"));
        case["sources"][0]["link"] = json!({"state": state, "seen_on": "2026-11-20"});
        case
    });
    workshop.write_cases(&cases.collect::<Vec<_>>());
    workshop.build_well();
    let workshop = Workshop::new();
    let mut case = bare_case("31-x-1");
    case["sources"][0]["link"] = json!({"state": null, "seen_on": "2026-11-20"});
    workshop.write_cases(&[case]);
    assert_refused(&workshop, &workshop.build(), &["link state", "この項目は必ず書きます"]);
}

/// The published data with a change to the snapshot of the first version.
fn check_earlier(edit: impl Fn(&mut Value), expected: &[&str]) {
    let folder = TempDir::new().expect("a temporary folder");
    copy(&real_data(), folder.path());
    let it = Published { data: folder.path().to_owned() };
    assert_eq!(it.catalog()["snapshots"][0]["schema_version"], json!(1), "the first is the oldest");
    it.edit_file("terms", edit);
    let run = snapshot(&["check".as_ref(), folder.path().as_os_str()]);
    assert_eq!(run.code, 1, "{}", run.out);
    for fragment in expected {
        assert!(run.err.contains(fragment), "{fragment:?} in:\n{}", run.err);
    }
}

#[test]
fn each_snapshot_is_held_against_the_schema_of_its_own_version() {
    check_earlier(
        |terms| terms["added_later"] = json!(1),
        &["/terms.", "形式の版1のスキーマに合いません", "added_later"],
    );
    check_earlier(
        |terms| terms["schema_version"] = json!(2),
        &["/terms.", "形式の版（schema_version）", "正しい値： 1"],
    );
    check(
        |it| it.edit_file("terms", |terms| terms["schema_version"] = json!(1)),
        &["/terms.", "形式の版（schema_version）"],
    );
}

#[test]
fn evidence_that_cannot_be_followed_is_told() {
    let source = |edit: fn(&mut Value)| {
        move |it: &Published| it.edit_file("details-000", |shard| edit(&mut shard["details"][0]))
    };
    check(source(|case| case["sources"][0]["key"] = Value::Null), &["1番目の出典に key がありません"]);
    check(source(|case| case["evidence"] = json!([{"field": "title", "sources": ["s9"]}])), &["典拠 s9"]);
    check(
        source(|case| drop(case["sources"][0].as_object_mut().map(|it| it.remove("class")))),
        &["分類がありません"],
    );
    let twice = |case: &mut Value| {
        let source = case["sources"][0].clone();
        case["sources"].as_array_mut().expect("sources").push(source);
    };
    check(source(twice), &["s1 が二度"]);
}

#[test]
fn the_shares_of_values_with_evidence_are_those_of_the_table() {
    let run = snapshot(&["check".as_ref(), real_data().as_os_str()]);
    let text = fs::read_to_string(crate::program::real_source().join("cases.jsonl")).expect("cases");
    let cases: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    for of in [Field::Vendor, Field::InitialCost, Field::Status, Field::ParticipantsNames] {
        let field = of.slug();
        let (mut known, mut evident, mut official) = (0, 0, 0);
        for case in cases.iter().filter(|case| !case[field].is_null() && case["status"] != "実現せず") {
            let sources = case["sources"].as_array().expect("sources");
            let keys: Vec<&Value> = match sources.as_slice() {
                [one] => vec![&one["key"]],
                _ => case["evidence"][field].as_array().into_iter().flatten().collect(),
            };
            known += 1;
            evident += usize::from(!keys.is_empty());
            let is_official = |source: &Value| source["class"] == "公的" && keys.contains(&&source["key"]);
            official += usize::from(sources.iter().any(is_official));
        }
        let line = run.out.lines().find(|line| line.starts_with(&format!("  {}　", of.ja()))).expect(field);
        let numbers = line.split('　').nth(1).expect("numbers");
        let counts: Vec<usize> =
            numbers.split('、').filter_map(|it| it.split('件').next()?.parse().ok()).collect();
        assert_eq!(counts, [known, evident, official], "{line}");
    }
}

#[test]
fn new_values_without_evidence_are_remarks() {
    let run = snapshot(&["check".as_ref(), real_data().as_os_str()]);
    assert_eq!(run.code, 0, "{}", run.err);
    let notes: Vec<&str> =
        run.err.lines().filter(|line| line.contains("どの出典によるか書かれていません")).collect();
    assert!(notes.iter().any(|note| note.contains(Field::ParticipantsCount.ja())), "{notes:?}");
}
