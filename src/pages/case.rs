//! One case: its contents, and the way through the list that it was opened from.

use joint_procurement_core::domain::{CaseRef, Snapshot};
use joint_procurement_core::export::Clip;
use joint_procurement_core::query::{Around, CaseQuery, CompareQuery, Near};
use joint_procurement_core::routes::{Address, Route};
use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::cases::listed;
use crate::components::{Anew, ContentPage, CopyButton, LiveText};
use crate::content;
use crate::navigation::{is_plain_click, use_navigation, use_own, use_visit};
use crate::words;

/// The page of a case.
#[component]
pub fn CasePage(snapshot: &'static Snapshot, case: CaseRef<'static>) -> impl IntoView {
    let navigation = use_navigation();
    let list = use_visit().list();
    let own = use_own().get_untracked().map(|own| Near::Municipality(own.code));
    let near = list.as_ref().and_then(|query| query.near).or(own);
    let way = list.and_then(|query| {
        let around = Around::of(listed(snapshot, &query)?.rows(), case.row())?;
        Some(view! { <Way snapshot query around/> })
    });
    // The address of the page, without what only this visit knows.
    let clip = move || Clip::from(navigation.absolute(&navigation.here().route.into()));
    let content = content::case(snapshot, case, near);
    view! {
        <ContentPage snapshot content>
            <div class="case-tools u-no-print">
                {way}
                <div class="case-tools__actions">
                    <Pick case/>
                    <CompareLink/>
                    <CopyButton label=words::copy::LINK clip/>
                </div>
            </div>
        </ContentPage>
    }
}

/// The way back to the list, and to the cases before and after this one.
#[component]
fn Way(
    snapshot: &'static Snapshot,
    /// The list that the case was opened from.
    query: CaseQuery,
    around: Around,
) -> impl IntoView {
    let navigation = use_navigation();
    let step = |row: Option<usize>, rel: &'static str, direction: &'static str, text: &'static str| {
        let case = snapshot.cases.row(row?);
        let href = navigation.href(&Route::Case(case.id().clone()).into());
        Some(view! {
            <a class="pagination__step" data-direction=direction rel=rel href=href>
                {text}
                <span class="u-visually-hidden">{format!("：{}", case.title())}</span>
            </a>
        })
    };
    let list = Address::with_query(Route::Cases, query);
    let back = navigation.href(&list);
    let go_back = move |event: MouseEvent| {
        if is_plain_click(&event) {
            event.prevent_default();
            navigation.return_to_list(list.clone());
        }
    };
    view! {
        <nav class="case-tools__way" aria-label=words::case::LIST_WAY>
            <a href=back on:click=go_back>{words::case::BACK_TO_LIST}</a>
            {step(around.previous, "prev", "previous", words::case::PREVIOUS)}
            <span>{words::case::place_in_list(around.place, around.total)}</span>
            {step(around.next, "next", "next", words::case::NEXT)}
        </nav>
    }
}

/// A button that adds the case to those that are compared, or takes it out. Its words tell which, and the line beside
/// it how many there are.
#[component]
fn Pick(case: CaseRef<'static>) -> impl IntoView {
    let visit = use_visit();
    let is_picked = Memo::new(move |_| visit.is_picked(case.id()));
    let label = Signal::derive(move || words::compare::toggle(is_picked.get()).to_owned());
    let state = Signal::derive(move || match (is_picked.get(), visit.picked().len()) {
        (true, count) => words::compare::added(count),
        (false, _) => String::new(),
    });
    view! {
        <button
            class="button"
            data-variant="secondary"
            data-size="sm"
            type="button"
            data-live=""
            on:click=move |_| visit.toggle(case.id())
        >
            <LiveText text=label/>
        </button>
        <span class="case-tools__state" role="status" data-live=""><LiveText text=state/></span>
    }
}

/// A link to the comparison, as soon as there is something to compare.
#[component]
fn CompareLink() -> impl IntoView {
    let (visit, navigation) = (use_visit(), use_navigation());
    let content = move || {
        let picked = visit.picked();
        (picked.len() >= 2).then(|| {
            let query = CompareQuery::new(picked);
            let count = query.ids().len();
            let href = navigation.href(&Address::with_query(Route::Compare, query));
            view! { <a href=href>{words::compare::of_picked(count)}</a> }
        })
    };
    view! { <Anew content/> }
}
