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
    // A conversion of the input method is open: its text is not yet what the reader searches for.
    let composing = RwSignal::new(false);
    // Not bound to the memo: folding spaces away while one types would fight with the reader.
    Effect::new(move || {
        let text = text.get();
        if let Some(field) = field.get()
            && !composing.get_untracked()
            && field.value().trim() != text
        {
            field.set_value(&text);
        }
    });
    let apply = move || {
        if let Some(Some(field)) = field.try_get_untracked()
            && !composing.get_untracked()
        {
            state.type_text(field.value().trim().to_owned());
        }
    };
    let typed = leptos::leptos_dom::helpers::debounce(TYPING_PAUSE, move |()| apply());
    let typed = StoredValue::new_local(typed);
    let typed = move || typed.update_value(|typed| typed(()));
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
                        on:input=move |_| typed()
                        on:compositionstart=move |_| composing.set(true)
                        on:compositionend=move |_| {
                            composing.set(false);
                            // Some browsers have told the last input before.
                            typed();
                        }
                    />
                    <button class="button" data-variant="primary" type="submit">{words::filter::SEARCH_BUTTON}</button>
                </div>
            </InBrowser>
        </form>
    }
}
