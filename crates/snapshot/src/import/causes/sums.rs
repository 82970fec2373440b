//! Sums over the municipalities that no longer agree, and the changes that made them so.

use std::collections::{HashMap, HashSet};

use joint_procurement_core::domain::{MunicipalityKind, Term};

use super::super::compared::ComparedSheet;
use super::super::make::NewTables;
use super::super::table;
use super::Cause;
use crate::problem::Problem;
use crate::source::columns::{MUNICIPALITIES, PREFECTURES, SETTINGS};

/// The changes that are named beside a sum. More are rather new figures of all.
const MOST_NAMED: usize = 10;

/// The meaning of a problem with a sum.
pub enum Sum {
    /// These changes make it, and nothing else.
    Explained(Vec<Cause>),
    /// These changes have a part in it.
    Maybe(Vec<Cause>),
    /// It follows from something that is told by itself.
    Follows,
    Other,
}

/// The number that a municipality adds to a sum.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    Rows,
    Kind(MunicipalityKind),
    Population,
    Staff,
}

/// A cell of a municipality that counts for a sum, as it was and as it is.
struct Change {
    cause: Cause,
    /// The first digits of its code.
    prefecture: String,
    column: &'static str,
    before: String,
    after: String,
}

/// The changes of the municipalities, and of the sums themselves.
#[derive(Default)]
pub struct Sums {
    changes: Vec<Change>,
    /// The codes of the prefectures by their lines.
    prefectures: HashMap<usize, String>,
    /// The changes that emptied a number of staff, by line.
    emptied: HashMap<usize, Cause>,
    /// The changes of kinds in rows whose names have not changed, by line.
    kinds: HashMap<usize, Cause>,
    /// The columns that are told to be wrong as a whole.
    moved: HashSet<&'static str>,
    /// The sums that have changed, by file, prefecture and column, as they were.
    own: HashMap<(&'static str, String, String), String>,
    are_gone_told: bool,
}

const COLUMNS: [&str; 4] = ["code", "kind", "population", "staff"];

impl Sums {
    pub fn of(sheets: &[ComparedSheet], new: &NewTables, are_gone_told: bool) -> Self {
        let mut sums = Self { are_gone_told, ..Self::default() };
        for (at, sheet) in sheets.iter().enumerate() {
            if sheet.table().file == MUNICIPALITIES.file {
                sums.take(at, sheet, new);
            } else if sheet.table().file == PREFECTURES.file {
                sums.take_own(sheet);
            }
        }
        for (key, before) in &new.former_settings {
            sums.own.insert((SETTINGS.file, String::new(), key.clone()), before.clone());
        }
        let rows = new.tables.get(PREFECTURES.file).map(Vec::as_slice).unwrap_or_default();
        for (line, row) in table::lines(rows).into_iter().zip(rows) {
            sums.prefectures.insert(line.line, row.cells.first().cloned().unwrap_or_default());
        }
        sums
    }

    /// Takes the changes of the municipalities.
    fn take(&mut self, sheet_at: usize, sheet: &ComparedSheet, new: &NewTables) {
        let rows = new.tables.get(MUNICIPALITIES.file).map(Vec::as_slice).unwrap_or_default();
        let lines: HashMap<u32, usize> =
            table::lines(rows).into_iter().map(|line| (line.row, line.line)).collect();
        self.moved.extend(sheet.moved.iter().filter_map(|at| MUNICIPALITIES.names.get(*at)));
        for (row_at, row) in sheet.differences.rows.iter().enumerate() {
            for (cell_at, cell) in row.cells.iter().enumerate() {
                let Some(column) = sheet.column(cell).map(|it| it.name).filter(|it| COLUMNS.contains(it))
                else {
                    continue;
                };
                let cause = Cause::Cell { sheet: sheet_at, row: row_at, cell: cell_at };
                let line = lines.get(&row.row).copied();
                let is_named_as_before =
                    MUNICIPALITIES.place("name").is_some_and(|at| row.cell(at).is_none());
                if column == "staff" && cell.is_emptied() {
                    self.emptied.extend(line.map(|line| (line, cause)));
                } else if column == "kind" && is_named_as_before {
                    self.kinds.extend(line.map(|line| (line, cause)));
                }
                let (before, after) = (cell.before.to_string(), cell.after.to_string());
                // The row counts as before under its new code.
                if column != "code" {
                    let prefecture = prefecture(&row.key);
                    self.changes.push(Change { cause, prefecture, column, before, after });
                }
            }
        }
        let mut whole = |cause: Cause, cells: &[String], is_gone: bool| {
            let prefecture = prefecture(cells.first().map_or("", String::as_str));
            for column in COLUMNS {
                let text =
                    MUNICIPALITIES.place(column).and_then(|at| cells.get(at)).cloned().unwrap_or_default();
                let (before, after) = if is_gone { (text, String::new()) } else { (String::new(), text) };
                self.changes.push(Change { cause, prefecture: prefecture.clone(), column, before, after });
            }
        };
        for (row_at, row) in sheet.differences.gone.iter().enumerate() {
            whole(Cause::Gone { sheet: sheet_at, row: row_at }, row, true);
        }
        for row in sheet.differences.come.iter().filter_map(|at| rows.get(*at)) {
            whole(Cause::Come { sheet: sheet_at, row: row.row }, &row.cells, false);
        }
    }

