//! `snapshot diff`: what changed between two snapshots, for people and for programs.

mod fields;

use std::ffi::OsStr;
use std::path::Path;

use serde_json::{Value, json};

use crate::program::{ID, Run, Workshop, bare_case, full_case, real_data, snapshot};

/// The id of the later snapshot.
pub const NEW: &str = "2026-11-24";

pub fn diff(data: &Path, old: &str, new: &str, more: &[&str]) -> Run {
    let mut arguments = vec![OsStr::new("diff"), data.as_os_str()];
    arguments.extend([old, new].into_iter().chain(more.iter().copied()).map(OsStr::new));
    snapshot(&arguments)
}

fn json_of(data: &Path, old: &str, new: &str) -> Value {
    let run = diff(data, old, new, &["--format", "json"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    serde_json::from_str(&run.out).expect("JSON")
}

fn table_of(data: &Path, old: &str, new: &str) -> String {
    let run = diff(data, old, new, &[]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    run.out
}

/// Two snapshots of the same tables but for the cases.
pub fn versions(old: &[Value], new: &[Value]) -> Workshop {
    built(Workshop::new(), old, new)
}

fn built(workshop: Workshop, old: &[Value], new: &[Value]) -> Workshop {
    workshop.write_cases(old);
    workshop.build_well();
    workshop.write_cases(new);
    workshop.replace("snapshot.toml", &format!("id = \"{}\"", ID), &format!("id = \"{NEW}\""));
    workshop.build_well();
    workshop
}

fn changed(workshop: &Workshop) -> Value {
    json_of(&workshop.data(), ID, NEW)
}

fn said(workshop: &Workshop) -> String {
    table_of(&workshop.data(), ID, NEW)
}

fn ids(list: &Value) -> Vec<&str> {
    list.as_array().expect("a list").iter().map(|it| it["id"].as_str().expect("an id")).collect()
}

/// The words of a table, with one blank between them.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn added_removed_and_changed_cases_are_told_with_their_values() {
    let mut later = full_case();
    later["vendor"] = Value::Null;
    later["initial_cost_yen"] = json!([1_000_000, 49_999_999]);
    later["savings"] = json!([]);
    later["status"] = json!("調達済");
    later["evidence"] = json!({});
    later["missing"] = json!({"savings": "not_public"});
    let workshop = versions(
        &[full_case(), bare_case("13-gis-1"), bare_case("13-gis-2")],
        &[later, bare_case("13-gis-1"), bare_case("13-gis-3")],
    );
    let json = changed(&workshop);
    assert_eq!(json["counts"], json!({"added": 1, "removed": 1, "changed": 1, "unchanged": 1}));
    assert_eq!((ids(&json["added"]), ids(&json["removed"])), (vec!["13-gis-3"], vec!["13-gis-2"]));
    let case = &json["changed"][0];
    assert_eq!((&case["id"], &case["title"]), (&full_case()["id"], &full_case()["title"]));
    let expected = json!([
        {"field": "vendor", "old": "見本株式会社", "new": null},
        {"field": "initial_cost_yen", "old": 1_000_000, "new": [1_000_000, 49_999_999]},
        {"field": "savings", "old": full_case()["savings"], "new": [], "new_missing": "not_public"},
        {"field": "status", "old": "稼働中", "new": "調達済"},
        {"field": "evidence", "old": {"vendor": ["s1"]}, "new": {}},
    ]);
    assert_eq!(case["fields"], expected);

    let table = squeezed(&said(&workshop));
    for words in [
        "増えた事例 1件、なくなった事例 1件、変わった事例 1件、同じ事例 1件",
        "事業者 前 見本株式会社 後 公開情報で未確認",
        "初期費用 前 1,000,000円 後 1,000,000円以上50,000,000円未満",
        "後 非公表",
        "現況 前 稼働中 後 調達済",
        "典拠 前 事業者：s1 後 記録なし",
    ] {
        assert!(table.contains(words), "{words} in {table}");
    }
    assert!(!table.contains("null"), "{table}");
}

#[test]
fn of_a_list_only_the_entries_that_are_not_in_both_are_shown() {
    let page = |key: &str| json!({"key": key, "url": format!("https://example.jp/{key}"), "title": format!("頁{key}"), "publisher": "見本県", "published": null, "class": "公的"});
    let (mut old, mut new) = (full_case(), full_case());
    old["sources"] = json!([page("s1"), page("s2")]);
    new["sources"] = json!([page("s1"), page("s3"), page("s4")]);
    let table = squeezed(&said(&versions(&[old], &[new])));
    let of_sources = table.split("出典 前 ").nth(1).expect("the sources");
    assert!(
        !of_sources.contains("頁s1") && of_sources.contains("頁s2") && of_sources.contains("頁s4"),
        "{table}"
    );
    assert!(of_sources.contains("ほかに同じもの 1件"), "{table}");
}

#[test]
fn amounts_and_years_that_are_written_alike_are_told_apart() {
    let (mut old, mut new) = (full_case(), full_case());
    old["contract_years"] = json!(5.0001);
    new["contract_years"] = json!(5.0002);
    let table = squeezed(&said(&versions(&[old], &[new])));
    assert!(table.contains("契約年数 前 5年 （5.0001） 後 5年 （5.0002）"), "{table}");
}

#[test]
fn nothing_has_changed_between_a_version_and_itself() {
    let data = real_data();
    for id in ["2026-11-23", "2026-11-28"] {
        let json = json_of(&data, id, id);
        for list in ["snapshot", "not_compared", "added", "removed", "changed"] {
            assert_eq!(json[list], json!([]), "{id} {list}");
        }
        assert_eq!(json["counts"]["unchanged"], json["new"]["cases"]);
        assert!(table_of(&data, id, id).contains("変わった事例 0件"));
    }
}

#[test]
fn the_published_versions_are_compared_across_their_formats_in_both_directions() {
    let data = real_data();
    let there = json_of(&data, "2026-11-23", "2026-11-28");
    let back = json_of(&data, "2026-11-28", "2026-11-23");
    let keys: Vec<&String> = there.as_object().unwrap().keys().collect();
    let expected = ["old", "new", "snapshot", "not_compared", "counts", "added", "removed", "changed"];
    assert_eq!(keys, expected);
    assert_eq!((&there["old"], &there["new"]), (&back["new"], &back["old"]));
    assert_eq!(
        (there["old"]["schema_version"].as_u64(), there["new"]["schema_version"].as_u64()),
        (Some(1), Some(2))
    );
    assert!(there["not_compared"].as_array().unwrap().contains(&json!("evidence")));
    assert_eq!((ids(&there["added"]), ids(&there["removed"])), (ids(&back["removed"]), ids(&back["added"])));
    let count = |of: &str, name: &str| there[of][name].as_u64().unwrap();
    let kept = count("counts", "changed") + count("counts", "unchanged");
    assert_eq!(kept + count("counts", "added"), count("new", "cases"));
    assert_eq!(kept + count("counts", "removed"), count("old", "cases"));
    assert!(count("counts", "changed") > 0 && count("counts", "unchanged") > 0, "{}", there["counts"]);
    for removed in there["removed"].as_array().unwrap() {
        assert!(removed["reason"].is_string(), "the corrections tell why {removed} was taken out");
    }
    let swapped = |fields: &Value| -> Vec<Value> {
        let swap = |it: &Value| {
            let mut it = it.clone();
            let [old, new] = ["old", "new"].map(|key| it[key].take());
            (it["old"], it["new"]) = (new, old);
            it
        };
        fields.as_array().unwrap().iter().map(swap).collect()
    };
    for (there, back) in there["changed"].as_array().unwrap().iter().zip(back["changed"].as_array().unwrap())
    {
        assert_eq!(there["id"], back["id"]);
        assert_eq!(there["fields"], json!(swapped(&back["fields"])));
    }
    let table = table_of(&data, "2026-11-23", "2026-11-28");
    for words in ["増えた事例（", "なくなった事例（", "変わった事例（", "対象期間", "形式の版が違うため"]
    {
        assert!(table.contains(words), "{words}");
    }
}

#[test]
fn what_a_version_says_of_itself_is_told() {
    let workshop = Workshop::new();
    workshop.build_well();
    workshop.replace("snapshot.toml", "title = \"", "title = \"改めた");
    workshop.replace("snapshot.toml", &format!("id = \"{}\"", ID), &format!("id = \"{NEW}\""));
    workshop.build_well();
    let json = changed(&workshop);
    let [title] = json["snapshot"].as_array().unwrap().as_slice() else { panic!("{json}") };
    assert_eq!((title["field"].as_str(), &title["new"]), (Some("title"), &json["new"]["title"]));
    let table = squeezed(&said(&workshop));
    assert!(
        table.contains("データ版の説明の変わったところ 題名 前") && table.contains("後 改めた"),
        "{table}"
    );
}

#[test]
fn versions_that_do_not_exist_are_told() {
    let data = real_data();
    for (old, new) in [("2030", "2026-11-28"), ("2026-11-23", "2030")] {
        let run = diff(&data, old, new, &[]);
        assert_eq!((run.code, run.out.as_str()), (2, ""));
        for words in ["このデータ版はありません： 2030", "2026-11-23、2026-11-28"] {
            assert!(run.err.contains(words), "{words} in {}", run.err);
        }
    }
    assert_eq!(diff(&data, "2026-11-23", "Ａ", &[]).code, 2);
    let nowhere = diff(Path::new("nowhere"), "a", "b", &[]);
    assert_eq!(nowhere.code, 1);
    assert!(nowhere.err.contains("目録がありません"), "{}", nowhere.err);
}
