//! The pages: those that only show things are drawn from their contents; the list changes with what a
//! reader chooses.

mod case;
mod cases;
mod matrix;

use leptos::prelude::*;

use crate::components::element::all;
use crate::components::{comparison_page, content_page, focus_comparison};
use crate::content;
use crate::data::Data;
use crate::domain::Snapshot;
use crate::query::{CaseQuery, CompareQuery};
use crate::routes::Route;
use crate::shell::{Hold, failure_notice, use_navigation, use_words};
use cases::Cases;

/// The page of a route.
pub fn page(route: Route, snapshot: &'static Snapshot) -> AnyView {
    let words = use_words();
    let shown = match route {
        Route::Overview => content::overview(snapshot, words),
        Route::Cases => return view! { <Cases snapshot/> }.into_any(),
        Route::Case(id) => match snapshot.cases.find(&id) {
            Some(case) => return case::case_page(snapshot, case),
            None => content::unknown_case(snapshot, words, &id),
        },
        Route::Compare => return compare(snapshot),
        Route::About => content::about(snapshot, words),
        Route::Systems => return systems(snapshot),
        Route::System(slug) => content::system(snapshot, words, &slug),
        Route::Prefectures => return matrix::prefectures(snapshot),
        Route::Prefecture(code) => content::prefecture(snapshot, words, code),
        Route::Data => match expect_context::<Data>().catalog().and_then(Result::ok) {
            Some(catalog) => content::data(snapshot, catalog, words),
            // The catalog comes before the snapshot.
            None => return ().into_any(),
        },
        Route::Faq => content::faq(snapshot, words),
        Route::NotFound(path) => content::not_found(snapshot, words, &path),
    };
    content_page(snapshot, shown).view()
}

/// The cases that the address names, side by side.
fn compare(snapshot: &'static Snapshot) -> AnyView {
    let query = use_navigation().query();
    let data: Data = expect_context();
    data.details().want();
    let hold = Hold::new();
    let page = move || {
        let (query, problems) = query.with(|query| CompareQuery::parse(query));
        let (details, failed) = match data.details().get() {
            None => (None, None),
            Some(Ok(details)) => (Some(details), None),
            Some(Err(error)) => (None, Some(failure_notice(&error, move || data.details().retry()))),
        };
        if details.is_some() || failed.is_some() {
            // Not at once: the rows are put into the page after this.
            request_animation_frame(move || hold.release());
        }
        let compared = content::compare(snapshot, use_words(), &query, &problems, details);
        all([comparison_page(snapshot, compared)].into_iter().chain(failed)).view()
    };
    Effect::new(move |before: Option<()>| {
        query.track();
        if before.is_some() {
            request_animation_frame(focus_comparison);
        }
    });
    page.into_any()
}

/// The system types, counted in the scope that the address asks for.
fn systems(snapshot: &'static Snapshot) -> AnyView {
    let query = use_navigation().query();
    let scope = Memo::new(move |_| query.with(|query| CaseQuery::parse(query).0.filter.scope));
    let page = move || content_page(snapshot, content::systems(snapshot, use_words(), scope.get())).view();
    page.into_any()
}
