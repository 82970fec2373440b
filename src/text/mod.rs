//! Words, numbers and the folding of text, without any markup.

mod conditions;
mod fold;
mod number;
mod words;

pub use conditions::{Condition, conditions};
pub use fold::fold;
pub use number::{cases, grouped, persons, persons_rounded, yen, yen_exact};
pub use words::{
    AboutWords, CaseSummary, CaseWords, Comparison, FailureWords, FaqWords, Guide, JAPANESE, ListWords,
    NotFoundWords, OverviewWords, Passage, ShellWords, TableWords, TypesFound, Words,
};
