use leptos::prelude::*;

use crate::words::use_words;

/// A line in a part with `data-answer`, which says that its answer to the address is still to come. The style sheet
/// shows it while the part is the one that was sent (assets/css/answer.css).
#[component]
pub fn AnswerState() -> impl IntoView {
    let words = &use_words().shell;
    view! {
        <p class="answer-state">
            <span class="answer-state__pending">{words.applying}</span>
            <span class="answer-state__failed">{words.not_applied}</span>
        </p>
    }
}
