//! One case: its contents, and the way through the list that it was opened from.

use leptos::prelude::*;

use super::cases::listed;
use crate::components::element::{Element, Node, classed, el};
use crate::components::{content_page_with, copy_button};
use crate::content;
use crate::domain::{CaseRef, Snapshot};
use crate::export::Clip;
use crate::query::{Around, CaseQuery};
use crate::routes::{Address, Route};
use crate::shell::{use_navigation, use_visit, use_words};

pub fn case_page(snapshot: &'static Snapshot, case: CaseRef<'static>) -> AnyView {
    let list = use_visit().list();
    let near = list.as_ref().and_then(|query| query.near);
    let around = list.and_then(|query| {
        let around = Around::of(listed(snapshot, &query)?.rows(), case.row())?;
        Some(way(snapshot, &query, around))
    });
    let tools = classed("div", "case-tools u-no-print")
        .some(around)
        .child(classed("div", "case-tools__actions").child(pick(case)).child(copy_link()));
    content_page_with(snapshot, content::case(snapshot, use_words(), case, near), Some(tools.into())).view()
}

/// Back to the list, and to the cases before and after this one.
fn way(snapshot: &'static Snapshot, query: &CaseQuery, around: Around) -> Element {
    let (words, navigation) = (use_words().find, use_navigation());
    let step = |row: Option<usize>, rel: &'static str, direction: &'static str, text: &'static str| {
        let case = snapshot.cases.row(row?);
        let href = navigation.href(&Route::Case(case.id().clone()).into());
        let title = classed("span", "u-visually-hidden").child(format!("：{}", case.title()));
        Some(
            classed("a", "pagination__step")
                .attr("data-direction", direction)
                .attr("rel", rel)
                .attr("href", href)
                .child(text)
                .child(title),
        )
    };
    let back = navigation.href(&Address::with_query(Route::Cases, query));
    classed("nav", "case-tools__way")
        .attr("aria-label", words.list_way)
        .child(el("a").attr("href", back).child(words.back_to_list))
        .some(step(around.previous, "prev", "previous", words.previous_case))
        .child(el("span").child((words.place_in_list)(around.place, around.total)))
        .some(step(around.next, "next", "next", words.next_case))
}

/// Adds the case to those that are compared, or takes it out.
fn pick(case: CaseRef<'static>) -> AnyView {
    let (words, visit) = (use_words().case_more, use_visit());
    let is_picked = move || visit.is_picked(case.id());
    view! {
        <button
            class="button"
            data-variant="secondary"
            data-size="sm"
            type="button"
            aria-pressed=move || is_picked().to_string()
            on:click=move |_| visit.toggle(case.id())
        >
            {words.pick}
        </button>
        {move || compare_link(visit.picked())}
    }
    .into_any()
}

/// To the comparison, as soon as there is something to compare.
fn compare_link(picked: Vec<crate::domain::CaseId>) -> Option<AnyView> {
    (picked.len() >= 2).then(|| {
        let query = crate::query::CompareQuery::new(picked);
        let count = query.ids().len();
        let href = use_navigation().href(&Address::with_query(Route::Compare, query));
        el("a").attr("href", href).child((use_words().case_more.compare)(count)).view()
    })
}

/// The address of the page, without what only this visit knows.
fn copy_link() -> Node {
    let navigation = use_navigation();
    let clip = move || Clip::from(navigation.absolute(&navigation.here().route.into()));
    copy_button(use_words().copy.link, Box::new(clip))
}