    fn take_own(&mut self, sheet: &ComparedSheet) {
        for row in &sheet.differences.rows {
            for cell in &row.cells {
                let column = sheet.column(cell).map_or("", |column| column.name).to_owned();
                self.own.insert((PREFECTURES.file, row.key.to_string(), column), cell.before.to_string());
            }
        }
    }

    /// Says what is behind a problem.
    pub fn of_problem(&self, problem: &Problem) -> Sum {
        let line = problem.place.line();
        let Some(column) = problem.column.as_deref() else { return Sum::Other };
        if problem.file == MUNICIPALITIES.file {
            let cause = match (line, column) {
                (Some(line), "staff_as_of") => self.emptied.get(&line),
                (Some(line), "name") => self.kinds.get(&line),
                _ => None,
            };
            return cause.map_or(Sum::Other, |cause| Sum::Explained(vec![*cause]));
        }
        let (file, scope, of) = if problem.file == PREFECTURES.file {
            let scope = line.and_then(|line| self.prefectures.get(&line)).map(String::as_str);
            (PREFECTURES.file, scope, counted(column))
        } else if problem.file == SETTINGS.file {
            (SETTINGS.file, None, column.strip_prefix("totals.").and_then(counted))
        } else {
            return Sum::Other;
        };
        let Some(of) = of else { return Sum::Other };
        if self.moved.contains(of.column()) {
            return Sum::Follows;
        }
        let allowed = problem.allowed.as_deref().unwrap_or_default();
        let own = (file, scope.unwrap_or_default().to_owned(), column.to_owned());
        if self.own.get(&own).is_some_and(|before| before == allowed) {
            return Sum::Other;
        }
        let within = || self.changes.iter().filter(|it| scope.is_none_or(|scope| it.prefecture == scope));
        let (stated, summed) =
            (problem.value.as_deref().and_then(whole), problem.allowed.as_deref().and_then(whole));
        let (Some(stated), Some(summed)) = (stated, summed) else {
            let emptied: HashSet<Cause> = self.emptied.values().copied().collect();
            let causes: Vec<Cause> =
                within().map(|it| it.cause).filter(|cause| emptied.contains(cause)).collect();
            let is_of_staff = of == Of::Staff && stated.is_some() && !causes.is_empty();
            return if is_of_staff { Sum::Explained(causes) } else { Sum::Other };
        };
        let parts: Vec<(&Change, i64)> =
            within().map(|change| (change, of.difference(change))).filter(|(_, part)| *part != 0).collect();
        let causes: Vec<Cause> = parts.iter().map(|(change, _)| change.cause).collect();
        let is_whole = parts.iter().map(|(_, part)| part).sum::<i64>() == summed - stated;
        let is_gone = |cause: &Cause| matches!(cause, Cause::Gone { .. });
        match causes.as_slice() {
            [] => Sum::Other,
            [Cause::Cell { .. }] if is_whole => Sum::Explained(causes),
            all if is_whole && self.are_gone_told && all.iter().all(is_gone) => Sum::Follows,
            all if all.len() > MOST_NAMED => Sum::Other,
            _ => Sum::Maybe(causes),
        }
    }
}

impl Of {
    /// Gives the column of the municipalities.
    fn column(self) -> &'static str {
        match self {
            Self::Rows => "code",
            Self::Kind(_) => "kind",
            Self::Population => "population",
            Self::Staff => "staff",
        }
    }

    /// Gives by how much a change makes the sum greater.
    fn difference(self, change: &Change) -> i64 {
        if change.column != self.column() {
            return 0;
        }
        let of = |text: &str| match self {
            Self::Rows => i64::from(!text.is_empty()),
            Self::Kind(kind) => i64::from(text == kind.ja()),
            Self::Population | Self::Staff => whole(text).unwrap_or_default(),
        };
        of(&change.after) - of(&change.before)
    }
}

/// Gives the number behind a column of sums.
fn counted(column: &str) -> Option<Of> {
    Some(match column {
        "municipalities" => Of::Rows,
        "cities" => Of::Kind(MunicipalityKind::City),
        "special_wards" => Of::Kind(MunicipalityKind::SpecialWard),
        "towns" => Of::Kind(MunicipalityKind::Town),
        "villages" => Of::Kind(MunicipalityKind::Village),
        "population" => Of::Population,
        "municipal_staff" => Of::Staff,
        _ => return None,
    })
}

fn prefecture(code: &str) -> String {
    code.get(..2).unwrap_or_default().to_owned()
}

fn whole(text: &str) -> Option<i64> {
    text.parse().ok()
}
