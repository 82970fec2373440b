use leptos::prelude::*;

use crate::shell::use_words;

/// In place of a part of a page whose file is under way.
#[component]
pub fn Loading() -> impl IntoView {
    let words = use_words();
    view! {
        <div class="loading">
            <p class="loading__text" role="status">{words.case.loading_details}</p>
            <progress class="progress" aria-label=words.shell.loading_progress></progress>
        </div>
    }
}
