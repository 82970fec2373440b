//! The changes of cases and of their parts, each as its own sheet has them.

use std::collections::{BTreeMap, HashMap};

use serde_json::{Map, Value};

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
        let mut left: HashMap<&[&str], usize> = HashMap::new();
        for row in &has {
            *left.entry(row).or_default() += 1;
        }
        let mut gone: Vec<&Vec<String>> = Vec::new();
        for row in &had {
            let texts: Vec<&str> = row.iter().map(String::as_str).collect();
            match left.get_mut(texts.as_slice()).filter(|count| **count > 0) {
                Some(count) => *count -= 1,
                None => gone.push(row),
            }
        }
        let come: usize = left.values().sum();
        // As many as came are others now, the first ones. The rest is gone.
        let changed = gone.len().min(come);
        let removed: Vec<String> = gone.iter().skip(changed).map(|row| name(before.id(), row)).collect();
        self.losers.extend(removed.iter().map(|name| (name.clone(), at.clone())));
        let changes = self.of(table);
        changes.added += come - changed;
        changes.changed += changed;
        changes.removed.extend(removed);
        changes.moved |= gone.is_empty() && come == 0;
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
