//! The places on the sheets from which the lines of the files are, so that problems name sheet and cell.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use super::cases::Origin;
use super::sheet::{FoundSheet, Unfit};
use super::table::LineOf;
use super::words;
use crate::problem::{Fault, Place, Problem};
use crate::source::columns::{CASES, SETTINGS, TABLES, Table};

/// The rows of the sheets behind the files.
#[derive(Clone, Debug, Default)]
pub struct Origins {
    pub book: String,
    pub tables: HashMap<&'static str, OfTable>,
    pub cases: Rc<[Origin]>,
    /// The sheets of the cases, by the key of the part; the cases themselves have none.
    pub case_sheets: HashMap<&'static str, Frame>,
    /// The row of each key of the settings.
    pub settings: HashMap<String, u32>,
    pub settings_frame: Option<Frame>,
    /// The parts of the sheets that are told of: what they lead to is not told again.
    pub unfit: HashMap<&'static str, Unfit>,
}

/// The lines of a CSV table.
#[derive(Clone, Debug)]
pub struct OfTable {
    pub lines: Vec<LineOf>,
    pub frame: Frame,
    /// The keys that stand twice because another has become them, which is told.
    pub doubled: HashSet<String>,
}

impl OfTable {
    /// Gives the row of the sheet from which a line is.
    fn row(&self, line: usize) -> Option<u32> {
        let after = self.lines.partition_point(|of| of.line <= line);
        self.lines.get(after.checked_sub(1)?).map(|of| of.row)
    }

    /// Gives the sentence with the numbers of rows instead of those of lines.
    fn with_rows(&self, sentence: &str) -> String {
        with_rows(sentence, |line| self.row(line))
    }
}

/// Puts the numbers of rows of a sheet in the place of those of lines.
pub fn with_rows(sentence: &str, row: impl Fn(usize) -> Option<u32>) -> String {
    let mut said = String::new();
    let mut pieces = sentence.split("行目").peekable();
    while let Some(piece) = pieces.next() {
        let before = piece.trim_end_matches(|it: char| it.is_ascii_digit());
        let line = piece.get(before.len()..).and_then(|number| number.parse().ok());
        match line.and_then(&row).filter(|_| pieces.peek().is_some()) {
            Some(row) => said.push_str(&format!("{before}{}", row + 1)),
            None => said.push_str(piece),
        }
        if pieces.peek().is_some() {
            said.push_str("行目");
        }
    }
    said
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

    /// Gives the cell of a column in a row of the sheet.
    pub fn cell(&self, row: u32, column: usize) -> Place {
        Place::cell(self.sheet, (row, self.places.get(column).copied().unwrap_or_default()))
    }

    /// Places a problem in a row; in the column too where it is one of the sheet.
    fn put(&self, problem: Problem, row: u32, column: &str) -> Problem {
        // One of several values in a cell: 「benefits（2番目）」.
        let name = column.split('（').next().unwrap_or(column);
        match self.table.place(column).or_else(|| self.table.place(name)) {
            Some(at) => {
                let of = self.table.columns.get(at);
                let ja = of.map_or(column, |column| column.ja);
                let place = self.places.get(at).copied().unwrap_or_default();
                let problem = match of {
                    Some(column) => words::in_cells(problem, &self.table, column),
                    None => words::of_sheet(problem, &self.table),
                };
                problem.at(Place::cell(self.sheet, (row, place))).column(ja)
            }
            None => words::of_sheet(problem, &self.table).at(Place::sheet_row(self.sheet, row + 1)),
        }
    }
}

impl Origins {
    /// Gives the problem with its place and words in the workbook; none for what follows from something told.
    pub fn place(&self, problem: Problem) -> Option<Problem> {
        if self.is_of_moved_case(&problem) {
            return None;
        }
        let placed = self.placed(problem)?;
        let sheet = placed.place.sheet_name();
        let is_told =
            sheet.and_then(|sheet| self.unfit.get(sheet)).is_some_and(|it| it.is_told(&placed.place));
        (!is_told).then_some(placed)
    }

    /// Tells if a problem is of evidence or reasons of a case to whose row cells of others have come.
    fn is_of_moved_case(&self, problem: &Problem) -> bool {
        let is_of_field = |column: &str| ["evidence", "missing"].iter().any(|key| column.starts_with(key));
        let line = problem.place.line().filter(|_| problem.file == CASES.file);
        let row = line.and_then(|line| self.cases.get(line.checked_sub(1)?)).map(|origin| origin.row);
        let unfit = self.unfit.get(CASES.sheet);
        problem.column.as_deref().is_some_and(is_of_field)
            && row.zip(unfit).is_some_and(|(row, unfit)| unfit.is_moved(row))
    }

    /// Gives a note in the words of the workbook.
    pub fn note(&self, note: &str) -> String {
        // The lines of the files are not those of the sheets.
        let file = TABLES.iter().find(|table| note.starts_with(table.file));
        let of_table = file.and_then(|table| self.tables.get(table.file));
        let note = match of_table {
            Some(of_table) => of_table.with_rows(note),
            None if file.is_some_and(|table| table.file == CASES.file) => {
                with_rows(note, |line| self.cases.get(line.checked_sub(1)?).map(|origin| origin.row))
            }
            None => note.to_owned(),
        };
        words::in_words(&note, file)
    }

