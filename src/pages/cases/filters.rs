//! The conditions that can be set, each choice with the number of cases that it would give.

use joint_procurement_core::domain::{Scope, Snapshot, Term};
use joint_procurement_core::query::{Facet, ScopeFilter};
use joint_procurement_core::routes::{Address, Route};
use leptos::prelude::*;
use strum::VariantArray;

use super::count_text;
use super::groups::{WhatAndWhere, WhatIsKnown, Who};
use super::ranges::{SizeAndCost, Year};
use super::state::ListState;
use crate::browser::show_part;
use crate::components::InBrowser;
use crate::components::LiveText;
use crate::navigation::use_navigation;
use crate::readiness::InTurn;
use crate::words;

/// The panel beside the list.
#[component]
pub fn FilterPanel(snapshot: &'static Snapshot, state: ListState) -> impl IntoView {
    let clear = use_navigation().href(&Address::from(Route::Cases));
    let badge = move || {
        // The size that the list compares with is chosen elsewhere.
        let near = usize::from(state.with_query(|query| query.near.is_some()));
        let set = state.conditions().with(Vec::len).saturating_sub(near);
        (set > 0).then(|| view! { <span class="filter-panel__badge">{words::filter::count_set(set)}</span> })
    };
    let panel = NodeRef::<leptos::html::Details>::new();
    view! {
        <details class="filter-panel list-layout__side" data-live="" node_ref=panel>
            <summary class="filter-panel__summary">{words::filter::HEADING}{badge}</summary>
            <InBrowser>
                <form
                    class="filter-panel__form"
                    role="search"
                    aria-label=words::filter::LABEL
                    on:submit=|event| event.prevent_default()
                >
                    <SkipToResults/>
                    <ScopeFacet state/>
                    <InTurn><WhatAndWhere snapshot state/></InTurn>
                    <InTurn><SizeAndCost state/></InTurn>
                    <InTurn><WhatIsKnown snapshot state/></InTurn>
                    <InTurn><Year state/></InTurn>
                    <InTurn><Who snapshot state/></InTurn>
                    <div class="filter-panel__actions">
                        <a class="button" data-variant="tertiary" href=clear data-noscroll="">{words::filter::CLEAR}</a>
                    </div>
                    <ShowResults state panel/>
                </form>
            </InBrowser>
        </details>
    }
}

/// A way past some two hundred choices.
#[component]
fn SkipToResults() -> impl IntoView {
    let navigation = use_navigation();
    let href = move || navigation.href(&Address { card: super::RESULTS.to_owned(), ..navigation.address() });
    view! { <a class="skip-link" href=href>{words::filter::TO_RESULTS}</a> }
}

/// The way from the panel to what was found. It stays in sight where the panel stands above the list.
#[component]
fn ShowResults(state: ListState, panel: NodeRef<leptos::html::Details>) -> impl IntoView {
    let show = move |_| {
        if let Some(panel) = panel.get_untracked() {
            panel.set_open(false);
        }
        show_part(super::RESULTS);
    };
    let text = Signal::derive(move || words::filter::show(state.total()));
    view! {
        <div class="filter-panel__show">
            <button class="button" data-variant="primary" type="button" on:click=show><LiveText text/></button>
        </div>
    }
}

#[component]
fn ScopeFacet(state: ListState) -> impl IntoView {
    let counts = Memo::new(move |_| state.facet_counts(Facet::Scope, Scope::ALL, &|case| vec![case.scope()]));
    let items = ScopeFilter::VARIANTS.iter().map(|&scope| {
        let checked = move || state.with_query(|query| query.filter.scope == scope);
        let count = move || {
            let counted = Scope::ALL.iter().zip(counts.get());
            counted.filter(|(it, _)| scope.admits(**it)).map(|(_, count)| count).sum::<usize>()
        };
        view! {
            <li class="facet__item">
                <label class="radio">
                    <input
                        class="radio__input"
                        type="radio"
                        name="scope"
                        value=scope.slug()
                        prop:checked=checked
                        on:change=move |_| state.change(|filter| filter.scope = scope)
                    />
                    <span class="radio__label">{words::facet::scope_name(scope)}</span>
                    " "
                    <LiveText class="radio__count" is_number=true text=Signal::derive(move || count_text(count()))/>
                </label>
            </li>
        }
    });
    let items = items.collect_view();
    view! {
        <fieldset class="facet">
            <legend class="facet__legend">{words::facet::SCOPE}</legend>
            <ul class="facet__list">{items}</ul>
        </fieldset>
    }
}
