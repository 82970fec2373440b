//! Picking cases, and what can be done with those picked.

use leptos::prelude::*;

use super::results::Shown;
use super::state::ListState;
use crate::components::copy_button;
use crate::components::element::{Element, Node, classed, el};
use crate::content::case_clip;
use crate::domain::{CaseId, CaseRef, Snapshot};
use crate::export::Clip;
use crate::query::{CaseColumn, CompareQuery, Selection};
use crate::routes::{Address, Route};
use crate::shell::{use_navigation, use_visit, use_words};

/// A check box that picks a case.
pub fn pick_box(case: CaseRef<'_>) -> Element {
    let (visit, words) = (use_visit(), use_words().find);
    let id: CaseId = case.id().clone();
    let picked = id.clone();
    let input = view! {
        <input
            class="checkbox__input"
            type="checkbox"
            prop:checked=move || visit.is_picked(&picked)
            on:change=move |_| visit.toggle(&id)
        />
    };
    classed("label", "checkbox")
        .attr("data-kind", "pick")
        .child(input.into_any())
        .child(classed("span", "checkbox__label").attr("aria-hidden", "true").child(words.pick_short))
        .child(classed("span", "u-visually-hidden").child((words.pick)(case.title())))
}

/// Stays at the lower edge of the window while cases are picked.
#[component]
pub fn PickedBar(snapshot: &'static Snapshot, state: ListState) -> impl IntoView {
    let find = use_words().find;
    let visit = use_visit();
    let navigation = use_navigation();
    move || {
        let picked = visit.picked();
        if picked.is_empty() {
            return ().into_any();
        }
        let compare = match picked.len() {
            1 => el("p").child(find.compare_from),
            2..=CompareQuery::AT_MOST => {
                let query = CompareQuery::new(picked.iter().cloned());
                let href = navigation.href(&Address::with_query(Route::Compare, query));
                classed("a", "button")
                    .attr("data-variant", "primary")
                    .attr("data-size", "sm")
                    .attr("href", href)
                    .child(find.compare)
            }
            _ => el("p").child(find.compare_up_to),
        };
        let drop = classed("button", "button")
            .attr("data-variant", "tertiary")
            .attr("data-size", "sm")
            .attr("type", "button")
            .on_click(move || visit.drop_all())
            .child(find.drop_picked);
        classed("div", "picked-bar")
            .attr("role", "region")
            .attr("aria-label", (find.picked)(picked.len()))
            .child(
                classed("p", "picked-bar__count").attr("role", "status").child((find.picked)(picked.len())),
            )
            .child(compare)
            .child(paste_button(snapshot, state))
            .child(drop)
            .view()
    }
}

/// Copies the picked cases, or those of the page where none is picked, as a table.
pub fn paste_button(snapshot: &'static Snapshot, state: ListState) -> Node {
    copy_button(use_words().find.paste, Box::new(move || clip(snapshot, state)))
}

fn clip(snapshot: &'static Snapshot, state: ListState) -> Clip {
    let (words, find) = (use_words(), use_words().find);
    let navigation = use_navigation();
    let query = state.query();
    let rows = pasted_rows(snapshot, state);
    let cases = Selection::new(&snapshot.cases, rows);
    let columns: Vec<CaseColumn> = query.columns.set().iter().copied().collect();
    let absolute = |address: &Address| navigation.absolute(address);
    let link = |case: CaseRef<'_>| absolute(&Route::Case(case.id().clone()).into());
    let conditions: Vec<String> =
        state.conditions().get_untracked().into_iter().map(|condition| condition.text).collect();
    let mut notes = vec![(words.shell.source_line)(snapshot.meta.kind, snapshot.meta.as_of)];
    if !conditions.is_empty() {
        notes.push((find.conditions)(&conditions.join("、")));
    }
    notes.push((find.address)(&absolute(&Address::with_query(Route::Cases, &query))));
    Clip::from(&case_clip(snapshot, words, &cases, &columns, &link, notes))
}

/// The picked cases in the order of picking, or those of the page.
fn pasted_rows(snapshot: &'static Snapshot, state: ListState) -> Vec<usize> {
    let picked = untrack(|| use_visit().picked());
    if picked.is_empty() {
        let (query, cases) = untrack(|| state.listed());
        let shown = Shown::of(&query, cases.len());
        return cases.rows().iter().copied().skip(shown.skipped).take(query.per.rows()).collect();
    }
    picked.iter().filter_map(|id| Some(snapshot.cases.find(id)?.row())).collect()
}
