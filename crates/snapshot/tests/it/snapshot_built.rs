//! A whole run of `snapshot build`: all mistakes at once, and the snapshot that a good source gives.

use std::fs;
use std::path::Path;

use joint_procurement_core::domain::{CaseTable, Catalog, Fact, Field, MissingReason, Scope};
use serde_json::{Value, json};

use crate::program::{Workshop, bare_case, contents, copy, full_case, real_data, real_source};
use crate::snapshot_build::assert_refused;

#[test]
fn lines_that_are_no_cases_are_told_with_their_place() {
    let workshop = Workshop::new();
    let mut short = full_case();
    short.as_object_mut().map(|case| case.remove("status"));
    short["statsu"] = json!("稼働中");
    let twice =
        bare_case("31-b-1").to_string().replace("\"vendor\":null", "\"vendor\":null,\"vendor\":\"x\"");
    let good = bare_case("31-c-1");
    let lines = format!("{short}\n\n{{\"id\": \n[1]\n{twice}\n{good} x\n{good}\n");
    workshop.write("cases.jsonl", lines);
    let run = workshop.build();
    assert_refused(
        &workshop,
        &run,
        &[
            "1行目 status （31-e-bidding-2020）： キーがありません",
            "1行目 statsu （31-e-bidding-2020）： 知らないキー",
            "2行目 ： 空の行",
            "3行目 ： JSON として読めません",
            "途中で終わっています",
            "4行目 ： JSON のオブジェクトではありません",
            "5行目 vendor （31-b-1）： 同じキーが二度",
            "6行目 ： JSON として読めません",
            "問題は全部で7件",
        ],
    );
}

#[test]
fn ten_thousand_bad_lines_are_one_problem_with_as_many_places() {
    let workshop = Workshop::new();
    workshop.write("cases.jsonl", "{\"id\"\n".repeat(10_000));
    let run = workshop.build();
    assert_refused(&workshop, &run, &["1〜10000行目 ", "（10000か所）", "問題は全部で10000件"]);
    assert!(run.err.lines().count() < 10, "{}", run.err);
}

#[test]
fn every_mistake_of_every_file_is_told_in_one_run() {
    let workshop = Workshop::new();
    let mut case = full_case();
    case["status"] = json!("不明");
    workshop.write_cases(&[case]);
    workshop.replace("snapshot.toml", "kind = \"compiled\"", "kind = \"real\"");
    workshop.replace("municipalities.csv", "さっぽろし", "サッポロシ");
    workshop.replace("system_types.csv", "e-bidding", "E Bidding");
    workshop.replace("maps/31.topo.json", "Topology", "Topologie");
    let run = workshop.build();
    assert_refused(
        &workshop,
        &run,
        &[
            "■ snapshot.toml（1件）",
            "compiled（公開情報から収集）、official",
            "■ municipalities.csv（1件）",
            "ひらがな",
            "■ system_types.csv（1件）",
            "■ maps/31.topo.json（1件）",
            "■ cases.jsonl（1件）",
            "問題は全部で5件",
        ],
    );
}

