//! The tables before and after an import, cell by cell.

mod pairs;

pub use pairs::{Pairs, pair};

use super::origins::Frame;
use crate::problem::{Place, Report};
use crate::source::columns::{Column, Table};

/// A cell that says something else than before, in the words of the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedCell {
    /// The place of the column in its table.
    pub column: usize,
    pub before: Box<str>,
    pub after: Box<str>,
}

/// A row with such cells.
#[derive(Clone, Debug)]
pub struct ChangedRow {
    /// The row of the sheet, counted from 0.
    pub row: u32,
    /// The first cell as it was: a key, or the case of which the row is.
    pub key: Box<str>,
    /// In the order of the columns.
    pub cells: Vec<ChangedCell>,
}

/// The differences between a sheet and its table.
#[derive(Clone, Debug, Default)]
pub struct Differences {
    /// In the order of the sheet.
    pub rows: Vec<ChangedRow>,
    /// The rows that are gone, as the file had them. Cases and their parts have none here.
    pub gone: Vec<Vec<String>>,
    /// The places of rows that are new among those of the table, likewise.
    pub come: Vec<usize>,
}

/// A sheet with its differences.
#[derive(Clone, Debug)]
pub struct ComparedSheet {
    pub frame: Frame,
    pub differences: Differences,
    /// The columns that as a whole are told to be wrong.
    pub moved: Vec<usize>,
}

impl From<Vec<ChangedRow>> for Differences {
    fn from(mut rows: Vec<ChangedRow>) -> Self {
        rows.sort_by_key(|row| row.row);
        Self { rows, ..Self::default() }
    }
}

impl ChangedRow {
    /// Compares two rows; none where they say the same.
    pub fn of<'a>(
        row: u32,
        before: impl IntoIterator<Item = &'a str>,
        after: impl IntoIterator<Item = &'a str>,
    ) -> Option<Self> {
        let mut key: Option<&str> = None;
        let mut cells = Vec::new();
        for (column, (before, after)) in before.into_iter().zip(after).enumerate() {
            key.get_or_insert(before);
            if before != after {
                cells.push(ChangedCell { column, before: before.into(), after: after.into() });
            }
        }
        (!cells.is_empty()).then(|| Self { row, key: key.unwrap_or_default().into(), cells })
    }

    pub fn cell(&self, column: usize) -> Option<&ChangedCell> {
        self.cells.iter().find(|cell| cell.column == column)
    }

    /// Tells if the row repeats the id of a case that is not published.
    fn is_secret(&self, report: &Report) -> bool {
        let texts = self.cells.iter().flat_map(|cell| [&cell.before, &cell.after]);
        texts.chain([&self.key]).any(|text| report.names_withheld(text))
    }
}

impl ChangedCell {
    pub fn is_emptied(&self) -> bool {
        !self.before.is_empty() && self.after.is_empty()
    }
}

impl ComparedSheet {
    pub fn table(&self) -> &Table {
        &self.frame.table
    }

    pub fn column(&self, cell: &ChangedCell) -> Option<&'static Column> {
        self.frame.table.columns.get(cell.column)
    }

    /// Gives the place of a column, unless it is told to be wrong as a whole.
    pub fn place_of(&self, name: &str) -> Option<usize> {
        self.table().place(name).filter(|at| !self.moved.contains(at))
    }

    /// Gives the rows whose contents may be told.
    pub fn open<'a>(&'a self, report: &'a Report) -> impl Iterator<Item = &'a ChangedRow> {
        self.differences.rows.iter().filter(|row| !row.is_secret(report))
    }

    /// Gives the cells whose contents may be told and that are told in no other way yet.
    pub fn cells<'a>(
        &'a self,
        report: &'a Report,
    ) -> impl Iterator<Item = (&'a ChangedRow, &'a ChangedCell, Place)> {
        self.open(report).flat_map(move |row| {
            let cells = row.cells.iter().filter(|cell| !self.moved.contains(&cell.column));
            let placed = cells.map(move |cell| (row, cell, self.frame.cell(row.row, cell.column)));
            placed.filter(|(_, _, place)| !report.has_told_of(place))
        })
    }
}
