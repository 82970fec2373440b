//! A CSV table made new from its sheet. Rows that say what they said keep their bytes.

use std::collections::{HashMap, HashSet};

use super::compared::{ChangedRow, Differences, Pairs, pair};
use super::sheet::{FoundRow, FoundSheet};
use super::value::to_text;
use crate::source::columns::{Shape, Table};
use crate::workbook::cell::Cell;
use crate::workbook::folder::Rows;

/// A table made from its sheet.
#[derive(Debug, Default)]
pub struct Rebuilt {
    /// The first line of the file.
    pub head: String,
    pub rows: Vec<NewRow>,
    /// The file is another than it was.
    pub is_changed: bool,
    pub changes: Changes,
    pub differences: Differences,
}

/// A row of a table that was made from its sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRow {
    /// The row of the sheet, counted from 0.
    pub row: u32,
    /// In the order of the columns of the table.
    pub cells: Vec<String>,
    /// The text of the row in the file, without the line break.
    pub raw: String,
}

/// The line with which a row begins, counted from 1, and its row on the sheet, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineOf {
    pub line: usize,
    pub row: u32,
}

/// Gives the text of a file.
pub fn text(head: &str, rows: &[NewRow]) -> String {
    [head].into_iter().chain(rows.iter().map(|row| row.raw.as_str())).flat_map(|raw| [raw, "\n"]).collect()
}

/// Gives the lines with which the rows begin.
pub fn lines(rows: &[NewRow]) -> Vec<LineOf> {
    let mut line = 2;
    let mut lines = Vec::new();
    for NewRow { row, raw, .. } in rows {
        lines.push(LineOf { line, row: *row });
        line += raw.matches('\n').count() + 1;
    }
    lines
}

/// The differences between a sheet and its table.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Changes {
    pub added: usize,
    pub changed: usize,
    /// The keys of rows that are gone, or the first cells where rows have no key.
    pub removed: Vec<String>,
    /// Rows that are gone with their case, or whose place the imported table has the right to fill.
    pub removed_along: usize,
    /// The rows that say what they said, but for their keys.
    pub renamed: Vec<Renamed>,
    /// The rows stand in another order.
    pub moved: bool,
}

/// A row with another key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renamed {
    pub from: String,
    pub to: String,
    /// The place of the key on the sheet, counted from 0.
    pub row: u32,
    pub column: u32,
}

