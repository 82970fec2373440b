//! The tables made new from the sheets.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;

use super::cases::{self, CaseSheets, Task};
use super::compared::{ComparedSheet, Differences};
use super::origins::{Frame, OfTable, Origins};
use super::settings;
use super::sheet::FoundSheet;
use super::table::{self, Changes, NewRow};
use super::tables::{FoundTables, OldTables};
use crate::encode::NewFile;
use crate::problem::{Focus, Place, Problem, Report};
use crate::source::columns::{CASES, ERRATA, SETTINGS, Shape, Table};
use crate::source::read_text;
use crate::workbook::folder;
use crate::workbook::{KEY, VALUE};

/// The tables made new.
#[derive(Default)]
pub struct NewTables {
    pub files: Vec<NewFile>,
    pub origins: Origins,
    pub changes: Vec<(&'static str, Changes)>,
    /// The rows of the CSV tables, by file.
    pub tables: HashMap<&'static str, Vec<NewRow>>,
    /// The cells of the cases that have lost rows of their parts, by the names of the rows.
    pub losers: HashMap<String, Place>,
    /// The lines of the cases of which rows of a part are left out, with the key of the part.
    pub lossy: Vec<(usize, &'static str)>,
    /// The sheets with cells that say something else, in the order of the workbook.
    pub compared: Vec<ComparedSheet>,
    /// The cases that had rows of parts that they have no more, with the keys of the parts.
    pub lost_parts: HashSet<(String, &'static str)>,
    /// The ids of cases of which anything is new.
    pub touched: HashSet<String>,
    /// The settings that have changed, as they were.
    pub former_settings: HashMap<String, String>,
    /// The uses of words of rows that are gone, by sheet.
    pub uses_of_gone: HashMap<&'static str, String>,
}

/// Makes the tables. One whose sheet cannot be used stays as it is.
pub fn make(
    task: Task<'_>,
    source: &Path,
    old: &OldTables,
    found: FoundTables,
    report: &mut Report,
) -> NewTables {
    let mut new = NewTables::default();
    new.origins.book = task.book.to_owned();
    let is_part = |(table, _): &(Table, FoundSheet)| matches!(table.shape, Shape::PartOfCase(_));
    let (parts, tables): (Vec<_>, Vec<_>) = found.tables.into_iter().partition(is_part);
    let case_sheets = CaseSheets { cases: found.cases, parts };
    let rebuilt = cases::rebuild(&case_sheets, &old.cases, task, report);
    new.take(CASES.file, CASES.sheet, rebuilt.bytes, rebuilt.changes);
    new.changes.extend(rebuilt.parts.by_sheet);
    new.losers = rebuilt.parts.losers;
    let lossy = |(line, origin): (usize, &cases::Origin)| {
        origin.lossy.iter().map(|part| (line, *part)).collect::<Vec<_>>()
    };
    new.lossy = (1..).zip(&rebuilt.origins).flat_map(lossy).collect();
    new.lost_parts = rebuilt.parts.lost;
    new.touched = rebuilt.touched;
    let mut changed = rebuilt.parts.changed;
    new.compare(Frame::of(CASES, &case_sheets.cases), rebuilt.changed.into());
    new.origins.cases = rebuilt.origins.into();
    new.origins.case_sheets.insert("", Frame::of(CASES, &case_sheets.cases));
    for (table, sheet) in &case_sheets.parts {
        let of_part = changed.remove(folder::part_key(table)).unwrap_or_default();
        new.compare(Frame::of(*table, sheet), of_part.into());
        new.origins.case_sheets.insert(folder::part_key(table), Frame::of(*table, sheet));
    }
    for (table, sheet) in &tables {
        let Some(rows) = old.tables.get(table.file) else { continue };
        let mut rebuilt = table::rebuild(table, rows, sheet);
        rebuilt.changes.removed.retain(|key| !sheet.unfit.keys.contains(key));
        let frame = Frame::of(*table, sheet);
        new.compare(frame.clone(), rebuilt.differences);
        let doubled = rebuilt.changes.renamed.iter().filter(|_| !task.may_remove).map(|it| it.to.clone());
        let doubled = doubled.collect();
        let lines = table::lines(&rebuilt.rows);
        new.origins.tables.insert(table.file, OfTable { lines, frame, doubled });
        let bytes = rebuilt.is_changed.then(|| table::text(&rebuilt.head, &rebuilt.rows).into_bytes());
        new.take(table.file, table.sheet, bytes, rebuilt.changes);
        new.tables.insert(table.file, rebuilt.rows);
    }
    let sheets = case_sheets.parts.iter().chain(&tables).map(|(_, sheet)| sheet);
    let sheets = sheets.chain([&case_sheets.cases]).chain(&found.settings);
    new.origins.unfit = sheets.map(|sheet| (sheet.sheet, sheet.unfit.clone())).collect();
    if let Some(settings) = &found.settings {
        make_settings(&mut new, task.book, source, settings, report);
    }
    new
}

fn make_settings(new: &mut NewTables, book: &str, source: &Path, found: &FoundSheet, report: &mut Report) {
    let shown = folder::settings(source, report);
    let mut old = HashMap::new();
    for row in &shown {
        if let [_, value, key, _] = row.as_slice() {
            old.insert(key.text().into_owned(), value.text().into_owned());
        }
    }
    let mut values = BTreeMap::new();
    for row in &found.rows {
        let cell = |column: usize| row.cells.get(column).map(AsRef::as_ref).unwrap_or_default().to_owned();
        let (value, key) = (cell(1), cell(2));
        if let Some(first) = new.origins.settings.insert(key.clone(), row.row) {
            report.add(
                Problem::new(book, format!("同じ項目の行が二度あります（{}行目にも）。", first + 1))
                    .at(found.cell(row.row, 2))
                    .value(&key)
                    .advice("正しいほうを残し、もう一方の行を削除してください。"),
            );
        }
        if settings::column(&key).is_none() {
            report.add(
                Problem::new(book, "設定の技術名ではありません。")
                    .at(found.cell(row.row, 2))
                    .value(&key)
                    .advice("技術名の列は変えないでください。いらない行なら、行ごと削除してください。"),
            );
        } else if old.get(&key).map(String::as_str).unwrap_or_default() != value {
            let before = old.get(&key).cloned().unwrap_or_default();
            new.former_settings.insert(key.clone(), before);
            values.insert(key, value);
        }
    }
    new.origins.settings_frame = Some(Frame::of(settings_table(), found));
    for row in &shown {
        if let [label, value, key, _] = row.as_slice()
            && !value.text().is_empty()
            && !new.origins.settings.contains_key(key.text().as_ref())
        {
            let (key, value) = (key.text(), value.text());
            report
                .add(setting_gone(book, &key, &value).at(Place::sheet(SETTINGS.sheet)).column(label.text()));
        }
    }
    let Some(text) = read_text(source, SETTINGS.file, &mut Report::default()) else { return };
    let bytes = settings::rewrite(&text, &values).filter(|new| *new != text).map(String::into_bytes);
    let changes = Changes { changed: values.len(), ..Changes::default() };
    new.take(SETTINGS.file, SETTINGS.sheet, bytes, changes);
}

/// Makes the problem of a setting whose row is gone. Its value would stay, and nobody would know.
fn setting_gone(book: &str, key: &str, value: &str) -> Problem {
    let is_needed = settings::column(key).is_none_or(|(_, is_required)| is_required);
    let or_empty = if is_needed {
        ""
    } else {
        "値を消すのなら、行は残して、値だけを空欄にします。"
    };
    Problem::new(book, "この設定の行がありません。").value("（行なし）").advice(format!(
        "行を戻してください（技術名 {key}、もとの値「{}」）。{or_empty}",
        crate::problem::visible(value, 40),
    ))
}

/// Gives the table of settings with the columns that its sheet has.
fn settings_table() -> Table {
    Table { names: &["label", VALUE, KEY, "note"], ..SETTINGS }
}

impl NewTables {
    /// Gives the rows of which anything is new.
    pub fn focus(&self) -> Focus {
        let (mut cases, mut lines) = (self.touched.clone(), HashSet::new());
        for sheet in &self.compared {
            let table = sheet.table();
            let Some(rows) = self.tables.get(table.file) else { continue };
            let changed: HashSet<u32> = sheet.differences.rows.iter().map(|row| row.row).collect();
            let come: HashSet<usize> = sheet.differences.come.iter().copied().collect();
            let is_new = |at: usize, row: u32| come.contains(&at) || changed.contains(&row);
            for (at, line) in
                table::lines(rows).into_iter().enumerate().filter(|(at, it)| is_new(*at, it.row))
            {
                lines.insert((table.file.to_owned(), line.line));
                // A correction is of its case.
                let case = ERRATA.place("case").filter(|_| table.sheet == ERRATA.sheet);
                cases.extend(case.and_then(|case| rows.get(at)?.cells.get(case)).cloned());
            }
        }
        Focus { cases, lines }
    }

    fn compare(&mut self, frame: Frame, differences: Differences) {
        self.compared.push(ComparedSheet { frame, differences, moved: Vec::new() });
    }

    pub fn take(&mut self, file: &str, sheet: &'static str, bytes: Option<Vec<u8>>, changes: Changes) {
        self.files.extend(bytes.map(|bytes| NewFile { path: file.to_owned(), bytes }));
        if !changes.is_empty() {
            self.changes.push((sheet, changes));
        }
    }
}
