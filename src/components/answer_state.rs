use leptos::prelude::*;

use crate::words;

/// A line in a part with `data-answer`, which says that its answer to the address is still to come. The style sheet
/// shows it while the part is the one that was sent (assets/css/answer.css).
#[component]
pub fn AnswerState() -> impl IntoView {
    view! {
        <p class="answer-state">
            <span class="answer-state__pending">{words::loading::APPLYING}</span>
            <span class="answer-state__failed">{words::loading::NOT_APPLIED}</span>
        </p>
    }
}
