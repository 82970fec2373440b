//! Statements of one case that cannot be true together, and values that no case can have.
//!
//! Each is told once, at one of the fields. Statements that may all be true, however odd they are, are remarks. A field
//! with a mistake of its own is unknown here, so that nothing is told of it twice.

use joint_procurement_core::domain::Case;

use super::{Lookups, Record, Report};

mod amounts;
mod bodies;
mod dates;
mod participants;
mod rounding;
pub mod savings;

pub use amounts::exceeds;
pub use participants::{most_ever, today};
pub use rounding::slack;

/// Reports the contradictions of a case.
pub fn check(record: &Record, case: &Case, lookups: Lookups<'_>, report: &mut Report) {
    if let Some(directory) = lookups.directory {
        bodies::check_lead(record, case, directory, report);
        participants::check(record, case, directory, report);
    }
    bodies::check_scope(record, case, report);
    dates::check(record, case, report);
    amounts::check(record, case, report);
}
