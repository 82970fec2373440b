//! A group of choices of the filter panel.

use std::sync::Arc;

use leptos::prelude::*;

use super::count_text;
use super::state::ListState;
use crate::domain::CaseRef;
use crate::query::{CaseFilter, Facet, Set};
use crate::shell::use_words;

/// The choices of one facet, by their places in its list: the markup of a facet is compiled once, not
/// for each type of value.
#[derive(Clone, Copy)]
pub struct Choosing {
    /// The cases that each choice would give.
    counts: Memo<Vec<usize>>,
    chosen: Memo<Vec<bool>>,
    toggle: Callback<usize>,
}

impl Choosing {
    pub fn new<V: Ord + Clone + Send + Sync + 'static>(
        state: ListState,
        facet: Facet,
        values: Vec<V>,
        of: Of<V>,
        chosen_in: fn(&mut CaseFilter) -> &mut Set<V>,
    ) -> Self {
        let values = Arc::new(values);
        let (counted, shown) = (values.clone(), values.clone());
        Self::from_boxed(
            Box::new(move || match facet {
                Facet::Has => state.has_counts(),
                _ => state.facet_counts(facet, &counted, &*of),
            }),
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

/// The values of a case that a facet counts.
pub type Of<V> = Box<dyn Fn(CaseRef<'_>) -> Vec<V> + Send + Sync>;

/// What is derived for each choice of a facet.
type Derived<T> = Box<dyn Fn() -> Vec<T> + Send + Sync>;

/// A group of check boxes, any of which suffices. It opens by itself when one of them is set.
#[component]
pub fn Choices(
    legend: &'static str,
    names: Vec<String>,
    choices: Choosing,
    /// Open from the start.
    open: bool,
    /// Scrolls within itself.
    long: bool,
) -> impl IntoView {
    let Choosing { counts, chosen, toggle } = choices;
    let chosen_count = move || chosen.with(|chosen| chosen.iter().filter(|it| **it).count());
    let open = open || untrack(chosen_count) > 0;
    let selected = move || {
        let count = chosen_count();
        (count > 0).then(|| {
            view! { <span class="facet__selected">{(use_words().find().chosen)(count)}</span> }
        })
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
