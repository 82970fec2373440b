//! Tables as files that people take along, and texts as mails.

mod case_json;
mod clip;
mod csv;
mod embed;
mod mailto;

pub use case_json::case_json;
pub use clip::{Clip, ClipCell, ClipTable};
pub use csv::{CsvTable, to_csv};
pub use embed::embed_html;
pub use mailto::{LONGEST, mailto};
