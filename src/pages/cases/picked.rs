//! The picking of cases, and what can be done with those picked.

use joint_procurement_core::domain::{CaseRef, Snapshot};
use joint_procurement_core::export::Clip;
use joint_procurement_core::query::{CaseColumn, CompareQuery, Selection};
use joint_procurement_core::routes::{Address, Route};
use leptos::prelude::*;

use super::results::Shown;
use super::state::ListState;
use crate::components::CopyButton;
use crate::content::case_clip;
use crate::navigation::{use_navigation, use_visit};
use crate::words;

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
        let count = words::compare::picked(picked.len());
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
            <div class="picked-bar" role="region" aria-label=count.clone()>
                <p class="picked-bar__count" role="status">{count.clone()}</p>
                {compare}
                <PasteButton snapshot state/>
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

/// A button that copies the picked cases, or those of the page where none is picked, as a table.
#[component]
pub fn PasteButton(snapshot: &'static Snapshot, state: ListState) -> impl IntoView {
    view! { <CopyButton label=words::copy::PASTE clip=move || clip(snapshot, state)/> }
}

fn clip(snapshot: &'static Snapshot, state: ListState) -> Clip {
    let navigation = use_navigation();
    let query = state.query();
    let rows = pasted_rows(snapshot, state);
    let cases = Selection::new(&snapshot.cases, rows);
    let columns: Vec<CaseColumn> = query.columns.set().iter().copied().collect();
    let absolute = |address: &Address| navigation.absolute(address);
    let link = |case: CaseRef<'_>| absolute(&Route::Case(case.id().clone()).into());
    let conditions: Vec<String> =
        state.conditions().get_untracked().into_iter().map(|condition| condition.text).collect();
    let mut notes = vec![words::snapshot::source_line(snapshot.meta.kind, snapshot.meta.as_of)];
    if !conditions.is_empty() {
        notes.push(words::copy::conditions(&conditions.join(words::BETWEEN)));
    }
    notes.push(words::copy::address(&absolute(&Address::with_query(Route::Cases, &query))));
    Clip::from(&case_clip(snapshot, &cases, &columns, &link, notes))
}

/// Gives the picked cases in the order of picking, or those of the page.
fn pasted_rows(snapshot: &'static Snapshot, state: ListState) -> Vec<usize> {
    let picked = untrack(|| use_visit().picked());
    if picked.is_empty() {
        let (query, cases) = untrack(|| state.listed());
        let shown = Shown::of(&query, cases.len());
        return cases.rows().iter().copied().skip(shown.skipped).take(query.per.rows()).collect();
    }
    picked.iter().filter_map(|id| Some(snapshot.cases.find(id)?.row())).collect()
}
