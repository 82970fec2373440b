//! The town whose size the cases are compared with.

use joint_procurement_core::domain::Snapshot;
use joint_procurement_core::query::{NameScope, Named, Near, SortKey, TownSize};
use joint_procurement_core::text::typed;
use leptos::prelude::*;

use super::message;
use super::state::ListState;
use crate::browser::normalize;
use crate::components::FailureNotice;
use crate::components::{Anew, InBrowser, LiveText, NameSearch};
use crate::content::town_text;
use crate::data::Data;
use crate::navigation::use_own;
use crate::words;

#[component]
pub fn SimilarSize(snapshot: &'static Snapshot, state: ListState) -> impl IntoView {
    let near = Memo::new(move |_| state.with_query(|query| query.near));
    view! {
        <section class="size-box" data-live="" aria-labelledby="size-heading" id="size">
            <h2 class="size-box__heading" id="size-heading">{words::size::HEADING}</h2>
            <InBrowser>
                {move || match near.get() {
                    Some(near) => view! { <Chosen snapshot state near/> }.into_any(),
                    None => view! { <Choose snapshot state/> }.into_any(),
                }}
            </InBrowser>
        </section>
    }
}

/// The size in force, and how cases are compared with it.
#[component]
fn Chosen(snapshot: &'static Snapshot, state: ListState, near: Near) -> impl IntoView {
    let data: Data = expect_context();
    // Another order may be chosen while the size stays.
    let is_order = move || state.with_query(|query| query.sort.key == SortKey::Near);
    let said_of = move |town: &str| match is_order() {
        true => words::size::compared_with(town),
        false => words::size::shown_beside(town),
    };
    let said = move || match data.municipalities().get() {
        None => view! { <p role="status">{words::loading::DATA}</p> }.into_any(),
        Some(Err(error)) => {
            view! { <FailureNotice error retry=move |()| data.municipalities().retry()/> }.into_any()
        }
        Some(Ok(municipalities)) => {
            let town = town_text(snapshot, municipalities, near);
            let known = town.is_some();
            let text = town.map_or_else(|| words::town::NO_SUCH.to_owned(), |town| said_of(&town));
            view! {
                <p class="size-box__chosen">{text}</p>
                {known.then(|| {
                    let measure = is_order().then_some(words::size::MEASURE);
                    view! { <p class="size-box__measure">{measure}{words::size::LEGEND}</p> }
                })}
            }
            .into_any()
        }
    };
    let drop = move |_| state.change_view(|query| query.set_near(None));
    view! {
        <Anew content=said/>
        <p class="size-box__actions">
            <button class="button" data-variant="secondary" data-size="sm" type="button" on:click=drop>
                {words::size::DROP}
            </button>
        </p>
    }
}

#[component]
fn Choose(snapshot: &'static Snapshot, state: ListState) -> impl IntoView {
    let choose = Callback::new(move |named| {
        if let Named::Municipality(code) = named {
            state.change_view(|query| query.set_near(Some(Near::Municipality(code))));
        }
    });
    let own = use_own();
    let with_own = move || {
        own.get().map(|it| {
            let near = Near::Municipality(it.code);
            let compare = move |_| state.change_view(|query| query.set_near(Some(near)));
            view! {
                <p>
                    <button class="button" data-variant="secondary" data-size="sm" type="button" on:click=compare>
                        {words::own::compare_with(&it.name)}
                    </button>
                </p>
            }
        })
    };
    view! {
        <p class="field__hint" id="size-hint">{words::size::LEAD}</p>
        <Anew content=with_own/>
        <NameSearch snapshot scope=NameScope::Municipalities choose described_by="size-hint"/>
        <details class="disclosure" data-size="sm">
            <summary class="disclosure__summary">{words::size::TYPED}</summary>
            <div class="disclosure__body"><Typed state/></div>
        </details>
    }
}

#[component]
fn Typed(state: ListState) -> impl IntoView {
    let data: Data = expect_context();
    let (persons, staff) = (NodeRef::<leptos::html::Input>::new(), NodeRef::<leptos::html::Input>::new());
    let wrong = RwSignal::new(false);
    let apply = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let [persons, staff] = [persons, staff].map(|field| {
            let text = field.get_untracked().map(|field| field.value()).unwrap_or_default();
            typed::read(&text, 1, normalize)
        });
        let size = persons.ok().zip(staff.ok()).and_then(|(persons, staff)| TownSize::new(persons, staff));
        wrong.set(size.is_none());
        if let Some(size) = size {
            data.municipalities().want();
            state.change_view(|query| query.set_near(Some(Near::Size(size))));
        }
    };
    let field = |id: &'static str, label: &'static str, node_ref| {
        view! {
            <div class="range__field">
                <label class="range__label" for=id>{label}</label>
                <input
                    class="input"
                    data-size="sm"
                    id=id
                    inputmode="numeric"
                    autocomplete="off"
                    node_ref=node_ref
                    aria-invalid=move || wrong.get().then_some("true")
                    aria-describedby="size-error"
                />
            </div>
        }
    };
    view! {
        <form class="range__fields" on:submit=apply>
            {field("size-population", words::size::POPULATION, persons)}
            {field("size-staff", words::size::STAFF, staff)}
            <button class="button" data-variant="secondary" data-size="sm" type="submit">{words::size::APPLY}</button>
        </form>
        <p class="field__error" id="size-error" role="status">
            <LiveText text=Signal::derive(move || message(wrong.get().then_some(words::size::WRONG)))/>
        </p>
    }
}
