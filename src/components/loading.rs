use leptos::prelude::*;

use super::InBrowser;
use crate::words::use_words;

/// In place of a part of a page whose file is under way; not in pages that are written.
#[component]
pub fn Loading() -> impl IntoView {
    let words = use_words();
    view! {
        <InBrowser>
            <div class="loading" data-live="">
                <p class="loading__text" role="status">{words.case.loading_details}</p>
                <progress class="progress" aria-label=words.shell.loading_progress></progress>
            </div>
        </InBrowser>
    }
}
