//! Finding places, system types and cases by name, as people type them.
//!
//! All names are in one index. A place is found with its prefecture, county or city in front or without, by its
//! kanji or its reading, and a ward of a designated city finds that city. The whole name comes first, then names
//! with that beginning, readings, names of which it is a part; the larger first among equals.

mod entry;
mod fit;
mod forms;
mod index;

pub use entry::Named;
pub use index::{Candidate, Found, NameIndex, NameScope};
