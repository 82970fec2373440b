//! One module a route. Pages that only show things are plain values of `content`.

mod case;
mod cases;
mod not_found;

pub use case::case;
pub use cases::Cases;
pub use not_found::{NotFound, UnknownCase};
