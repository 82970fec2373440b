//! A row of the cases and those of its parts as an object of the file.

use serde_json::{Map, Value};

use super::super::value::{same, to_value};
use super::{CaseSheets, PartRow, RARE};
use crate::source::columns::{CASES, Column, EVIDENCE, Kind, MISSING, PARTICIPANTS, Shape, Table};

/// The way in which a part stands in its case.
pub enum PartShape {
    Names,
    Objects,
    Map,
}

pub fn part_shape(table: &Table) -> PartShape {
    if table.shape == PARTICIPANTS.shape {
        PartShape::Names
    } else if [EVIDENCE.shape, MISSING.shape].contains(&table.shape) {
        PartShape::Map
    } else {
        PartShape::Objects
    }
}

/// Makes the object of a case. Values for which the workbook has no column or sheet stay as they were.
pub fn object<'a>(
    sheets: &CaseSheets,
    id: &str,
    cells: &[Box<str>],
    own: &dyn Fn(&'static str) -> &'a [PartRow<'a>],
    // Those that it had; of a new case those that all others have, without values.
    mut object: Map<String, Value>,
) -> Map<String, Value> {
    for (at, (column, cell)) in CASES.columns.iter().zip(cells).enumerate() {
        if sheets.cases.lacks(at) {
            continue;
        }
        let cell = if at == 0 { id } else { cell };
        let is_list = matches!(column.kind, Kind::List(..));
        let value = (!cell.is_empty()).then(|| to_value(&column.kind, cell));
        let empty = if is_list { Value::Array(Vec::new()) } else { Value::Null };
        put(&mut object, column.name, value, empty);
    }
    for table in crate::source::columns::of_file(CASES.file) {
        let Shape::PartOfCase(key) = table.shape else { continue };
        if !sheets.parts.iter().any(|(part, _)| part.sheet == table.sheet) {
            continue;
        }
        let rows = own(key);
        let (value, empty) = match part_shape(table) {
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
