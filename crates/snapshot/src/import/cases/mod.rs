//! `cases.jsonl` made new from the sheet of cases and those of their parts.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value};

mod changes;
mod ids;
mod object;
mod parts;

use self::changes::{OfParts, differs};
use self::ids::Ids;
use self::object::{PartShape, object, part_shape};
use self::parts::Parts;
use super::compared::ChangedRow;
use super::sheet::{FoundRow, FoundSheet};
use super::table::Changes;
use super::value::{line, same_object};
use crate::problem::Report;
use crate::progress::Bar;
use crate::source::columns::{CASES, DOCUMENTS, EVIDENCE, PARTICIPANTS, SAVINGS, SOURCES, Table, of_file};
use crate::workbook::folder::{CaseRow, CaseValues, part_key};

/// The sheets of the cases: the first is that of the cases themselves.
pub struct CaseSheets {
    pub cases: FoundSheet,
    pub parts: Vec<(Table, FoundSheet)>,
}

/// The table that is imported, and whether rows may go and ids change.
#[derive(Clone, Copy)]
pub struct Task<'a> {
    /// The name of its file.
    pub book: &'a str,
    pub may_remove: bool,
}

/// The file, and where each line is from.
#[derive(Default)]
pub struct RebuiltCases {
    pub bytes: Option<Vec<u8>>,
    /// In the order of the lines.
    pub origins: Vec<Origin>,
    pub changes: Changes,
    pub changed: Vec<ChangedRow>,
    /// The ids of cases of which anything is new.
    pub touched: HashSet<String>,
    pub parts: OfParts,
}

/// The rows that a line is from.
#[derive(Clone, Debug, Default)]
pub struct Origin {
    /// The row of the case, counted from 0.
    pub row: u32,
    pub parts: Box<[PartOrigin]>,
    /// The keys of parts that may be lacking because of told mistakes: rows of no case, a missing sheet.
    pub lossy: Vec<&'static str>,
}

/// The rows of a part of a case.
#[derive(Clone, Debug)]
pub struct PartOrigin {
    pub key: &'static str,
    pub rows: Box<[u32]>,
    /// The field of each row, where the part has a row a field.
    pub fields: Box<[Box<str>]>,
}

impl Origin {
    /// Gives the rows of a part.
    pub fn part(&self, key: &str) -> Option<&PartOrigin> {
        self.parts.iter().find(|part| part.key == key)
    }
}

/// A row of a part.
pub struct PartRow<'a> {
    pub row: u32,
    pub cells: &'a [Box<str>],
}

/// Keys that stand only where there is something to say.
const RARE: [&str; 2] = ["missing", "withheld"];

