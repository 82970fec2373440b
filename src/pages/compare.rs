//! The cases that the address names, side by side.

use joint_procurement_core::domain::Snapshot;
use joint_procurement_core::query::CompareQuery;
use leptos::prelude::*;

use crate::components::FailureNotice;
use crate::components::{AddCase, Anew, AnswerState, Comparison, ContentPage, focus_comparison};
use crate::content;
use crate::data::Data;
use crate::navigation::use_navigation;
use crate::readiness::Hold;

/// The page of the comparison. It follows the address and the long texts, without which it begins.
#[component]
pub fn Compare(snapshot: &'static Snapshot) -> impl IntoView {
    let query = use_navigation().query();
    let data: Data = expect_context();
    data.details().want();
    let hold = Hold::new();
    Effect::new(move || {
        if data.details().get().is_some() {
            // Not at once: the rows are put into the page after this.
            request_animation_frame(move || hold.release());
        }
    });
    Effect::new(move |before: Option<()>| {
        query.track();
        if before.is_some() {
            request_animation_frame(focus_comparison);
        }
    });
    // Stays while cases come and go.
    let only = RwSignal::new(false);
    let content = move || {
        let (query, problems) = query.with(|query| CompareQuery::parse(query));
        let (details, failed) = match data.details().get() {
            None => (None, None),
            Some(Ok(details)) => (Some(details), None),
            Some(Err(error)) => (None, Some(error)),
        };
        let compared = content::compare(snapshot, &query, &problems, details);
        let has_room = query.ids().len() < CompareQuery::AT_MOST;
        view! {
            <ContentPage snapshot content=compared.page/>
            {has_room.then(|| view! { <AddCase snapshot query/> })}
            {compared.comparison.map(|comparison| view! { <Comparison comparison only/> })}
            {failed.map(|error| view! { <FailureNotice error retry=move |()| data.details().retry()/> })}
        }
    };
    view! {
        <div class="answer" data-answer="">
            <AnswerState/>
            <Anew content/>
        </div>
    }
}
