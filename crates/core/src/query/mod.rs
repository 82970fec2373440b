//! The cases that a view shows, their order, and how both are written in its address.
//!
//! A `CaseQuery` and its query string are two forms of one thing: `parse` and `to_string` are inverse.
//! `Matches` applies a filter to a snapshot.

mod answer;
mod around;
mod by_name;
mod compare;
mod dimension;
mod embed;
mod figures;
mod filter;
mod mangled;
mod matches;
mod matrix;
mod near;
mod range;
mod search;
mod selection;
mod set;
mod sort;
mod unknown;
mod vendors;
mod view;
mod wire;
mod worth;
mod writer;

/// The language of a view. There is one so far: a link with this key shows what it shows without.
const LANGUAGE: &str = "lang";

pub use answer::{Answer, FormAnswer, Forms, Has, ScopeFilter, StatusAnswer};
pub use around::Around;
pub use by_name::{Candidate, Found, NameIndex, NameScope, Named};
pub use compare::CompareQuery;
pub use dimension::{Class, Dimension, Measure, SIZES, size};
pub use embed::{with_embed, without_embed};
pub use figures::{FiguresQuery, FiguresView};
pub use filter::{CaseFilter, Facet};
pub use mangled::{TRACKING_ENDS, TRACKING_NAMES, TRACKING_STARTS, cleaned};
pub use matches::{Matches, in_range};
pub use matrix::{MatrixQuery, MatrixView};
pub use near::{Near, TownSize};
pub use range::{MonthRange, Range};
pub use search::{Also, SearchIndex};
pub use selection::Selection;
pub use set::Set;
pub use sort::{Direction, Sort, SortKey};
pub use unknown::Unknown;
pub use vendors::Vendors;
pub use view::{CaseColumn, Columns, View};
pub use wire::{CaseQuery, PageNumber, PerPage, QueryProblem};
pub use worth::{THINGS, is_plan, things, things_known};
pub(crate) use writer::ESCAPED;
