//! Heads of tables of others, as people write them: units, levels that are not merged, words before the known one.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::program::{Run, Workshop, snapshot};

/// A folder with a table of one case, and the mapping of its columns.
pub struct Table {
    pub workshop: Workshop,
    mapping: PathBuf,
}

impl Table {
    /// `columns` are lines of the mapping; `rows` those of the table, the heads first.
    pub fn new(columns: &str, rows: &[&str]) -> Self {
        let workshop = Workshop::new();
        workshop.write_cases(&[]);
        let mapping = workshop.file("../mapping.toml");
        fs::write(
            &mapping,
            format!(
                "[columns]\nprefecture_code = \"都道府県\"\nsystem_type = \"種別\"\ndomain = \"領域\"\n{columns}\n\
                 [constants]\ntitle = \"見本\"\nlead_organization = \"{{prefecture}}\"\nlead_kind = \"都道府県\"\n\
                 scope = \"都道府県が関わる事例\"\nform = \"共同調達\"\ncost_basis = \"公表額\"\n\
                 [answers]\nall = true\n[settings]\nkind = \"official\"\n"
            ),
        )
        .unwrap();
        fs::write(workshop.file("../table.csv"), rows.join("\n")).unwrap();
        Self { workshop, mapping }
    }

    pub fn file(&self) -> PathBuf {
        self.workshop.file("../table.csv")
    }

    pub fn import(&self) -> Run {
        let source = self.workshop.source();
        let path = |path: &Path| path.display().to_string();
        snapshot(&[
            "import".to_owned(),
            path(&self.file()),
            "--source".to_owned(),
            path(&source),
            "--mapping".to_owned(),
            path(&self.mapping),
        ])
    }

    pub fn case(&self) -> Value {
        let text = self.workshop.read("cases.jsonl");
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 1, "{text}");
        serde_json::from_str(lines[0]).unwrap()
    }
}

pub const TOTTORI: &str = "鳥取県,電子申請,事業部門";

#[test]
fn all_municipalities_may_stand_in_the_column_of_the_count() {
    let columns = "participants_count = \"団体数\"";
    let table = Table::new(columns, &["都道府県,種別,領域,団体数", &format!("{TOTTORI},県内全市町村")]);
    let run = table.import();
    assert_eq!(run.code, 0, "{}", run.err);
    let case = table.case();
    assert_eq!(case["participants_all_in_prefecture"], json!(true));
    assert_eq!(case["participants_count"], json!(null), "nobody counted them");
}

/// A mapping of a table that is no survey: each case must have a source.
pub fn compiled(source: &str) -> Table {
    let table = Table::new("title = \"事例名\"", &["都道府県,種別,領域,事例名", &format!("{TOTTORI},見本")]);
    let text = fs::read_to_string(&table.mapping).unwrap();
    let (text, _) = text.split_once("[answers]").unwrap();
    fs::write(&table.mapping, format!("{source}\n{}", text.replace("title = \"見本\"\n", ""))).unwrap();
    table
}

#[test]
fn the_page_of_the_table_is_a_source_of_each_case() {
    let run = compiled("").import();
    assert!(run.code == 1 && run.err.contains("[source]"), "{}", run.err);

    let page = "[source]\ntitle = \"一覧\"\nurl = \"https://example.jp/list\"\npublisher = \"見本県\"\nclass = \"公的\"";
    let table = compiled(page);
    for _ in 0..2 {
        let run = table.import();
        assert_eq!(run.code, 0, "{}", run.err);
        let sources = table.case()["sources"].clone();
        assert_eq!(sources.as_array().map(Vec::len), Some(1), "once, however often: {sources}");
        assert_eq!(sources[0]["url"], json!("https://example.jp/list"));
        assert_eq!(sources[0]["key"], json!("s1"));
    }

    let run = compiled(&page.replace("publisher", "publishr")).import();
    assert_eq!(run.code, 1);
    for told in ["publishr", "「publisher」", "publisher（発行者）がありません"] {
        assert!(run.err.contains(told), "{told}: {}", run.err);
    }
}

#[test]
fn a_head_that_two_columns_have_is_told_with_both() {
    let rows = ["都道府県,種別,領域,受託者,受託者".to_owned(), format!("{TOTTORI},甲社,乙社")];
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let run = Table::new("vendor = \"受託者\"", &rows).import();
    assert!(
        run.code == 1 && run.err.contains("見出し「受託者」の列が2つあります（4列目、5列目）"),
        "{}",
        run.err
    );
}

#[test]
fn a_table_is_spoken_of_by_its_own_heads() {
    let columns = "participants_names = \"構成市町村\"\nparticipants_count = \"団体数\"";
    let rows = ["都道府県,種別,領域,構成市町村,団体数".to_owned(), format!("{TOTTORI},鳥取市、倉吉市,3")];
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let run = Table::new(columns, &rows).import();
    assert!(run.code == 1 && run.err.contains("団体数（参加自治体数）"), "{}", run.err);
    for word in ["シート「", "participants", "cases.jsonl"] {
        assert!(!run.err.contains(word), "{word}: {}", run.err);
    }
}

