//! The number of cases that a figure rests on.

use crate::domain::CaseRef;
use crate::query::Selection;
use crate::text::Percent;

/// The number of cases of which something is known, among `total`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownCount {
    pub known: usize,
    pub total: usize,
}

impl KnownCount {
    pub fn of<'a>(cases: &Selection<'a>, is_known: impl Fn(CaseRef<'a>) -> bool) -> Self {
        Self { known: cases.count(is_known), total: cases.len() }
    }

    pub fn unknown(self) -> usize {
        self.total - self.known
    }

    /// Gives the share in percent; `None` of no cases.
    pub fn percent(self) -> Option<Percent> {
        Percent::of(self.known, self.total)
    }
}
