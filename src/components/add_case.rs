//! The field that finds a case and adds it to the comparison.

use joint_procurement_core::domain::Snapshot;
use joint_procurement_core::query::CompareQuery;
use leptos::prelude::*;

use super::{InBrowser, LiveText, href};
use crate::browser::normalize;
use crate::content::Addable;
use crate::navigation::use_navigation;
use crate::words;

/// The number of cases that are offered.
const OFFERED: usize = 8;

/// A field for words that name a case. Below it stand the cases that have them, each leading to the comparison with it.
#[component]
pub fn AddCase(snapshot: &'static Snapshot, query: CompareQuery) -> impl IntoView {
    let navigation = use_navigation();
    let typed = RwSignal::new(String::new());
    let is_converting = StoredValue::new(false);
    let addable: StoredValue<Option<Addable>> = StoredValue::new(None);
    let read = move |value: String| {
        if !is_converting.get_value() {
            typed.set(value);
        }
    };
    let found = Memo::new(move |_| {
        let text = typed.get();
        addable
            .try_update_value(|addable| {
                addable.get_or_insert_with(|| Addable::new(snapshot, normalize)).find(&text, &query)
            })
            .unwrap_or_default()
    });
    let status = move || {
        let is_asked = typed.with(|typed| !typed.trim().is_empty());
        let found = found.with(Vec::len);
        if is_asked { words::compare::addable_count(found, found.min(OFFERED)) } else { String::new() }
    };
    let list = move || {
        let found = found.get().into_iter().take(OFFERED).map(|case| {
            view! {
                <li class="compare-add__item">
                    <a href=href(navigation, &case.link.to) data-noscroll="">{case.link.text}</a>
                    " "
                    <span class="compare-add__note">{case.note}</span>
                </li>
            }
        });
        found.collect_view()
    };
    view! {
        <div class="compare-add" data-live="">
            <InBrowser>
                <label class="field__label" for="add-case">{words::compare::ADD}</label>
                <p class="field__hint" id="add-case-hint">{words::compare::ADD_HINT}</p>
                <input
                    class="input"
                    id="add-case"
                    type="search"
                    autocomplete="off"
                    spellcheck="false"
                    aria-describedby="add-case-hint"
                    on:input=move |event| read(event_target_value(&event))
                    on:compositionstart=move |_| is_converting.set_value(true)
                    on:compositionend=move |event| {
                        is_converting.set_value(false);
                        read(event_target_value(&event));
                    }
                />
                <p class="compare-add__status" role="status"><LiveText text=Signal::derive(status)/></p>
                <ul class="compare-add__list">{list}</ul>
            </InBrowser>
        </div>
    }
}
