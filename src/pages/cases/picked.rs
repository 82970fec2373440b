//! The picking of cases, and what can be done with those picked.

use joint_procurement_core::domain::{CaseRef, Snapshot};
use joint_procurement_core::export::Clip;
use joint_procurement_core::query::{CompareQuery, Selection};
use joint_procurement_core::routes::{Address, Route};
use leptos::prelude::*;

use super::results::Shown;
use super::state::ListState;
use crate::components::CopyButton;
use crate::content::CaseClip;
use crate::navigation::{use_navigation, use_visit};
use crate::words::{self, Pasted};

/// A check box that picks a case.
#[component]
pub fn PickBox(case: CaseRef<'static>) -> impl IntoView {
    let visit = use_visit();
    view! {
        <label class="checkbox" data-kind="pick">
            <input
                class="checkbox__input"
                type="checkbox"
                prop:checked=move || visit.is_picked(case.id())
                on:change=move |_| visit.toggle(case.id())
            />
            <span class="checkbox__label" aria-hidden="true">{words::compare::PICK_SHORT}</span>
            <span class="u-visually-hidden">{words::compare::pick(case.title())}</span>
        </label>
    }
}

/// A bar at the lower edge of the window while cases are picked.
#[component]
pub fn PickedBar(snapshot: &'static Snapshot, state: ListState) -> impl IntoView {
    let visit = use_visit();
    let navigation = use_navigation();
    move || {
        let picked = visit.picked();
        if picked.is_empty() {
            return ().into_any();
        }
        let count = picked.len();
        let said = words::compare::picked(count);
        let compare = match picked.len() {
            1 => view! { <p>{words::compare::PICK_ONE_MORE}</p> }.into_any(),
            2..=CompareQuery::AT_MOST => {
                let query = CompareQuery::new(picked);
                let href = navigation.href(&Address::with_query(Route::Compare, query));
                view! { <a class="button" data-variant="primary" data-size="sm" href=href>{words::compare::OF_PICKED}</a> }
                    .into_any()
            }
            _ => view! { <p>{words::compare::PICKED_TOO_MANY}</p> }.into_any(),
        };
        view! {
            <div class="picked-bar" role="region" aria-label=said.clone()>
                <p class="picked-bar__count" role="status">{said.clone()}</p>
                {compare}
                <PasteButton snapshot state paste=Paste::Picked/>
                <button
                    class="button"
                    data-variant="tertiary"
                    data-size="sm"
                    type="button"
                    on:click=move |_| visit.drop_all()
                >
                    {words::compare::DROP_PICKED}
                </button>
            </div>
        }
        .into_any()
    }
}

/// The cases that a button pastes, whatever they are at the time.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Paste {
    All,
    Page,
    Picked,
}

impl Paste {
    /// Gives the cases now, and how many they are.
    fn now(self, state: ListState) -> (Pasted, usize) {
        let of = state.total();
        match self {
            Self::All => (Pasted::All, of),
            Self::Page => {
                let range = state.with_query(|query| Shown::of(query, of).range(query, of));
                (Pasted::Page { first: range.start + 1, last: range.end, of }, range.len())
            }
            Self::Picked => (Pasted::Picked, use_visit().picked().len()),
        }
    }
}

/// A button that copies cases as a table, named by what it copies. That of a page is there where a page is not all.
#[component]
pub fn PasteButton(snapshot: &'static Snapshot, state: ListState, paste: Paste) -> impl IntoView {
    let label = Signal::derive(move || {
        let (pasted, count) = paste.now(state);
        words::copy::paste(pasted, count)
    });
    let is_needless = move || paste == Paste::Page && paste.now(state).1 == state.total();
    view! {
        <span class="paste" hidden=is_needless>
            <CopyButton label clip=move || clip(snapshot, state, paste)/>
        </span>
    }
}

fn clip(snapshot: &'static Snapshot, state: ListState, paste: Paste) -> Clip {
    let navigation = use_navigation();
    let (query, listed) = state.listed();
    let (pasted, _) = paste.now(state);
    let cases = match pasted {
        Pasted::All => listed,
        Pasted::Page { first, last, .. } => {
            Selection::new(&snapshot.cases, listed.rows()[first - 1..last].to_vec())
        }
        Pasted::Picked => {
            let picked = use_visit().picked();
            let rows = picked.iter().filter_map(|id| Some(snapshot.cases.find(id)?.row()));
            Selection::new(&snapshot.cases, rows.collect())
        }
    };
    let conditions: Vec<String> =
        state.conditions().get_untracked().into_iter().map(|condition| condition.text).collect();
    let similarity = state.similarity().get_untracked();
    let clip = CaseClip {
        snapshot,
        pasted,
        cases,
        query: &query,
        conditions: &conditions,
        near: similarity.as_ref().zip(state.municipalities()),
        absolute: &|address| navigation.absolute(address),
    };
    Clip::from(&clip.table())
}
