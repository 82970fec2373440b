//! The answer if others can still join a case.

use joint_procurement_core::domain::{CaseRef, Snapshot};

use crate::words;

/// Says in few words if the case can still be joined; `None` where no source says so.
pub(super) fn joining(snapshot: &Snapshot, case: CaseRef<'_>) -> Option<String> {
    let until = case.join_until().known();
    let is_over = until.is_some_and(|until| until.is_before(snapshot.meta.as_of));
    case.open_to_join().known().map(|answer| words::case::joining(answer, until, is_over))
}

/// Says that nothing is known of joining; `None` where a case states it.
pub fn open_unknown(snapshot: &Snapshot) -> Option<String> {
    let is_known = snapshot.cases.iter().any(|case| case.open_to_join().is_known());
    (!is_known).then(|| words::list::open_unknown(snapshot.meta.kind))
}
