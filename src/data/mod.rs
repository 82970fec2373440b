//! Getting a snapshot: decoding and checking its files, and in the browser fetching them.

mod decode;
mod error;
#[cfg(feature = "web")]
mod fetch;
#[cfg(feature = "web")]
mod loader;
pub mod open;
#[cfg(feature = "web")]
mod store;

pub use decode::{decode, parse};
pub use error::{Cause, DataError};
#[cfg(feature = "web")]
pub use loader::{Answer, Attempt, Loaded, Loader};
#[cfg(feature = "web")]
pub use store::{Data, OnDemand, Progress};
