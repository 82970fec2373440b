//! The pages: those that only show things are drawn from their contents; the list changes with what a
//! reader chooses.

mod case;
mod cases;
mod compare;
mod figures;
mod matrix;
mod municipality;
mod search;

use case::CasePage;
use cases::Cases;
use compare::Compare;
use figures::Figures;
use joint_procurement_core::domain::Snapshot;
use joint_procurement_core::query::CaseQuery;
use joint_procurement_core::routes::Route;
use leptos::prelude::*;
use matrix::Prefectures;
use municipality::MunicipalityPage;

use crate::components::{Anew, AnswerState, ContentPage};
use crate::content;
use crate::data::Data;
use crate::navigation::use_navigation;

/// The page of a route.
#[component]
pub fn Page(route: Route, snapshot: &'static Snapshot) -> impl IntoView {
    // The catalog comes before the snapshot.
    let Some(catalog) = untrack(|| expect_context::<Data>().catalog()).and_then(Result::ok) else {
        return ().into_any();
    };
    let case = if let Route::Case(id) = &route { snapshot.cases.find(id) } else { None };
    match (&route, case) {
        (Route::Cases, _) => view! { <Cases snapshot/> }.into_any(),
        (_, Some(case)) => view! { <CasePage snapshot case/> }.into_any(),
        (Route::Compare, _) => view! { <Compare snapshot/> }.into_any(),
        (Route::Systems, _) => view! { <Systems snapshot/> }.into_any(),
        (Route::Figures, _) => view! { <Figures snapshot/> }.into_any(),
        (Route::Municipality(code), _) => {
            view! { <MunicipalityPage snapshot catalog code=*code/> }.into_any()
        }
        (Route::Prefectures, _) => view! { <Prefectures snapshot/> }.into_any(),
        _ => {
            let content = content::of_route(snapshot, catalog, None, &route);
            view! { <ContentPage snapshot content/> }.into_any()
        }
    }
}

/// The system types, counted in the scope that the address asks for.
#[component]
fn Systems(snapshot: &'static Snapshot) -> impl IntoView {
    let query = use_navigation().query();
    let scope = Memo::new(move |_| query.with(|query| CaseQuery::parse(query).0.filter.scope));
    let content = move || {
        let content = content::systems(snapshot, scope.get());
        view! { <ContentPage snapshot content/> }
    };
    view! {
        <div class="answer" data-answer="parts">
            <AnswerState/>
            <Anew content/>
        </div>
    }
}
