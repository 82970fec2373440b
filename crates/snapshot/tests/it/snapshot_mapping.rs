//! Tables of others, imported by a mapping.

use std::fs;
use std::path::{Path, PathBuf};

use joint_procurement_core::domain::{Catalog, SnapshotKind};
use joint_procurement_core::files::parse;
use serde_json::{Value, json};

use crate::program::{Run, Workshop, contents, snapshot};
use crate::survey_book::{BELOW, GIFU, HEADS, TOTTORI, survey};

pub fn official() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/mapping/official.toml")
}

/// A workshop without cases, and without answers.
pub fn empty() -> Workshop {
    let workshop = Workshop::new();
    workshop.write_cases(&[]);
    workshop
}

pub fn import(workshop: &Workshop, file: &Path, more: &[&str]) -> Run {
    let source = workshop.source();
    let mut arguments = vec!["import".as_ref(), file.as_os_str(), "--source".as_ref(), source.as_os_str()];
    arguments.extend(more.iter().map(|it| std::ffi::OsStr::new(*it)));
    snapshot(&arguments)
}

pub fn cases(workshop: &Workshop) -> Vec<Value> {
    workshop.read("cases.jsonl").lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn one_command_publishes_the_answers_of_a_survey() {
    let workshop = empty();
    let file = workshop.file("../回答.xlsx");
    survey(&file, &[("西日本", &[TOTTORI, BELOW]), ("中部", &[GIFU])]);
    let (mapping, out) = (official(), workshop.data());
    let more = ["--mapping", mapping.to_str().unwrap(), "--out", out.to_str().unwrap()];
    let run = import(&workshop, &file, &more);
    assert_eq!(run.code, 0, "{}", run.err);
    let catalog = fs::read(out.join("catalog.json")).unwrap();
    let catalog: Catalog = parse("catalog.json", &catalog).unwrap();
    assert_eq!(catalog.snapshots[0].kind, SnapshotKind::Official);
    assert_eq!(workshop.read("answers.csv").lines().count(), 48, "every prefecture has answered");

    let cases = cases(&workshop);
    let ids: Vec<&str> = cases.iter().filter_map(|case| case["id"].as_str()).collect();
    assert_eq!(ids, ["21-rpa-2021", "31-document-management-2023", "31-online-application-2023"]);
    let [gifu, below, tottori] = &cases[..] else { panic!("{}", cases.len()) };
    for (key, value) in [
        ("system_type", json!("電子申請")),
        ("prefecture_code", json!("31")),
        ("lead_organization", json!("鳥取県")),
        ("participants_count", json!(19)),
        ("participants_all_in_prefecture", json!(true)),
        ("stated_population", json!(543_615)),
        ("stated_staff", json!(null)),
        ("initial_cost_yen", json!([10_000_000, 49_999_999])),
        ("annual_cost_yen", json!(1_200_000)),
        ("introduced", json!("2023-04")),
        ("subsidy_used", json!(true)),
        ("specification_available", json!(true)),
        ("benefits", json!(["費用削減", "業務の標準化"])),
        ("background", json!("背景の 文")),
        ("cost_basis", json!("公表額")),
    ] {
        assert_eq!(tottori[key], value, "{key}");
    }
    for (key, value) in [
        ("prefecture_code", json!("31")),
        ("participants_names", json!(["鳥取市", "米子市"])),
        ("initial_cost_yen", json!(null)),
        ("annual_cost_yen", json!(350_000_000)),
        ("introduced", json!("2023-10")),
        ("subsidy_used", json!(false)),
        ("specification_available", json!(false)),
        ("contact_department", json!(null)),
        ("missing", json!({ "contact_department": "no_answer" })),
    ] {
        assert_eq!(below[key], value, "{key}");
    }
    assert_eq!((&gifu["cost_basis"], &gifu["introduced_kind"]), (&json!(null), &json!("service_start")));
    // Whatever was read in another form is told, with a cell.
    for told in ["I5", "1,000万円以上5,000万円未満", "10000000-49999999", "電子申請システム", "「不明」"]
    {
        assert!(run.err.contains(told) || run.out.contains(told), "{told}: {}{}", run.out, run.err);
    }
}

#[test]
fn importing_again_keeps_ids_and_what_is_not_in_the_table() {
    let workshop = empty();
    let file = workshop.file("../回答.xlsx");
    survey(&file, &[("回答", &[TOTTORI, BELOW])]);
    let mapping = official();
    let more = ["--mapping", mapping.to_str().unwrap()];
    assert_eq!(import(&workshop, &file, &more).code, 0);
    let first = workshop.read("cases.jsonl");
    assert_eq!(import(&workshop, &file, &more).code, 0);
    assert_eq!(workshop.read("cases.jsonl"), first, "nothing has changed");
    // A person adds what the survey did not ask for, and the introduction of a case is corrected.
    workshop.replace("cases.jsonl", "\"vendor\": null", "\"vendor\": \"見本株式会社\"");
    let mut corrected = TOTTORI;
    corrected[10] = "令和6年4月";
    survey(&file, &[("回答", &[corrected, BELOW])]);
    let run = import(&workshop, &file, &more);
    assert_eq!(run.code, 0, "{}", run.err);
    let cases = cases(&workshop);
    assert!(cases.iter().any(|case| case["vendor"] == "見本株式会社"));
    let found = cases.iter().find(|case| case["id"] == "31-online-application-2023").unwrap();
    assert_eq!(found["introduced"], "2024-04", "it is the same case");
}

#[test]
fn what_cannot_be_read_is_told_with_its_cell_and_nothing_is_written() {
    let workshop = empty();
    let file = workshop.file("../回答.xlsx");
    let mut wrong = TOTTORI;
    for (column, cell) in
        [(0, "鳥取"), (2, "電子入礼"), (8, "応相談"), (10, "令和5年13月"), (13, "費用の削減")]
    {
        wrong[column] = cell;
    }
    survey(&file, &[("回答", &[TOTTORI, wrong])]);
    let before = contents(&workshop.source());
    let mapping = official();
    let run = import(&workshop, &file, &["--mapping", mapping.to_str().unwrap()]);
    assert_eq!(run.code, 1, "{}", run.err);
    assert_eq!(contents(&workshop.source()), before, "nothing is half-written");
    for told in ["C6", "電子入礼", "電子入札", "I6", "K6", "令和5年13月", "N6", "費用の削減"]
    {
        assert!(run.err.contains(told), "{told}: {}", run.err);
    }
    // 鳥取 means 鳥取県 and nothing else.
    let (problems, _) = run.err.split_once("お知らせ").unwrap();
    assert!(!problems.contains("A6"), "{}", run.err);
}

#[test]
fn a_mistake_that_only_the_tables_know_is_placed_in_the_sheet() {
    let workshop = empty();
    let file = workshop.file("../回答.xlsx");
    let mut wrong = BELOW;
    wrong[5] = "鳥取市、米子村";
    survey(&file, &[("回答", &[TOTTORI, wrong])]);
    let mapping = official();
    let run = import(&workshop, &file, &["--mapping", mapping.to_str().unwrap()]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("F6") && run.err.contains("米子村"), "{}", run.err);
}

#[test]
fn a_table_in_shift_jis_is_read_like_one_in_utf_8() {
    let line = |cells: &[&str]| {
        let cells: Vec<String> = cells.iter().map(|cell| format!("\"{cell}\"")).collect();
        format!("{}\r\n", cells.join(","))
    };
    let heads: Vec<&str> =
        HEADS.iter().map(|(upper, lower)| if lower.is_empty() { *upper } else { *lower }).collect();
    let text = line(&heads) + &line(&TOTTORI) + &line(&GIFU);
    let (shift_jis, _, _) = encoding_rs::SHIFT_JIS.encode(&text);
    let mapping = official();
    let imported: Vec<String> = [text.as_bytes(), &shift_jis]
        .into_iter()
        .map(|bytes| {
            let workshop = empty();
            let file = workshop.file("../answers.csv");
            fs::write(&file, bytes).unwrap();
            let run = import(&workshop, &file, &["--mapping", mapping.to_str().unwrap()]);
            assert_eq!(run.code, 0, "{}", run.err);
            workshop.read("cases.jsonl")
        })
        .collect();
    assert_eq!(imported[0], imported[1]);
    assert_eq!(imported[0].lines().count(), 2);
}

#[test]
fn nothing_of_a_withheld_row_is_told() {
    let workshop = empty();
    let text = fs::read_to_string(official()).unwrap();
    let mapping = workshop.file("../withheld.toml");
    fs::write(&mapping, text.replacen("[columns]\n", "[columns]\nwithheld = \"非掲載\"\n", 1)).unwrap();
    let file = workshop.file("../answers.csv");
    let heads: Vec<&str> =
        HEADS.iter().map(|(upper, lower)| if lower.is_empty() { *upper } else { *lower }).collect();
    let line = |cells: &[&str], mark: &str| {
        let cells: Vec<String> = cells.iter().chain(&[mark]).map(|cell| format!("\"{cell}\"")).collect();
        cells.join(",") + "\n"
    };
    let (mut secret, mut wrong) = (TOTTORI, TOTTORI);
    secret[8] = "7,654万円";
    wrong[2] = "秘密の種別";
    for (row, code) in [(secret, 0), (wrong, 1)] {
        let table = line(&heads, "非掲載") + &line(&row, "○") + &line(&GIFU, "");
        fs::write(&file, table).unwrap();
        let run = import(&workshop, &file, &["--mapping", mapping.to_str().unwrap()]);
        assert_eq!(run.code, code, "{}", run.err);
        let told = run.out + &run.err;
        assert!(!told.contains("7,654") && !told.contains("秘密") && !told.contains("76540000"), "{told}");
        assert!(told.contains("2021/4"), "of the other row all is told: {told}");
    }
}

#[test]
fn a_guessed_mapping_names_every_head_and_is_not_written_over() {
    let workshop = empty();
    let file = workshop.file("../回答.xlsx");
    survey(&file, &[("回答", &[TOTTORI])]);
    let run = import(&workshop, &file, &["--guess"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let guessed = workshop.file("../回答.mapping.toml");
    let text = fs::read_to_string(&guessed).unwrap();
    let table: toml::Table = toml::from_str(&text).unwrap();
    for key in
        ["prefecture_code", "system_type", "participants_count", "initial_cost_yen", "introduced", "benefits"]
    {
        assert!(table["columns"].get(key).is_some(), "{key}: {text}");
    }
    for (upper, lower) in HEADS {
        let head: String = if lower.is_empty() { upper } else { lower }.split_whitespace().collect();
        assert!(text.contains(&head), "{head}: {text}");
    }
    assert_eq!(import(&workshop, &file, &["--guess"]).code, 1, "a person may have worked on it");
    assert_eq!(fs::read_to_string(&guessed).unwrap(), text);
}
