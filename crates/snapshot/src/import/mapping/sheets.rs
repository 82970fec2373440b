//! Mapped rows as the sheets of a workbook of the tables.

use std::collections::{HashMap, HashSet};

use super::super::cases::CaseSheets;
use super::super::sheet::{FoundRow, FoundSheet};
use super::file::Mapping;
use super::known::Known;
use super::rows::MappedRow;
use super::{Target, To};
use crate::source::columns::{CASES, MISSING, PARTICIPANTS, SOURCES, Shape, of_file};
use crate::workbook::folder::CaseRow;

/// Gives each row an id: its own, that of the case which it continues, or a new one.
pub(super) fn ids(rows: &[MappedRow], known: &Known, old: &[CaseRow]) -> Vec<String> {
    let mut by_title: HashMap<[String; 3], &str> = HashMap::new();
    for case in old {
        let values = case.values();
        let key = ["prefecture_code", "system_type", "title"].map(|key| values.text(key).to_owned());
        by_title.entry(key).or_insert(&case.id);
    }
    let mut taken: HashSet<String> = old.iter().map(|case| case.id.clone()).collect();
    let mut used: HashSet<String> = HashSet::new();
    let mut ids = Vec::new();
    let mut next = HashMap::new();
    for row in rows {
        let of = |key: &str| row.cell(key).to_owned();
        let own = Some(of("id")).filter(|id| !id.is_empty());
        let continued = by_title
            .get(&[of("prefecture_code"), of("system_type"), of("title")])
            .filter(|id| !used.contains(**id))
            .map(|id| (*id).to_owned());
        let id = own.or(continued).unwrap_or_else(|| new_id(row, known, &taken, &mut next));
        taken.insert(id.clone());
        used.insert(id.clone());
        ids.push(id);
    }
    ids
}

/// Gives an id that nobody has. `next` holds the number from which on they are free, by what stands around it.
fn new_id(
    row: &MappedRow,
    known: &Known,
    taken: &HashSet<String>,
    next: &mut HashMap<[String; 3], usize>,
) -> String {
    let slug = known.system_slugs.get(row.cell("system_type")).map_or("case", String::as_str);
    let prefecture = row.cell("prefecture_code");
    let year = row.cell("introduced").get(..4).unwrap_or("1");
    let first = format!("{prefecture}-{slug}-{year}");
    if !taken.contains(&first) {
        return first;
    }
    let number = next.entry([prefecture, slug, year].map(str::to_owned)).or_insert(2);
    loop {
        let id = format!("{prefecture}-{slug}-{number}-{year}");
        *number += 1;
        if !taken.contains(&id) {
            return id;
        }
    }
}

/// Makes the sheets. Columns that are not mapped, and parts of cases, stay as the folder has them.
pub(super) fn case_sheets(
    rows: &[MappedRow],
    ids: &[String],
    mapping: &Mapping,
    old: &[CaseRow],
) -> CaseSheets {
    let old: HashMap<&str, &CaseRow> = old.iter().map(|case| (case.id.as_str(), case)).collect();
    let filled: HashSet<usize> = mapping
        .targets
        .iter()
        .map(|target| target.to)
        .chain(mapping.constants.iter().map(|(to, _)| *to))
        .filter_map(|to| if let To::Case(at) = to { Some(at) } else { None })
        .collect();
    let is_fact = |target: &&Target| !matches!(target.to, To::Source(_));
    let mapped: HashSet<&str> =
        mapping.targets.iter().filter(is_fact).map(|target| target.to.column().ja).collect();
    let names_are_mapped = mapping.targets.iter().any(|target| target.to == To::Participants);
    let mut cases = FoundSheet::new(CASES.sheet, Vec::new());
    let mut parts: Vec<_> = of_file(CASES.file)
        .filter(|table| matches!(table.shape, Shape::PartOfCase(_)))
        .map(|table| (*table, FoundSheet::new(table.sheet, Vec::new())))
        .collect();
    for (number, (row, id)) in (0..).zip(rows.iter().zip(ids)) {
        let before = old.get(id.as_str()).map(|case| case.values());
        let kept = before.as_ref().map(|case| case.cells(&CASES));
        let mut cells: Vec<Box<str>> = Vec::new();
        for (at, cell) in row.cells.iter().enumerate() {
            let kept = kept.as_ref().and_then(|cells| cells.get(at)).map(|cell| cell.text());
            let is_of_row = filled.contains(&at) || !cell.is_empty();
            cells.push(if is_of_row { cell.as_str().into() } else { kept.unwrap_or_default().into() });
        }
        if let Some(first) = cells.first_mut() {
            *first = id.as_str().into();
        }
        cases.rows.push(FoundRow { row: number, cells: cells.into() });
        for (table, sheet) in &mut parts {
            let Shape::PartOfCase(key) = table.shape else { continue };
            let kept = before.as_ref().map(|case| case.parts(table, key)).unwrap_or_default();
            let kept = kept.iter().map(|cells| cells.iter().map(|cell| cell.text().into()).collect());
            let found: Vec<Vec<Box<str>>> = if table.shape == PARTICIPANTS.shape && names_are_mapped {
                let names = row.participants.iter();
                names.map(|name| vec![id.as_str().into(), name.as_str().into()]).collect()
            } else if table.shape == MISSING.shape {
                let told = row
                    .missing
                    .iter()
                    .map(|(field, reason)| vec![id.as_str().into(), Box::from(*field), Box::from(*reason)]);
                let is_of_table =
                    |cells: &Vec<Box<str>>| cells.get(1).is_some_and(|field| mapped.contains(&**field));
                kept.filter(|cells| !is_of_table(cells)).chain(told).collect()
            } else {
                let mut rows: Vec<Vec<Box<str>>> = kept.collect();
                let source = row.source.as_ref().filter(|_| table.shape == SOURCES.shape);
                rows.extend(source.and_then(|source| source.row(id, &rows)));
                rows
            };
            sheet.rows.extend(found.into_iter().map(|cells| FoundRow { row: number, cells: cells.into() }));
        }
    }
    CaseSheets { cases, parts }
}
