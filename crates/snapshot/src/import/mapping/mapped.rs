//! Mapped cases, with the places from which they came.

use super::super::cases::{CaseSheets, Origin};
use super::To;
use super::find::SheetRead;
use crate::problem::Problem;
use crate::source::columns::CASES;

/// The cases of a table, as if they stood on the sheets of a workbook.
pub struct Mapped {
    pub sheets: CaseSheets,
    pub(super) file: String,
    /// The places of the rows, which are numbered over all sheets.
    pub(super) rows: Vec<RowPlace>,
    pub(super) sheets_read: Vec<SheetRead>,
    /// The things that the mapping maps, in its order.
    pub(super) targets: Vec<To>,
}

#[derive(Clone, Copy)]
pub(super) struct RowPlace {
    pub sheet: usize,
    pub row: u32,
}

impl Mapped {
    /// Places a problem of a line of the cases in the cell from which its value came.
    pub fn place(&self, problem: Problem, origins: &[Origin]) -> Problem {
        let line = problem.place.line().filter(|_| problem.file == CASES.file);
        let origin = line.and_then(|line| origins.get(line.checked_sub(1)?));
        let Some((place, sheet)) = origin
            .and_then(|origin| self.rows.get(origin.row as usize))
            .and_then(|place| Some((place, self.sheets_read.get(place.sheet)?)))
        else {
            return problem;
        };
        let column = problem.column.clone().unwrap_or_default();
        let key = column.split(['（', ' ']).next().unwrap_or_default().to_owned();
        let to = To::of(&key);
        let found = sheet.columns.iter().find(|(at, _)| self.targets.get(*at).copied() == to);
        let problem = match (to, found) {
            (Some(to), Some((_, column))) => {
                problem.at(sheet.grid.place((place.row, *column))).column(to.column().ja)
            }
            (Some(to), None) => problem.at(sheet.grid.row_place(place.row)).column(to.column().ja),
            (None, _) => problem.at(sheet.grid.row_place(place.row)),
        };
        Problem { file: self.file.clone(), ..problem }
    }
}
