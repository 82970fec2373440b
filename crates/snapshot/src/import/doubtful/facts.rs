//! Facts of cases that are others now, and no correction tells of it.

use std::collections::{BTreeMap, HashMap, HashSet};

use joint_procurement_core::domain::CaseField;

use super::super::make::NewTables;
use crate::problem::Report;
use crate::source::columns::{CASES, ERRATA, PARTICIPANTS, SAVINGS};
use crate::workbook::folder::part_key;

/// Gives a note for each case. A fact that was unknown before was no mistake, and cells that are told to be emptied in
/// numbers are not told again.
pub fn notes(new: &NewTables, emptied: &BTreeMap<&'static str, String>, report: &Report) -> Vec<String> {
    let corrected = corrected(new);
    let mut changed: BTreeMap<&str, Vec<CaseField>> = BTreeMap::new();
    let parts = [part_key(&PARTICIPANTS), part_key(&SAVINGS)];
    for sheet in &new.compared {
        let table = sheet.table();
        if table.sheet == CASES.sheet {
            for (row, cell, _) in sheet.cells(report) {
                let is_told = cell.is_emptied() && emptied.contains_key(table.sheet);
                let column = sheet.column(cell).filter(|_| !cell.before.is_empty() && !is_told);
                let field = column.and_then(|column| CaseField::from_slug(column.name));
                changed.entry(&row.key).or_default().extend(field);
            }
        } else if parts.contains(&part_key(table)) {
            for row in sheet.open(report) {
                changed.entry(&row.key).or_default().extend(CaseField::from_slug(part_key(table)));
            }
        }
    }
    for (case, part) in
        new.lost_parts.iter().filter(|(case, part)| parts.contains(part) && !report.names_withheld(case))
    {
        changed.entry(case).or_default().extend(CaseField::from_slug(part));
    }
    let mut notes = Vec::new();
    for (case, fields) in changed {
        let told = corrected.get(case);
        let is_told =
            |field: &&CaseField| told.is_some_and(|told| told.contains("") || told.contains(field.slug()));
        let mut untold: Vec<&str> =
            fields.iter().filter(|field| !is_told(field)).map(|field| field.ja()).collect();
        untold.dedup();
        if !untold.is_empty() {
            notes.push(format!(
                "シート「{}」の{case}： 「{}」を直しましたが、シート「{}」に、その新しい行がありません。公開していた内容の誤りを直したのなら、行を加えてください。",
                CASES.sheet,
                untold.join("」「"),
                ERRATA.sheet,
            ));
        }
    }
    notes
}

/// Gives the fields of which new rows of corrections tell, by case. An empty one stands for all.
fn corrected(new: &NewTables) -> HashMap<&str, HashSet<&str>> {
    let mut corrected: HashMap<&str, HashSet<&str>> = HashMap::new();
    let rows = new.tables.get(ERRATA.file).map(Vec::as_slice).unwrap_or_default();
    let sheet = new.compared.iter().find(|sheet| sheet.table().sheet == ERRATA.sheet);
    let (Some(sheet), Some(case), Some(field)) = (sheet, ERRATA.place("case"), ERRATA.place("field")) else {
        return corrected;
    };
    let changed: HashSet<u32> = sheet.differences.rows.iter().map(|row| row.row).collect();
    let come: HashSet<usize> = sheet.differences.come.iter().copied().collect();
    let is_new = |(at, row): &(usize, &_)| {
        let row: &super::super::table::NewRow = row;
        come.contains(at) || changed.contains(&row.row)
    };
    for (_, row) in rows.iter().enumerate().filter(is_new) {
        if let (Some(case), Some(field)) = (row.cells.get(case), row.cells.get(field)) {
            corrected.entry(case).or_default().insert(field);
        }
    }
    corrected
}
