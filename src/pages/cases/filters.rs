use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use leptos::prelude::*;

use super::count_text;
use super::state::ListState;
use crate::domain::{CaseRef, PrefectureCode, Snapshot, Term};
use crate::query::{Answer, CaseFilter, Facet, ScopeFilter, StatusAnswer};
use crate::routes::{Address, Route};
use crate::shell::{use_navigation, use_words};

/// How long a pause in typing is.
const TYPING_PAUSE: Duration = Duration::from_millis(250);

/// The conditions that can be set, each choice with the number of cases that it would give.
#[component]
pub fn FilterPanel(snapshot: &'static Snapshot, state: ListState) -> impl IntoView {
    let words = &use_words().list;
    let clear = use_navigation().href(&Address::from(Route::Cases));
    let badge = move || {
        let set = state.conditions().with(Vec::len);
        (set > 0).then(|| view! { <span class="filter-panel__badge">{(words.filters_set)(set)}</span> })
    };
    view! {
        <details class="filter-panel list-layout__side">
            <summary class="filter-panel__summary">{words.filter}{badge}</summary>
            <form
                class="filter-panel__form"
                role="search"
                aria-label=words.filter_label
                on:submit=|event| event.prevent_default()
            >
                <TextSearch state/>
                <ScopeFacet state/>
                <Domains state/>
                <Systems snapshot state/>
                <Prefectures snapshot state/>
                <Answers
                    state
                    legend=words.subsidy
                    facet=Facet::Subsidy
                    name=words.subsidy_answer
                    answer=|case| Answer::from(case.subsidy_used())
                    chosen_in=|filter| &mut filter.subsidy
                />
                <Answers
                    state
                    legend=words.specification
                    facet=Facet::Spec
                    name=words.specification_answer
                    answer=|case| Answer::from(case.specification_available())
                    chosen_in=|filter| &mut filter.spec
                />
                <Answers
                    state
                    legend=words.status
                    facet=Facet::Status
                    name=words.status_name
                    answer=|case| StatusAnswer::from(case.status())
                    chosen_in=|filter| &mut filter.status
                />
                <div class="filter-panel__actions">
                    <a class="button" data-variant="tertiary" href=clear data-adjusts="">{words.clear}</a>
                </div>
            </form>
        </details>
    }
}

#[component]
fn TextSearch(state: ListState) -> impl IntoView {
    let words = &use_words().list;
    let text = Memo::new(move |_| state.with_query(|query| query.filter.text.clone()));
    let field = NodeRef::<leptos::html::Input>::new();
    // Not bound to the memo: folding spaces away while one types would fight with the reader.
    Effect::new(move || {
        let text = text.get();
        if let Some(field) = field.get()
            && field.value().trim() != text
        {
            field.set_value(&text);
        }
    });
    let apply = move || {
        if let Some(Some(field)) = field.try_get_untracked() {
            state.type_text(field.value().trim().to_owned());
        }
    };
    let typed = leptos::leptos_dom::helpers::debounce(TYPING_PAUSE, move |_: leptos::ev::Event| apply());
    view! {
        <div class="search-box">
            <label class="search-box__label" for="q">{words.search}</label>
            <p class="field__hint" id="q-hint">{words.search_hint}</p>
            <div class="search-box__row">
                <input
                    class="input"
                    id="q"
                    type="search"
                    name="q"
                    autocomplete="off"
                    aria-describedby="q-hint"
                    node_ref=field
                    on:input=typed
                />
                <button class="button" data-variant="primary" type="submit" on:click=move |_| apply()>
                    {words.search_button}
                </button>
            </div>
        </div>
    }
}

#[component]
fn ScopeFacet(state: ListState) -> impl IntoView {
    let words = &use_words().list;
    let counts = Memo::new(move |_| state.facet_counts(Facet::Scope, |case| [case.scope()]));
    let items = ScopeFilter::ALL.into_iter().map(|scope| {
        let checked = move || state.with_query(|query| query.filter.scope == scope);
        let count = move || {
            let counts = counts.get();
            counts.iter().filter(|(it, _)| scope.admits(**it)).map(|(_, count)| count).sum::<usize>()
        };
        view! {
            <li class="facet__item">
                <label class="radio">
                    <input
                        class="radio__input"
                        type="radio"
                        name="scope"
                        value=scope.slug()
                        prop:checked=checked
                        on:change=move |_| state.change(|filter| filter.scope = scope)
                    />
                    <span class="radio__label">{(words.scope_name)(scope)}</span>
                    " "
                    <span class="radio__count">{move || count_text(count())}</span>
                </label>
            </li>
        }
    });
    let items = items.collect_view();
    view! {
        <fieldset class="facet">
            <legend class="facet__legend">{words.scope}</legend>
            <ul class="facet__list">{items}</ul>
        </fieldset>
    }
}

