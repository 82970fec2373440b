//! Joint procurement (共同調達) of IT systems by Japanese municipalities: the domain model, the
//! queries and the aggregations, shared by the browser application and the native program
//! `snapshot`.
//!
//! `domain`, `stats`, `query`, `routes`, `text` and `export` are pure: they know neither the browser
//! nor the file system. The feature `web` adds the application, the feature `cli` the maintainers'
//! program.

pub mod charts;
pub mod content;
pub mod data;
pub mod domain;
pub mod export;
pub mod ordering;
pub mod query;
pub mod routes;
pub mod stats;
pub mod text;

pub mod components;
pub mod pages;
pub mod shell;
pub mod task;

#[cfg(feature = "cli")]
pub mod cli;
