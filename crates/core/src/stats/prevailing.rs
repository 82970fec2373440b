//! The system type that much of a list is of.

use crate::domain::{Slug, Snapshot};
use crate::query::{PerPage, ScopeFilter, Selection};

/// The share of a list from which on a type prevails: one in so many cases.
const ONE_IN: usize = 5;

/// Gives the type that more than a fifth of the cases found are of, and how many these are.
///
/// It is for lists that hold cases of municipalities among themselves, since readers expect other numbers there. A list
/// that fits on a page shows by itself what it is of.
pub fn prevailing_type<'a>(
    snapshot: &'a Snapshot,
    scope: ScopeFilter,
    cases: &Selection<'_>,
) -> Option<(&'a Slug, usize)> {
    if scope == ScopeFilter::Prefecture || cases.len() <= PerPage::default().rows() {
        return None;
    }
    let types = snapshot.cases.system_types().dictionary().iter();
    let counted = types.map(|slug| (slug, cases.count(|case| case.system_type() == slug)));
    let most = counted.filter(|(slug, _)| slug.as_str() != Slug::OTHER).max_by_key(|(_, count)| *count);
    most.filter(|(_, count)| count * ONE_IN > cases.len() && *count < cases.len())
}
