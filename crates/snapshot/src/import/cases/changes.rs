//! The changes of cases and of their parts, each as its own sheet has them.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde_json::{Map, Value};

use super::super::compared::{ChangedRow, Pairs, pair};
use super::super::table::Changes;
use super::super::value::same;
use super::PartRow;
use crate::problem::Place;
use crate::source::columns::Table;
use crate::workbook::folder::{CaseValues, part_key};

/// The changes of the sheets of parts.
#[derive(Default)]
pub struct OfParts {
    pub by_sheet: BTreeMap<&'static str, Changes>,
    /// The cells of the cases that have lost rows, by the names of the rows.
    pub losers: HashMap<String, Place>,
    /// The rows that say something else, by the keys of the parts.
    pub changed: HashMap<&'static str, Vec<ChangedRow>>,
    /// The cases that had rows that they have no more, with the keys of the parts.
    pub lost: HashSet<(String, &'static str)>,
}

impl OfParts {
    pub fn of(&mut self, table: &Table) -> &mut Changes {
        self.by_sheet.entry(table.sheet).or_default()
    }

    /// Compares the rows that a case had with those that it has; tells if they differ. `at` is the cell of the case.
    pub fn compare(&mut self, before: &CaseValues, table: &Table, rows: &[PartRow<'_>], at: &Place) -> bool {
        let had = before.parts(table, part_key(table));
        let had: Vec<Vec<String>> =
            had.iter().map(|row| row.iter().skip(1).map(|cell| cell.text().into_owned()).collect()).collect();
        let has: Vec<Vec<&str>> =
            rows.iter().map(|row| row.cells.iter().skip(1).map(AsRef::as_ref).collect()).collect();
        if had == has {
            return false;
        }
        let (was, is): (Vec<&[String]>, Vec<&[&str]>) =
            (had.iter().map(Vec::as_slice).collect(), has.iter().map(Vec::as_slice).collect());
        let is_keyed = table.names.get(1).is_some_and(|name| ["key", "field"].contains(name));
        let Pairs { changed: others, gone, come } = pair(is_keyed, &was, &is);
        let is_moved = others.is_empty() && gone.is_empty() && come.is_empty();
        // As many as came are others now, the first ones. The rest is gone.
        let changed = gone.len().min(come.len());
        let removed = gone.iter().skip(changed).filter_map(|at| had.get(*at));
        let removed: Vec<String> = removed.map(|row| name(before.id(), row)).collect();
        self.losers.extend(removed.iter().map(|name| (name.clone(), at.clone())));
        let id = || [before.id()];
        let differing = others.iter().filter_map(|(was, is)| {
            let (row, was, is) = (rows.get(*is)?.row, had.get(*was)?, has.get(*is)?);
            let was = id().into_iter().chain(was.iter().map(String::as_str));
            ChangedRow::of(row, was, id().into_iter().chain(is.iter().copied()))
        });
        self.changed.entry(part_key(table)).or_default().extend(differing);
        if !gone.is_empty() {
            self.lost.insert((before.id().to_owned(), part_key(table)));
        }
        let changes = self.of(table);
        changes.added += come.len() - changed;
        changes.changed += others.len() + changed;
        changes.removed.extend(removed);
        changes.moved |= is_moved;
        true
    }
}

/// Names a row of a part by the first that it says.
fn name(case: &str, row: &[String]) -> String {
    let said: Vec<&str> = row.iter().map(String::as_str).filter(|text| !text.is_empty()).take(3).collect();
    format!("{case}の{}", said.join("・"))
}

/// Tells if a case itself says something else, whatever its parts say.
pub fn differs(before: &Map<String, Value>, after: &Map<String, Value>, parts: &[&str]) -> bool {
    let is_own = |key: &&String| !parts.contains(&key.as_str());
    let says_same = |key: &String| match (before.get(key), after.get(key)) {
        (Some(before), Some(after)) => same(before, after),
        (None, None) => true,
        _ => false,
    };
    !before.keys().chain(after.keys()).filter(is_own).all(says_same)
}
