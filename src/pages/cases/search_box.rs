//! The field for words.

use std::time::Duration;

use leptos::prelude::*;

use super::state::ListState;
use crate::components::InBrowser;
use crate::words;

/// The length of a pause in typing.
const TYPING_PAUSE: Duration = Duration::from_millis(250);

#[component]
pub fn TextSearch(state: ListState) -> impl IntoView {
    let text = Memo::new(move |_| state.with_query(|query| query.filter.text.clone()));
    let field = NodeRef::<leptos::html::Input>::new();
    // Not bound to the memo: folding spaces away while one types would fight with the reader.
    Effect::new(move || {
        let text = text.get();
        if let Some(field) = field.get()
            && field.value().trim() != text
        {
            field.set_value(&text);
        }
    });
    let apply = move || {
        if let Some(Some(field)) = field.try_get_untracked() {
            state.type_text(field.value().trim().to_owned());
        }
    };
    let typed = leptos::leptos_dom::helpers::debounce(TYPING_PAUSE, move |_: leptos::ev::Event| apply());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        apply();
    };
    view! {
        <form class="search-box" role="search" data-live="" aria-label=words::filter::SEARCH on:submit=submit>
            <InBrowser>
                <label class="search-box__label" for="q">{words::filter::SEARCH}</label>
                <p class="field__hint" id="q-hint">{words::filter::SEARCH_HINT}</p>
                <div class="search-box__row">
                    <input
                        class="input"
                        id="q"
                        type="search"
                        name="q"
                        autocomplete="off"
                        aria-describedby="q-hint"
                        node_ref=field
                        on:input=typed
                    />
                    <button class="button" data-variant="primary" type="submit">{words::filter::SEARCH_BUTTON}</button>
                </div>
            </InBrowser>
        </form>
    }
}
