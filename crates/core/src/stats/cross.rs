//! Cases counted by two properties at once.

use serde::Serialize;

use crate::domain::Snapshot;
use crate::query::{Class, Dimension, Measure, Selection, Set};

/// A table of figures. Each case is in one row and one column, so the margins add up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CrossTable {
    /// The classes that occur, in their order.
    pub rows: Vec<Class>,
    /// The same; empty without columns.
    pub columns: Vec<Class>,
    /// One row each, and in it one a column.
    pub cells: Vec<Vec<CrossCell>>,
    pub row_totals: Vec<CrossCell>,
    pub column_totals: Vec<CrossCell>,
    pub total: CrossCell,
}

/// A figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct CrossCell {
    pub cases: usize,
    /// Cases whose value is known.
    pub known: usize,
    /// The sum over these; none where there is none of them.
    pub value: Option<u64>,
}

impl CrossCell {
    fn add(&mut self, value: Option<u64>) {
        self.cases += 1;
        if let Some(value) = value {
            self.known += 1;
            self.value = Some(self.value.unwrap_or(0) + value);
        }
    }
}

impl CrossTable {
    pub fn of(
        snapshot: &Snapshot,
        cases: &Selection<'_>,
        rows: Dimension,
        columns: Option<Dimension>,
        measure: Measure,
    ) -> Self {
        let of_rows = Classes::of(snapshot, cases, rows);
        let of_columns = columns.map(|columns| Classes::of(snapshot, cases, columns)).unwrap_or_default();
        let mut table = Self {
            cells: vec![vec![CrossCell::default(); of_columns.found.len()]; of_rows.found.len()],
            row_totals: vec![CrossCell::default(); of_rows.found.len()],
            column_totals: vec![CrossCell::default(); of_columns.found.len()],
            total: CrossCell::default(),
            rows: of_rows.found,
            columns: of_columns.found,
        };
        for (place, case) in cases.iter().enumerate() {
            let value = measure.of(case);
            table.total.add(value);
            let Some(row) = of_rows.places.get(place).copied() else { continue };
            table.row_totals[row].add(value);
            if let Some(column) = of_columns.places.get(place).copied() {
                table.column_totals[column].add(value);
                table.cells[row][column].add(value);
            }
        }
        table
    }
}

/// The classes that occur, and for each case the place of its own among them.
#[derive(Default)]
struct Classes {
    found: Vec<Class>,
    places: Vec<usize>,
}

impl Classes {
    fn of(snapshot: &Snapshot, cases: &Selection<'_>, dimension: Dimension) -> Self {
        let classes: Vec<Class> = cases.iter().map(|case| dimension.class_of(snapshot, case)).collect();
        let mut set = Set::default();
        for class in &classes {
            set.insert(*class);
        }
        let found: Vec<Class> = set.iter().copied().collect();
        // Every class is among those found.
        let place = |class: &Class| found.binary_search(class).unwrap_or_default();
        let places = classes.iter().map(place).collect();
        Self { found, places }
    }
}
