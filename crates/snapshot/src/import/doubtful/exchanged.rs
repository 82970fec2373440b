//! Two cells of a row that have changed places.

use super::super::compared::{ChangedCell, ChangedRow, ComparedSheet};
use super::short;
use crate::problem::Report;

pub fn notes(sheet: &ComparedSheet, report: &Report) -> Vec<String> {
    sheet.open(report).filter_map(|row| note(sheet, row, report)).collect()
}

fn note(sheet: &ComparedSheet, row: &ChangedRow, report: &Report) -> Option<String> {
    let (one, other) = exchanged(&row.cells)?;
    let [first, second] = [one, other].map(|cell| sheet.frame.cell(row.row, cell.column));
    if report.has_told_of(&first) || report.has_told_of(&second) {
        return None;
    }
    let [of_one, of_other] = [one, other].map(|cell| sheet.column(cell).map_or("", |column| column.ja));
    Some(format!(
        "{first}「{of_one}」と{}「{of_other}」の値が、入れ替わりました（もとの「{of_one}」は「{}」、「{of_other}」は「{}」）。列を間違えていないか、確かめてください。",
        second.cell_name().unwrap_or_default(),
        short(&one.before),
        short(&other.before),
    ))
}

/// Finds two cells of which each says now as the other did.
fn exchanged(cells: &[ChangedCell]) -> Option<(&ChangedCell, &ChangedCell)> {
    let is_exchanged = |one: &ChangedCell, other: &ChangedCell| {
        !one.before.is_empty()
            && !one.after.is_empty()
            && one.before == other.after
            && one.after == other.before
    };
    cells.iter().enumerate().find_map(|(at, one)| {
        let other = cells.iter().skip(at + 1).find(|other| is_exchanged(one, other))?;
        Some((one, other))
    })
}
