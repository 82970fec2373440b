//! Mapped cases, with the places from which they came.

use super::super::cases::{CaseSheets, Origin};
use super::super::words::{in_cells, of_sheet};
use super::To;
use super::find::SheetRead;
use crate::problem::Problem;
use crate::source::columns::{CASES, SOURCES};
use crate::workbook::folder::part_key;

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

pub(super) struct RowPlace {
    pub sheet: usize,
    pub row: u32,
    /// The columns of which it has something that cannot be read.
    pub unread: Vec<&'static str>,
    /// A flag for a row without a value in a column that must have one.
    pub lacks: bool,
}

impl Mapped {
    /// Tells if every cell could be read.
    pub fn is_whole(&self) -> bool {
        self.rows.iter().all(|row| row.unread.is_empty())
    }

    /// Places a problem of a line of the cases in the cell from which its value came. `None` where it follows from a
    /// cell that could not be read.
    pub fn place(&self, problem: Problem, origins: &[Origin]) -> Option<Problem> {
        let line = problem.place.line().filter(|_| problem.file == CASES.file);
        let origin = line.and_then(|line| origins.get(line.checked_sub(1)?));
        let Some((place, sheet)) = origin
            .and_then(|origin| self.rows.get(origin.row as usize))
            .and_then(|place| Some((place, self.sheets_read.get(place.sheet)?)))
        else {
            return Some(problem);
        };
        let column = problem.column.clone().unwrap_or_default();
        let key = column.split(['（', ' ']).next().unwrap_or_default().to_owned();
        let to = To::of(&key);
        let found = sheet.columns.iter().find(|(at, _)| self.targets.get(*at).copied() == to);
        // Constants and ids are made of what the row says.
        let is_made = found.is_none() && (place.lacks || !place.unread.is_empty());
        if is_made || to.is_some_and(|to| place.unread.contains(&to.key())) {
            return None;
        }
        let at = match found {
            Some((_, column)) => sheet.grid.place((place.row, *column)),
            None => sheet.grid.row_place(place.row),
        };
        let problem = if column == part_key(&SOURCES) {
            problem.advice("表がウェブページで公開されているなら、対応表の [source] にそのページを書いてください。どの事例にも出典として付けます。")
        } else {
            problem
        };
        let problem = match to {
            Some(to) => in_cells(problem, &CASES, to.column()).column(to.column().ja),
            None => of_sheet(problem, &CASES),
        };
        // An id that was made without it would only confuse.
        let subject = problem.subject.clone().filter(|_| !place.lacks);
        let problem = Problem { subject, ..problem.at(at) };
        Some(Problem { file: self.file.clone(), ..problem })
    }
}
