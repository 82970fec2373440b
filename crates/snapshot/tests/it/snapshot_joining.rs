//! The fields on joining a case: their mistakes, and their way into the published files.

use std::fs;
use std::path::PathBuf;

use joint_procurement_core::domain::{CaseField, Fact, Field, JoinAnswer, Term};
use serde_json::{Value, json};

use crate::program::{Workshop, bare_case, contents};
use crate::snapshot_build::check_cases;

const NOTHING_TO_GO_WITH: &str = "open_to_join が 参加できる でも 相談に応じる でもないのに";

/// A case that can be joined, on which more is written.
fn open_case(id: &str) -> Value {
    let mut case = bare_case(id);
    case["open_to_join"] = json!("相談に応じる");
    case["join_until"] = json!("2027-03");
    case["join_terms"] = json!("県内の市町村で、翌年度からの利用");
    case["evidence"] = json!({ "open_to_join": ["s1"], "join_until": ["s1"], "join_terms": ["s1"] });
    case
}

#[test]
fn the_answer_is_one_of_three_and_the_others_go_with_it() {
    check_cases(&[
        ("open_to_join", json!("はい"), "参加できる、相談に応じる、参加できない"),
        ("open_to_join", json!(true), "値の形が正しくありません"),
        ("open_to_join", json!("おそらく"), "使える語ではありません"),
        ("open_to_join", json!("不明"), "値がないことを表す言葉"),
    ]);
    let workshop = Workshop::new();
    let change = |id: &str, changes: Value| {
        let mut case = open_case(id);
        for (key, value) in changes.as_object().expect("an object") {
            case[key] = value.clone();
        }
        case
    };
    workshop.write_cases(&[
        change("31-x-1", json!({ "join_until": "来年度末" })),
        change("31-x-2", json!({ "open_to_join": "参加できない", "join_terms": null, "evidence": {} })),
        change("31-x-3", json!({ "open_to_join": null, "join_until": null, "evidence": {} })),
        change("31-x-4", json!({ "join_terms": "" , "evidence": {} })),
    ]);
    let run = workshop.build();
    assert_eq!(run.code, 1, "{}", run.err);
    for (row, key, words) in [
        (1, "join_until", "YYYY-MM-DD"),
        (2, "join_until", NOTHING_TO_GO_WITH),
        (3, "join_terms", NOTHING_TO_GO_WITH),
        (4, "join_terms", "空の文字列"),
    ] {
        let line = run.err.lines().find(|line| line.contains(&format!("{row}行目 {key}")));
        let told = run.err.split(&format!("{row}行目 {key}")).nth(1).unwrap_or_default();
        assert!(line.is_some() && told.contains(words), "{row} {key} {words}:\n{}", run.err);
    }
    assert!(run.err.contains("問題は全部で4件"), "{}", run.err);
}

#[test]
fn what_is_written_is_published_with_its_sources() {
    let workshop = Workshop::new();
    let mut closed = bare_case("31-x-2");
    closed["open_to_join"] = json!("参加できない");
    workshop.write_cases(&[open_case("31-x-1"), closed, bare_case("31-x-3")]);
    workshop.build_well();
    assert_eq!(workshop.check().code, 0, "{}", workshop.check().err);
    let published = joint_procurement_testing::read(&workshop.data());
    let cases = &published.snapshot.cases;
    let answers: Vec<_> = cases.every().map(|case| case.open_to_join()).collect();
    let known = [JoinAnswer::OnRequest, JoinAnswer::No].map(Fact::Known);
    assert_eq!(answers, [known[0], known[1], Fact::UNKNOWN]);
    assert_eq!(cases.row(0).join_until().known().map(|it| it.to_string()).as_deref(), Some("2027-03"));
    let detail = &published.details[0];
    assert_eq!(detail.join_terms.as_deref(), Some("県内の市町村で、翌年度からの利用"));
    for field in [Field::OpenToJoin, Field::JoinUntil, Field::JoinTerms] {
        assert_eq!(detail.evidence_of(CaseField::Field(field)), [0], "{}", field.slug());
    }
}

/// The published files of one kind, as text.
fn texts(workshop: &Workshop, stem: &str) -> String {
    let files = contents(&workshop.data());
    let named = |path: &&PathBuf| {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        name.starts_with(stem) && (name.contains("schema") == stem.contains("schema"))
    };
    let of_stem = files.keys().filter(named);
    of_stem.map(|path| fs::read_to_string(path).expect("a text")).collect()
}

#[test]
fn tables_that_are_older_than_the_fields_are_read_and_published_as_before() {
    let workshop = Workshop::new();
    let mut case = bare_case("31-x-1");
    for key in ["open_to_join", "join_until", "join_terms"] {
        drop(case.as_object_mut().expect("an object").remove(key));
    }
    workshop.write_cases(&[case]);
    workshop.build_well();
    let text = texts(&workshop, "cases.") + &texts(&workshop, "details-");
    assert!(text.contains("specification_available") && !text.contains("join"), "{text}");
    let schema = texts(&workshop, "cases.schema");
    let schema: Value = serde_json::from_str(&schema).expect("JSON");
    let required = schema["required"].as_array().expect("a list");
    for key in ["open_to_join", "join_until"] {
        assert!(schema["properties"].get(key).is_some() && !required.contains(&json!(key)), "{key}");
    }
}
