//! Corrections: what a maintainer writes into `errata.csv`, and what is published of it.

use std::fs;

use joint_procurement_core::domain::{
    BasicField, CaseField, CaseId, Catalog, Date, Errata, Erratum, Field, FileRole, SCHEMA_VERSION, Term,
};
use joint_procurement_core::files::{decode, parse};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::json;

use crate::program::{Workshop, bare_case, contents, full_case};

const HEADER: &str = "date,case,field,wrong,right,reason,url";
/// A correction of one of the made-up cases, which are published on 2026-11-24.
const GOOD: &str =
    "2026-11-24,31-e-bidding-2020,vendor,見本株式会社,見本合同会社,出典の読み違い,https://example.jp/notice";

fn with_rows(rows: &[&str]) -> Workshop {
    let workshop = Workshop::new();
    let rows: String = rows.iter().map(|row| format!("{row}\n")).collect();
    workshop.write("errata.csv", format!("{HEADER}\n{rows}"));
    workshop
}

/// One row, and the words about it; it must be the only row that is refused.
fn check(row: &str, expected: &[&str]) {
    let workshop = with_rows(&[GOOD, row]);
    let run = workshop.build();
    assert_eq!(run.code, 1, "{row}: {}", run.err);
    for fragment in ["■ errata.csv（1件）", "3行目"].iter().chain(expected) {
        assert!(run.err.contains(fragment), "{fragment:?} for {row} in:\n{}", run.err);
    }
    assert!(!workshop.data().exists(), "nothing is written");
}

fn published(workshop: &Workshop) -> Errata {
    let read = |path: &str| fs::read(workshop.data().join(path)).expect(path);
    let catalog = parse::<Catalog>("catalog.json", &read("catalog.json")).expect("a catalog");
    let entry = catalog.snapshot(None).and_then(|meta| meta.file(FileRole::Errata)).expect("corrections");
    decode(entry, &read(&entry.path)).expect("corrections in JSON")
}

fn date(text: &str) -> Date {
    text.parse().expect("a date")
}

#[test]
fn a_table_without_corrections_is_published_as_an_empty_list() {
    let workshop = Workshop::new();
    assert_eq!(workshop.read("errata.csv"), format!("{HEADER}\n"), "as it is today");
    workshop.build_well();
    assert_eq!(published(&workshop), Errata { schema_version: SCHEMA_VERSION, entries: vec![] });
    assert_eq!(workshop.check().code, 0, "{}", workshop.check().err);
}

#[test]
fn corrections_are_published_as_written_the_newest_first() {
    let workshop = with_rows(&[
        "2025-04-01,,,北海道の件数を二重に数えた。,,集計の誤り,",
        GOOD,
        "2025-04-01,07-gis-2010,title,,\"地図,その他\",公告を見落とした,",
    ]);
    workshop.build_well();
    let Errata { entries, .. } = published(&workshop);
    let newest = Erratum {
        date: date("2026-11-24"),
        case: "31-e-bidding-2020".parse().ok(),
        field: Some(CaseField::Field(Field::Vendor)),
        wrong: Some("見本株式会社".to_owned()),
        right: Some("見本合同会社".to_owned()),
        reason: "出典の読み違い".to_owned(),
        url: "https://example.jp/notice".parse().ok(),
    };
    let general = Erratum {
        date: date("2025-04-01"),
        case: None,
        field: None,
        wrong: Some("北海道の件数を二重に数えた。".to_owned()),
        right: None,
        reason: "集計の誤り".to_owned(),
        url: None,
    };
    let late = Erratum {
        date: date("2025-04-01"),
        case: "07-gis-2010".parse().ok(),
        field: Some(CaseField::Basic(BasicField::Title)),
        wrong: None,
        right: Some("地図,その他".to_owned()),
        reason: "公告を見落とした".to_owned(),
        url: None,
    };
    assert_eq!(entries, [newest, general, late]);
    assert_eq!(workshop.check().code, 0, "{}", workshop.check().err);
}

#[test]
fn dates_are_days_that_exist_and_are_not_after_the_publication() {
    check("2026-11,,,a,b,c,", &["date", "日まで書いてください", "YYYY-MM-DD"]);
    check("2026-02-30,,,a,b,c,", &["date", "実在する日", "2026-02-30"]);
    check("2026/11/24,,,a,b,c,", &["date", "YYYY-MM-DD"]);
    check("令和8年11月24日,,,a,b,c,", &["date", "YYYY-MM-DD"]);
    check(",,,a,b,c,", &["date", "空欄です"]);
    check("2026-11-25,,,a,b,c,", &["date", "公開した日", "2026-11-24 まで", "published_at を新しく"]);
}

#[test]
fn cases_are_published_ones() {
    check("2026-11-24,31-none-1,vendor,a,b,c,", &["case", "cases.jsonl にない id", "31-none-1", "removal"]);
    check("2026-11-24,電子入札,vendor,a,b,c,", &["case", "値の形が正しくありません", "31-groupware-2017"]);
}

#[test]
fn fields_are_those_of_a_case() {
    check("2026-11-24,31-e-bidding-2020,price,a,b,c,", &["field", "項目の名前ではありません", "price"]);
    check("2026-11-24,31-e-bidding-2020,事業者,a,b,c,", &["field", "例 vendor"]);
    check("2026-11-24,31-e-bidding-2020,id,a,b,c,", &["field", "id を除く"]);
}

