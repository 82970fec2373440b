//! A group of choices of the filter panel.

use std::sync::Arc;

use joint_procurement_core::domain::CaseRef;
use joint_procurement_core::query::{CaseFilter, Facet, Set};
use leptos::prelude::*;

use super::count_text;
use super::facet::{Derived, FacetGroup, each};
use super::state::ListState;
use crate::components::LiveText;
use crate::words;

/// The choices of one facet, by their places in its list. This way the markup of a facet is compiled once,
/// not for each type of value.
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

    fn set(self) -> usize {
        self.chosen.with(|chosen| chosen.iter().filter(|it| **it).count())
    }
}

/// The values of a case that a facet counts.
pub type Of<V> = Box<dyn Fn(CaseRef<'_>) -> Vec<V> + Send + Sync>;

/// A group of check boxes, any of which suffices. It opens by itself when one of them is set.
#[component]
pub fn Choices(
    legend: &'static str,
    names: Vec<String>,
    choices: Choosing,
    /// A flag for a group that is open from the start.
    open: bool,
    /// A flag for a group that scrolls within itself.
    long: bool,
) -> impl IntoView {
    let open = open || untrack(|| choices.set()) > 0;
    let selected = move || Some(choices.set()).filter(|set| *set > 0).map(words::filter::chosen);
    let content = move || {
        view! {
            <fieldset class="facet__group">
                <legend class="u-visually-hidden">{legend}</legend>
                <ul class="facet__list" data-long=long.then_some("")>{boxes(&names, choices)}</ul>
            </fieldset>
        }
    };
    view! { <FacetGroup legend open selected=Signal::derive(selected) content/> }
}

fn boxes(names: &[String], choices: Choosing) -> Vec<AnyView> {
    let Choosing { counts, chosen, toggle } = choices;
    let counts = each(Box::new(move || counts.get()));
    let chosen = each(Box::new(move || chosen.get()));
    let boxes = names.iter().zip(counts).zip(chosen).enumerate().map(|(place, ((name, count), chosen))| {
        view! {
            <li class="facet__item">
                <label class="checkbox" data-empty=move || (count.get() == 0).then_some("")>
                    <input
                        class="checkbox__input"
                        type="checkbox"
                        prop:checked=chosen
                        on:change=move |_| toggle.run(place)
                    />
                    <span class="checkbox__label">{name.clone()}</span>
                    " "
                    <LiveText class="checkbox__count" is_number=true text=Signal::derive(move || count_text(count.get()))/>
                </label>
            </li>
        }
        .into_any()
    });
    boxes.collect()
}
