//! `snapshot stats`: the figures that the pages show, for people and for programs.

use serde_json::{Value, json};

use crate::program::{Run, Workshop, real_data, snapshot};

fn stats(workshop: &Workshop, more: &[&str]) -> Run {
    let data = workshop.data();
    let mut arguments = vec!["stats".as_ref(), data.as_os_str()];
    arguments.extend(more.iter().map(|argument| std::ffi::OsStr::new(*argument)));
    snapshot(&arguments)
}

fn figures(workshop: &Workshop, query: &str) -> Value {
    let run = stats(workshop, &["--format", "json", "--query", query]);
    assert_eq!(run.code, 0, "{}", run.err);
    serde_json::from_str(&run.out).expect("JSON")
}

fn published() -> Workshop {
    let workshop = Workshop::new();
    workshop.build_well();
    workshop
}

#[test]
fn json_has_every_promised_key() {
    let figures = figures(&published(), "");
    let keys: Vec<&String> = figures.as_object().expect("an object").keys().collect();
    let promised = [
        "snapshot",
        "query",
        "scope",
        "total",
        "by_domain",
        "by_system",
        "by_prefecture",
        "by_subsidy",
        "by_specification",
        "by_lead",
        "by_benefit",
        "by_year",
        "participants",
        "population",
        "staff",
        "initial_cost_yen",
        "annual_cost_yen",
    ];
    assert_eq!(keys, promised);
    assert_eq!(figures["scope"], "prefecture");
    assert_eq!(figures["by_subsidy"], json!({"yes": 1, "no": 0, "unknown": 2}));
    assert_eq!(figures["by_prefecture"], json!({"13": 1, "31": 2}));
    assert_eq!(figures["by_year"], json!({"2020": 1}));
    assert_eq!(figures["participants"], json!({"known": 2, "sum": 21}));
    let known = |persons: u64| 551_806 + persons;
    assert_eq!(
        figures["population"],
        json!({"known": 2, "sum": known(331_456), "median": known(331_456) / 2})
    );
    assert_eq!(figures["initial_cost_yen"], json!({"known": 1, "median": 1_000_000, "bands": {}}));
    assert_eq!(
        figures["annual_cost_yen"],
        json!({"known": 1, "median": null, "bands": {"100000-200000": 1}})
    );
}

#[test]
fn conditions_and_scope_are_those_of_an_address() {
    let workshop = published();
    for (query, scope, total) in [
        ("", "prefecture", 3),
        ("scope=all", "all", 4),
        ("scope=municipal", "municipal", 1),
        ("pref=31", "prefecture", 2),
        ("pref=31&subsidy=yes", "prefecture", 1),
        ("?pref=31&subsidy=unknown", "prefecture", 1),
    ] {
        let figures = figures(&workshop, query);
        assert_eq!((&figures["scope"], &figures["total"]), (&json!(scope), &json!(total)), "{query}");
    }
}

#[test]
fn text_search_reads_the_long_texts_too() {
    let workshop = published();
    assert_eq!(figures(&workshop, "q=別々に調達")["total"], 1, "in the background");
    assert_eq!(figures(&workshop, "q=米子")["total"], 1, "a participant's name");
    assert_eq!(figures(&workshop, "q=どこにもない")["total"], 0);
}

#[test]
fn what_is_not_understood_is_told_and_left_out() {
    let workshop = published();
    let run = stats(&workshop, &["--format", "json", "--query", "pref=31&colour=red&system=abacus"]);
    assert_eq!(run.code, 0);
    assert!(run.err.contains("colour") && run.err.contains("abacus"), "{}", run.err);
    let figures: Value = serde_json::from_str(&run.out).expect("JSON");
    assert_eq!((&figures["query"], &figures["total"]), (&json!("pref=31"), &json!(2)));
}

#[test]
fn the_table_says_the_same_in_words() {
    let run = stats(&published(), &["--query", "pref=31"]);
    assert_eq!(run.code, 0, "{}", run.err);
    for text in
        ["31 鳥取県", "2件", "延べ 21団体（2件中 2件で判明）", "中央値 1,000,000円", "都道府県が関わる事例"]
    {
        assert!(run.out.contains(text), "{text:?} in:\n{}", run.out);
    }
    let unknown = stats(&published(), &["--query", "pref=13"]);
    assert!(
        unknown.out.contains("不明（1件中 0件で判明）") && !unknown.out.contains("延べ 0"),
        "{}",
        unknown.out
    );
}

#[test]
fn snapshots_that_do_not_exist_are_told() {
    let workshop = published();
    for arguments in [["--snapshot", "2030"], ["--query", "snapshot=2030"]] {
        let run = stats(&workshop, &arguments);
        assert_eq!(run.code, 1);
        assert!(
            run.err.contains("このデータ版はありません") && run.err.contains("2026-11-23"),
            "{}",
            run.err
        );
    }
    assert_eq!(stats(&workshop, &["--snapshot", "2026-11-23"]).code, 0);
    let nowhere = snapshot(&["stats", "nowhere"]);
    assert_eq!(nowhere.code, 1);
    assert!(nowhere.err.contains("目録がありません"), "{}", nowhere.err);
}

#[test]
fn the_published_data_have_figures() {
    let data = real_data();
    let run = snapshot(&["stats".as_ref(), data.as_os_str(), "--format".as_ref(), "json".as_ref()]);
    let figures: Value = serde_json::from_str(&run.out).expect("JSON");
    let sum =
        |key: &str| figures[key].as_object().expect("counts").values().filter_map(Value::as_u64).sum::<u64>();
    let source = std::fs::read_to_string(data.join("source/cases.jsonl")).expect("the source");
    let cases = source.lines().map(|line| serde_json::from_str::<Value>(line).expect("JSON"));
    let counted: Vec<Value> =
        cases.filter(|case| case["scope"] == "prefecture" && case["withheld"] != true).collect();
    let of_tottori = counted.iter().filter(|case| case["prefecture_code"] == "31").count();
    assert_eq!(figures["total"], counted.len());
    assert_eq!(figures["by_prefecture"]["31"], of_tottori);
    assert_eq!([sum("by_prefecture"), sum("by_system")], [counted.len() as u64; 2]);
}

#[cfg(target_os = "linux")]
#[test]
fn figures_that_could_not_be_written_are_no_success() {
    let data = published();
    let full =
        std::fs::OpenOptions::new().write(true).open("/dev/full").expect("the device that is always full");
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_snapshot"));
    let output = command.arg("stats").arg(data.data()).stdout(full).output().expect("the program starts");
    assert_eq!(output.status.code(), Some(1));
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(told.contains("ディスクの空きが足りません"), "{told}");
}