#[test]
fn texts_say_what_has_changed_and_why() {
    check("2026-11-24,,,,,c,", &["wrong", "どちらも空欄"]);
    check("2026-11-24,,,a,a,c,", &["right", "wrong と同じ"]);
    check("2026-11-24,,,a,b,,", &["reason", "空欄です"]);
    check("2026-11-24,,,a\u{202e},b,c,", &["wrong", "U+202E"]);
    check("2026-11-24,,,連絡先 a@example.jp,b,c,", &["wrong", "メールアドレス"]);
    check("2026-11-24,,,a,b,c,javascript:alert(1)", &["url", "URL ではありません", "https://"]);
    check(GOOD, &["2行目と同じ内容"]);
}

#[test]
fn corrections_of_a_removed_case_are_kept() {
    let removal = "2026-11-20,31-twice-1,removal,見本の共同調達,,ほかの事例と同じ調達だった,";
    let earlier = "2026-11-10,31-twice-1,vendor,a,b,c,";
    let workshop = with_rows(&[GOOD, earlier, removal]);
    workshop.build_well();
    let errata = published(&workshop);
    let id = |text: &str| text.parse::<CaseId>().expect("an id");
    assert!(errata.removes(&id("31-twice-1")) && !errata.removes(&id("31-e-bidding-2020")));
    assert_eq!(errata.entries.len(), 3);
    assert_eq!(workshop.check().code, 0, "{}", workshop.check().err);

    check("2026-11-20,,removal,a,,c,", &["case", "削除した事例の id がありません"]);
    check("2026-11-20,31-twice-1,removal,a,b,c,", &["right", "空欄にします"]);
    check("2026-11-20,31-twice-1,removal,,,c,", &["wrong", "どちらも空欄"]);
    check("2026-11-20,07-gis-2010,removal,a,,c,", &["case", "削除したはずの事例が cases.jsonl にあります"]);
}

#[test]
fn a_withheld_case_is_not_named_in_corrections() {
    let workshop = with_rows(&[GOOD]);
    let mut case = full_case();
    case["withheld"] = json!(true);
    workshop.write_cases(&[case, bare_case("31-gis-1")]);
    let run = workshop.build();
    assert_eq!(run.code, 1, "{}", run.err);
    assert!(run.err.contains("2行目 case") && run.err.contains("非掲載希望"), "{}", run.err);
}

#[test]
fn mistakes_of_cases_and_of_corrections_are_told_in_one_run() {
    let workshop = with_rows(&[GOOD, "2026-13-01,31-e-bidding-2020,vendor,a,b,c,ftp://example.jp/"]);
    let mut case = full_case();
    case["status"] = json!("不明");
    workshop.write_cases(&[case]);
    let run = workshop.build();
    assert_eq!(run.code, 1);
    for fragment in ["■ cases.jsonl（1件）", "■ errata.csv（2件）", "問題は全部で3件"] {
        assert!(run.err.contains(fragment), "{fragment:?} in:\n{}", run.err);
    }
}

#[test]
fn a_folder_of_an_earlier_version_is_told_what_to_add() {
    let workshop = Workshop::new();
    fs::remove_file(workshop.file("errata.csv")).expect("removed");
    let run = workshop.build();
    assert_eq!(run.code, 1);
    for fragment in ["■ errata.csv（1件）", "正誤情報の表がありません", HEADER, "1行だけ"]
    {
        assert!(run.err.contains(fragment), "{fragment:?} in:\n{}", run.err);
    }
    assert!(contents(&workshop.data()).is_empty(), "nothing is written");
}

prop_compose! {
    fn erratum()(
        (year, month, day) in (2000_u16..2100, 1_u8..=12, 1_u8..=28),
        case in option::of(select(["01-a-1", "47-e-bidding-2020"].as_slice())),
        field in option::of(select(CaseField::all().collect::<Vec<_>>())),
        (wrong, right, reason) in (option::of(any::<String>()), option::of(any::<String>()), any::<String>()),
        url in option::of("https://[a-z]{1,8}\\.jp/[a-z%?=&]{0,8}"),
    ) -> Erratum {
        Erratum {
            date: date(&format!("{year}-{month:02}-{day:02}")),
            case: case.map(|id| id.parse().expect("an id")),
            field,
            wrong,
            right,
            reason,
            url: url.map(|url| url.parse().unwrap()),
        }
    }
}

proptest! {
    #[test]
    fn corrections_survive_publication(entries in vec(erratum(), 0..6)) {
        let errata = Errata { schema_version: SCHEMA_VERSION, entries };
        let json = serde_json::to_string(&errata).expect("JSON");
        prop_assert_eq!(serde_json::from_str::<Errata>(&json).ok(), Some(errata));
    }
}

#[test]
fn every_corrected_field_has_a_name_of_its_own() {
    for field in CaseField::all() {
        assert_eq!(CaseField::from_slug(field.slug()), Some(field));
        let same = CaseField::all().filter(|other| other.ja() == field.ja()).count();
        assert_eq!(same, 1, "{}", field.ja());
    }
    assert_eq!(CaseField::all().count(), Field::ALL.len() + BasicField::ALL.len());
}