impl Changes {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Makes the table. One that the folder does without stays away while its sheet is empty.
pub fn rebuild(table: &Table, old: &Rows, found: &FoundSheet) -> Rebuilt {
    let mut rows: Vec<(u32, Vec<String>)> =
        found.rows.iter().map(|row| (row.row, texts(table, row))).collect();
    let (head, order, old_rows) = match old {
        Rows::Absent if rows.is_empty() => return Rebuilt::default(),
        Rows::Absent => (record(table.names.iter().copied()), (0..table.names.len()).collect(), &[][..]),
        Rows::Present { head, order, rows } => (head.clone(), order.clone(), rows.as_slice()),
    };
    if let Shape::Rows { ordered_by: Some(column) } = table.shape
        && let Some(at) = table.place(column)
    {
        rows.sort_by(|(_, one), (_, other)| one.get(at).cmp(&other.get(at)));
    }
    let raws: HashMap<&[String], &str> =
        old_rows.iter().map(|row| (row.cells.as_slice(), row.raw.as_str())).collect();
    let raw = |cells: &[String]| match raws.get(cells) {
        Some(raw) => (*raw).to_owned(),
        None => {
            let mut in_file = vec![""; order.len()];
            for (cell, at) in cells.iter().zip(&order) {
                if let Some(place) = in_file.get_mut(*at) {
                    *place = cell;
                }
            }
            record(in_file)
        }
    };
    let rows: Vec<NewRow> =
        rows.into_iter().map(|(row, cells)| NewRow { row, raw: raw(&cells), cells }).collect();
    let old_cells: Vec<&[String]> = old_rows.iter().map(|row| row.cells.as_slice()).collect();
    let new_cells: Vec<&[String]> = rows.iter().map(|row| row.cells.as_slice()).collect();
    if matches!(old, Rows::Present { .. }) && old_cells == new_cells {
        return Rebuilt { head, rows, ..Rebuilt::default() };
    }
    let mut changes = compare(is_keyed(table), &old_cells, &new_cells);
    let mut pairs = pair(is_keyed(table), &old_cells, &new_cells);
    if is_keyed(table) {
        rename(&mut changes, &mut pairs, &old_cells, &rows, found.column(0));
    }
    let differences = differences(table, pairs, &old_cells, &rows);
    Rebuilt { head, rows, is_changed: true, changes, differences }
}

/// Tells the differences in the words of the sheet.
fn differences(table: &Table, pairs: Pairs, old: &[&[String]], new: &[NewRow]) -> Differences {
    let shown = |cells: &[String]| -> Vec<String> {
        let cells = table.columns.iter().zip(cells);
        cells.map(|(column, cell)| Cell::of_text(&column.kind, cell).text().into_owned()).collect()
    };
    let row = |(was, is): &(usize, usize)| {
        let (was, is) = (old.get(*was)?, new.get(*is)?);
        let (before, after) = (shown(was), shown(&is.cells));
        ChangedRow::of(is.row, before.iter().map(String::as_str), after.iter().map(String::as_str))
    };
    let rows: Vec<ChangedRow> = pairs.changed.iter().filter_map(row).collect();
    let gone = pairs.gone.iter().filter_map(|at| old.get(*at)).map(|row| row.to_vec()).collect();
    Differences { gone, come: pairs.come, ..rows.into() }
}

/// Tells if the first cell names the row.
pub fn is_keyed(table: &Table) -> bool {
    table.names.first().is_some_and(|name| ["code", "slug", "prefecture_code"].contains(name))
}

fn texts(table: &Table, row: &FoundRow) -> Vec<String> {
    table.columns.iter().zip(&row.cells).map(|(column, cell)| to_text(&column.kind, cell)).collect()
}

fn compare(is_keyed: bool, old: &[&[String]], new: &[&[String]]) -> Changes {
    let old_set: HashSet<&[String]> = old.iter().copied().collect();
    let new_set: HashSet<&[String]> = new.iter().copied().collect();
    let gone: Vec<&[String]> = old.iter().copied().filter(|row| !new_set.contains(row)).collect();
    let come: Vec<&[String]> = new.iter().copied().filter(|row| !old_set.contains(row)).collect();
    let key = |row: &[String]| row.first().cloned().unwrap_or_default();
    let (changed, removed): (usize, Vec<String>) = if is_keyed {
        let keys: HashSet<String> = new.iter().map(|row| key(row)).collect();
        let removed: Vec<String> =
            gone.iter().map(|row| key(row)).filter(|key| !keys.contains(key)).collect();
        (gone.len() - removed.len(), removed)
    } else {
        // A row without a key that is another now cannot be told from one that is gone, but their number can.
        let lost = old.len().saturating_sub(new.len()).min(gone.len());
        let (kept, lost) = gone.split_at(gone.len() - lost);
        (kept.len().min(come.len()), lost.iter().map(|row| row.join("、")).collect())
    };
    let kept = |rows: &[&[String]], other: &HashSet<&[String]>| -> Vec<Vec<String>> {
        rows.iter().filter(|row| other.contains(*row)).map(|row| row.to_vec()).collect()
    };
    let moved = kept(old, &new_set) != kept(new, &old_set);
    Changes { added: come.len().saturating_sub(changed), changed, removed, moved, ..Changes::default() }
}

/// Takes rows that have another key, and hardly anything else, from those that are gone. Others with another key are
/// new rows.
fn rename(changes: &mut Changes, pairs: &mut Pairs, old: &[&[String]], new: &[NewRow], column: u32) {
    // So few cells may be the same by chance.
    const FEWEST: usize = 2;
    // A name goes with its key.
    const MOST_OTHERS: usize = 1;
    let gone: HashSet<&String> = changes.removed.iter().collect();
    let mut renamed = Vec::new();
    pairs.changed.retain(|(was, is)| {
        let (Some(before), Some(after)) = (old.get(*was), new.get(*is)) else { return false };
        let ([from, before @ ..], [to, now @ ..]) = (*before, after.cells.as_slice()) else { return false };
        if from == to {
            return true;
        }
        let others = before.iter().zip(now).filter(|(before, now)| before != now).count();
        if gone.contains(from) && others <= MOST_OTHERS && before.len() - others >= FEWEST {
            renamed.push(Renamed { from: from.clone(), to: to.clone(), row: after.row, column });
            return true;
        }
        pairs.gone.push(*was);
        pairs.come.push(*is);
        false
    });
    let from: HashSet<&String> = renamed.iter().map(|it| &it.from).collect();
    changes.removed.retain(|key| !from.contains(key));
    changes.added = changes.added.saturating_sub(renamed.len());
    changes.changed += renamed.len();
    changes.renamed = renamed;
}

/// Writes a row of a CSV file, without the line break.
fn record<'a>(cells: impl IntoIterator<Item = &'a str>) -> String {
    let mut writer = csv::WriterBuilder::new().has_headers(false).from_writer(Vec::new());
    // Writing to memory cannot fail.
    let _ = writer.write_record(cells);
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8_lossy(&bytes).trim_end_matches('\n').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(texts: &[&str]) -> Vec<Vec<String>> {
        texts.iter().map(|text| text.split(',').map(str::to_owned).collect()).collect()
    }

    #[track_caller]
    fn assert_changes(is_keyed: bool, old: &[&str], new: &[&str], expected: &Changes) {
        let (old, new) = (rows(old), rows(new));
        let old: Vec<&[String]> = old.iter().map(Vec::as_slice).collect();
        let new: Vec<&[String]> = new.iter().map(Vec::as_slice).collect();
        assert_eq!(compare(is_keyed, &old, &new), *expected);
    }

    #[test]
    fn rows_that_are_gone_are_told_from_rows_that_changed() {
        let removed = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        let none = Changes::default;
        assert_changes(true, &["a,1", "b,2"], &["a,1", "b,3"], &Changes { changed: 1, ..none() });
        assert_changes(true, &["a,1", "b,2"], &["a,1"], &Changes { removed: removed(&["b"]), ..none() });
        assert_changes(true, &["a,1"], &["a,1", "b,2"], &Changes { added: 1, ..none() });
        assert_changes(true, &["a,1", "b,2"], &["b,2", "a,1"], &Changes { moved: true, ..none() });
        assert_changes(false, &["a,1", "b,2"], &["a,1", "b,3"], &Changes { changed: 1, ..none() });
        assert_changes(false, &["a,1", "b,2"], &["b,2"], &Changes { removed: removed(&["a、1"]), ..none() });
    }
}
