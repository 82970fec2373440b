//! `cases.jsonl` made new from the sheet of cases and those of their parts.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

mod ids;
mod object;
mod parts;

use self::ids::Ids;
use self::object::object;
use self::parts::Parts;
use super::sheet::FoundSheet;
use super::table::Changes;
use super::value::{line, same_object};
use crate::problem::{Place, Report};
use crate::progress::Bar;
use crate::source::columns::{CASES, EVIDENCE, PARTICIPANTS, Table};
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
    /// The rows that cases have lost, by the sheets of their parts.
    pub lost: Vec<(&'static str, Changes)>,
    /// The cells of the cases that have lost rows, by the names of the rows.
    pub losers: HashMap<String, Place>,
}

/// The rows that a line is from.
#[derive(Clone, Debug, Default)]
pub struct Origin {
    /// The row of the case, counted from 0.
    pub row: u32,
    /// The rows of its parts by their key, each with its second cell.
    pub parts: HashMap<&'static str, Vec<(u32, String)>>,
    /// The keys of parts that may be lacking because of told mistakes: rows of no case, a missing sheet.
    pub lossy: Vec<&'static str>,
}

/// A row of a part.
pub struct PartRow<'a> {
    pub row: u32,
    pub cells: &'a [Box<str>],
}

/// Keys that stand only where there is something to say.
const RARE: [&str; 2] = ["missing", "withheld"];

/// Makes the file. Rows that name no case, cases that stand twice and, unless that is wanted, changed ids are reported.
pub fn rebuild(
    sheets: &CaseSheets,
    old: &[CaseRow],
    (book, may_change): (&str, bool),
    report: &mut Report,
) -> RebuiltCases {
    let ids = Ids::read(sheets, old, (book, may_change), report);
    let parts = Parts::read(sheets, (&ids, old), book, report);
    let old_by_id: HashMap<&str, &CaseRow> = old.iter().map(|case| (case.id.as_str(), case)).collect();
    // A new case has the keys that all others have.
    let usual: Vec<&str> = match old.first() {
        Some(case) => case.object.keys().map(String::as_str).filter(|key| !RARE.contains(key)).collect(),
        None => usual_keys(),
    };
    let mut lines: HashMap<&str, (String, Origin)> = HashMap::new();
    let mut changes = Changes::default();
    let mut lost = Lost::default();
    let bar = Bar::of_many(sheets.cases.rows.len(), "事例を比べています");
    for (found, id) in sheets.cases.rows.iter().zip(&ids.of_rows) {
        bar.step();
        let Some(id) = *id else { continue };
        let before = old_by_id.get(id).copied();
        let own = |key: &'static str| parts.of(id, key);
        let object = object((sheets, id, &found.cells), &own, before.map(|case| &case.object), &usual);
        let text = match before {
            Some(case) if same_object(&case.object, &object) => case.raw.clone(),
            _ => {
                *(if before.is_some() { &mut changes.changed } else { &mut changes.added }) += 1;
                // Values of JSON can always be written.
                line(&object).unwrap_or_default()
            }
        };
        let mut origin = Origin { row: found.row, ..Origin::default() };
        for table in crate::source::columns::of_file(CASES.file).filter(|table| table.sheet != CASES.sheet) {
            let key = part_key(table);
            let rows = own(key);
            let had = before.map_or(0, |case| count(&case.object, key));
            let is_absent = !sheets.parts.iter().any(|(part, _)| part.sheet == table.sheet);
            if rows.len() < had.max(1) && (is_absent || parts.lossy.contains(key)) {
                origin.lossy.push(key);
            } else if let Some(before) = before.filter(|_| rows.len() < had) {
                lost.add(before, table, rows, &sheets.cases.cell(found.row, 0));
            }
            let named =
                |row: &PartRow<'_>| (row.row, row.cells.get(1).map(ToString::to_string).unwrap_or_default());
            if !rows.is_empty() {
                origin.parts.insert(key, rows.iter().map(named).collect());
            }
        }
        lines.entry(id).or_insert((text, origin));
    }
    bar.finish();
    let is_gone = |id: &&str| !lines.contains_key(id) && !ids.moved.contains(id);
    changes.removed = old.iter().map(|case| case.id.as_str()).filter(is_gone).map(str::to_owned).collect();
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
    RebuiltCases { bytes, origins, changes, lost: lost.by_sheet, losers: lost.losers }
}

/// Counts the values under a key.
fn count(object: &serde_json::Map<String, Value>, key: &str) -> usize {
    match object.get(key) {
        Some(Value::Array(items)) => items.len(),
        Some(Value::Object(entries)) => entries.len(),
        _ => 0,
    }
}

/// The rows that cases have lost.
#[derive(Default)]
struct Lost {
    by_sheet: Vec<(&'static str, Changes)>,
    losers: HashMap<String, Place>,
}

impl Lost {
    /// Takes the rows that a case had and has no more, as many as there are fewer.
    fn add(&mut self, before: &CaseRow, table: &Table, rows: &[PartRow<'_>], at: &Place) {
        let kept: HashSet<Vec<&str>> =
            rows.iter().map(|row| row.cells.iter().skip(1).map(AsRef::as_ref).collect()).collect();
        let had = before.parts(table, part_key(table));
        let fewer = had.len().saturating_sub(rows.len());
        let texts = had
            .iter()
            .map(|row| row.iter().skip(1).map(|cell| cell.text().into_owned()).collect::<Vec<String>>());
        let gone = texts.filter(|row| !kept.contains(&row.iter().map(String::as_str).collect::<Vec<_>>()));
        let names = gone.map(|row| {
            let said: Vec<&str> = row.iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
            format!("{}の{}", before.id, said.get(..said.len().min(3)).unwrap_or_default().join("・"))
        });
        let names: Vec<String> = names.collect();
        self.losers.extend(names.iter().map(|name| (name.clone(), at.clone())));
        let at = self.by_sheet.iter().position(|(sheet, _)| *sheet == table.sheet).unwrap_or_else(|| {
            self.by_sheet.push((table.sheet, Changes::default()));
            self.by_sheet.len() - 1
        });
        if let Some((_, changes)) = self.by_sheet.get_mut(at) {
            // The last ones: those before them may have become others.
            changes.removed.extend(names.into_iter().rev().take(fewer).rev());
        }
    }
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
