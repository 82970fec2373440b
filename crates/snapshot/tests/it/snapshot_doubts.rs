//! Cases that state what may be true, but is odd: they are built, and somebody is asked to look again.

use serde_json::{Value, json};

use crate::program::{Run, Workshop, bare_case};
use crate::snapshot_contradictions::case;

/// The odd cases, as what is stated of them and the words of their note; they are published on 2026-11-24.
fn odd() -> Vec<(Value, &'static str)> {
    let introduced = |at: &str, more: Value| {
        let mut case = json!({ "introduced": at, "introduced_kind": "service_start" });
        case.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
        case
    };
    let costs = |key: &str, yen: Value| json!({ key: yen, "cost_basis": "公表額" });
    let saving = |key: &str, yen: u64| {
        let mut saving = json!({ "percent": null, "before_yen": null, "after_yen": null, "saved_yen": null,
            "period_years": null, "of": "運用費", "kind": "見込", "by": null });
        saving[key] = json!(yen);
        json!({ "savings": [saving] })
    };
    let percent = |percent: u64| {
        let mut case = saving("saved_yen", 1_000_000);
        case["savings"][0]["saved_yen"] = json!(null);
        case["savings"][0]["percent"] = json!(percent);
        case
    };
    let source = |key: &str, value: Value| {
        let mut source = bare_case("31-x-1")["sources"][0].clone();
        source[key] = value;
        json!({ "sources": [source] })
    };
    let mut twice = source("key", json!("s2"));
    twice["sources"][0]["url"] = json!("http://www.example.jp/case/#top");
    let first = bare_case("31-x-1")["sources"][0].clone();
    twice["sources"].as_array_mut().expect("a list").push(first);
    let open = json!({ "open_to_join": "参加できる", "join_until": "2028-04", "contract_end": "2028-03" });
    vec![
        (introduced("2025-04", json!({ "status": "計画" })), "「計画」か「調達済」のまま"),
        (introduced("2025", json!({ "status": "調達済" })), "「計画」か「調達済」のまま"),
        (json!({ "status": "稼働中", "contract_end": "2026-10" }), "status が「終了」でない"),
        (json!({ "status": "終了", "contract_end": "2026-12" }), "status が「終了」の事例"),
        (introduced("2027", json!({ "status": "実現せず" })), "「実現せず」なのに"),
        (
            introduced("2020-04", json!({ "contract_end": "2023-03", "contract_years": 5 })),
            "contract_end までより長い",
        ),
        (json!({ "contract_years": 50 }), "30年より長い"),
        (introduced("2062", json!({ "status": "計画" })), "30年より先"),
        (open, "join_until が contract_end より後"),
        (
            json!({ "status": "計画", "initial_cost_yen": 5_000_000, "cost_basis": "契約額" }),
            "cost_basis が「契約額」",
        ),
        (json!({ "participants_count": 20 }), "は20（今は19）"),
        (
            json!({ "scope": "municipal", "lead_kind": "council", "participants_count": 1 }),
            "参加する市区町村が一つだけ",
        ),
        (
            json!({ "scope": "municipal", "lead_kind": "council", "prefecture_bears_cost": "一部" }),
            "prefecture_bears_cost が「全額」か「一部」",
        ),
        (
            json!({
                "lead_organization": "米子市", "lead_kind": "municipalities",
                "participants_names": ["鳥取市", "倉吉市"], "participants_count": 2,
            }),
            "は「米子市」",
        ),
        (json!({ "lead_organization": "島根県教育委員会" }), "は「島根県」"),
        (
            json!({ "participants_names": ["鳥取市", "倉吉市"], "participants_count": 2, "stated_population": 230 }),
            "は230人（合計は",
        ),
        (costs("contract_total_yen", json!(790)), "は790円（千円なら790,000円、百万円なら790,000,000円）"),
        (saving("saved_yen", 790), "は790円"),
        (costs("initial_cost_yen", json!(790_000_000_000_u64)), "は790,000,000,000円"),
        (costs("initial_cost_yen", json!(0)), "費用が0円"),
        (
            json!({
                "initial_cost_yen": 20_000_000, "annual_cost_yen": 9_000_000, "contract_total_yen": 30_000_000,
                "contract_years": 5, "cost_basis": "公表額",
            }),
            "は65,000,000円（全体は30,000,000円）",
        ),
        (saving("before_yen", 5_000_000), "減った額も割合も分からない"),
        (json!({ "lead_organization": "見本の電子入札システム" }), "lead_organization と title が逆"),
        (json!({ "title": "見本市町村協議会" }), "lead_organization と title が逆"),
        (
            json!({ "lead_organization": "米子市", "lead_kind": "municipalities", "title": "見本協議会の電子入札" }),
            "title に協議会や組合",
        ),
        (json!({ "lead_organization": "見本消防組合" }), "「見本消防組合」で「都道府県」"),
        (json!({ "lead_organization": "見本株式会社" }), "lead_organization と vendor が逆"),
        (json!({ "vendor": "鳥取市" }), "lead_organization と vendor が逆"),
        (json!({ "vendor": "見本社", "product": "見本社" }), "vendor と product が「見本社」"),
        (json!({ "contact_department": "情報政策課 見本主任" }), "人の名前や職名"),
        (json!({ "contact_department": "見本太郎" }), "部署の名前でないか"),
        (
            json!({ "background": "別々だった。", "process": "別々だった。" }),
            "background と process に同じ文",
        ),
        (introduced("2025-04", json!({ "status": "稼働中" })), "出典がどれも introduced の2年以上前"),
        (json!({ "open_to_join": "参加できる", "join_until": "2026-10" }), "join_until を過ぎたのに"),
        (json!({ "stated_staff": 553_000 }), "stated_population か stated_staff が"),
        (
            json!({ "participants_names": ["鳥取市", "倉吉市"], "participants_count": 2, "stated_staff": 9 }),
            "は9人（合計は",
        ),
        (percent(97), "は97%"),
        (source("class", json!("報道")), "「見本県」が「報道」"),
        (source("publisher", json!("見本新聞")), "「見本新聞」が「公的」"),
        (twice, "同じページのような出典"),
    ]
}

