//! The completeness of a page: parts that wait for data, and parts that wait for their turn.

mod hold;
mod turns;

pub(crate) use hold::Completeness;
pub use hold::Hold;
pub use turns::InTurn;
pub(crate) use turns::Turns;
