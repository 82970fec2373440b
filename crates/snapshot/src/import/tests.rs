use std::fs;

use proptest::prelude::*;
use tempfile::TempDir;

use super::sheet::{Head, read_sheet};
use super::*;
use crate::source::columns::{self, Kind};
use crate::workbook::cell::Cell;
use crate::workbook::{self, Sheets};

/// Writes texts into the cells of a table and reads them back.
fn through_a_workbook(rows: &[[String; 2]]) -> Vec<Vec<String>> {
    let cells = rows.iter().map(|row| row.iter().map(|text| Cell::of_text(&Kind::Text, text)).collect());
    let sheets = Sheets {
        sheets: vec![(columns::SYNONYMS, cells.collect())],
        withheld: std::collections::HashSet::new(),
        published_at: None,
    };
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("a.xlsx");
    fs::write(&path, workbook::write::bytes(&sheets).unwrap()).unwrap();
    let mut report = Report::default();
    let mut book = Book::open(&path, &mut report).unwrap();
    let heads: Vec<Head> = columns::SYNONYMS
        .columns
        .iter()
        .map(|column| Head { name: column.name, ja: column.ja, required: false })
        .collect();
    let found = read_sheet(
        &mut book,
        columns::SYNONYMS.sheet,
        columns::SYNONYMS.sheet,
        &heads,
        |_, _| Kind::Text,
        &mut report,
    )
    .unwrap();
    assert!(report.is_clean() && report.notes().is_empty(), "{report:?}");
    found.rows.iter().map(|row| row.cells.iter().map(ToString::to_string).collect()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// But for carriage returns, which programs put into cells and take out of them, and two that XML cannot hold.
    #[test]
    fn any_text_of_a_cell_survives(
        rows in proptest::collection::vec(["[^\r\u{fffe}\u{ffff}]{1,20}", "[^\r\u{fffe}\u{ffff}]{0,20}"], 1..20)
    ) {
        // A row of blanks is an empty one.
        prop_assume!(rows.iter().all(|row| row.iter().any(|text| !text.trim().is_empty())));
        prop_assert_eq!(through_a_workbook(&rows), rows.iter().map(|row| row.to_vec()).collect::<Vec<_>>());
    }
}

#[test]
fn texts_that_look_like_something_else_stay_texts() {
    let rows = [
        ["=1+1", "+81"],
        ["011002", "1/2"],
        ["2023-04", "1E5"],
        ["TRUE", "#REF!"],
        [" 前", "後 "],
        ["_x000D_", "_x0041_"],
        ["<b>&amp;", "'引用"],
        ["一\n二", "\t"],
    ];
    let rows = rows.map(|row| row.map(str::to_owned));
    assert_eq!(through_a_workbook(&rows), rows.map(|row| row.to_vec()));
}
