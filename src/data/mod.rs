//! The snapshot in the browser: its files are fetched once, and parts of a page wait for them.

mod fetch;
mod loader;
mod store;

pub use loader::{Attempt, Loaded, Loader, Pending};
pub use store::{Data, Given, OnDemand, Progress};
