//! One module a route that readers change by what they choose. Pages that only show things are plain
//! values of `content`.

mod cases;

pub use cases::Cases;
