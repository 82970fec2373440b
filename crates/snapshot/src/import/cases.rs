//! `cases.jsonl` made new from the sheet of cases and those of their parts.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value};

use super::sheet::FoundSheet;
use super::table::Changes;
use super::value::{line, same, same_object, to_value};
use crate::problem::{Problem, Report};
use crate::source::columns::{CASES, Column, EVIDENCE, Kind, MISSING, PARTICIPANTS, Shape, Table};
use crate::workbook::folder::{CaseRow, part_key};

/// The sheets of the cases: the first is that of the cases themselves.
pub struct CaseSheets {
    pub cases: FoundSheet,
    pub parts: Vec<(Table, FoundSheet)>,
}

/// The file, and where each line is from.
#[derive(Default)]
pub struct RebuiltCases {
    pub bytes: Option<Vec<u8>>,
    /// In the order of the lines.
    pub origins: Vec<Origin>,
    pub changes: Changes,
}

/// The rows that a line is from.
#[derive(Clone, Debug, Default)]
pub struct Origin {
    /// The row of the case, counted from 0.
    pub row: u32,
    /// The rows of its parts by their key, each with its second cell.
    pub parts: HashMap<&'static str, Vec<(u32, String)>>,
}

/// Keys that stand only where there is something to say.
const RARE: [&str; 2] = ["missing", "withheld"];

/// Makes the file. Rows that name no case, and cases that stand twice, are reported.
pub fn rebuild(sheets: &CaseSheets, old: &[CaseRow], book: &str, report: &mut Report) -> RebuiltCases {
    let rows_by_id = ids(&sheets.cases, book, report);
    let parts = parts_by_id(sheets, &rows_by_id, book, report);
    let old_by_id: HashMap<&str, &CaseRow> = old.iter().map(|case| (case.id.as_str(), case)).collect();
    // A new case has the keys that all others have.
    let usual: Vec<&str> = match old.first() {
        Some(case) => case.object.keys().map(String::as_str).filter(|key| !RARE.contains(key)).collect(),
        None => usual_keys(),
    };
    let mut lines: HashMap<&str, (String, Origin)> = HashMap::new();
    let mut changes = Changes::default();
    for found in &sheets.cases.rows {
        let Some(id) = found.cells.first().map(AsRef::as_ref) else { continue };
        let before = old_by_id.get(id);
        let own = |key: &'static str| parts.get(&(id, key)).map(Vec::as_slice).unwrap_or_default();
        let object = object(&found.cells, &own, before.map(|case| &case.object), &usual);
        let text = match before {
            Some(case) if same_object(&case.object, &object) => case.raw.clone(),
            _ => {
                *(if before.is_some() { &mut changes.changed } else { &mut changes.added }) += 1;
                // Values of JSON can always be written.
                line(&object).unwrap_or_default()
            }
        };
        let origin = Origin {
            row: found.row,
            parts: sheets
                .parts
                .iter()
                .map(|(table, _)| {
                    let key = part_key(table);
                    let named = |cells: &PartRow<'_>| {
                        (cells.row, cells.cells.get(1).map(ToString::to_string).unwrap_or_default())
                    };
                    (key, own(key).iter().map(named).collect())
                })
                .collect(),
        };
        lines.entry(id).or_insert((text, origin));
    }
    changes.removed =
        old.iter().map(|case| case.id.clone()).filter(|id| !lines.contains_key(id.as_str())).collect();
    let mut bytes = String::new();
    let mut origins = Vec::new();
    for id in in_order(old, lines.keys().copied()) {
        if let Some((text, origin)) = lines.remove(id.as_str()) {
            bytes.push_str(&text);
            bytes.push('\n');
            origins.push(origin);
        }
    }
    let bytes = (!changes.is_empty()).then(|| bytes.into_bytes());
    RebuiltCases { bytes, origins, changes }
}

