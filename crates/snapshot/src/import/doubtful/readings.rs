//! Names and readings that no longer go together.

use std::collections::HashMap;

use super::super::compared::ComparedSheet;
use super::super::make::NewTables;
use super::super::table::NewRow;
use super::became;
use crate::problem::Report;

/// The ends of names of places with their readings.
const ENDS: [(&str, &[&str]); 8] = [
    ("市", &["し"]),
    ("区", &["く"]),
    ("町", &["まち", "ちょう"]),
    ("村", &["むら", "そん"]),
    ("都", &["と"]),
    ("道", &["どう"]),
    ("府", &["ふ"]),
    ("県", &["けん"]),
];

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
        let why = if cell.column == kana && !ends_as_read(&named, &read) {
            format!("「{named}」の終わりの読みと合いません。")
        } else if let (Some((_, other)), true) = (other, cell.column == kana) {
            format!("「{other}」のかなと同じです。名称は「{named}」です。")
        } else if cell.column == kana && is_alone {
            format!("名称は「{named}」のままです。読みを確かめてください。")
        } else if is_alone && ends_as_read(&named, &read) {
            format!("かなは「{read}」のままです。読みも変わるのなら、かなも直してください。")
        } else {
            continue;
        };
        notes.push(format!("{}{why}", became(sheet, cell, &place)));
    }
    notes
}

/// Tells if the end of a name may be read so; also where nothing is known of it.
fn ends_as_read(name: &str, kana: &str) -> bool {
    let of = ENDS.iter().find(|(end, _)| name.ends_with(end));
    of.is_none_or(|(_, readings)| readings.iter().any(|reading| kana.ends_with(reading)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_have_their_readings() {
        for (name, kana, expected) in [
            ("倉吉市", "くらよしし", true),
            ("倉吉市", "くらよしちょう", false),
            ("三朝町", "みささちょう", true),
            ("岩泉町", "いわいずみまち", true),
            ("読谷村", "よみたんそん", true),
            ("ほか", "なに", true),
        ] {
            assert_eq!(ends_as_read(name, kana), expected, "{name} {kana}");
        }
    }
}
