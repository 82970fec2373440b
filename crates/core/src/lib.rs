//! Joint procurement (共同調達) of IT systems by Japanese municipalities: the domain model, its published files, the
//! queries and the aggregations.
//!
//! Pure: nothing here knows a browser, a file system or a component. Modules stand in the order in which they may use
//! each other, the lowest first.

pub mod json;
pub mod ordering;

pub mod domain;

pub mod changes;

pub mod files;
pub mod text;

pub mod query;

pub mod stats;

pub mod export;
pub mod routes;
