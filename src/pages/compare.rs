//! The cases that the address names, side by side.

use joint_procurement_core::domain::Snapshot;
use joint_procurement_core::files::DataError;
use joint_procurement_core::query::CompareQuery;
use leptos::prelude::*;

use crate::components::FailureNotice;
use crate::components::{AddCase, Anew, AnswerState, Comparison, ContentPage, focus_comparison};
use crate::content;
use crate::data::Data;
use crate::navigation::{use_navigation, use_own};
use crate::readiness::Hold;

/// The page of the comparison. It follows the address and the long texts, without which it begins.
#[component]
pub fn Compare(snapshot: &'static Snapshot) -> impl IntoView {
    let query = use_navigation().query();
    let data: Data = expect_context();
    data.details().want();
    // Chosen on another page.
    let own = use_own().get_untracked().map(|own| own.code);
    if own.is_some() {
        data.municipalities().want();
    }
    let municipalities = move || own.and_then(|_| data.municipalities().get());
    // Together, so that the table grows once.
    let arrived = move || data.details().get().is_some() && own.is_some() == municipalities().is_some();
    let hold = Hold::new();
    Effect::new(move || {
        if arrived() {
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
        let (details, failed) = parted(data.details().get().filter(|_| arrived()));
        let (municipalities, sizes_failed) = parted(municipalities().filter(|_| arrived()));
        let compared = content::compare(snapshot, &query, &problems, details);
        let has_room = query.ids().len() < CompareQuery::AT_MOST;
        let own = compared.comparison.as_ref().zip(municipalities).zip(own);
        let own = own.and_then(|((it, municipalities), code)| {
            content::own_size(snapshot, municipalities, code, &it.cases)
        });
        view! {
            <ContentPage snapshot content=compared.page/>
            {has_room.then(|| view! { <AddCase snapshot query/> })}
            {compared.comparison.map(|comparison| view! { <Comparison comparison own only/> })}
            {failed.map(|error| view! { <FailureNotice error retry=move |()| data.details().retry()/> })}
            {sizes_failed.map(|error| view! { <FailureNotice error retry=move |()| data.municipalities().retry()/> })}
        }
    };
    view! {
        <div class="answer" data-answer="">
            <AnswerState/>
            <Anew content/>
        </div>
    }
}

/// Parts what has come from why it has not.
fn parted<T>(loaded: Option<Result<T, DataError>>) -> (Option<T>, Option<DataError>) {
    match loaded {
        None => (None, None),
        Some(Ok(data)) => (Some(data), None),
        Some(Err(error)) => (None, Some(error)),
    }
}
