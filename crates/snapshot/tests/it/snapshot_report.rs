//! The report of a run as a file, for those who mend the tables.

use std::fs;
use std::path::PathBuf;

use scraper::{Html, Selector};
use serde_json::{Value, json};

use crate::program::{Run, Workshop, full_case, snapshot};

/// Builds with a report of this name beside the data.
fn build(workshop: &Workshop, name: &str) -> (Run, PathBuf) {
    let file = workshop.source().with_file_name(name);
    let run = snapshot(&[
        "build".as_ref(),
        "--source".as_ref(),
        workshop.source().as_os_str(),
        "--out".as_ref(),
        workshop.data().as_os_str(),
        "--report".as_ref(),
        file.as_os_str(),
    ]);
    (run, file)
}

/// Gives the cells of a report as a spreadsheet reads them, the header first.
fn cells(file: &PathBuf) -> Vec<Vec<String>> {
    let text = fs::read_to_string(file).unwrap();
    let text = text.strip_prefix('\u{feff}').expect("a byte order mark, or Excel reads Shift_JIS");
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// Reads a page: the texts of the elements.
fn texts(file: &PathBuf, selector: &str) -> Vec<String> {
    let html = Html::parse_document(&fs::read_to_string(file).unwrap());
    html.select(&Selector::parse(selector).unwrap()).map(|it| it.text().collect()).collect()
}

/// Does to the codes what Excel does.
fn lose_zeros(workshop: &Workshop) -> usize {
    let table = workshop.read("municipalities.csv");
    let lost = table.lines().filter(|line| line.starts_with('0')).count();
    let bare: String =
        table.lines().map(|line| format!("{}\n", line.strip_prefix('0').unwrap_or(line))).collect();
    workshop.write("municipalities.csv", bare);
    lost
}

#[test]
fn lost_zeros_are_one_problem_with_all_its_places() {
    let workshop = Workshop::new();
    let lost = lose_zeros(&workshop);
    let (run, page) = build(&workshop, "report.html");
    assert_eq!(run.code, 1, "{}", run.err);
    let of_codes =
        format!("2〜{}行目 code ： 全国地方公共団体コードではありません。（{lost}か所）", lost + 1);
    for part in [of_codes.as_str(), "例： 2行目", "見つかった値 「11002」", "もしかして 「011002」"]
    {
        assert!(run.err.contains(part), "{part} in {}", run.err);
    }
    assert!(run.err.lines().count() < 40, "{}", run.err);
    assert!(texts(&page, "main").concat().contains(&format!("{lost}か所")));

    let (_, table) = build(&workshop, "report.csv");
    let cells = cells(&table);
    let of_codes = cells.iter().filter(|row| row[7] == "code" && row[11].len() == 6).count();
    assert_eq!(of_codes, lost);
}

#[test]
fn a_good_source_has_a_report_that_says_so() {
    let workshop = Workshop::new();
    let (run, page) = build(&workshop, "report.html");
    assert_eq!(run.code, 0, "{}", run.err);
    assert_eq!(texts(&page, ".result"), ["問題はありません。"]);
    assert!(run.err.contains("報告を書きました"), "{}", run.err);
    // Once more: a report is written over a report.
    let (run, _) = build(&workshop, "report.html");
    assert_eq!(run.code, 0, "{}", run.err);
    let report = workshop.source().with_file_name("check.csv");
    let run =
        snapshot(&["check".as_ref(), workshop.data().as_os_str(), "--report".as_ref(), report.as_os_str()]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert_eq!(cells(&report)[1][9], "問題はありません。");
}

#[test]
fn a_report_takes_no_other_name_and_nothing_elses_place() {
    let workshop = Workshop::new();
    for name in ["report.txt", "report", "report.xlsx", "nowhere/report.html", "source/municipalities.csv"] {
        let before = workshop.read("municipalities.csv");
        let (run, file) = build(&workshop, name);
        assert_eq!(run.code, 2, "{name}: {}", run.err);
        assert!(run.err.contains("--report"), "{}", run.err);
        assert!(!workshop.data().exists(), "nothing is built");
        assert!(!file.exists() || workshop.read("municipalities.csv") == before);
    }
}

#[test]
fn what_was_probably_meant_is_told_and_never_used() {
    let workshop = Workshop::new();
    let mistakes: [(&str, Value, &str); 13] = [
        ("system_type", json!("電子申請システム"), "電子申請"),
        ("status", json!("運用中"), "稼働中"),
        ("introduced", json!("2023/4"), "2023-04"),
        ("introduced", json!("令和5年4月"), "2023-04"),
        ("introduced", json!("令和5年度"), "2023 / 2024"),
        ("participants_count", json!("2"), "2"),
        ("prefecture_code", json!(31), "\"31\""),
        ("initial_cost_yen", json!("120万円"), "1200000"),
        ("annual_cost_yen", json!("1,000万円以上5,000万円未満"), "[10000000,49999999]"),
        ("specification_available", json!("有"), "true"),
        ("contract_years", json!("5年"), "5"),
        ("participants_names", json!(["鳥取市", "米子 市"]), "米子市"),
        ("benefits", json!(["費用の削減"]), "費用削減"),
    ];
    let cases = (1..).zip(&mistakes).map(|(number, (key, value, _))| {
        let mut case = full_case();
        case["id"] = json!(format!("31-x-{number}"));
        case[*key] = value.clone();
        case
    });
    workshop.write_cases(&cases.collect::<Vec<_>>());
    let (run, table) = build(&workshop, "report.csv");
    assert_eq!(run.code, 1);
    let cells = cells(&table);
    for (number, (key, value, meant)) in (1..).zip(&mistakes) {
        let of_key = cells.iter().filter(|row| row[6] == number.to_string() && row[7].starts_with(key));
        let told: Vec<&str> = of_key.map(|row| row[11].as_str()).collect();
        assert!(told.contains(meant), "{key} {value}: {told:?}");
    }
    assert!(!workshop.data().exists(), "nothing is written");
}
