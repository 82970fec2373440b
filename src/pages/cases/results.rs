//! The cases found.

use joint_procurement_core::domain::Snapshot;
use joint_procurement_core::query::{CaseQuery, View};
use joint_procurement_core::routes::{Address, Route};
use leptos::prelude::*;

use super::bar::ResultBar;
use super::empty::Empty;
use super::items::CaseList;
use super::picked::PickedBar;
use super::printed::PrintedList;
use super::state::ListState;
use super::table::CaseTable;
use crate::browser::keep_focus;
use crate::components::FailureNotice;
use crate::components::{ActiveFilters, Anew, AnswerState, InBrowser, Pagination};
use crate::data::Data;
use crate::navigation::use_navigation;
use crate::readiness::InTurn;
use crate::words;

/// The cases found, with what was asked for.
#[component]
pub fn Results(snapshot: &'static Snapshot, state: ListState) -> impl IntoView {
    view! {
        <section
            class="list-layout__main"
            id=super::RESULTS
            tabindex="-1"
            aria-labelledby="result-heading"
            aria-busy=move || state.is_behind().then_some("true")
            data-answer=""
        >
            <AnswerState/>
            <h2 class="u-visually-hidden" id="result-heading">{words::list::RESULTS}</h2>
            // Apart from each other: what comes and goes has the browser match all styles of its siblings anew.
            <div>
                <InTurn>
                    <div><Conditions state/></div>
                    <ResultBar snapshot state/>
                    <SearchNotices state/>
                </InTurn>
            </div>
            <div class="list-layout__list"><InTurn><Anew content=move || {
                let (query, cases) = state.listed();
                keep_focus(super::RESULTS);
                if cases.is_empty() {
                    return view! { <Empty state/> }.into_any();
                }
                let shown = Shown::of(&query, cases.len());
                let parts = state.parts(&query, &cases);
                let list = match query.view {
                    View::Cards => {
                        let query = query.clone();
                        view! { <CaseList snapshot state query parts/> }.into_any()
                    }
                    View::Table => {
                        let query = query.clone();
                        view! { <CaseTable snapshot state query parts/> }.into_any()
                    }
                };
                view! {
                    {list}
                    <Pagination query current=shown.page pages=shown.pages/>
                }
                .into_any()
            }/></InTurn></div>
            <PickedBar snapshot state/>
            <InBrowser><PrintedList snapshot state/></InBrowser>
        </section>
    }
}

/// The part of a result that a page shows. A page beyond the last shows the last.
pub struct Shown {
    pub page: usize,
    pub skipped: usize,
    pub pages: usize,
}

impl Shown {
    /// Gives the places of the cases shown.
    pub fn range(&self, query: &CaseQuery, total: usize) -> std::ops::Range<usize> {
        self.skipped..(self.skipped + query.per.rows()).min(total)
    }

    pub fn of(query: &CaseQuery, total: usize) -> Self {
        let rows = query.per.rows();
        let pages = total.div_ceil(rows).max(1);
        let page = (query.page.number() as usize).min(pages);
        Self { page, skipped: (page - 1) * rows, pages }
    }
}

/// The conditions in force.
#[component]
fn Conditions(state: ListState) -> impl IntoView {
    let navigation = use_navigation();
    let href = move |query| navigation.href(&Address::with_query(Route::Cases, query));
    let content = move || {
        let conditions = state.conditions().get().into_iter();
        keep_focus(super::RESULTS);
        let conditions = conditions.map(|it| (it.text, href(it.without.to_string()))).collect();
        view! { <ActiveFilters conditions clear=href(String::new())/> }
    };
    view! { <Anew content/> }
}

/// A remark on a search: its texts are on their way, could not be had, or it has synonyms.
#[component]
fn SearchNotices(state: ListState) -> impl IntoView {
    let data: Data = expect_context();
    let searching = Memo::new(move |_| state.with_query(|query| !query.filter.text.is_empty()));
    let content = move || {
        let searching = searching.get();
        let failed = match (data.details().get(), data.municipalities().get()) {
            (Some(Err(error)), _) | (_, Some(Err(error))) => Some(error),
            _ => None,
        };
        match failed.filter(|_| searching) {
            Some(error) => {
                let retry = move |()| {
                    data.details().retry();
                    data.municipalities().retry();
                };
                view! { <FailureNotice error retry/> }.into_any()
            }
            None if state.texts_loading().get() => {
                view! { <p class="result-note" role="status">{words::list::SEARCHING_TEXTS}</p> }.into_any()
            }
            None => {
                let also = state.also_searched();
                let also =
                    (!also.is_empty()).then(|| view! { <p class="result-note" role="status">{also}</p> });
                also.into_any()
            }
        }
    };
    view! { <Anew content/> }
}