    /// Places a problem; others, such as of maps, stay as they are.
    fn placed(&self, problem: Problem) -> Option<Problem> {
        let column = problem.column.clone().unwrap_or_default();
        let line = problem.place.line();
        let placed = if problem.file == SETTINGS.file {
            self.place_setting(problem, &column)
        } else if problem.file == CASES.file {
            match line.and_then(|line| self.cases.get(line.checked_sub(1)?)) {
                Some(origin) => self.place_case(problem, origin, &column)?,
                None => words::of_sheet(problem, &CASES).at(Place::sheet(CASES.sheet)),
            }
        } else if let Some(of_table) = self.tables.get(problem.file.as_str()) {
            let is_double = problem.what.fault() == Some(Fault::Repeated);
            if is_double && problem.value.as_ref().is_some_and(|value| of_table.doubled.contains(value)) {
                return None;
            }
            let what = problem.what.clone().map(|what| of_table.with_rows(what));
            let problem = Problem { what, ..problem };
            match line.and_then(|line| of_table.row(line)) {
                Some(row) => of_table.frame.put(problem, row, &column),
                None => {
                    let table = &of_table.frame.table;
                    words::of_sheet(problem, table).at(Place::sheet(of_table.frame.sheet))
                }
            }
        } else {
            return Some(match TABLES.iter().find(|table| table.file == problem.file) {
                Some(table) => Problem {
                    file: self.book.clone(),
                    ..words::of_sheet(problem, table).at(Place::sheet(table.sheet))
                },
                None => problem,
            });
        };
        Some(Problem { file: self.book.clone(), ..placed })
    }

    fn place_setting(&self, problem: Problem, column: &str) -> Problem {
        // 「credits（2番目）.url」 is the row credits.2.url.
        let key = column.replace('（', ".").replace("番目）", "");
        match (self.settings.get(&key), &self.settings_frame) {
            (Some(row), Some(frame)) => {
                let place = frame.places.get(1).copied().unwrap_or(1);
                let of = SETTINGS.column(&key);
                let problem = match of {
                    Some(of) => words::in_cells(problem, &SETTINGS, of),
                    None => words::of_sheet(problem, &SETTINGS),
                };
                problem
                    .at(Place::cell(frame.sheet, (*row, place)))
                    .column(of.map_or(key.as_str(), |column| column.ja))
            }
            _ => words::of_sheet(problem, &SETTINGS).at(Place::sheet(SETTINGS.sheet)),
        }
    }

    /// Places a problem of a case. None for one that comes only from rows of its parts being left out.
    fn place_case(&self, problem: Problem, origin: &Origin, column: &str) -> Option<Problem> {
        // 「sources（2番目） url」, 「evidence vendor」, 「participants_names（3番目）」 or a column.
        let end = column.find(['（', ' ']).unwrap_or(column.len());
        let (key, rest) = column.split_at(end);
        let (number, inner) = match rest.strip_prefix('（').and_then(|rest| rest.split_once("番目）")) {
            Some((number, inner)) => (number.parse::<usize>().ok(), inner.trim_start()),
            None => (None, rest.trim_start()),
        };
        let lacks = |part: &str| origin.lossy.contains(&part);
        let needs_all = (key == "evidence" && lacks("sources"))
            || (key == "participants_count" && lacks("participants_names"))
            || (lacks(key) && number.is_none());
        if needs_all {
            return None;
        }
        let of_cases = self.case_sheets.get("");
        let Some(frame) = self.case_sheets.get(key).filter(|_| !key.is_empty()) else {
            return Some(match of_cases {
                Some(frame) => frame.put(problem, origin.row, column),
                None => problem,
            });
        };
        let part = origin.part(key);
        let rows = part.map(|part| &*part.rows).unwrap_or_default();
        let fields = part.map(|part| &*part.fields).unwrap_or_default();
        let is_map = frame.table.names.get(1) == Some(&"field");
        let row = if is_map {
            let choices = frame.table.columns.get(1).map(|column| column.kind.choices()).unwrap_or_default();
            let ja = choices.iter().find(|choice| choice.value == inner).map_or(inner, |choice| choice.ja);
            fields.iter().position(|field| **field == *ja || **field == *inner)
        } else {
            number.and_then(|number| number.checked_sub(1)).filter(|at| *at < rows.len())
        };
        let at = row.unwrap_or(0);
        match rows.get(at) {
            Some(row) if number.is_some() || is_map || rows.len() == 1 => {
                let inner = match is_map {
                    // The field itself is wrong, not what is said of it.
                    true if problem.what.fault() == Some(Fault::NoSuchField) => {
                        let field = fields.get(at).map_or("", AsRef::as_ref);
                        return Some(frame.put(problem.value(field), *row, "field"));
                    }
                    true => frame.table.names.get(2).copied().unwrap_or_default().to_owned(),
                    false if inner.is_empty() => {
                        frame.table.names.get(1).copied().unwrap_or_default().to_owned()
                    }
                    false => inner.replace(' ', "."),
                };
                Some(frame.put(problem, *row, &inner))
            }
            _ => Some(match of_cases {
                // Something about the part as a whole, such as that there is none.
                Some(of_cases) => {
                    let sheet = frame.table.sheet;
                    let problem = Problem { value: problem.value.filter(|value| value != "[]"), ..problem };
                    of_cases.put(problem, origin.row, "id").column(format!("シート「{sheet}」"))
                }
                None => problem,
            }),
        }
    }
}
