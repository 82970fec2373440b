//! Tables as files that people take along.

mod case_json;
mod clip;
mod csv;

pub use case_json::case_json;
pub use clip::{Clip, ClipCell, ClipTable};
pub use csv::{CsvTable, to_csv};
