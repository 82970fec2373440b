//! The pages: those that only show things are drawn from their contents; the list changes with what a
//! reader chooses.

mod case;
mod cases;
mod compare;
mod matrix;

use leptos::prelude::*;

use crate::components::{Anew, AnswerState, ContentPage};
use crate::content;
use crate::data::Data;
use crate::domain::Snapshot;
use crate::query::CaseQuery;
use crate::routes::Route;
use crate::shell::{use_navigation, use_words};
use case::CasePage;
use cases::Cases;
use compare::Compare;
use matrix::Prefectures;

/// The page of a route.
#[component]
pub fn Page(route: Route, snapshot: &'static Snapshot) -> impl IntoView {
    let words = use_words();
    let shown = match route {
        Route::Overview => content::overview(snapshot, words),
        Route::Cases => return view! { <Cases snapshot/> }.into_any(),
        Route::Case(id) => match snapshot.cases.find(&id) {
            Some(case) => return view! { <CasePage snapshot case/> }.into_any(),
            None => content::unknown_case(snapshot, words, &id),
        },
        Route::Compare => return view! { <Compare snapshot/> }.into_any(),
        Route::About => content::about(snapshot, words),
        Route::Systems => return view! { <Systems snapshot/> }.into_any(),
        Route::System(slug) => content::system(snapshot, words, &slug),
        Route::Prefectures => return view! { <Prefectures snapshot/> }.into_any(),
        Route::Prefecture(code) => content::prefecture(snapshot, words, code),
        Route::Data => match untrack(|| expect_context::<Data>().catalog()).and_then(Result::ok) {
            Some(catalog) => content::data(snapshot, catalog, words),
            // The catalog comes before the snapshot.
            None => return ().into_any(),
        },
        Route::Faq => content::faq(snapshot, words),
        Route::NotFound(path) => content::not_found(snapshot, words, &path),
    };
    view! { <ContentPage snapshot content=shown/> }.into_any()
}

/// The system types, counted in the scope that the address asks for.
#[component]
fn Systems(snapshot: &'static Snapshot) -> impl IntoView {
    let query = use_navigation().query();
    let scope = Memo::new(move |_| query.with(|query| CaseQuery::parse(query).0.filter.scope));
    let content = move || {
        let content = content::systems(snapshot, use_words(), scope.get());
        view! { <ContentPage snapshot content/> }
    };
    view! {
        <div class="answer" data-answer="parts">
            <AnswerState/>
            <Anew content/>
        </div>
    }
}