#[component]
fn Domains(state: ListState) -> impl IntoView {
    view! {
        <Answers
            state
            legend=use_words().list.domain
            facet=Facet::Domain
            name=Term::ja
            answer=|case| case.domain()
            chosen_in=|filter| &mut filter.domain
            open=true
        />
    }
}

#[component]
fn Systems(snapshot: &'static Snapshot, state: ListState) -> impl IntoView {
    // Only the types that occur, in the order of the terms.
    let occurring: BTreeSet<_> = snapshot.cases.system_types().dictionary().iter().cloned().collect();
    let types = snapshot.terms.system_types.iter().filter(|system| occurring.contains(&system.slug));
    let choices = types.map(|system| (system.slug.clone(), system.name.clone())).collect();
    let counts = Memo::new(move |_| state.facet_counts(Facet::System, |case| [case.system_type().clone()]));
    view! {
        <Choices
            state
            legend=use_words().list.system
            choices
            counts
            chosen_in=|filter| &mut filter.system
            open=true
            long=true
        />
    }
}

#[component]
fn Prefectures(snapshot: &'static Snapshot, state: ListState) -> impl IntoView {
    let choices =
        PrefectureCode::all().map(|code| (code, snapshot.prefecture_name(code).to_owned())).collect();
    let counts = Memo::new(move |_| state.facet_counts(Facet::Pref, |case| [case.lead_prefecture()]));
    view! {
        <Choices
            state
            legend=use_words().list.prefecture
            choices
            counts
            chosen_in=|filter| &mut filter.pref
            long=true
        />
    }
}

/// The choices of a closed vocabulary.
#[component]
fn Answers<T: Term + Send + Sync>(
    state: ListState,
    legend: &'static str,
    facet: Facet,
    name: fn(T) -> &'static str,
    answer: fn(CaseRef<'_>) -> T,
    chosen_in: fn(&mut CaseFilter) -> &mut BTreeSet<T>,
    #[prop(optional)] open: bool,
) -> impl IntoView {
    let choices = T::ALL.iter().map(|&value| (value, name(value).to_owned())).collect();
    let counts = Memo::new(move |_| state.facet_counts(facet, |case| [answer(case)]));
    view! { <Choices state legend choices counts chosen_in open/> }
}

/// A group of check boxes, any of which suffices. It opens by itself when one of them is set.
#[component]
fn Choices<V: Ord + Clone + Send + Sync + 'static>(
    state: ListState,
    legend: &'static str,
    choices: Vec<(V, String)>,
    counts: Memo<BTreeMap<V, usize>>,
    chosen_in: fn(&mut CaseFilter) -> &mut BTreeSet<V>,
    #[prop(optional)] open: bool,
    #[prop(optional)] long: bool,
) -> impl IntoView {
    // `chosen_in` lends mutably; reading goes through a copy of the filter.
    let chosen = Memo::new(move |_| chosen_in(&mut state.query().filter).clone());
    let open = open || chosen.with_untracked(|chosen| !chosen.is_empty());
    let selected = move || {
        let count = chosen.with(BTreeSet::len);
        (count > 0).then(|| view! { <span class="facet__selected">{count_text(count)}</span> })
    };
    let items = choices.into_iter().map(|(value, name)| {
        let value = StoredValue::new(value);
        let is_chosen = move || value.with_value(|value| chosen.with(|chosen| chosen.contains(value)));
        let count = Memo::new(move |_| {
            value.with_value(|value| counts.with(|counts| counts.get(value).copied().unwrap_or(0)))
        });
        let toggle = move |_| {
            state.change(|filter| {
                let (chosen, value) = (chosen_in(filter), value.get_value());
                if !chosen.remove(&value) {
                    chosen.insert(value);
                }
            });
        };
        view! {
            <li class="facet__item">
                <label class="checkbox" data-empty=move || (count.get() == 0).then_some("")>
                    <input class="checkbox__input" type="checkbox" prop:checked=is_chosen on:change=toggle/>
                    <span class="checkbox__label">{name}</span>
                    " "
                    <span class="checkbox__count">{move || count_text(count.get())}</span>
                </label>
            </li>
        }
    });
    let items = items.collect_view();
    view! {
        <details class="facet" open=open>
            <summary class="facet__summary">{legend}{selected}</summary>
            <fieldset class="facet__group">
                <legend class="u-visually-hidden">{legend}</legend>
                <ul class="facet__list" data-long=long.then_some("")>{items}</ul>
            </fieldset>
        </details>
    }
}
