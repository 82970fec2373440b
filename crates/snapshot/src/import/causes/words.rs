//! Words of one table that others use, and that are gone.

use std::collections::{HashMap, HashSet};

use super::super::compared::ComparedSheet;
use super::super::make::NewTables;
use super::Cause;
use crate::problem::{Place, Problem};
use crate::source::columns::{
    CASES, COUNTIES, FUNDING, Kind, MUNICIPALITIES, PARTICIPANTS, SYSTEM_TYPES, TABLES, WARDS,
};
use crate::workbook::folder::part_key;

/// A column whose cells hold words of a column of another table.
struct Reference {
    file: &'static str,
    column: &'static str,
    to: (&'static str, &'static str),
}

/// The words that are gone, with the changes that took them.
pub struct Words {
    references: Vec<Reference>,
    /// By sheet and column.
    gone: HashMap<(&'static str, &'static str), HashMap<String, Cause>>,
    /// The cells that have changed.
    cells: HashMap<Place, Cause>,
}

impl Words {
    pub fn of(sheets: &[ComparedSheet], new: &NewTables) -> Self {
        let references = references();
        let mut gone: HashMap<(&str, &str), HashMap<String, Cause>> = HashMap::new();
        let mut cells = HashMap::new();
        let targets: HashSet<(&'static str, &'static str)> = references.iter().map(|it| it.to).collect();
        for (sheet_at, sheet) in sheets.iter().enumerate() {
            let table = sheet.table();
            let of_table = targets.iter().filter(|(name, _)| *name == table.sheet);
            for (name, column) in of_table {
                let Some(at) = sheet.place_of(column) else { continue };
                let rows = new.tables.get(table.file).map(Vec::as_slice).unwrap_or_default();
                let now: HashSet<&str> =
                    rows.iter().filter_map(|row| row.cells.get(at)).map(String::as_str).collect();
                let words = gone.entry((name, column)).or_default();
                let mut take = |word: &str, cause: Cause| {
                    let is_gone = !word.is_empty() && !now.contains(word);
                    is_gone.then(|| words.insert(word.to_owned(), cause)).is_some()
                };
                for (row_at, row) in sheet.differences.rows.iter().enumerate() {
                    for (cell_at, cell) in row.cells.iter().enumerate().filter(|(_, it)| it.column == at) {
                        let cause = Cause::Cell { sheet: sheet_at, row: row_at, cell: cell_at };
                        if take(&cell.before, cause) {
                            cells.insert(sheet.frame.cell(row.row, at), cause);
                        }
                    }
                }
                for (row_at, row) in sheet.differences.gone.iter().enumerate() {
                    take(
                        row.get(at).map_or("", String::as_str),
                        Cause::Gone { sheet: sheet_at, row: row_at },
                    );
                }
            }
        }
        Self { references, gone, cells }
    }

    /// Finds the change that took the word of which a problem tells.
    pub fn of_problem(&self, problem: &Problem) -> Option<Cause> {
        let column = problem.column.as_deref()?;
        let key = column.split([' ', '（']).next().unwrap_or(column);
        // The table itself lacks a row that it must have.
        let own = TABLES.iter().find(|table| table.file == problem.file && problem.place.line().is_none());
        if let Some(own) = own {
            let word = problem.value.as_deref().or(problem.allowed.as_deref())?;
            return self.gone.get(&(own.sheet, key.trim()))?.get(word).copied();
        }
        let of_column = self.references.iter().filter(|it| it.file == problem.file && it.column == key);
        let value = problem.value.as_deref()?;
        let value = serde_json::from_str::<String>(value).unwrap_or_else(|_| value.to_owned());
        of_column.filter_map(|it| self.gone.get(&it.to)).find_map(|words| {
            let exact = words.get(value.as_str());
            // One of several, or a municipality behind its prefecture.
            let parts = || value.split([' ', ';', '、']).find_map(|part| words.get(part));
            let behind = || {
                let ends = ["都", "道", "府", "県"].iter().filter_map(|end| value.split_once(end));
                ends.filter_map(|(_, name)| words.get(name)).next()
            };
            exact.or_else(parts).or_else(behind).copied()
        })
    }

    /// Tells if a problem of a map is of a municipality whose code is gone.
    pub fn is_lost_code(&self, problem: &Problem) -> bool {
        let codes = self.gone.get(&(MUNICIPALITIES.sheet, "code"));
        let code = problem.value.as_deref().filter(|_| problem.file.starts_with("maps/"));
        codes.zip(code).is_some_and(|(codes, code)| codes.contains_key(code))
    }

    /// Finds the change at a cell whose word others may use.
    pub fn at(&self, place: &Place) -> Option<Cause> {
        self.cells.get(place).copied()
    }
}

/// Gives the columns that use words of other tables: those of the registry, and those whose words are only there.
fn references() -> Vec<Reference> {
    let mut references: Vec<Reference> = Vec::new();
    for table in TABLES {
        for column in table.columns {
            let of = match column.kind {
                Kind::Of(of, name) | Kind::List(&Kind::Of(of, name), _) => (of().sheet, name),
                _ => continue,
            };
            references.push(Reference { file: table.file, column: column.name, to: of });
        }
    }
    references.extend(
        [
            (CASES.file, part_key(&PARTICIPANTS), (MUNICIPALITIES.sheet, "name")),
            (WARDS.file, "city", (MUNICIPALITIES.sheet, "name")),
            (COUNTIES.file, "municipalities", (MUNICIPALITIES.sheet, "code")),
            (FUNDING.file, "system_types", (SYSTEM_TYPES.sheet, "slug")),
        ]
        .map(|(file, column, to)| Reference { file, column, to }),
    );
    references
}
