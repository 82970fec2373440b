//! `snapshot build`: what no table may hold, however it is written, and tables as spreadsheets leave them.

use serde_json::{Value, json};

use crate::program::{Workshop, bare_case, cases, full_case};
use crate::snapshot_tables::check;

/// One line for each mistake; each must be one problem, and the report must hold the words.
fn check_cases(mistakes: &[(&str, Value, &str)]) {
    let workshop = Workshop::new();
    let broken = (1..).zip(mistakes).map(|(number, (key, value, _))| {
        let mut case = full_case();
        case["id"] = json!(format!("31-x-{number}"));
        case[*key] = value.clone();
        case
    });
    workshop.write_cases(&broken.collect::<Vec<_>>());
    let run = workshop.build();
    assert_eq!(run.code, 1, "{}", run.err);
    let heading = format!("cases.jsonl（{}件）", mistakes.len());
    for fragment in mistakes.iter().map(|(.., expected)| *expected).chain([heading.as_str()]) {
        assert!(run.err.contains(fragment), "{fragment:?} in:\n{}", run.err);
    }
    assert!(!workshop.data().exists(), "nothing is written");
}

fn source(key: &str, value: Value) -> Value {
    let mut source = full_case()["sources"][0].clone();
    source[key] = value;
    json!([source])
}

#[test]
fn telephone_numbers_are_found_however_they_are_written() {
    let told = "電話番号のような数字があります";
    let written = [
        "０３－１２３４－５６７８",
        "03‐1234‐5678",
        "03ー1234ー5678",
        "03(1234)5678",
        "03 1234 5678",
        "+81-3-1234-5678",
        "0312345678",
        "〇三－一二三四－五六七八",
        "TEL 26-7000",
        "内線1234",
    ];
    let texts = written.map(|number| json!(format!("お問い合わせは {number} まで")));
    check_cases(&texts.map(|text| ("process", text, told)));
}

#[test]
fn mail_addresses_and_places_of_files_are_found_however_they_are_written() {
    check_cases(&[
        ("process", json!("a＠pref.example.jp まで"), "a@pref.example.jp"),
        ("background", json!("a[at]pref.example.jp まで"), "メールアドレスがあります"),
        ("process", json!("資料は \\\\fileserver\\share\\a.xlsx"), "\\\\fileserver\\"),
        ("background", json!("￥￥fileserver￥share"), "ファイルの場所があります"),
        ("cost_sharing", json!("D:/共有/負担.xlsx"), "D:/"),
        (
            "sources",
            source("url", json!("https://example.jp/?to=someone%40city.example.jp")),
            "someone@city.example.jp",
        ),
    ]);
}

#[test]
fn characters_that_are_not_what_they_seem_are_told_with_the_right_ones() {
    check_cases(&[
        ("vendor", json!("株式会社\u{2060}あおぞら"), "5文字目に、目に見えない文字（U+2060）"),
        ("product", json!("クラウド\u{ad}基盤"), "U+00AD"),
        ("lead_organization", json!("⻑野県"), "「⻑」は「長」に直してください"),
        ("background", json!("電子ｶﾞｽ"), "「ｶﾞｽ」は「ガス」に"),
        ("process", json!("クラウト\u{3099}"), "「ド」に"),
        ("title", json!("АI-OCR の共同調達"), "「А」は「A」に"),
        ("subsidy_name", json!("見本\u{3000}交付金"), "3文字目に、全角の空白があります"),
        ("contact_department", json!("見本\u{e000}課"), "外字"),
        ("cost_sharing", json!("見本\u{fffd}割"), "文字化け"),
    ]);
}

#[test]
fn remains_of_other_programs_are_told() {
    check_cases(&[
        ("process", json!("A&amp;B"), "「&amp;」を「&」に"),
        ("background", json!("一行目<br>二行目"), "HTML のタグ"),
        ("vendor", json!("#REF!"), "エラー値があります：#REF!"),
        ("product", json!("=HYPERLINK(\"https://example.jp/\",\"見本\")"), "数式"),
        ("cost_sharing", json!("人口割_x000D_"), "_x000D_"),
    ]);
}

#[test]
fn words_for_nothing_are_no_values() {
    check_cases(&[
        ("vendor", json!("不明"), "null と書いてください。理由が分かれば missing に"),
        ("product", json!("－"), "値がないことを表す言葉"),
        ("contact_department", json!("該当なし"), "{\"contact_department\": \"not_applicable\"}"),
        ("introduced", json!("未定"), "{\"introduced\": "),
        ("title", json!("N/A"), "必ず書く項目では、正しい値を"),
        ("sources", source("publisher", json!("？")), "sources（1番目） publisher"),
    ]);
    check(
        |workshop| workshop.replace("benefits.csv", ",費用削減,", ",なし,"),
        &["benefits.csv（1件）", "name", "空欄にしてください"],
    );
    // A vocabulary has the word.
    let workshop = Workshop::new();
    let mut case = full_case();
    case["prefecture_bears_cost"] = json!("なし");
    workshop.write_cases(&[case]);
    workshop.build_well();
}

