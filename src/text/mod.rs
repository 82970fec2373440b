//! Words, numbers and the folding of text, without any markup.

mod conditions;
mod fold;
mod html;
mod mark;
mod number;
pub mod typed;
mod words;

pub use conditions::{Condition, conditions};
#[cfg(not(target_arch = "wasm32"))]
pub use fold::normalize;
pub use fold::{Normalize, fold};
pub use html::{escaped, push_escaped};
pub use mark::{Piece, excerpt, marked};
pub use number::{cases, decimal, grouped, percent, persons, persons_rounded, yen, yen_exact};
pub use words::{
    AboutWords, CaseMoreWords, CaseSummary, CaseWords, CompareWords, Comparison, FailureWords, FaqWords,
    FindWords, Guide, Inquiry, JAPANESE, ListWords, MapWords, NotFoundWords, OfflineWords, OverviewWords,
    Passage, ShellWords, TableWords, TownWords, TypesFound, Words,
};
