//! The places on the sheets from which the lines of the files are, so that problems name sheet and cell.

use std::collections::{HashMap, HashSet};

use super::cases::Origin;
use super::sheet::FoundSheet;
use super::words;
use crate::problem::{Place, Problem};
use crate::source::columns::{CASES, SETTINGS, Shape, TABLES, Table};

/// The rows of the sheets behind the files.
#[derive(Debug, Default)]
pub struct Origins {
    pub book: String,
    pub tables: HashMap<&'static str, OfTable>,
    pub cases: Vec<Origin>,
    /// The sheets of the cases, by the key of the part; the cases themselves have none.
    pub case_sheets: HashMap<&'static str, Frame>,
    /// The row of each key of the settings.
    pub settings: HashMap<String, u32>,
    pub settings_frame: Option<Frame>,
    /// The cells that could not be read: what their emptiness leads to is not told again.
    pub unreadable: HashSet<Place>,
}

/// The lines of a CSV table.
#[derive(Debug)]
pub struct OfTable {
    pub lines: Vec<(usize, u32)>,
    pub frame: Frame,
}

/// A sheet without its rows.
#[derive(Clone, Debug)]
pub struct Frame {
    pub table: Table,
    sheet: &'static str,
    places: Vec<u32>,
}

impl Frame {
    pub fn of(table: Table, found: &FoundSheet) -> Self {
        let places = (0..table.names.len()).map(|column| found.column(column)).collect();
        Self { table, sheet: found.sheet, places }
    }

    /// Places a problem in a row; in the column too where it is one of the sheet.
    fn put(&self, problem: Problem, row: u32, column: &str) -> Problem {
        match self.table.place(column) {
            Some(at) => {
                let of = self.table.columns.get(at);
                let ja = of.map_or(column, |column| column.ja);
                let place = self.places.get(at).copied().unwrap_or_default();
                let problem = match of {
                    Some(column) => words::in_cells(problem, column),
                    None => problem,
                };
                problem.at(Place::cell(self.sheet, (row, place))).column(ja)
            }
            None => problem.at(Place::sheet_row(self.sheet, row + 1)),
        }
    }
}

impl Origins {
    /// Gives the problem with its place in the workbook; none where the cell has been told of.
    pub fn place(&self, problem: Problem) -> Option<Problem> {
        Some(self.placed(problem)).filter(|problem| !self.unreadable.contains(&problem.place))
    }

    /// Places a problem; others, such as of maps, stay as they are.
    fn placed(&self, problem: Problem) -> Problem {
        let column = problem.column.clone().unwrap_or_default();
        let line = problem.place.line();
        let placed = if problem.file == SETTINGS.file {
            self.place_setting(problem, &column)
        } else if problem.file == CASES.file {
            match line.and_then(|line| self.cases.get(line.checked_sub(1)?)) {
                Some(origin) => self.place_case(problem, origin, &column),
                None => problem.at(Place::sheet(CASES.sheet)),
            }
        } else if let Some(of_table) = self.tables.get(problem.file.as_str()) {
            let row = line.and_then(|line| {
                let after = of_table.lines.partition_point(|(first, _)| *first <= line);
                of_table.lines.get(after.checked_sub(1)?)
            });
            match row {
                Some((_, row)) => of_table.frame.put(problem, *row, &column),
                None => problem.at(Place::sheet(of_table.frame.sheet)),
            }
        } else {
            return match TABLES.iter().find(|table| table.file == problem.file) {
                Some(table) => Problem { file: self.book.clone(), ..problem.at(Place::sheet(table.sheet)) },
                None => problem,
            };
        };
        Problem { file: self.book.clone(), ..placed }
    }

    fn place_setting(&self, problem: Problem, column: &str) -> Problem {
        // 「credits（2番目）.url」 is the row credits.2.url.
        let key = column.replace('（', ".").replace("番目）", "");
        match (self.settings.get(&key), &self.settings_frame) {
            (Some(row), Some(frame)) => {
                let ja = SETTINGS.column(&key).map_or(key.as_str(), |column| column.ja).to_owned();
                let place = frame.places.get(1).copied().unwrap_or(1);
                problem.at(Place::cell(frame.sheet, (*row, place))).column(ja)
            }
            _ => problem.at(Place::sheet(SETTINGS.sheet)),
        }
    }

    fn place_case(&self, problem: Problem, origin: &Origin, column: &str) -> Problem {
        // 「sources（2番目） url」, 「evidence vendor」, 「participants_names（3番目）」 or a column.
        let end = column.find(['（', ' ']).unwrap_or(column.len());
        let (key, rest) = column.split_at(end);
        let (number, inner) = match rest.strip_prefix('（').and_then(|rest| rest.split_once("番目）")) {
            Some((number, inner)) => (number.parse::<usize>().ok(), inner.trim_start()),
            None => (number_in(&problem.what), rest.trim_start()),
        };
        let frame = self.case_sheets.get(key);
        let rows = origin.parts.iter().find(|(part, _)| **part == key).map(|(_, rows)| rows.as_slice());
        let (Some(frame), Some(rows)) = (frame, rows) else {
            return match self.case_sheets.get("") {
                Some(frame) => frame.put(problem, origin.row, column),
                None => problem,
            };
        };
        let is_map = frame.table.names.get(1) == Some(&"field");
        let row = if is_map {
            let is_field = |field: &str| {
                let choices =
                    frame.table.columns.get(1).map(|column| column.kind.choices()).unwrap_or_default();
                choices.iter().any(|choice| choice.ja == field && choice.value == inner)
            };
            rows.iter().find(|(_, field)| is_field(field) || field == inner)
        } else {
            number.and_then(|number| rows.get(number.checked_sub(1)?))
        };
        match row.or(rows.first()) {
            Some((row, _)) if row_is_told(number, is_map, rows.len()) => {
                let inner = if is_map {
                    frame.table.names.get(2).copied().unwrap_or_default().to_owned()
                } else if inner.is_empty() {
                    frame.table.names.get(1).copied().unwrap_or_default().to_owned()
                } else {
                    inner.replace(' ', ".")
                };
                frame.put(problem, *row, &inner)
            }
            _ => match self.case_sheets.get("") {
                // Something about the part as a whole, such as that there is none.
                Some(of_cases) => {
                    let sheet = frame.table.sheet;
                    of_cases.put(problem, origin.row, "id").column(format!("シート「{sheet}」"))
                }
                None => problem,
            },
        }
    }
}

fn row_is_told(number: Option<usize>, is_map: bool, rows: usize) -> bool {
    number.is_some() || is_map || rows == 1
}

/// Gives the number of a sentence that begins with 「3番目の」.
fn number_in(what: &str) -> Option<usize> {
    what.split_once("番目の").and_then(|(number, _)| number.parse().ok())
}

/// Gives the key of the sheet of a table of the cases.
pub fn case_key(table: &Table) -> &'static str {
    match table.shape {
        Shape::PartOfCase(key) => key,
        _ => "",
    }
}
