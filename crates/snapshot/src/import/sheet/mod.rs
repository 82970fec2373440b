//! The rows of a table as they stand on its sheet.

use std::collections::{HashMap, HashSet};

mod heads;
mod rows;

pub use heads::Head;
pub use rows::BELOW;

use self::rows::Rows;
use super::book::{Book, Found};
use crate::problem::{Place, Problem, Report};
use crate::source::columns::Kind;

/// A row with anything in it.
#[derive(Clone, Debug)]
pub struct FoundRow {
    /// Counted from 0.
    pub row: u32,
    /// In the order of the columns of the table.
    pub cells: Box<[Box<str>]>,
}

/// The rows of a sheet.
#[derive(Clone, Debug)]
pub struct FoundSheet {
    pub sheet: &'static str,
    /// The place on the sheet of each column; none for one that it lacks.
    places: Vec<Option<u32>>,
    pub rows: Vec<FoundRow>,
    pub unfit: Unfit,
}

/// The parts of a sheet that are told of: what their emptiness or oddity leads to is not told again.
#[derive(Clone, Debug, Default)]
pub struct Unfit {
    /// The cells that could not be read, and those of rows that were told as a whole.
    pub cells: HashSet<Place>,
    /// The first texts of the rows that were left out.
    pub keys: HashSet<String>,
    /// The first cells of merged ones, each with the last.
    pub merged: Vec<((u32, u32), (u32, u32))>,
    /// The first and the last rows between which cells have come to other rows.
    pub moved_ranges: Vec<(u32, u32)>,
    /// The columns that somebody has changed besides, by these rows.
    pub own_in_moved: HashMap<u32, Box<[u32]>>,
}

impl FoundSheet {
    /// Makes a sheet without rows, for what comes from elsewhere.
    pub fn new(sheet: &'static str, places: Vec<u32>) -> Self {
        let places = places.into_iter().map(Some).collect();
        Self { sheet, places, rows: Vec::new(), unfit: Unfit::default() }
    }

    /// Gives the place of a column on the sheet.
    pub fn column(&self, column: usize) -> u32 {
        self.places.get(column).copied().flatten().unwrap_or_default()
    }

    pub fn lacks(&self, column: usize) -> bool {
        matches!(self.places.get(column), Some(None))
    }

    pub fn is_whole(&self) -> bool {
        self.places.iter().all(Option::is_some)
    }

    pub fn cell(&self, row: u32, column: usize) -> Place {
        Place::cell(self.sheet, (row, self.column(column)))
    }

    /// Tells if a cell is told of.
    pub fn is_unfit(&self, row: u32, column: usize) -> bool {
        self.unfit.is_told(&self.cell(row, column))
    }
}

impl Unfit {
    /// Tells if a cell of this sheet is told of, also as one that is merged with others.
    pub fn is_told(&self, place: &Place) -> bool {
        let Some((row, column)) = place.position() else { return false };
        let is_within = |((top, left), (bottom, right)): &((u32, u32), (u32, u32))| {
            (*top..=*bottom).contains(&row)
                && (*left..=*right).contains(&column)
                && (row, column) != (*top, *left)
        };
        let is_own = || self.own_in_moved.get(&row).is_some_and(|own| own.contains(&column));
        self.is_moved(row) && !is_own() || self.cells.contains(place) || self.merged.iter().any(is_within)
    }
}

impl Unfit {
    /// Tells if cells of other rows have come to a row.
    pub fn is_moved(&self, row: u32) -> bool {
        self.moved_ranges.iter().any(|(first, last)| (*first..=*last).contains(&row))
    }
}

/// Reads the sheet that is called `on` and should be `sheet`. `kind` tells the kind of a column in a row, of which only
/// the texts are known. `None` after reporting what makes reading rows pointless.
pub fn read_sheet(
    book: &mut Book,
    sheet: &'static str,
    on: &str,
    heads: &[Head],
    kind: impl Fn(usize, &[Option<Found>]) -> Kind,
    report: &mut Report,
) -> Option<FoundSheet> {
    let name = book.name.clone();
    book.unseen(on).into_iter().for_each(|note| report.note(note));
    let merged = book.merged(on);
    for (start, end) in &merged {
        let (at, last) = (Place::cell(sheet, *start), Place::cell(sheet, *end));
        let cells = [&at, &last].map(|place| place.cell_name().unwrap_or_default());
        report.add(
            Problem::new(&name, "セルが結合されています。")
                .at(at)
                .value(cells.join(":"))
                .advice("結合を解除し、それぞれのセルに値を入れてください。"),
        );
    }
    let mut reader = Rows::new(&name, sheet, heads, kind, report);
    reader.unfit.merged = merged;
    let mut cells: Vec<Found> = Vec::new();
    let result = book.each(on, |found| {
        if cells.first().is_some_and(|first| first.at.0 != found.at.0) {
            reader.row(std::mem::take(&mut cells));
        }
        cells.push(found);
    });
    if let Err(error) = result {
        reader.report.add(
            Problem::new(&name, format!("シートが壊れていて、途中までしか読めません（{error}）。"))
                .at(Place::sheet(sheet))
                .advice("Excel で開いて、保存し直してください。"),
        );
        return None;
    }
    reader.row(cells);
    Some(reader.end())
}
