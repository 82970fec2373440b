//! The words of the interface: a constant for each phrase, a function for each phrase that says a value. Nothing is put
//! together from fragments.

mod conditions;
/// The language of the interface. Another one is a folder beside it with the same names, chosen here.
mod japanese;
mod sentences;

pub use conditions::{Condition, conditions};
pub use japanese::*;
pub use sentences::{CaseSummary, Evident, Inquiry, NextFacts, Pasted, TypesFound};

use joint_procurement_core::domain::{Fact, SnapshotKind};

/// Gives the known value in words, or why there is none.
pub fn fact<T>(fact: Fact<T>, kind: SnapshotKind, written: impl FnOnce(T) -> String) -> String {
    match fact {
        Fact::Known(value) => written(value),
        Fact::Missing(reason) => missing(reason, kind).to_owned(),
    }
}
