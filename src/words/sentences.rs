//! The values of which the sentences of several values are made, in any language.

use joint_procurement_core::domain::{Date, Form, SnapshotKind, Status};
use joint_procurement_core::query::ScopeFilter;

/// The values of which the first sentence of a case page is made.
pub struct CaseSummary<'a> {
    pub lead: &'a str,
    pub system: &'a str,
    pub participants: Option<u32>,
    pub introduced: Option<String>,
    pub status: Option<Status>,
    pub form: Option<Form>,
}

/// The values of which the letter to the lead of a case is made.
pub struct Inquiry<'a> {
    pub title: &'a str,
    pub lead: &'a str,
    pub department: Option<&'a str>,
    pub system: &'a str,
    /// The reader's municipality with its size, where it was chosen.
    pub own: Option<&'a str>,
    pub kind: SnapshotKind,
    /// The facts that the sources do not say.
    pub missing: &'a [&'static str],
    pub as_of: Date,
}

/// The facts with which the sentence on a type that others have ends.
pub struct NextFacts<'a> {
    pub newest: Option<u16>,
    /// The amounts with their kind, as stated.
    pub amount: Option<&'a str>,
    /// The largest percentage that was saved, and whether it is only expected.
    pub saving: Option<(f64, bool)>,
    /// The department to ask, with its prefecture.
    pub ask: Option<&'a str>,
}

/// The values of which the first sentence of the list of types is made.
pub struct TypesFound {
    pub scope: ScopeFilter,
    /// Cases without those in `unclear`.
    pub cases: usize,
    /// Cases whose type is not clear.
    pub unclear: usize,
    pub types: usize,
    pub domains: usize,
}

/// The cases that are pasted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pasted {
    /// All that the list of the query shows, on all of its pages.
    All,
    /// Those of one page, from this case to that one of so many, counted from 1.
    Page { first: usize, last: usize, of: usize },
    /// Those that a reader has picked, whatever the list shows.
    Picked,
}

/// The way in which the values of a case are led back to its sources.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Evident {
    NoSource,
    OneSource,
    /// For some of the values it is recorded which source states them.
    InPart,
    /// Only the case as a whole has sources.
    AsAWhole,
}