#[test]
fn addresses_that_nobody_can_open_are_told_and_those_with_too_much_noted() {
    check_cases(&[
        ("sources", source("url", json!("https://example.jp/?a=1&amp;b=2")), "「&amp;」を「&」に"),
        ("sources", source("url", json!("https://example.jp/a」")), "最後に「」」"),
        ("sources", source("url", json!("https://example.jp/ａ")), "全角の文字"),
        ("sources", source("url", json!("http://192.168.1.2/a")), "組織の中だけ"),
        ("sources", source("url", json!("https://intra/a")), "ホスト名が途中まで"),
        ("sources", source("archived_url", json!("https://example.jp/%zz")), "%zz"),
    ]);
    let workshop = Workshop::new();
    let mut case = full_case();
    case["sources"] = source("url", json!("https://example.jp/?utm_source=mail"));
    workshop.write_cases(&[case]);
    let run = workshop.build_well();
    assert!(run.err.contains("お知らせ") && run.err.contains("utm_source"), "{}", run.err);
}

#[test]
fn pages_cannot_be_younger_than_the_publication() {
    let mut document = full_case()["documents"][0].clone();
    document["published"] = json!("2026-12");
    check_cases(&[
        ("sources", source("published", json!("2026-11-25")), "2026-11-24 まで"),
        ("documents", json!([document]), "published_at"),
    ]);
    check(
        |workshop| workshop.replace("policy_notes.csv", "2021-05-19", "2027-05-19"),
        &["policy_notes.csv（1件）", "source_published", "公開した日"],
    );
}

#[test]
fn a_table_that_is_no_list_of_lines_is_one_problem() {
    let all = cases();
    let array = serde_json::to_string_pretty(&all).expect("JSON");
    check(
        |workshop| workshop.write("cases.jsonl", &array),
        &["cases.jsonl（1件）", "配列", "1行に1件の { … }"],
    );
    let spread = serde_json::to_string_pretty(&all[0]).expect("JSON");
    check(|workshop| workshop.write("cases.jsonl", &spread), &["cases.jsonl（1件）", "何行にも分けて"]);
}

#[test]
fn lost_zeros_and_dates_of_a_spreadsheet_are_told_in_one_run() {
    let spoil = |workshop: &Workshop| {
        let text = workshop.read("municipalities.csv").replace(",2022-01-01,", ",2022/1/1,");
        let lines: Vec<&str> = text.lines().map(|line| line.trim_start_matches('0')).collect();
        workshop.write("municipalities.csv", format!("\u{feff}{}\r\n", lines.join("\r\n")));
    };
    check(spoil, &["population_as_of", "2022/1/1", "先頭の 0 が消える"]);
}

#[test]
fn mistakes_in_terms_make_no_corrections_wrong() {
    let spoil = |workshop: &Workshop| {
        workshop.replace("benefits.csv", "費用削減", "");
        let row = "2026-11-24,31-e-bidding-2020,vendor,見本株式会社,見本合同会社,出典の読み違い,";
        workshop.write("errata.csv", format!("{}{row}\n", workshop.read("errata.csv")));
    };
    let workshop = Workshop::new();
    spoil(&workshop);
    let run = workshop.build();
    assert_eq!(run.code, 1);
    assert!(!run.err.contains("■ errata.csv"), "the case is there: {}", run.err);
}

#[test]
fn one_organization_in_several_spellings_and_cases_that_may_be_one_are_remarks() {
    let workshop = Workshop::new();
    let written = ["株式会社ＨＡＲＰ", "(株)HARP", "HARP"];
    let cases = written.iter().zip(1..).map(|(vendor, number)| {
        let mut case = full_case();
        case["id"] = json!(format!("31-x-{number}"));
        case["vendor"] = json!(vendor);
        case["title"] = json!(format!("見本の共同調達{number}"));
        case["evidence"] = json!({});
        case
    });
    let mut others = bare_case("13-gis-1");
    others["title"] = json!("ほかの事例");
    workshop.write_cases(&cases.chain([others]).collect::<Vec<_>>());
    let run = workshop.build_well();
    for fragment in
        written.iter().chain(&["書き方が3通り", "導入時期が同じ事例があります（31-x-1、31-x-2、31-x-3）"])
    {
        assert!(run.err.contains(fragment), "{fragment} in {}", run.err);
    }
    assert!(!run.err.contains("13-gis-1"), "{}", run.err);
}

/// Only the office's mail address of its own key is published.
#[test]
fn settings_hold_no_telephone_and_no_mail_address_of_a_person() {
    for (from, to, told) in [
        ("update_note = \"\"", "update_note = \"お問い合わせは 03-1234-5678\"", "電話番号"),
        ("update_note = \"\"", "update_note = \"someone@example.jp まで\"", "メールアドレス"),
        ("name = \"\"", "name = \"見本課（0857-26-7000）\"", "電話番号"),
    ] {
        let workshop = Workshop::new();
        let settings = workshop.read("snapshot.toml");
        let line = settings.lines().find(|line| line.starts_with(from.split(" = ").next().unwrap()));
        workshop.replace("snapshot.toml", line.expect("the key"), to);
        let run = workshop.build();
        assert!(run.code == 1 && run.err.contains(told), "{to}: {}", run.err);
        assert!(run.err.contains("■ snapshot.toml（1件）"), "{to}: {}", run.err);
    }
    let workshop = Workshop::new();
    let settings = workshop.read("snapshot.toml");
    let without: String =
        settings.lines().filter(|line| !line.starts_with("email")).map(|line| format!("{line}\n")).collect();
    workshop.write(
        "snapshot.toml",
        without.replacen("[maintainer]\n", "[maintainer]\nemail = \"joho@pref.example.jp\"\n", 1),
    );
    workshop.build_well();
}