/// Gives the keys of a case where no other shows them.
fn usual_keys() -> Vec<&'static str> {
    let rare = |name: &&str| RARE.contains(name);
    let parts = [PARTICIPANTS, crate::source::columns::SAVINGS, crate::source::columns::DOCUMENTS];
    let parts = parts.iter().chain(&[crate::source::columns::SOURCES, EVIDENCE]).map(part_key);
    CASES.names.iter().copied().filter(|name| !rare(name)).chain(parts).collect()
}

/// Keeps the order of the cases; new ones stand before the first with a greater id.
fn in_order<'a>(old: &[CaseRow], ids: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut order: Vec<String> = old.iter().map(|case| case.id.clone()).collect();
    let known: HashSet<String> = order.iter().cloned().collect();
    let mut new: Vec<&str> = ids.filter(|id| !known.contains(*id)).collect();
    new.sort_unstable();
    if old.is_sorted_by_key(|case| &case.id) {
        order.extend(new.into_iter().map(str::to_owned));
        order.sort_unstable();
    } else {
        order.extend(new.into_iter().map(str::to_owned));
    }
    order.dedup();
    order
}

/// Gives the rows of the cases by their ids.
fn ids<'a>(cases: &'a FoundSheet, book: &str, report: &mut Report) -> HashMap<&'a str, u32> {
    let mut rows = HashMap::new();
    for found in &cases.rows {
        let id = found.cells.first().map(AsRef::as_ref).unwrap_or_default();
        let problem =
            |what: String| Problem::new(book, what).at(cases.cell(found.row, 0)).column("事例のid").value(id);
        if id.is_empty() {
            report.add(
                problem("空欄です。".to_owned())
                    .advice("id を入れるか、いらない行なら、行ごと削除してください。"),
            );
        } else if let Some(earlier) = rows.insert(id, found.row) {
            report.add(
                problem(format!("{}行目と同じ id です。", earlier + 1))
                    .advice("末尾の番号などを変えて、別の id にしてください。"),
            );
        }
    }
    rows
}

/// A row of a part.
struct PartRow<'a> {
    row: u32,
    cells: &'a [Box<str>],
}

fn parts_by_id<'a>(
    sheets: &'a CaseSheets,
    rows_by_id: &HashMap<&'a str, u32>,
    book: &str,
    report: &mut Report,
) -> HashMap<(&'a str, &'static str), Vec<PartRow<'a>>> {
    let mut parts: HashMap<(&str, &'static str), Vec<PartRow<'_>>> = HashMap::new();
    for (table, sheet) in &sheets.parts {
        let key = part_key(table);
        let is_map = matches!(key_shape(table), PartShape::Map);
        for found in &sheet.rows {
            let id = found.cells.first().map(AsRef::as_ref).unwrap_or_default();
            let problem = |column: usize, what: &str| {
                let ja = table.columns.get(column).map_or("", |column| column.ja);
                let value = found.cells.get(column).map(AsRef::as_ref).unwrap_or_default();
                Problem::new(book, what).at(sheet.cell(found.row, column)).column(ja).value(value)
            };
            if !rows_by_id.contains_key(id) {
                report.add(
                    problem(0, "シート「事例」にない id です。")
                        .allowed("シート「事例」の id のどれか")
                        .advice("id を直すか、事例を取り除いたのなら、この行も削除してください。"),
                );
                continue;
            }
            let own = parts.entry((id, key)).or_default();
            if is_map && own.iter().any(|other| other.cells.get(1) == found.cells.get(1)) {
                report.add(
                    problem(1, "この事例の同じ項目の行が二度あります。")
                        .advice("一つの行にまとめてください。"),
                );
                continue;
            }
            own.push(PartRow { row: found.row, cells: &found.cells });
        }
    }
    parts
}

/// The way in which a part stands in its case.
enum PartShape {
    Names,
    Objects,
    Map,
}

fn key_shape(table: &Table) -> PartShape {
    if table.shape == PARTICIPANTS.shape {
        PartShape::Names
    } else if [EVIDENCE.shape, MISSING.shape].contains(&table.shape) {
        PartShape::Map
    } else {
        PartShape::Objects
    }
}

