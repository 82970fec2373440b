//! What the frame holds: the page, or why there is none.

use leptos::prelude::*;

use crate::data::Data;
use crate::domain::Snapshot;

/// A failure after a failure is the same stage, so that its page stays, and with it the focus on the button
/// that was pressed.
#[derive(Clone, Copy)]
pub(super) enum Stage {
    Loading,
    Failed,
    Ready(&'static Snapshot),
}

impl PartialEq for Stage {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Loading, Self::Loading) | (Self::Failed, Self::Failed) => true,
            // Snapshots are leaked: one that was fetched again lies at another place.
            (Self::Ready(a), Self::Ready(b)) => std::ptr::eq(*a, *b),
            _ => false,
        }
    }
}

/// Follows the snapshot, which every page needs.
pub(super) fn stage(data: Data) -> Memo<Stage> {
    Memo::new(move |_| match data.snapshot() {
        None => Stage::Loading,
        Some(Err(_)) => Stage::Failed,
        Some(Ok(snapshot)) => Stage::Ready(snapshot),
    })
}
