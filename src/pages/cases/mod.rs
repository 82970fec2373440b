//! The list of cases: filters, order and pages, all of them in the address.

mod bar;
mod choices;
mod empty;
mod facet;
mod filters;
mod items;
mod listed;
mod picked;
mod ranges;
mod results;
mod search_box;
mod size;
mod state;
mod table;

use leptos::prelude::*;

use crate::components::element::{all, classed, el};
use crate::components::{breadcrumb, notice};
use crate::content::Tone;
use crate::domain::Snapshot;
use crate::query::ScopeFilter;
use crate::routes::Route;
use crate::shell::{in_steps, set_title, use_words};
use crate::text;
use filters::FilterPanel;
pub use listed::listed;
use results::Results;
use search_box::TextSearch;
use size::SimilarSize;
use state::ListState;

/// The id of the result, for the way past the filters.
const RESULTS: &str = "results";

#[component]
pub fn Cases(snapshot: &'static Snapshot) -> impl IntoView {
    let words = use_words();
    let state = ListState::start(snapshot);
    Effect::new(move || {
        let active = state.conditions().with(|conditions| {
            conditions.iter().map(|condition| condition.text.clone()).collect::<Vec<_>>().join("、")
        });
        let heading = words.list.heading;
        set_title(if active.is_empty() { heading.to_owned() } else { format!("{heading}（{active}）") });
    });
    let problems = move || {
        let problems = state.problems();
        (!problems.is_empty()).then(|| {
            let items = problems.iter().map(|it| el("li").child(words.query_problem(it)));
            let text = classed("p", "notice__text").child(words.shell.ignored_query);
            notice(Tone::Warning, false, all([text, classed("ul", "notice__list").children(items)])).view()
        })
    };
    let with_prefecture =
        snapshot.cases.iter().filter(|case| ScopeFilter::default().admits(case.scope())).count();
    view! {
        {breadcrumb(vec![Route::Overview], words.list.heading.to_owned()).view()}
        <div class="page-header">
            <h1 class="page-header__heading" tabindex="-1">{words.list.heading}</h1>
            <p class="page-header__lead">{(words.list.lead)(snapshot.meta.kind, snapshot.cases.len(), with_prefecture)}</p>
        </div>
        {problems}
        <div class="list-start">
            <TextSearch state/>
            <SimilarSize snapshot state/>
        </div>
        <div class="list-layout">{in_steps(vec![
            Box::new(move || view! { <FilterPanel snapshot state/> }.into_any()),
            Box::new(move || view! { <Results snapshot state/> }.into_any()),
        ])}</div>
    }
}

/// `24件`
fn count_text(count: usize) -> String {
    text::cases(count)
}
