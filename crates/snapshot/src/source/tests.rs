//! One wrong cell hides no other mistake, and what follows from it is not told again.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use tempfile::TempDir;

use super::columns::{CASES, SETTINGS, Shape, TABLES};
use super::*;

/// The kinds of problems to which one wrong cell may lead, itself included.
const MOST: usize = 4;
/// The line that is spoilt.
const LINE: usize = 6;

/// The real tables, with every tenth case and the corrections of none.
fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    let real = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/data/source");
    for name in listing::names().into_iter().filter(|name| real.join(name).is_file()) {
        let to = folder.path().join(&name);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        let text = fs::read_to_string(real.join(&name)).unwrap();
        let kept: Vec<&str> = match name.as_str() {
            CASES_FILE => text.lines().step_by(10).collect(),
            errata::FILE => text.lines().take(1).collect(),
            _ => text.lines().collect(),
        };
        fs::write(to, kept.join("\n") + "\n").unwrap();
    }
    Edit(folder.path()).lines(errata::FILE, |lines| lines.push("2026-11-22,,,あ,い,写し間違い,".to_owned()));
    folder
}

/// A table as it is edited: lines, and cells where it is CSV.
struct Edit<'a>(&'a Path);

impl Edit<'_> {
    fn lines(&self, file: &str, change: impl FnOnce(&mut Vec<String>)) {
        let path = self.0.join(file);
        let mut lines: Vec<String> = fs::read_to_string(&path).unwrap().lines().map(str::to_owned).collect();
        change(&mut lines);
        fs::write(path, lines.join("\n") + "\n").unwrap();
    }

    /// Puts a text into a cell of a line below the header; `false` where it is there already.
    fn cell(&self, file: &str, line: usize, column: &str, text: &str) -> bool {
        let path = self.0.join(file);
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_path(&path).unwrap();
        let mut rows: Vec<Vec<String>> =
            reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
        let at = rows[0].iter().position(|head| head == column).unwrap();
        let line = if line < rows.len() { line } else { 1 };
        let before = std::mem::replace(&mut rows[line][at], text.to_owned());
        let mut writer = csv::Writer::from_path(path).unwrap();
        rows.iter().for_each(|row| writer.write_record(row).unwrap());
        before != text
    }

    fn case(&self, line: usize, key: &str, value: Value) -> bool {
        let mut is_new = false;
        self.lines(CASES_FILE, |lines| {
            let mut case: Value = serde_json::from_str(&lines[line]).unwrap();
            is_new = case.get(key) != Some(&value);
            case[key] = value;
            lines[line] = case.to_string();
        });
        is_new
    }
}

const CASES_FILE: &str = CASES.file;

/// Mistakes of their own, each in a table, with the text that is told of each.
fn spoil(folder: &Path) -> Vec<&'static str> {
    let edit = Edit(folder);
    edit.case(20, "participants_count", Value::Null);
    edit.case(20, "participants_names", json!(["架空市"]));
    edit.case(21, "system_type", json!("架空種別"));
    edit.lines(errata::FILE, |lines| {
        lines.push("2026-11-23,31-nothing-1,vendor,あ,い,写し間違い,".to_owned())
    });
    edit.cell("municipalities.csv", 900, "kana", "カタカナ");
    edit.cell("prefectures.csv", 31, "population", "111111");
    edit.cell("wards.csv", 100, "city", "架空の市");
    edit.cell("counties.csv", 100, "municipalities", "999999");
    edit.cell("funding_sources.csv", 3, "funding", "zzz-none");
    edit.cell("policy_notes.csv", 2, "system_type", "yyy-none");
    edit.lines(SETTINGS.file, |lines| {
        for line in lines.iter_mut().filter(|line| line.starts_with("towns")) {
            *line = "towns = 7777".to_owned();
        }
    });
    vec![
        "架空市",
        "架空種別",
        "31-nothing-1",
        "カタカナ",
        "111111",
        "架空の市",
        "999999",
        "zzz-none",
        "yyy-none",
        "7777",
    ]
}

