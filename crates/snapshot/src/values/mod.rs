//! The readers of what people write in a cell: dates, amounts, numbers, yes or no, codes, lists.
//!
//! Each gives the value in the form of the source tables, and says how sure it is. Nothing here knows a table.

mod all;
mod amount;
mod answer;
mod code;
mod date;
mod ends;
mod list;
mod near;
mod number;
mod numeral;
mod years;

pub use crate::text::dense;
pub use all::all_take_part;
pub use amount::{AmountUnit, amount, lacks_unit};
pub use answer::{answer, answer_to};
pub use code::{code, municipality_code};
pub use date::{FiscalYear, date, is_serial, is_year};
pub use list::items;
pub use near::{Alias, nearest};
pub use number::{decimal, percent, whole, whole_of};
pub use years::{Period, lacks_period, years};

/// The meaning of what somebody wrote.
#[derive(Clone, Debug, PartialEq)]
pub enum Read<T> {
    /// The text is what a source table holds.
    Exact(T),
    /// The text means this value and nothing else; `why` says how it was read, in Japanese.
    Converted { to: T, why: String },
    /// The text may mean one of these, the likeliest first: a person has to say.
    Ambiguous(Vec<T>),
    /// The text is no such value.
    No,
}

impl<T> Read<T> {
    fn converted(to: T, why: impl Into<String>) -> Self {
        Self::Converted { to, why: why.into() }
    }

    /// Gives the value where there is no doubt about it.
    pub fn sure(self) -> Option<T> {
        match self {
            Self::Exact(value) | Self::Converted { to: value, .. } => Some(value),
            Self::Ambiguous(_) | Self::No => None,
        }
    }

    /// Gives the values that may be meant, the likeliest first.
    pub fn candidates(self) -> Vec<T> {
        match self {
            Self::Exact(value) | Self::Converted { to: value, .. } => vec![value],
            Self::Ambiguous(values) => values,
            Self::No => Vec::new(),
        }
    }

    /// Changes the values, and leaves how sure they are.
    pub fn map<U>(self, change: impl Fn(T) -> U) -> Read<U> {
        match self {
            Self::Exact(value) => Read::Exact(change(value)),
            Self::Converted { to, why } => Read::Converted { to: change(to), why },
            Self::Ambiguous(values) => Read::Ambiguous(values.into_iter().map(change).collect()),
            Self::No => Read::No,
        }
    }

    /// Takes away that the text was exact, for a reader that has changed it first.
    fn changed(self, why: &str) -> Self {
        match self {
            Self::Exact(to) => Self::converted(to, why),
            Self::Converted { to, why: before } => Self::Converted { to, why: format!("{why}{before}") },
            other => other,
        }
    }

    /// Takes away that the text was sure, for a reader that had to leave something out.
    fn doubted(self) -> Self {
        match self {
            Self::Exact(value) | Self::Converted { to: value, .. } => Self::Ambiguous(vec![value]),
            other => other,
        }
    }
}
