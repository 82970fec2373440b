//! Mapped cases, with the places from which they came.

use super::super::cases::{CaseSheets, Origin};
use super::super::origins::with_rows;
use super::super::words::{in_cells, in_words, of_sheet};
use super::To;
use super::find::SheetRead;
use super::voice::Voice;
use crate::problem::Problem;
use crate::source::columns::{CASES, SOURCES, TABLES};
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
    /// The columns for which the mapping has one value.
    pub(super) constants: Vec<To>,
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
    /// Gives the words for a sheet.
    fn voice(&self, sheet: &SheetRead) -> Voice {
        Voice::of(self.targets.iter().map(|to| (to.column().ja, sheet.name_of(*to))))
    }

    /// Gives a note on the tables in words for the table that was mapped.
    pub fn note(&self, note: &str, origins: &[Origin]) -> String {
        let file = TABLES.iter().find(|table| note.starts_with(table.file));
        let row = |line: usize| Some(self.rows.get(origins.get(line.checked_sub(1)?)?.row as usize)?.row);
        let is_of_cases = file.is_some_and(|table| table.file == CASES.file);
        let note = if is_of_cases { with_rows(note, row) } else { note.to_owned() };
        let note = in_words(&note, file);
        let bare = file.and_then(|table| note.strip_prefix(&format!("シート「{}」： ", table.sheet)));
        match (bare, self.sheets_read.first()) {
            (Some(bare), Some(sheet)) if is_of_cases => {
                format!("{}： {}", self.file, self.voice(sheet).said(bare))
            }
            _ => Voice::of([]).said(&note),
        }
    }

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
        let of_source = || {
            let inner = column.rsplit(' ').next().filter(|_| key == part_key(&SOURCES))?;
            let to = To::Source(SOURCES.place(inner)?);
            self.targets.contains(&to).then_some(to)
        };
        let to = To::of(&key).or_else(of_source);
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
            problem.advice("表がウェブページで公開されているなら、対応表の [source] にそのページを書いてください。どの事例にも出典として付けます。事例ごとのURLの列があれば、そこに url = { head = \"見出し\" } と書きます。")
        } else {
            problem
        };
        let problem = match to {
            Some(to) => {
                let of_mapping = found.is_none() && self.constants.contains(&to);
                let name = if of_mapping {
                    format!("対応表の constants.{}", to.key())
                } else {
                    sheet.name_of(to)
                };
                in_cells(problem, &CASES, to.column()).column(name)
            }
            None => of_sheet(problem, &CASES),
        };
        let is_lacking =
            found.is_none() && problem.value.as_deref().is_some_and(|it| ["", "（空欄）"].contains(&it));
        let problem = match to.filter(|to| is_lacking && !self.constants.contains(to)) {
            Some(to) => problem.advice(format!(
                "対応表の [columns] にその列の見出しを書くか、どの行も同じなら [constants] に {} = \"…\" を書いてください。",
                to.key()
            )),
            None => problem,
        };
        let problem = self.voice(sheet).problem(problem);
        // An id that was made without it would only confuse.
        let subject = problem.subject.clone().filter(|_| !place.lacks);
        let problem = Problem { subject, ..problem.at(at) };
        Some(Problem { file: self.file.clone(), ..problem })
    }
}