/// Reads tables with those mistakes and one more.
fn check(what: &str, break_one: impl FnOnce(&Edit<'_>) -> bool) {
    let folder = folder();
    let told = spoil(folder.path());
    if !break_one(&Edit(folder.path())) {
        return;
    }
    let mut report = Report::default();
    assert!(read(folder.path(), Given::default(), &mut report).is_none());
    let text = report.to_string();
    let hidden: Vec<&&str> = told.iter().filter(|word| !text.contains(**word)).collect();
    assert!(hidden.is_empty(), "{what} hides {hidden:?}: {text}");
    assert!(report.kinds() <= told.len() + MOST, "{what}: {text}");
    assert!(report.found() > told.len(), "{what} is not told: {text}");
}

/// Breaks one cell of each column of a table.
fn check_columns(file: &str) {
    let table = TABLES.iter().find(|table| table.file == file).unwrap();
    for column in table.columns {
        let bad = if column.required { "" } else { "間違い" };
        let is_text = !column.required && matches!(column.kind, columns::Kind::Text);
        let bad = if is_text { " 前に空白" } else { bad };
        check(&format!("{file} {}", column.name), |edit| edit.cell(file, LINE, column.name, bad));
    }
}

#[test]
fn the_mistakes_themselves_are_told_once_each() {
    let folder = folder();
    let mut report = Report::default();
    assert!(read(folder.path(), Given::default(), &mut report).is_some(), "{report}");
    let told = spoil(folder.path());
    assert!(read(folder.path(), Given::default(), &mut report).is_none());
    assert_eq!(report.count(), told.len(), "{report}");
}

macro_rules! tables {
    ($($test:ident: $file:literal;)+) => {
        $(#[test]
        fn $test() {
            check_columns($file);
        })+

        #[test]
        fn every_table_is_broken() {
            let broken = [$($file),+];
            let rows = TABLES.iter().filter(|table| matches!(table.shape, Shape::Rows { .. }));
            for table in rows.filter(|table| table.file != answers::FILE) {
                assert!(broken.contains(&table.file), "{}", table.file);
            }
        }
    };
}

tables! {
    a_cell_of_municipalities_hides_nothing: "municipalities.csv";
    a_cell_of_prefectures_hides_nothing: "prefectures.csv";
    a_cell_of_regions_hides_nothing: "regions.csv";
    a_cell_of_counties_hides_nothing: "counties.csv";
    a_cell_of_wards_hides_nothing: "wards.csv";
    a_cell_of_system_types_hides_nothing: "system_types.csv";
    a_cell_of_policy_notes_hides_nothing: "policy_notes.csv";
    a_cell_of_domains_hides_nothing: "domains.csv";
    a_cell_of_benefits_hides_nothing: "benefits.csv";
    a_cell_of_lead_kinds_hides_nothing: "lead_kinds.csv";
    a_cell_of_funding_hides_nothing: "funding.csv";
    a_cell_of_funding_sources_hides_nothing: "funding_sources.csv";
    a_cell_of_synonyms_hides_nothing: "synonyms.csv";
    a_cell_of_errata_hides_nothing: "errata.csv";
}

#[test]
fn a_key_of_a_case_hides_nothing() {
    for key in cases::keys() {
        check(key, |edit| edit.case(LINE, key, json!({"間違い": 1})));
    }
}

#[test]
fn a_key_of_the_settings_hides_nothing() {
    for key in SETTINGS.names.iter().filter(|key| !key.contains('.')) {
        check(key, |edit| {
            edit.lines(SETTINGS.file, |lines| {
                for line in lines.iter_mut().filter(|line| line.starts_with(&format!("{key} ="))) {
                    *line = format!("{key} = 1.5");
                }
            });
            true
        });
    }
}

#[test]
fn a_day_of_publication_that_is_too_early_is_one_mistake() {
    let folder = folder();
    Edit(folder.path()).lines(SETTINGS.file, |lines| {
        for key in ["as_of", "published_at"] {
            for line in lines.iter_mut().filter(|line| line.starts_with(key)) {
                *line = format!("{key} = \"2019-01-01\"");
            }
        }
    });
    let mut report = Report::default();
    assert!(read(folder.path(), Given::default(), &mut report).is_none());
    let text = report.to_string();
    assert!(text.contains("published_at ： この日より後の日付"), "{text}");
    assert!(!text.contains("より後の日です"), "{text}");
}

#[test]
fn a_key_that_repeats_another_is_a_lost_key() {
    let folder = folder();
    Edit(folder.path()).cell("benefits.csv", 1, "name", "事務負担軽減");
    let mut report = Report::default();
    assert!(read(folder.path(), Given::default(), &mut report).is_none());
    assert_eq!(report.count(), 1, "{report}");
}
