//! Pictures that several pages show, each with the table of the same rows.

mod cost_by_size;
mod system_years;
mod timeline;

pub(super) use cost_by_size::costs_by_size;
pub(super) use system_years::system_years;
pub(super) use timeline::{contract_ends, introductions};
