use joint_procurement_core::domain::Snapshot;
use joint_procurement_core::routes::{Address, Route};
use leptos::prelude::*;

use super::copy_text::Copied;
use crate::browser::today;
use crate::components::InBrowser;
use crate::navigation::use_navigation;
use crate::words;

/// A reference to the data, to be copied.
#[component]
pub(super) fn Citation(snapshot: &'static Snapshot) -> impl IntoView {
    view! {
        <div class="citation" data-live="">
            <InBrowser>
                <Copied label=words::cite::COPY text=reference(snapshot, None, Route::Data.into()) mail=None/>
            </InBrowser>
        </div>
    }
}

/// Refers to a place in the snapshot that is shown, as it is read today.
pub(super) fn reference(snapshot: &Snapshot, card: Option<&str>, place: Address) -> String {
    let address = use_navigation().absolute(&place.in_snapshot(&snapshot.meta.id));
    words::cite::reference(&snapshot.meta, card, &address, today())
}
