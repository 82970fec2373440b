//! The search for a municipality by its name.

use std::time::Duration;

use joint_procurement_core::domain::{MunicipalityCode, Snapshot};
use joint_procurement_core::query::{CaseQuery, Near};
use joint_procurement_core::routes::{Address, Route};
use joint_procurement_core::stats::find_municipalities;
use leptos::prelude::*;

use super::{Anew, InBrowser};
use crate::browser::normalize;
use crate::components::FailureNotice;
use crate::data::Data;
use crate::navigation::use_navigation;
use crate::words;

/// The number of municipalities that are offered at once.
const OFFERED: usize = 8;
/// The length of a pause in typing.
const TYPING_PAUSE: Duration = Duration::from_millis(200);

/// A field for a name, and below it those that fit. The table of municipalities is asked for when a reader
/// comes to the field. `described_by` is the id of what explains it.
#[component]
pub fn TownSearch(
    snapshot: &'static Snapshot,
    choose: Callback<MunicipalityCode>,
    described_by: &'static str,
) -> impl IntoView {
    let data: Data = expect_context();
    let text = RwSignal::new(String::new());
    let field = NodeRef::<leptos::html::Input>::new();
    let typed = leptos::leptos_dom::helpers::debounce(TYPING_PAUSE, move |_: leptos::ev::Event| {
        if let Some(Some(field)) = field.try_get_untracked() {
            text.set(field.value());
        }
    });
    let want = move |_| data.municipalities().want();
    let candidates = move || {
        let typed = text.with(|text| text.trim().to_owned());
        if typed.is_empty() {
            return ().into_any();
        }
        let municipalities = match data.municipalities().get() {
            None => return view! { <p role="status">{words::loading::DATA}</p> }.into_any(),
            Some(Err(error)) => {
                let retry = move |()| data.municipalities().retry();
                return view! { <FailureNotice error retry/> }.into_any();
            }
            Some(Ok(municipalities)) => municipalities,
        };
        let found = find_municipalities(snapshot, municipalities, &typed, normalize);
        let items = found.iter().take(OFFERED).map(|it| {
            let code = it.code;
            let prefecture = snapshot.prefecture_name(code.prefecture());
            let name = words::town::candidate(it.name, prefecture, it.population);
            view! {
                <li>
                    <button class="candidate" type="button" on:click=move |_| choose.run(code)>{name}</button>
                </li>
            }
        });
        let items = items.collect_view();
        let status = match found.len() {
            0 => words::town::NO_CANDIDATE.to_owned(),
            count => words::town::candidates(count),
        };
        view! {
            <p class="size-box__status" role="status">{status}</p>
            <ul class="candidates">{items}</ul>
        }
        .into_any()
    };
    // Enter takes the only one that fits, or the first.
    let enter = move |event: leptos::ev::KeyboardEvent| {
        if event.key() != "Enter" || event.is_composing() {
            return;
        }
        event.prevent_default();
        let municipalities = untrack(|| data.municipalities().get()).and_then(Result::ok);
        let typed = field.get_untracked().map(|field| field.value()).unwrap_or_default();
        let first = municipalities
            .and_then(|all| find_municipalities(snapshot, all, &typed, normalize).first().map(|it| it.code));
        if let Some(code) = first {
            choose.run(code);
        }
    };
    view! {
        <div class="field">
            <label class="field__label" for="town">{words::town::NAME}</label>
            <input
                class="input"
                id="town"
                type="search"
                autocomplete="off"
                placeholder=words::town::HINT
                aria-describedby=described_by
                node_ref=field
                on:focus=want
                on:input=typed
                on:keydown=enter
            />
        </div>
        <Anew content=candidates/>
    }
}

/// Draws the same where it leads to the cases of a size near the municipality's.
pub fn town_search_to_cases(snapshot: &'static Snapshot) -> AnyView {
    let navigation = use_navigation();
    let choose = Callback::new(move |code| {
        let mut query = CaseQuery::default();
        query.set_near(Some(Near::Municipality(code)));
        navigation.go(Address::with_query(Route::Cases, query));
    });
    view! {
        <div class="town-search" data-live="">
            <InBrowser>
                <p class="field__hint" id="town-hint">{words::town::LEAD}</p>
                <TownSearch snapshot choose described_by="town-hint"/>
            </InBrowser>
        </div>
    }
    .into_any()
}
