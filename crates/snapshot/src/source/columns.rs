//! The registry of the source tables: every table with its sheet in a workbook, every column with its words.
//!
//! The readers take their columns from here, the workbook its sheets, the import both.

mod cases;
mod funding;
mod kind;
mod others;
mod places;
mod settings;
mod terms;

pub use cases::{CASES, DOCUMENTS, EVIDENCE, MISSING, PARTICIPANTS, SAVINGS, SOURCES};
pub use funding::{FUNDING, FUNDING_SOURCES};
pub use kind::{ALL_TYPES, Choice, Kind};
pub use others::{ANSWERS, ERRATA, SYNONYMS};
pub use places::{COUNTIES, MUNICIPALITIES, PREFECTURES, REGIONS, WARDS};
pub use settings::{CREDIT_KEYS, SETTINGS};
pub use terms::{BENEFITS, DOMAINS, LEAD_KINDS, POLICY_NOTES, SYSTEM_TYPES};

/// A table as people see it: one sheet of a workbook.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    /// The file in the source folder; several sheets can be of one.
    pub file: &'static str,
    /// The name of the sheet, of 31 characters at most.
    pub sheet: &'static str,
    pub shape: Shape,
    /// The technical names of the columns, in order.
    pub names: &'static [&'static str],
    /// The columns, in the same order.
    pub columns: &'static [Column],
    /// The content and use of the table.
    pub note: &'static str,
}

/// The way in which a sheet stands in its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A row of a CSV file is a row of the sheet.
    Rows {
        /// The column in the order of which rows must stand; none where their order is the maintainer's.
        ordered_by: Option<&'static str>,
    },
    /// A line of `cases.jsonl` is a row of the sheet, which lacks what stands on the sheets of parts.
    Cases,
    /// The values under this key of the cases. Each row is one of them, for the case that its first column names.
    PartOfCase(&'static str),
    /// The keys and values of `snapshot.toml`; here a column is a row of the sheet.
    Settings,
}

/// A column of a table.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// The technical name: the head of a CSV column, or a key.
    pub name: &'static str,
    pub ja: &'static str,
    pub kind: Kind,
    pub required: bool,
    /// The meaning, as sentences in Japanese.
    pub note: &'static str,
}

/// Makes a table of columns, each as `"name" "Japanese" = kind, must or may, "note";`.
macro_rules! table {
    ($(#[$doc:meta])* $table:ident: $file:literal $sheet:literal $shape:expr, $about:literal {
        $($name:literal $ja:literal = $kind:expr, $need:ident, $note:literal;)+
    }) => {
        $(#[$doc])*
        pub const $table: $crate::source::columns::Table = $crate::source::columns::Table {
            file: $file,
            sheet: $sheet,
            shape: $shape,
            names: &[$($name),+],
            columns: &[$($crate::source::columns::Column {
                name: $name,
                ja: $ja,
                kind: $kind,
                required: $crate::source::columns::need!($need),
                note: $note,
            }),+],
            note: $about,
        };
    };
}

macro_rules! need {
    (must) => {
        true
    };
    (may) => {
        false
    };
}

use {need, table};

/// Every table, in the order of the sheets.
pub const TABLES: [Table; 23] = [
    CASES,
    PARTICIPANTS,
    DOCUMENTS,
    SOURCES,
    EVIDENCE,
    SAVINGS,
    MISSING,
    ERRATA,
    ANSWERS,
    SYSTEM_TYPES,
    POLICY_NOTES,
    DOMAINS,
    BENEFITS,
    LEAD_KINDS,
    MUNICIPALITIES,
    COUNTIES,
    WARDS,
    PREFECTURES,
    REGIONS,
    FUNDING,
    FUNDING_SOURCES,
    SYNONYMS,
    SETTINGS,
];

impl Table {
    /// Gives the column with this technical name.
    pub fn column(&self, name: &str) -> Option<&'static Column> {
        self.columns.iter().find(|column| column.name == name)
    }

    /// Gives the place of a column, counted from 0.
    pub fn place(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|it| *it == name)
    }
}

/// Gives the tables of one file: one, or several for the cases.
pub fn of_file(file: &str) -> impl Iterator<Item = &'static Table> {
    const ALL: &[Table] = &TABLES;
    ALL.iter().filter(move |table| table.file == file)
}

#[cfg(test)]
mod tests;
