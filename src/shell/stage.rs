//! What the frame holds: the page, or why there is none.

use leptos::prelude::*;

use super::navigation::Navigation;
use super::pages::Pages;
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

/// A page needs the snapshot and the part of the program that draws it.
pub(super) fn stage(navigation: Navigation, data: Data) -> Memo<Stage> {
    let pages: Pages = expect_context();
    Memo::new(move |_| {
        let part = navigation.route().with(|route| pages.of(route));
        match (data.snapshot(), part) {
            (Some(Err(_)), _) | (_, Some(Err(_))) => Stage::Failed,
            (None, _) | (_, None) => Stage::Loading,
            (Some(Ok(snapshot)), Some(Ok(()))) => Stage::Ready(snapshot),
        }
    })
}
