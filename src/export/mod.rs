//! Tables as files that people take along.

mod cases;
mod csv;

pub use cases::{case_csv, cases_csv};
pub use csv::{CsvTable, to_csv};
