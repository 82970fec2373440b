//! Names and readings that no longer go together.

use std::collections::HashMap;

use super::super::compared::ComparedSheet;
use super::super::make::NewTables;
use super::super::table::NewRow;
use super::became;
use crate::problem::Report;

/// Gives the notes on a sheet. An end that cannot be that of the name is told where the table is read.
pub fn notes(sheet: &ComparedSheet, new: &NewTables, report: &Report) -> Vec<String> {
    let columns = ["name", "kana"].map(|name| sheet.place_of(name));
    let [Some(name), Some(kana)] = columns else { return Vec::new() };
    let rows = new.tables.get(sheet.table().file).map(Vec::as_slice).unwrap_or_default();
    let changed: Vec<_> =
        sheet.cells(report).filter(|(_, cell, _)| [name, kana].contains(&cell.column)).collect();
    if changed.is_empty() {
        return Vec::new();
    }
    let by_row: HashMap<u32, &NewRow> = rows.iter().map(|row| (row.row, row)).collect();
    let text = |row: &NewRow, column: usize| row.cells.get(column).cloned().unwrap_or_default();
    let mut names: HashMap<String, Vec<(u32, String)>> = HashMap::new();
    for row in rows {
        names.entry(text(row, kana)).or_default().push((row.row, text(row, name)));
    }
    let mut notes = Vec::new();
    for (row, cell, place) in changed {
        let Some(now) = by_row.get(&row.row) else { continue };
        let (named, read) = (text(now, name), text(now, kana));
        if named.is_empty() || read.is_empty() || cell.before.is_empty() {
            continue;
        }
        let is_alone = row.cell(name).is_none() || row.cell(kana).is_none();
        let others = names.get(&read).map(Vec::as_slice).unwrap_or_default();
        let other = others.iter().find(|(at, other)| *at != row.row && *other != named);
        let why = if let (Some((_, other)), true) = (other, cell.column == kana) {
            format!("「{other}」のかなと同じです。名称は「{named}」です。")
        } else if cell.column == kana && is_alone {
            format!("名称は「{named}」のままです。読みを確かめてください。")
        } else if is_alone {
            format!("かなは「{read}」のままです。読みも変わるのなら、かなも直してください。")
        } else {
            continue;
        };
        notes.push(format!("{}{why}", became(sheet, cell, &place)));
    }
    notes
}
