use leptos::prelude::*;

use super::InBrowser;
use crate::words;

/// A remark in place of a part of a page whose file is under way. Pages that are written do not have it.
#[component]
pub fn Loading() -> impl IntoView {
    view! {
        <InBrowser>
            <div class="loading" data-live="">
                <p class="loading__text" role="status">{words::loading::DETAILS}</p>
                <progress class="progress" aria-label=words::loading::PROGRESS></progress>
            </div>
        </InBrowser>
    }
}