#[test]
fn one_run_tells_what_cannot_be_read_and_what_the_tables_refuse() {
    let columns = "introduced = \"時期\"\nparticipants_names = \"参加\"";
    let rows = [
        "都道府県,種別,領域,時期,参加".to_owned(),
        // This cell cannot be read, and what is wrong in its row beside it is told.
        format!("{TOTTORI},令和5年13月,鳥取市、米子村"),
        // The mapping lacks what goes with the date.
        "鳥取県,GIS,事業部門,2023-04,倉吉村".to_owned(),
        // Nothing that follows from a prefecture that is none.
        "鳥取圏,GIS,事業部門,2023-04,".to_owned(),
    ];
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let table = Table::new(columns, &rows);
    let run = table.import();
    assert_eq!(run.code, 1);
    for told in
        ["13月という月は", "米子村", "倉吉村", "もしかして： 「鳥取県」", "[constants] に introduced_kind"]
    {
        assert!(run.err.contains(told), "{told}: {}", run.err);
    }
    assert!(run.err.contains("問題は全部で5件です"), "each once: {}", run.err);
    assert_eq!(table.workshop.read("cases.jsonl"), "", "nothing is half-written");
}

#[test]
fn a_guess_knows_heads_by_their_last_word_and_levels_that_are_not_merged() {
    let rows = [
        "共同調達の一覧",
        "No,都道府県,領域,システムの種別,共同調達の名称,費用（千円）,,国等の補助金の利用,調達に至った経緯,回答団体",
        ",,,,,初期費用規模,年間運用費規模,,,",
        "1,鳥取県,事業部門,電子申請,見本,120,30,有,検討した,鳥取県",
    ];
    let table = Table::new("", &rows);
    let file = table.file();
    let source = table.workshop.source();
    let run = snapshot(&[
        "import".as_ref(),
        file.as_os_str(),
        "--guess".as_ref(),
        "--source".as_ref(),
        source.as_os_str(),
    ]);
    assert_eq!(run.code, 0, "{}", run.err);
    let text = fs::read_to_string(table.workshop.file("../table.mapping.toml")).unwrap();
    let guessed: toml::Table = toml::from_str(&text).unwrap();
    let columns = guessed["columns"].as_table().unwrap();
    for (key, head) in [
        ("title", "共同調達の名称"),
        ("subsidy_used", "国等の補助金の利用"),
        ("background", "調達に至った経緯"),
        ("prefecture_code", "都道府県"),
    ] {
        assert_eq!(columns[key].as_str(), Some(head), "{text}");
    }
    for (key, lower) in [("initial_cost_yen", "初期費用規模"), ("annual_cost_yen", "年間運用費規模")]
    {
        let cost = columns[key].as_table().unwrap();
        assert_eq!(cost["unit"].as_str(), Some("千円"), "of the upper level: {text}");
        assert_eq!(cost["head"].as_str(), Some(&*format!("費用（千円）／{lower}")), "{text}");
    }
    assert!(text.contains("#   \"回答団体\""), "who answered has no column: {text}");
}

#[test]
fn a_guess_takes_every_sheet_of_cases_and_the_short_heads_of_offices() {
    let heads = [
        ("県名", "prefecture_code"),
        ("種別", "system_type"),
        ("案件の名前", "title"),
        ("幹事団体", "lead_organization"),
        ("構成市町村", "participants_names"),
        ("イニシャル（千円）", "initial_cost_yen"),
        ("ランニング（年額・千円）", "annual_cost_yen"),
        ("業者", "vendor"),
        ("補助", "subsidy_used"),
    ];
    let workshop = Workshop::new();
    let file = workshop.file("../offices.xlsx");
    let mut book = rust_xlsxwriter::Workbook::new();
    for name in ["中国", "四国"] {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        for (column, (head, _)) in (0..).zip(heads) {
            sheet.write(0, column, head).unwrap();
            sheet.write(1, column, "見本").unwrap();
        }
    }
    let notes = book.add_worksheet().set_name("記入要領").unwrap();
    notes.write(0, 0, "種別").unwrap();
    notes.write(1, 0, "一覧から選ぶ").unwrap();
    notes.write(1, 1, "必ず書く").unwrap();
    book.save(&file).unwrap();
    let run = snapshot(&[
        "import".as_ref(),
        file.as_os_str(),
        "--guess".as_ref(),
        "--source".as_ref(),
        workshop.source().as_os_str(),
    ]);
    assert_eq!(run.code, 0, "{}", run.err);
    let text = fs::read_to_string(workshop.file("../offices.mapping.toml")).unwrap();
    let guessed: toml::Table = toml::from_str(&text).unwrap();
    for (head, key) in heads {
        let column = &guessed["columns"][key];
        let named = column.get("head").unwrap_or(column);
        assert_eq!(named.as_str(), Some(head), "{text}");
    }
    let sheets: Vec<&str> =
        guessed["table"]["sheets"].as_array().unwrap().iter().filter_map(toml::Value::as_str).collect();
    assert_eq!(sheets, ["中国", "四国"], "{text}");
    assert!(!text.contains("一覧から選ぶ"), "{text}");
}