/// Makes the file. Rows that name no case, cases that stand twice and, unless that is wanted, changed ids are reported.
pub fn rebuild(sheets: &CaseSheets, old: &[CaseRow], task: Task<'_>, report: &mut Report) -> RebuiltCases {
    let ids = Ids::read(sheets, old, task, report);
    let parts = Parts::read(sheets, &ids, old, task.book, report);
    let old_by_id: HashMap<&str, &CaseRow> = old.iter().map(|case| (case.id.as_str(), case)).collect();
    let part_tables: Vec<&Table> = of_file(CASES.file).filter(|table| table.sheet != CASES.sheet).collect();
    let keys: Vec<&str> = part_tables.iter().map(|table| part_key(table)).collect();
    let blank = blank(old.first());
    let mut lines: HashMap<&str, (Cow<'_, str>, Origin)> = HashMap::new();
    let mut rebuilt = RebuiltCases::default();
    let mut is_changed = false;
    let bar = Bar::of_many(sheets.cases.rows.len(), "事例を比べています");
    for (found, id) in sheets.cases.rows.iter().zip(&ids.of_rows) {
        bar.step();
        let Some(id) = *id else { continue };
        let before = old_by_id.get(id).map(|case| (case.raw.as_str(), case.values()));
        let own = |key: &'static str| parts.of(id, key);
        let values = before.as_ref().map_or_else(|| blank.clone(), |(_, values)| values.object.clone());
        let object = object(sheets, id, &found.cells, &own, values);
        let kept = before.as_ref().filter(|(_, values)| same_object(&values.object, &object));
        let text = match kept {
            Some((raw, _)) => Cow::Borrowed(*raw),
            // Values of JSON can always be written.
            None => Cow::Owned(line(&object).unwrap_or_default()),
        };
        is_changed |= kept.is_none();
        if kept.is_none() {
            rebuilt.touched.insert(id.to_owned());
        }
        let mut origin = Origin { row: found.row, ..Origin::default() };
        let mut origins = Vec::new();
        let mut are_parts_changed = false;
        for table in &part_tables {
            let key = part_key(table);
            let rows = own(key);
            let had = before.as_ref().map_or(0, |(_, values)| count(&values.object, key));
            let is_absent = !sheets.parts.iter().any(|(part, _)| part.sheet == table.sheet);
            if rows.len() < had.max(1) && (is_absent || parts.lossy.contains(key)) {
                origin.lossy.push(key);
            } else if let Some((_, values)) = before.as_ref().filter(|_| kept.is_none() && !is_absent) {
                are_parts_changed |=
                    rebuilt.parts.compare(values, table, rows, &sheets.cases.cell(found.row, 0));
            } else if before.is_none() && !rows.is_empty() {
                rebuilt.parts.of(table).added += rows.len();
            }
            origins.extend((!rows.is_empty()).then(|| PartOrigin::of(table, rows)));
        }
        origin.parts = origins.into();
        match &before {
            None => rebuilt.changes.added += 1,
            Some((_, values)) if kept.is_none() => {
                rebuilt.changed.extend(compare(values, found, &sheets.cases));
                let is_own = differs(&values.object, &object, &keys);
                rebuilt.changes.changed += usize::from(is_own || !are_parts_changed);
            }
            Some(_) => {}
        }
        lines.entry(id).or_insert((text, origin));
    }
    bar.finish();
    for case in old.iter().filter(|case| !lines.contains_key(&*case.id) && !ids.moved.contains(&*case.id)) {
        rebuilt.changes.removed.push(case.id.clone());
        let values = case.values();
        for table in &part_tables {
            let count = count(&values.object, part_key(table));
            if count > 0 {
                rebuilt.parts.of(table).removed_along += count;
            }
        }
    }
    is_changed |= !rebuilt.changes.is_empty();
    let mut bytes = String::new();
    for id in in_order(old, &lines) {
        if let Some((text, origin)) = lines.remove(&*id) {
            if is_changed {
                bytes.push_str(&text);
                bytes.push('\n');
            }
            rebuilt.origins.push(origin);
        }
    }
    rebuilt.bytes = is_changed.then(|| bytes.into_bytes());
    rebuilt
}

/// Compares the cells of a case with its row, as far as the sheet has the columns.
fn compare(before: &CaseValues, found: &FoundRow, sheet: &FoundSheet) -> Option<ChangedRow> {
    let before = before.cells(&CASES);
    let before: Vec<Cow<'_, str>> = before.iter().map(|cell| cell.text()).collect();
    let after = before.iter().zip(&found.cells).enumerate();
    let after = after.map(|(at, (was, is))| if sheet.lacks(at) { was.as_ref() } else { is.as_ref() });
    ChangedRow::of(found.row, before.iter().map(AsRef::as_ref), after)
}

impl PartOrigin {
    fn of(table: &Table, rows: &[PartRow<'_>]) -> Self {
        let is_map = matches!(part_shape(table), PartShape::Map);
        let fields = rows.iter().filter(|_| is_map).filter_map(|row| row.cells.get(1).cloned());
        Self {
            key: part_key(table),
            rows: rows.iter().map(|row| row.row).collect(),
            fields: fields.collect(),
        }
    }
}

/// Counts the values under a key.
fn count(object: &Map<String, Value>, key: &str) -> usize {
    match object.get(key) {
        Some(Value::Array(items)) => items.len(),
        Some(Value::Object(entries)) => entries.len(),
        _ => 0,
    }
}

/// Gives a case without values: with the keys of another, or of the registry where there is no other.
fn blank(other: Option<&CaseRow>) -> Map<String, Value> {
    let keys: Vec<String> = match other {
        Some(case) => case.values().object.keys().cloned().collect(),
        None => {
            let parts = [PARTICIPANTS, SAVINGS, DOCUMENTS, SOURCES, EVIDENCE];
            let names = CASES.names.iter().copied();
            names.chain(parts.iter().map(part_key)).map(str::to_owned).collect()
        }
    };
    keys.into_iter().filter(|key| !RARE.contains(&key.as_str())).map(|key| (key, Value::Null)).collect()
}

/// Keeps the order of the cases; new ones stand before the first with a greater id.
fn in_order<L>(old: &[CaseRow], lines: &HashMap<&str, L>) -> Vec<String> {
    let mut order: Vec<String> = old.iter().map(|case| case.id.clone()).collect();
    let mut new: Vec<String> = {
        let known: HashSet<&str> = order.iter().map(String::as_str).collect();
        lines.keys().filter(|id| !known.contains(*id)).map(|id| (*id).to_owned()).collect()
    };
    new.sort_unstable();
    order.extend(new);
    if old.is_sorted_by_key(|case| &case.id) {
        order.sort_unstable();
    }
    order.dedup();
    order
}
