//! The search in texts, for every page that a filter narrows.

use joint_procurement_core::domain::Snapshot;
use joint_procurement_core::query::SearchIndex;
use leptos::prelude::*;

use crate::browser::normalize;
use crate::data::Data;
use crate::readiness::Hold;

/// The index for a search, and if its texts are still on their way.
#[derive(Clone, Copy)]
pub struct TextSearch {
    pub index: Memo<SearchIndex>,
    pub loading: Signal<bool>,
}

impl TextSearch {
    /// Gets the texts once something is searched for.
    pub fn start(snapshot: &'static Snapshot, searching: Memo<bool>) -> Self {
        let data: Data = expect_context();
        Effect::new(move || {
            if searching.get() {
                data.details().want();
                data.municipalities().want();
            }
        });
        let loading = Signal::derive(move || {
            searching.get() && (data.details().get().is_none() || data.municipalities().get().is_none())
        });
        hold_while(loading);
        let index = Memo::new(move |_| {
            if !searching.get() {
                return SearchIndex::default();
            }
            let municipalities = data.municipalities().get().and_then(Result::ok);
            let details = data.details().get().and_then(Result::ok).unwrap_or_default();
            SearchIndex::new(snapshot, municipalities, details, normalize)
        });
        Self { index, loading }
    }
}

/// Keeps the page from being complete while the signal is true at its beginning.
pub fn hold_while(loading: Signal<bool>) {
    if loading.get_untracked() {
        let hold = Hold::new();
        Effect::new(move || {
            if !loading.get() {
                hold.release();
            }
        });
    }
}
