//! The published files: which are read, what they are checked for, and what is wrong with one.

mod decode;
mod digest;
mod error;
mod objects;
pub mod open;

pub use decode::{decode, parse, schema_version};
pub use digest::sha256;
pub use error::{Cause, DataError};
