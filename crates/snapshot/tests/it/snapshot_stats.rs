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
    assert_eq!(figures(&workshop, "q=米子")["total"], 2, "a participant, named or not");
    assert_eq!(figures(&workshop, "q=どこにもない")["total"], 0);
}

/// The query is a mistake of the command line: nothing is printed but the mistake, with these words.
#[track_caller]
fn check_refused(workshop: &Workshop, query: &str, told: &[&str]) {
    for more in [[].as_slice(), &["--by", "region"]] {
        let run = stats(workshop, &[["--format", "json", "--query", query].as_slice(), more].concat());
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{query}: {}", run.err);
        for text in told {
            assert!(run.err.contains(text), "{text:?} of {query} in:\n{}", run.err);
        }
    }
}

#[test]
fn unknown_keys_and_values_are_mistakes_of_the_command_line() {
    let workshop = published();
    for (query, told) in [
        ("pref=大阪", ["pref", "大阪", "27=大阪府"]),
        ("pref=99", ["pref", "99", "01（北海道）から47（沖縄県）"]),
        ("partner=おおさか,27", ["partner", "おおさか", "2桁の都道府県コード"]),
        ("prefecture=27", ["prefecture", "もしかして： pref", "subsidy"]),
        ("colour=red", ["colour", "使える条件", "pref"]),
        ("pref=27&pref=28", ["pref", "二度", "コンマ"]),
        ("pref=", ["pref", "値がありません", "都道府県コード"]),
        ("pref=27&subsidy=", ["subsidy", "値がありません", "yes=あり"]),
        ("domain=service", ["domain", "service", "services=事業部門"]),
        ("system=e-biding", ["system", "e-biding", "e-bidding=電子入札"]),
        ("system=電子入札", ["system", "電子入札", "e-bidding=電子入札"]),
        ("region=四国", ["region", "四国", "shikoku=四国"]),
        ("subsidy=あり", ["subsidy", "あり", "yes=あり"]),
        ("spec=true", ["spec", "true", "unknown=不明"]),
        ("status=running", ["status", "running", "operating=稼働中"]),
        ("scope=everything", ["scope", "everything", "all=すべて"]),
        ("lead=town", ["lead", "town", "prefecture"]),
        ("benefit=cheap", ["benefit", "cheap", "="]),
        ("has=cost", ["has", "cost", "costs=費用"]),
        ("vendor=あおぞらシステム工業", ["vendor", "あおぞらシステム工業", "事業者"]),
        ("product=ない製品", ["product", "ない製品", "製品・サービス"]),
        ("members=many", ["members", "many", "10-20"]),
        ("members=9-1", ["members", "9-1", "最小-最大"]),
        ("pop=10万-", ["pop", "10万-", "最小-最大"]),
        ("staff=-", ["staff", "-", "最小-最大"]),
        ("initial=1000万", ["initial", "1000万", "整数"]),
        ("annual=~5", ["annual", "~5", "整数"]),
        ("year=令和5", ["year", "令和5", "整数"]),
        ("participant=岩美町", ["participant", "岩美町", "313025=岩美町"]),
        ("participant=313026", ["participant", "313026", "6桁"]),
        ("end=2026", ["end", "2026", "YYYY-MM..YYYY-MM"]),
        ("near=鳥取市", ["near", "鳥取市", "312011=鳥取市"]),
        ("near=0-0", ["near", "0-0", "8000-120"]),
        ("form=shared", ["form", "shared", "shared-service"]),
        ("missing=vender", ["missing", "vender", "vendor=事業者"]),
        ("sort=near", ["sort", "near", "条件 near と一緒に"]),
        ("sort=price", ["sort", "price", "pop=人口規模"]),
        ("page=0", ["page", "0", "1以上の整数"]),
        ("per=30", ["per", "30", "25、50、100"]),
        ("view=list", ["view", "list", "cards=カード"]),
        ("cols=price", ["cols", "price", "列の名前"]),
        ("snapshot=latest one", ["snapshot", "latest one", "データ版"]),
        ("ids=31-gis-2011", ["ids", "使える条件", "pref"]),
    ] {
        check_refused(&workshop, query, &told);
    }
}

#[test]
fn all_mistakes_of_a_query_are_told_at_once() {
    let told = ["colour", "abacus", "大阪", "members"];
    check_refused(&published(), "pref=大阪,31&colour=red&system=abacus&members=x", &told);
}

#[test]
fn a_search_by_synonyms_says_so() {
    let workshop = Workshop::new();
    workshop.write("synonyms.csv", "term,synonym\n一緒に,別々に\n");
    workshop.build_well();
    let run = stats(&workshop, &["--format", "json", "--query", "q=一緒に調達"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.err.contains("「一緒に」は「別々に」でも探しています"), "{}", run.err);
    let figures: Value = serde_json::from_str(&run.out).expect("JSON");
    assert_eq!(figures["total"], 1);
    assert_eq!(stats(&workshop, &["--query", "q=別々に調達"]).err, "");
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
        assert_eq!((run.code, run.out.as_str()), (2, ""));
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
    let is_counted = |case: &Value| {
        case["scope"] == "prefecture"
            && case["form"] != "県等のシステムを利用"
            && case["status"] != "実現せず"
            && case["withheld"] != true
    };
    let counted: Vec<Value> = cases.filter(is_counted).collect();
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
