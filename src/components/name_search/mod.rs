//! The search by name: a field with a list of what may be meant.
//!
//! It follows the pattern "editable combobox with list autocomplete" of the ARIA Authoring Practices Guide. Nothing
//! is chosen that a reader has not pointed at, but for the only thing whose whole name was typed.

mod finder;
mod list;

use joint_procurement_core::domain::Snapshot;
use joint_procurement_core::query::{NameScope, Named};
use leptos::ev::Event;
use leptos::prelude::*;

use super::{Anew, InBrowser, LiveText};
use crate::content::named_page;
use crate::navigation::use_navigation;
use crate::words;
use finder::{Finder, option_id};

/// A field for a name, and below it what may be meant. The names are asked for when a reader comes to the field.
#[component]
pub fn NameSearch(
    snapshot: &'static Snapshot,
    scope: NameScope,
    choose: Callback<Named>,
    /// The id of what explains it.
    described_by: &'static str,
) -> impl IntoView {
    let finder = Finder {
        snapshot,
        scope,
        choose,
        data: expect_context(),
        navigation: use_navigation(),
        field: NodeRef::new(),
        index: StoredValue::new(None),
        offer: RwSignal::default(),
        active: RwSignal::new(None),
        status: RwSignal::default(),
        is_converting: StoredValue::new(false),
        is_entered: StoredValue::new(false),
    };
    // A text that was typed before the names came is looked for when they are there.
    Effect::new(move || {
        finder.data.municipalities().get();
        finder.search_again();
    });
    let convert = move |is_open: bool| {
        finder.is_converting.set_value(is_open);
        finder.search();
    };
    view! {
        <div class="field">
            <label class="field__label" for="town">{words::town::label(scope)}</label>
            <div class="name-search__box">
                <input
                    class="input"
                    id="town"
                    type="text"
                    role="combobox"
                    autocomplete="off"
                    spellcheck="false"
                    placeholder=words::town::HINT
                    aria-autocomplete="list"
                    aria-controls="town-options"
                    aria-describedby=described_by
                    aria-expanded=move || finder.offer.with(|offer| offer.is_open).to_string()
                    aria-activedescendant=move || finder.active.get().map(option_id)
                    node_ref=finder.field
                    on:focus=move |_| finder.data.municipalities().want()
                    on:blur=move |_| finder.close()
                    on:input=move |_: Event| finder.search()
                    on:compositionstart=move |_| convert(true)
                    on:compositionend=move |_| convert(false)
                    on:keydown=move |event| finder.key(&event)
                />
                <p class="name-search__status" role="status"><LiveText text=finder.status/></p>
                <Anew content=move || finder.list()/>
            </div>
        </div>
    }
}

/// The same as a part of a page, where a name leads to its page.
pub fn name_search_to_pages(snapshot: &'static Snapshot, scope: NameScope) -> AnyView {
    let navigation = use_navigation();
    let choose = Callback::new(move |named| {
        if let Some(page) = named_page(snapshot, scope, named) {
            navigation.go(page);
        }
    });
    let scope_name = match scope {
        NameScope::Places => Some("places"),
        NameScope::Municipalities => Some("municipalities"),
        NameScope::All => None,
    };
    view! {
        <div class="town-search" data-live="" data-scope=scope_name>
            <InBrowser>
                <p class="field__hint" id="town-hint">{words::town::lead(scope)}</p>
                <NameSearch snapshot scope choose described_by="town-hint"/>
            </InBrowser>
        </div>
    }
    .into_any()
}
