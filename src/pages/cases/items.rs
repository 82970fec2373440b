//! The cases found, one below the other.

use joint_procurement_core::domain::{CaseRef, Snapshot};
use joint_procurement_core::query::CaseQuery;
use leptos::prelude::*;

use super::listed::ListPart;
use super::picked::PickBox;
use super::state::ListState;
use crate::browser::normalize;
use crate::components::{CaseItem, Level};
use crate::content::{self, FactRow, Found};
use crate::data::Data;
use crate::words;

/// Cases that fill the largest of usual windows.
const FIRST_SCREEN: usize = 4;

/// The cases of a page, numbered where they are in an order. Those below the viewport follow once the first
/// have been painted.
#[component]
pub fn CaseList(
    snapshot: &'static Snapshot,
    state: ListState,
    /// The query for the cases.
    query: CaseQuery,
    parts: Vec<ListPart>,
) -> impl IntoView {
    let mut at_once = if state.may_follow() { FIRST_SCREEN } else { usize::MAX };
    let parts = parts.into_iter().map(|part| {
        let ListPart { heading, mut rows, first, .. } = part;
        let level = if heading.is_some() { Level::H4 } else { Level::H3 };
        let later = rows.split_off(rows.len().min(at_once));
        at_once = at_once.saturating_sub(rows.len());
        let query = query.clone();
        let found = move |rows: &[usize]| {
            rows.iter().map(|&row| view! { <FoundCase snapshot state level row/> }).collect_view()
        };
        let cases = view! {
            {found(&rows)}
            {move || state.is_painted(&query).then(|| found(&later))}
        };
        let heading = heading.map(|heading| view! { <h3 class="list-part">{heading}</h3> });
        let list = match first {
            Some(first) => view! { <ol class="case-list" start=first.to_string()>{cases}</ol> }.into_any(),
            None => view! { <ul class="case-list">{cases}</ul> }.into_any(),
        };
        view! { {heading} {list} }
    });
    parts.collect_view()
}

/// A case of the list, with what was searched for marked in it.
#[component]
fn FoundCase(snapshot: &'static Snapshot, state: ListState, level: Level, row: usize) -> impl IntoView {
    let case = snapshot.cases.row(row);
    let mut item = content::case_item(snapshot, case);
    let mut title = item.title.text.as_str().into();
    let mut remarks = Vec::new();
    let mut fit = None;
    // The list is made anew where any of this changes.
    untrack(|| {
        fit = state.size_fit(case);
        let search = state.words();
        if !search.is_empty() {
            let data: Data = expect_context();
            let municipalities = data.municipalities().get().and_then(Result::ok);
            let details = data.details().get().and_then(Result::ok).unwrap_or_default();
            let found = Found {
                words: &search,
                normalize,
                prefectures: &snapshot.prefectures,
                municipalities,
                details,
            };
            title = content::mark(std::mem::take(&mut title), found);
            remarks.extend(mark_facts(&mut item, found, case));
        }
    });
    view! {
        <CaseItem snapshot item title level fit remarks>
            <PickBox case/>
        </CaseItem>
    }
}

/// Marks the words in what is shown; where they stand elsewhere only, gives what stands around them.
fn mark_facts(item: &mut content::CaseItem, found: Found<'_>, case: CaseRef<'_>) -> Option<FactRow> {
    let shown = [item.title.text.as_str(), &item.system, &item.prefecture];
    let mut seen = shown.iter().any(|text| found.is_in(text));
    // That a thing is known does not hold the word that was searched for.
    for fact in item.facts.iter_mut().chain(&mut item.amounts).chain(&mut item.missing) {
        seen |= found.is_in(&fact.value.plain());
        fact.value = content::mark(std::mem::take(&mut fact.value), found);
    }
    let (field, text) = if seen { None } else { found.excerpt(case) }?;
    Some(FactRow::new(words::list::found_in(field), text))
}