/// The notes, without those of cases that may be one.
fn notes(run: &Run) -> Vec<&str> {
    let notes = run.err.lines().filter(|line| line.starts_with("お知らせ： cases.jsonl"));
    notes.filter(|line| !line.contains("が同じ事例")).collect()
}

#[test]
fn each_odd_statement_is_noted_and_stops_nothing() {
    for (number, (fields, words)) in (1..).zip(odd()) {
        let workshop = Workshop::new();
        workshop.write_cases(&[case(number, &fields)]);
        let run = workshop.build_well();
        let notes = notes(&run);
        let [note] = notes.as_slice() else { panic!("one note on {fields}:\n{}", run.err) };
        assert!(note.contains(words) && note.contains(&format!("31-x-{number}")), "{words}: {note}");
        assert!(!note.ends_with('…'), "all of it is seen: {note}");
    }
}

#[test]
fn one_note_tells_all_cases_of_a_kind() {
    let workshop = Workshop::new();
    let cases: Vec<Value> =
        (1..=5).map(|number| case(number, &json!({ "participants_count": 19 + number }))).collect();
    workshop.write_cases(&cases);
    let run = workshop.build_well();
    let notes = notes(&run);
    let [note] = notes.as_slice() else { panic!("{}", run.err) };
    assert!(
        note.contains("31-x-1は20（今は19）、31-x-2は21（今は19）、31-x-3は22（今は19）ほか2件"),
        "{note}"
    );
}

#[test]
fn nothing_is_said_of_cases_like_most() {
    let workshop = Workshop::new();
    let usual = [
        json!({ "introduced": "2027", "introduced_kind": "service_start", "status": "計画" }),
        // This year is not over yet.
        json!({ "introduced": "2026", "introduced_kind": "service_start", "status": "計画" }),
        json!({ "introduced": "2025", "introduced_kind": "procurement", "status": "調達済" }),
        json!({ "status": "終了", "contract_end": "2026-10" }),
        json!({
            "introduced": "2020-04", "introduced_kind": "service_start", "contract_end": "2025-03", "contract_years": 5,
        }),
        json!({ "participants_count": 19 }),
        json!({ "initial_cost_yen": 150_000, "cost_basis": "契約額", "status": "調達済" }),
        // A band of a survey.
        json!({ "annual_cost_yen": [0, 9_999_999], "cost_basis": "公表額" }),
        json!({
            "initial_cost_yen": 20_000_000, "annual_cost_yen": 6_000_000, "contract_total_yen": 50_000_000,
            "contract_years": 5, "cost_basis": "公表額",
        }),
    ];
    workshop.write_cases(&(1..).zip(&usual).map(|(number, it)| case(number, it)).collect::<Vec<_>>());
    let run = workshop.build_well();
    assert_eq!(notes(&run), Vec::<&str>::new());
}

#[test]
fn nothing_is_said_of_a_withheld_case() {
    let workshop = Workshop::new();
    let withheld = odd().into_iter().take(1).map(|(fields, _)| {
        let mut case = case(1, &fields);
        case["withheld"] = json!(true);
        case
    });
    workshop.write_cases(&withheld.chain([case(2, &json!({}))]).collect::<Vec<_>>());
    let run = workshop.build_well();
    assert_eq!(notes(&run), Vec::<&str>::new());
}
