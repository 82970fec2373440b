//! The folding of text, and numbers with their units, without any markup.

mod fold;
mod mark;
mod number;
pub mod typed;

#[cfg(not(target_arch = "wasm32"))]
pub use fold::normalize;
pub use fold::{Normalize, fold};
pub use mark::{MarkedPiece, excerpt, marked};
pub use number::{Percent, cases, decimal, grouped, percent, persons, persons_rounded, yen, yen_exact};
