//! Many cells that are empty now: somebody may have pressed a key with more of them selected than meant.

use std::collections::BTreeMap;

use super::super::compared::ComparedSheet;
use crate::problem::{Report, first};

/// The cells from which on somebody should look again.
const MANY: usize = 3;
/// The cells that are named of a column.
const NAMED: usize = 3;

/// Gives a note for each sheet with many of them.
pub fn notes(sheets: &[ComparedSheet], report: &Report) -> BTreeMap<&'static str, String> {
    let mut notes = BTreeMap::new();
    for sheet in sheets {
        let mut columns: BTreeMap<usize, Vec<String>> = BTreeMap::new();
        for (_, cell, place) in sheet.cells(report).filter(|(_, cell, _)| cell.is_emptied()) {
            columns.entry(cell.column).or_default().extend(place.cell_name());
        }
        let count: usize = columns.values().map(Vec::len).sum();
        if count < MANY {
            continue;
        }
        let named = columns.iter().map(|(at, cells)| {
            let ja = sheet.table().columns.get(*at).map_or("", |column| column.ja);
            format!("「{ja}」{}個（{}）", cells.len(), first(cells, NAMED, "個"))
        });
        let name = sheet.table().sheet;
        let named: Vec<String> = named.collect();
        notes.insert(
            name,
            format!(
                "シート「{name}」： 値のあった{count}個のセルが空欄になりました：{}。消すつもりだったか、確かめてください。",
                named.join("、")
            ),
        );
    }
    notes
}
