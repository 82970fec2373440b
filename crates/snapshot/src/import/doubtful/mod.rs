//! Changes that may be right, but are so odd that somebody should look at them again. They are noted and stop nothing,
//! but for columns whose cells have all come to other rows.

mod columns;
mod emptied;
mod exchanged;
mod facts;
mod numbers;
mod places;
mod readings;

pub use columns::check as check_columns;
pub use numbers::odd as odd_number;

use super::compared::{ChangedCell, ComparedSheet};
use super::make::NewTables;
use crate::problem::{Place, Report};

/// Notes them. Cells that are told to be wrong are not told again.
pub fn note(new: &NewTables, report: &mut Report) {
    let mut notes: Vec<String> = Vec::new();
    for sheet in &new.compared {
        notes.extend(exchanged::notes(sheet, report));
        notes.extend(numbers::notes(sheet, report));
        notes.extend(places::notes(sheet, new, report));
        notes.extend(readings::notes(sheet, new, report));
    }
    let emptied = emptied::notes(&new.compared, report);
    notes.extend(facts::notes(new, &emptied, report));
    notes.extend(emptied.into_values());
    notes.into_iter().for_each(|note| report.note(note));
}

/// Says that a cell is another now.
fn became(sheet: &ComparedSheet, cell: &ChangedCell, place: &Place) -> String {
    let column = sheet.column(cell).map_or("", |column| column.ja);
    let [before, after] = [&cell.before, &cell.after].map(|text| short(text));
    format!("{place}「{column}」： もとの「{before}」から「{after}」に変わりました。")
}

/// Gives the beginning of a text.
fn short(text: &str) -> String {
    crate::problem::visible(text, 40)
}