#[test]
fn a_good_source_becomes_the_cases_it_states() {
    let workshop = Workshop::new();
    let run = workshop.build_well();
    assert!(
        run.out.contains("事例： 4件（都道府県が関わる事例 3件、市町村どうしの事例 1件）"),
        "{}",
        run.out
    );

    let table = published_cases(&workshop);
    let ids: Vec<&str> = table.iter().map(|case| case.id().as_str()).collect();
    assert_eq!(ids, ["07-gis-2010", "13-gis-1", "31-e-bidding-2020", "31-gis-2011"]);

    let across = table.row(0);
    assert_eq!(across.scope(), Scope::Municipal);
    let codes = across.participants().map(|codes| codes.iter().map(ToString::to_string).collect::<Vec<_>>());
    assert_eq!(codes, Fact::Known(vec!["072133".to_owned(), "012335".to_owned()]));
    assert_eq!(across.participants_count(), Fact::UNKNOWN, "never derived");

    let full = table.row(2);
    assert_eq!(full.population(), Some(184_557 + 146_899), "of 鳥取市 and 米子市");
    assert_eq!(
        full.annual_cost().map(|yen| (yen.lower(), yen.upper())),
        Fact::Known((100_000, Some(200_000)))
    );
    assert_eq!(full.contract_years(), Fact::Known(5.0));

    let whole = table.row(3);
    assert_eq!((whole.population(), whole.staff()), (Some(551_806), Some(4_467)), "of all 19 of 鳥取県");
    assert_eq!(whole.initial_cost(), Fact::Missing(Some(MissingReason::NotPublic)));
    assert_eq!(whole.reason(Field::Background), Some(MissingReason::NoAnswer));
    assert_eq!(whole.vendor(), Fact::UNKNOWN);
}

fn published_cases(workshop: &Workshop) -> CaseTable {
    let catalog: Catalog =
        serde_json::from_slice(&fs::read(workshop.data().join("catalog.json")).expect("a catalog"))
            .expect("JSON");
    let entry = catalog.snapshot(None).and_then(|meta| meta.files.first()).expect("a file");
    let table: CaseTable =
        serde_json::from_slice(&fs::read(workshop.data().join(&entry.path)).expect("cases")).expect("JSON");
    assert_eq!(table.check(), Ok(()));
    table
}

#[test]
fn a_withheld_case_is_published_nowhere() {
    let workshop = Workshop::new();
    let mut case = full_case();
    case["withheld"] = json!(true);
    case["title"] = json!("秘密の事例");
    workshop.write_cases(&[case, bare_case("31-gis-1")]);
    let run = workshop.build_well();
    assert!(run.out.contains("非掲載希望： 1件") && run.out.contains("事例： 1件"), "{}", run.out);
    for (path, bytes) in contents(&workshop.data()) {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("秘密の事例") && !text.contains("31-e-bidding-2020"), "{}", path.display());
    }
}

#[test]
fn the_committed_snapshot_is_what_the_committed_source_gives() {
    let workshop = Workshop::with_published_source();
    copy(&real_source(), &workshop.source());
    workshop.build_well();
    let relative = |folder: &std::path::Path| {
        contents(folder)
            .into_iter()
            .filter_map(|(path, bytes)| Some((path.strip_prefix(folder).ok()?.to_owned(), bytes)))
            .filter(|(path, _)| !path.starts_with("source") && path.to_str() != Some("README.md"))
            .collect::<std::collections::BTreeMap<_, _>>()
    };
    // The catalog lists the older snapshots too, which no table gives any more.
    let catalog = Path::new("catalog.json");
    let (mut built, mut committed) = (relative(&workshop.data()), relative(&real_data()));
    let catalogs = [&mut built, &mut committed].map(|files| {
        serde_json::from_slice::<Value>(&files.remove(catalog).expect("a catalog")).expect("JSON")
    });
    let [own, all] = catalogs.each_ref().map(|it| it["snapshots"].as_array().expect("snapshots"));
    assert!(own.len() == 1 && all.contains(&own[0]), "the catalog differs: run `make data`");
    let older: Vec<&str> =
        all.iter().filter_map(|it| it["id"].as_str()).filter(|id| own[0]["id"] != *id).collect();
    committed.retain(|path, _| {
        let is_older = older.iter().any(|id| path.starts_with(id));
        // `frozen` holds these, as it does their schemas.
        !is_older && (!path.starts_with("schema") || built.contains_key(path))
    });
    assert_eq!(built.keys().collect::<Vec<_>>(), committed.keys().collect::<Vec<_>>());
    for (path, bytes) in &built {
        assert!(committed.get(path) == Some(bytes), "{} differs: run `make data`", path.display());
    }
}