fn object<'a>(
    cells: &[Box<str>],
    own: &dyn Fn(&'static str) -> &'a [PartRow<'a>],
    before: Option<&Map<String, Value>>,
    usual: &[&str],
) -> Map<String, Value> {
    let mut object =
        before.cloned().unwrap_or_else(|| usual.iter().map(|key| ((*key).to_owned(), Value::Null)).collect());
    for (column, cell) in CASES.columns.iter().zip(cells) {
        let is_list = matches!(column.kind, Kind::List(..));
        let value = (!cell.is_empty()).then(|| to_value(&column.kind, cell));
        let empty = if is_list { Value::Array(Vec::new()) } else { Value::Null };
        put(&mut object, column.name, value, empty);
    }
    for table in crate::source::columns::of_file(CASES.file) {
        let Shape::PartOfCase(key) = table.shape else { continue };
        let rows = own(key);
        let (value, empty) = match key_shape(table) {
            PartShape::Names => {
                let names = rows.iter().map(|row| Value::from(row.cells.get(1).map_or("", AsRef::as_ref)));
                (names.collect(), Value::Null)
            }
            PartShape::Objects => {
                let objects = rows.iter().map(|row| Value::Object(part(table, row.cells)));
                (objects.collect(), Value::Array(Vec::new()))
            }
            PartShape::Map => (Value::Object(map(table, rows)), Value::Object(Map::new())),
        };
        put(&mut object, key, (!rows.is_empty()).then_some(value), empty);
    }
    object
}

/// Puts a value in its place. Where there is none, what said so before stays as it was.
fn put(object: &mut Map<String, Value>, key: &str, value: Option<Value>, empty: Value) {
    let is_blank = |value: &Value| match value {
        Value::Null => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(entries) => entries.is_empty(),
        _ => false,
    };
    match (value, object.get_mut(key)) {
        (Some(value), Some(before)) => {
            if !same(before, &value) {
                *before = value;
            }
        }
        (Some(value), None) => drop(object.insert(key.to_owned(), value)),
        (None, Some(before)) if RARE.contains(&key) => {
            if !is_blank(before) {
                object.remove(key);
            }
        }
        // A new case has null everywhere.
        (None, Some(before)) if before.is_null() && !empty.is_null() => *before = empty,
        (None, Some(before)) if !is_blank(before) => *before = empty,
        (None, _) => {}
    }
}

/// Gives the object that a row of a part stands for.
fn part(table: &Table, cells: &[Box<str>]) -> Map<String, Value> {
    let mut object = Map::new();
    let own: Vec<(&Column, &str)> =
        table.columns.iter().zip(cells).skip(1).map(|(column, cell)| (column, cell.as_ref())).collect();
    for (column, cell) in own {
        let value = if cell.is_empty() { Value::Null } else { to_value(&column.kind, cell) };
        match column.name.split_once('.') {
            None if column.name == "archived_url" && value.is_null() => {}
            None => drop(object.insert(column.name.to_owned(), value)),
            Some((outer, inner)) => {
                let entry = object.entry(outer).or_insert_with(|| Value::Object(Map::new()));
                if let Some(entry) = entry.as_object_mut() {
                    entry.insert(inner.to_owned(), value);
                }
            }
        }
    }
    let is_nothing =
        |value: &Value| value.as_object().is_some_and(|entries| entries.values().all(Value::is_null));
    object.retain(|_, value| !is_nothing(value));
    object
}

fn map(table: &Table, rows: &[PartRow<'_>]) -> Map<String, Value> {
    let kind = |column: usize| table.columns.get(column).map_or(Kind::Text, |column| column.kind);
    let value = |row: &PartRow<'_>, column: usize| {
        to_value(&kind(column), row.cells.get(column).map_or("", AsRef::as_ref))
    };
    let field = |row: &PartRow<'_>| value(row, 1).as_str().unwrap_or_default().to_owned();
    rows.iter().map(|row| (field(row), value(row, 2))).collect()
}
