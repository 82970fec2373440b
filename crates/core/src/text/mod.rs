//! The folding of text, names of organizations, and numbers with their units, without any markup.

mod amount;
mod fold;
mod mark;
mod number;
mod organization;
pub mod typed;

pub use amount::amounts;
#[cfg(not(target_arch = "wasm32"))]
pub use fold::normalize;
pub use fold::{Normalize, fold};
pub use mark::{MarkedPiece, excerpt, marked};
pub use number::{Percent, cases, decimal, grouped, percent, persons, persons_rounded, yen, yen_exact};
pub use organization::organization;
