use leptos::prelude::*;

use crate::shell::use_navigation;

/// What only the program can do and nobody misses before: folded away, or long. It is left out of pages that are
/// sent, and marked `data-live` as all that those do not show.
#[component]
pub fn InBrowser(children: Children) -> impl IntoView {
    (!use_navigation().is_written()).then(children)
}
