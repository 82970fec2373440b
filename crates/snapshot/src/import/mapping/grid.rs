//! A table of any shape as a grid of cells, from a workbook or a CSV file.

use std::collections::HashMap;
use std::path::Path;

use encoding_rs::{Encoding, SHIFT_JIS, UTF_8};

use super::super::book::{Book, Raw};
use crate::problem::{Place, Problem, Report, io_reason};

/// Cells of merged regions beyond this are no table that people made.
const MOST_MERGED: u64 = 1_000_000;

/// The cells of one sheet. A CSV file is a sheet without a name.
#[derive(Debug, Default)]
pub struct Grid {
    pub sheet: String,
    /// Rows that have anything in them, in order, each with its cells in order of column.
    pub rows: Vec<(u32, Vec<(u32, Raw)>)>,
    /// The first cell of the region in which a merged cell lies.
    merged: HashMap<(u32, u32), (u32, u32)>,
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
    let extension = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    if matches!(extension.as_str(), "csv" | "tsv" | "txt") {
        return read_csv(path, report).map(|grid| vec![grid]);
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
        grids.push(grid);
    }
    Some(grids)
}

fn read_csv(path: &Path, report: &mut Report) -> Option<Grid> {
    let name = super::super::mapped::file_name(path);
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            report.add(
                Problem::new(name, format!("読めません。{}。", io_reason(&error))).value(path.display()),
            );
            return None;
        }
    };
    let encoding = encoding_of(&bytes);
    let (text, _, is_broken) = encoding.decode(&bytes);
    if is_broken {
        report.add(
            Problem::new(name, "文字として読めないところがあります。")
                .allowed("UTF-8 か Shift_JIS のCSVファイル")
                .advice("Excel では「名前を付けて保存」で「CSV UTF-8」を選んで保存し直してください。"),
        );
        return None;
    }
    if encoding != UTF_8 {
        report.note(format!("{name} は、文字コード {} として読みました。", encoding.name()));
    }
    // The reader counts the line of a record from before the second half of CRLF.
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let first = text.lines().next().unwrap_or_default();
    let delimiter = if first.matches('\t').count() > first.matches(',').count() { b'\t' } else { b',' };
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let mut grid = Grid::default();
    for record in reader.records().filter_map(Result::ok) {
        let line = record.position().map_or(0, |position| position.line().saturating_sub(1));
        let cells: Vec<(u32, Raw)> = (0..)
            .zip(&record)
            .filter(|(_, cell)| !cell.is_empty())
            .map(|(column, cell)| (column, Raw::Text(cell.to_owned())))
            .collect();
        if !cells.is_empty() {
            grid.rows.push((u32::try_from(line).unwrap_or(u32::MAX), cells));
        }
    }
    Some(grid)
}

/// Tells the encoding of a text: that of its mark, UTF-8 where it is valid, else Shift_JIS. Excel for Japanese saves in
/// the last.
fn encoding_of(bytes: &[u8]) -> &'static Encoding {
    match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None if std::str::from_utf8(bytes).is_ok() => UTF_8,
        None => SHIFT_JIS,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_counted_alike_whatever_ends_them() {
        let folder = tempfile::tempdir().unwrap();
        for end in ["\n", "\r\n", "\r"] {
            let file = folder.path().join("a.csv");
            std::fs::write(&file, ["a,b", "1,\"2", "3\"", "4,5", ""].join(end)).unwrap();
            let grid = read_csv(&file, &mut Report::default()).unwrap();
            let rows: Vec<u32> = grid.rows.iter().map(|(row, _)| *row).collect();
            assert_eq!(rows, [0, 1, 3], "{end:?}");
            assert_eq!(grid.at((1, 1), false), Some(&Raw::Text("2\n3".to_owned())), "{end:?}");
        }
    }
}
