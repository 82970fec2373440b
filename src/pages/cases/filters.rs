use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use super::count_text;
use super::state::ListState;
use crate::domain::{CaseRef, PrefectureCode, Scope, Snapshot, Term};
use crate::query::{Answer, CaseFilter, Facet, ScopeFilter, Set, StatusAnswer};
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
    let counts = Memo::new(move |_| state.facet_counts(Facet::Scope, Scope::ALL, |case| case.scope()));
    let items = ScopeFilter::ALL.into_iter().map(|scope| {
        let checked = move || state.with_query(|query| query.filter.scope == scope);
        let count = move || {
            let counted = Scope::ALL.iter().zip(counts.get());
            counted.filter(|(it, _)| scope.admits(**it)).map(|(_, count)| count).sum::<usize>()
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
    let occurring = snapshot.cases.system_types().dictionary();
    let types = snapshot.terms.system_types.iter().filter(|system| occurring.contains(&system.slug));
    let (values, names) = types.map(|system| (system.slug.clone(), system.name.clone())).unzip();
    let of = |case: CaseRef<'_>| case.system_type().clone();
    let choices = Choosing::new(state, Facet::System, values, of, |filter| &mut filter.system);
    view! { <Choices legend=use_words().list.system names choices open=true long=true/> }
}

#[component]
fn Prefectures(snapshot: &'static Snapshot, state: ListState) -> impl IntoView {
    let values: Vec<_> = PrefectureCode::all().collect();
    let names = values.iter().map(|&code| snapshot.prefecture_name(code).to_owned()).collect();
    let of = |case: CaseRef<'_>| case.lead_prefecture();
    let choices = Choosing::new(state, Facet::Pref, values, of, |filter| &mut filter.pref);
    view! { <Choices legend=use_words().list.prefecture names choices long=true/> }
}

/// The choices of a closed vocabulary.
#[component]
fn Answers<T: Term + Send + Sync>(
    state: ListState,
    legend: &'static str,
    facet: Facet,
    name: fn(T) -> &'static str,
    answer: fn(CaseRef<'_>) -> T,
    chosen_in: fn(&mut CaseFilter) -> &mut Set<T>,
    #[prop(optional)] open: bool,
) -> impl IntoView {
    let names = T::ALL.iter().map(|&value| name(value).to_owned()).collect();
    let choices = Choosing::new(state, facet, T::ALL.to_vec(), answer, chosen_in);
    view! { <Choices legend names choices open/> }
}

/// The choices of one facet, by their places in its list: the markup of a facet is compiled once, not
/// for each type of value.
#[derive(Clone, Copy)]
struct Choosing {
    /// The cases that each choice would give.
    counts: Memo<Vec<usize>>,
    chosen: Memo<Vec<bool>>,
    toggle: Callback<usize>,
}

impl Choosing {
    fn new<V: Ord + Clone + Send + Sync + 'static>(
        state: ListState,
        facet: Facet,
        values: Vec<V>,
        of: fn(CaseRef<'_>) -> V,
        chosen_in: fn(&mut CaseFilter) -> &mut Set<V>,
    ) -> Self {
        let values = Arc::new(values);
        let (counted, shown) = (values.clone(), values.clone());
        Self::from_boxed(
            Box::new(move || state.facet_counts(facet, &counted, of)),
            Box::new(move || {
                // `chosen_in` lends mutably; reading goes through a copy of the filter.
                let mut query = state.query();
                let chosen = chosen_in(&mut query.filter);
                shown.iter().map(|value| chosen.contains(value)).collect()
            }),
            Callback::new(move |place: usize| {
                state.change(|filter| {
                    let (chosen, value) = (chosen_in(filter), &values[place]);
                    if !chosen.remove(value) {
                        chosen.insert(value.clone());
                    }
                });
            }),
        )
    }

    fn from_boxed(counts: Derived<usize>, chosen: Derived<bool>, toggle: Callback<usize>) -> Self {
        Self { counts: Memo::new(move |_| counts()), chosen: Memo::new(move |_| chosen()), toggle }
    }
}

/// What is derived for each choice of a facet.
type Derived<T> = Box<dyn Fn() -> Vec<T> + Send + Sync>;

/// A group of check boxes, any of which suffices. It opens by itself when one of them is set.
#[component]
fn Choices(
    legend: &'static str,
    names: Vec<String>,
    choices: Choosing,
    #[prop(optional)] open: bool,
    #[prop(optional)] long: bool,
) -> impl IntoView {
    let Choosing { counts, chosen, toggle } = choices;
    let chosen_count = move || chosen.with(|chosen| chosen.iter().filter(|it| **it).count());
    let open = open || untrack(chosen_count) > 0;
    let selected = move || {
        let count = chosen_count();
        (count > 0).then(|| view! { <span class="facet__selected">{count_text(count)}</span> })
    };
    let items = names.into_iter().enumerate().map(|(place, name)| {
        let is_chosen = move || chosen.with(|chosen| chosen[place]);
        let count = move || counts.with(|counts| counts[place]);
        view! {
            <li class="facet__item">
                <label class="checkbox" data-empty=move || (count() == 0).then_some("")>
                    <input
                        class="checkbox__input"
                        type="checkbox"
                        prop:checked=is_chosen
                        on:change=move |_| toggle.run(place)
                    />
                    <span class="checkbox__label">{name}</span>
                    " "
                    <span class="checkbox__count">{move || count_text(count())}</span>
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
