//! The list of cases: filters, order and pages, all of them in the address.

mod bar;
mod choices;
mod empty;
mod facet;
mod filters;
mod groups;
mod items;
mod listed;
mod picked;
mod printed;
mod ranges;
mod results;
mod search_box;
mod size;
mod state;
mod table;

use filters::FilterPanel;
use joint_procurement_core::domain::Snapshot;
use joint_procurement_core::routes::Route;
use joint_procurement_core::text as wording;
use leptos::prelude::*;

use crate::components::{Anew, Breadcrumb, Notice, text};
use crate::content::{self, Tone};
use crate::navigation::{set_title, use_navigation};
use crate::readiness::InTurn;
use crate::words;
pub use listed::listed;
use results::Results;
use search_box::TextSearch;
use size::SimilarSize;
use state::ListState;

/// The id of the result, for the way past the filters.
const RESULTS: &str = "results";

#[component]
pub fn Cases(snapshot: &'static Snapshot) -> impl IntoView {
    let state = ListState::start(snapshot);
    let navigation = use_navigation();
    Effect::new(move || {
        let active = state.conditions().with(|conditions| {
            conditions.iter().map(|condition| condition.text.clone()).collect::<Vec<_>>().join(words::BETWEEN)
        });
        // The effect may outlive the list by a step, and the title is that of the next page then.
        if navigation.route().get_untracked() != Route::Cases {
            return;
        }
        let heading = words::list::HEADING;
        set_title(if active.is_empty() { heading.to_owned() } else { format!("{heading}（{active}）") });
    });
    let content::PageContent { title, ancestors, heading, lead, .. } = content::cases(snapshot);
    set_title(title.clone());
    view! {
        <Breadcrumb ancestors current=title/>
        <div class="page-header">
            <h1 class="page-header__heading" tabindex="-1">{heading}</h1>
            <p class="page-header__lead">{text(lead)}</p>
        </div>
        <Problems state/>
        <div class="list-start">
            <TextSearch state/>
            <InTurn><SimilarSize snapshot state/></InTurn>
        </div>
        <div class="list-layout">
            <InTurn><FilterPanel snapshot state/></InTurn>
            <InTurn><Results snapshot state/></InTurn>
        </div>
    }
}

/// The parts of the address that were not understood.
#[component]
fn Problems(state: ListState) -> impl IntoView {
    // An address that is understood is the rule, and nothing is made anew for it.
    let problems = Memo::new(move |_| state.problems());
    let content = move || {
        let problems = problems.get();
        (!problems.is_empty()).then(|| {
            let items = problems
                .iter()
                .map(|it| view! { <li>{words::notice::query_problem(it)}</li> })
                .collect_view();
            view! {
                <Notice tone=Tone::Warning>
                    <p class="notice__text">{words::notice::IGNORED_QUERY}</p>
                    <ul class="notice__list">{items}</ul>
                </Notice>
            }
        })
    };
    view! { <Anew content/> }
}

/// Gives a message where there is one to show.
fn message(text: Option<&'static str>) -> String {
    text.unwrap_or_default().to_owned()
}

/// Writes a number of cases: `24件`.
fn count_text(count: usize) -> String {
    wording::cases(count)
}
