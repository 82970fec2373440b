//! Other cases that a reader of one wants to see.

use crate::domain::{CaseRef, Snapshot};
use crate::ordering;

/// A case like another one, and in what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alike {
    /// The row of the case in the snapshot's table.
    pub row: usize,
    pub same_system: bool,
    /// The larger of the two populations as a multiple of the smaller, in thousandths. `None` where either is
    /// not known.
    pub factor: Option<u64>,
    pub same_prefecture: bool,
}

/// Finds at most `count` cases of the same scope: what municipalities do among themselves is another thing.
/// Those of the same system type come first, of these the nearest in population, those whose population is
/// not known last; then cases of other types of the same domain, of which only the population tells whether
/// they are alike.
pub fn alike(snapshot: &Snapshot, case: CaseRef<'_>, count: usize) -> Vec<Alike> {
    let others = snapshot.cases.iter().filter(|it| it.row() != case.row() && it.scope() == case.scope());
    let mut found: Vec<Alike> = others
        .filter_map(|other| {
            let same_system = other.system_type() == case.system_type();
            let factor = other.population().zip(case.population()).and_then(|(a, b)| factor(a, b));
            let is_alike = same_system || (other.domain() == case.domain() && factor.is_some());
            is_alike.then(|| Alike {
                row: other.row(),
                same_system,
                factor,
                same_prefecture: other.lead_prefecture() == case.lead_prefecture(),
            })
        })
        .collect();
    ordering::sort_by_key(&mut found, |it| {
        (!it.same_system, it.factor.unwrap_or(u64::MAX), !it.same_prefecture)
    });
    found.truncate(count);
    found
}

fn factor(a: u64, b: u64) -> Option<u64> {
    let (small, large) = (a.min(b), a.max(b));
    (small > 0).then(|| large.saturating_mul(1000) / small)
}
