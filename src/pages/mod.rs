//! One page for each route. Pages read the snapshot, call `stats` and arrange components.

mod case;
mod cases;
mod not_found;
mod overview;

pub use case::Case;
pub use cases::Cases;
pub use not_found::{NotFound, UnknownCase};
pub use overview::Overview;
