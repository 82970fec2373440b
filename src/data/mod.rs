//! Getting a snapshot: decoding and checking its files, and in the browser fetching them.

mod decode;
mod error;
mod fetch;
mod loader;
pub mod open;
mod store;

pub use decode::{decode, parse};
pub use error::{Cause, DataError};
pub use loader::{Answer, Attempt, Loaded, Loader};
pub use store::{Data, Given, OnDemand, Progress};
