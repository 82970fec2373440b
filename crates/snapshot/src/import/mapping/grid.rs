//! A table of any shape as a grid of cells, from a workbook or a CSV file.

use std::collections::HashMap;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::super::book::{Book, Raw};
use super::text;
use crate::problem::{Place, Problem, Report};

/// Cells of merged regions beyond this are no table that people made.
const MOST_MERGED: u64 = 1_000_000;

/// The cells of one sheet. A CSV file is a sheet without a name.
#[derive(Debug, Default)]
pub struct Grid {
    pub sheet: String,
    /// Notes on what nobody sees of it.
    pub unseen: Vec<String>,
    /// Rows that have anything in them, in order, each with its cells in order of column.
    pub rows: Vec<(u32, Vec<(u32, Raw)>)>,
    /// The first cell of the region in which a merged cell lies.
    pub(super) merged: HashMap<(u32, u32), (u32, u32)>,
}

impl Grid {
    /// Gives what stands in a cell. A merged cell has what its region shows; `across` tells if that is so for those on
    /// the right of the first column, too, as in heads.
    pub fn at(&self, (row, column): (u32, u32), across: bool) -> Option<&Raw> {
        let own = self.own((row, column));
        let first = self.merged.get(&(row, column)).filter(|(_, start)| across || *start == column);
        own.or_else(|| self.own(*first?))
    }

    fn own(&self, (row, column): (u32, u32)) -> Option<&Raw> {
        let at = self.rows.binary_search_by_key(&row, |(row, _)| *row).ok()?;
        let (_, cells) = self.rows.get(at)?;
        let at = cells.binary_search_by_key(&column, |(column, _)| *column).ok()?;
        cells.get(at).map(|(_, raw)| raw)
    }

    /// Tells if a cell shows what stands in another one.
    pub fn is_merged(&self, position: (u32, u32)) -> bool {
        self.merged.get(&position).is_some_and(|start| *start != position)
    }

    /// Tells if a region that begins at a row or above goes on below it.
    pub fn goes_on_below(&self, row: u32) -> bool {
        self.merged.iter().any(|((of, _), (start, _))| *of == row + 1 && *start <= row)
    }

    pub fn row_place(&self, row: u32) -> Place {
        match self.sheet.as_str() {
            "" => Place::Line(row as usize + 1),
            sheet => Place::sheet_row(sheet, row + 1),
        }
    }

    /// Names the place of a cell: in a CSV file the line alone.
    pub fn place(&self, position: (u32, u32)) -> Place {
        match self.sheet.as_str() {
            "" => Place::Line(position.0 as usize + 1),
            sheet => Place::cell(sheet, position),
        }
    }

    fn merge(&mut self, regions: Vec<((u32, u32), (u32, u32))>) {
        let mut left = MOST_MERGED;
        for ((row, column), (last_row, last_column)) in regions {
            let cells = u64::from(last_row - row + 1) * u64::from(last_column - column + 1);
            if cells > left {
                continue;
            }
            left -= cells;
            for at in (row..=last_row).flat_map(|row| (column..=last_column).map(move |column| (row, column)))
            {
                self.merged.insert(at, (row, column));
            }
        }
    }
}

/// Reads every sheet of a file; `None` after reporting why it cannot be read.
pub fn read(path: &Path, report: &mut Report) -> Option<Vec<Grid>> {
    if is_text(path) {
        return text::read(path, report).map(|grid| vec![grid]);
    }
    let mut book = Book::open(path, report)?;
    let mut grids = Vec::new();
    for sheet in book.sheets() {
        let mut grid = Grid { sheet: sheet.clone(), ..Grid::default() };
        let read = book.each(&sheet, |found| {
            let (row, column) = found.at;
            match grid.rows.last_mut() {
                Some((last, cells)) if *last == row => cells.push((column, found.raw)),
                _ => grid.rows.push((row, vec![(column, found.raw)])),
            }
        });
        if let Err(error) = read {
            report.add(
                Problem::new(&book.name, format!("シートが壊れていて、途中までしか読めません（{error}）。"))
                    .at(Place::sheet(&sheet))
                    .advice("Excel で開いて、保存し直してください。"),
            );
            continue;
        }
        grid.merge(book.merged(&sheet));
        grid.unseen = book.unseen(&sheet);
        grids.push(grid);
    }
    Some(grids)
}

/// Tells if a file is a text, whatever its name: workbooks of all forms begin with marks of their own.
fn is_text(path: &Path) -> bool {
    let mut bytes = Vec::new();
    let begun = File::open(path).and_then(|file| file.take(4).read_to_end(&mut bytes));
    begun.is_ok_and(|length| length > 0)
        && ![&b"PK\x03\x04"[..], b"\xd0\xcf\x11\xe0"].contains(&bytes.as_slice())
}
