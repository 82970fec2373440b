//! A group of choices of the filter panel.

use std::sync::Arc;

use joint_procurement_core::domain::CaseRef;
use joint_procurement_core::ordering;
use joint_procurement_core::query::{self, CaseFilter, Facet};
use joint_procurement_core::text::fold;
use leptos::prelude::*;

use super::count_text;
use super::facet::{Derived, FacetGroup, each};
use super::state::ListState;
use crate::browser::normalize;
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
        chosen_in: fn(&mut CaseFilter) -> &mut query::Set<V>,
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

/// The order of the choices of a group. It follows the other conditions, never a tick in the group itself, so that
/// no choice moves under the hand.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// As the vocabulary has them.
    Stated,
    /// The same, but those that would give nothing last: places are not ranked by their cases.
    EmptyLast,
    /// Those that would give most first.
    Count,
}

impl Order {
    fn sort(self, places: &mut Vec<usize>, counts: &[usize]) {
        let key = |place: &usize| match (self, counts.get(*place)) {
            (Self::Stated, _) | (_, None) => 0,
            (Self::EmptyLast, Some(count)) => usize::from(*count == 0),
            (Self::Count, Some(count)) => usize::MAX - count,
        };
        ordering::sort_by_key(places, key);
    }
}

/// Choices under a name of their own, by their places.
pub type Part = (&'static str, Vec<usize>);

/// A group with more choices than this scrolls within itself and has a field to find some by their letters.
const SHORT: usize = 12;

/// A group of check boxes, any of which suffices. It opens by itself when one of them is set.
#[component]
pub fn Choices(
    legend: &'static str,
    names: Vec<String>,
    /// The parts of the group; none where it is one list.
    parts: Vec<Part>,
    choices: Choosing,
    order: Order,
    /// A flag for a group that is open from the start.
    open: bool,
) -> impl IntoView {
    let open = open || untrack(|| choices.set()) > 0;
    let selected = move || Some(choices.set()).filter(|set| *set > 0).map(words::filter::chosen);
    let names: Arc<[String]> = names.into();
    let content = move || {
        let list = Choosable {
            names: names.clone(),
            counts: each(Box::new(move || choices.counts.get())).into(),
            chosen: each(Box::new(move || choices.chosen.get())).into(),
            typed: RwSignal::new(String::new()),
            choices,
            order,
        };
        let is_long = names.len() > SHORT;
        let find = is_long.then(|| find_field(legend, &list));
        let lists = if parts.is_empty() {
            list.list(None, (0..names.len()).collect())
        } else {
            let part = |(name, places): &Part| list.list(Some(name), places.clone());
            parts.iter().map(part).collect_view().into_any()
        };
        view! {
            <fieldset class="facet__group">
                <legend class="u-visually-hidden">{legend}</legend>
                {find}
                <div class="facet__choices" data-long=is_long.then_some("")>{lists}</div>
            </fieldset>
        }
    };
    view! { <FacetGroup legend open selected=Signal::derive(selected) content/> }
}

/// The field that leaves the choices with these letters in their names. It changes neither address nor result.
fn find_field(legend: &'static str, list: &Choosable) -> AnyView {
    let (typed, names) = (list.typed, list.names.clone());
    let is_converting = StoredValue::new(false);
    let read = move |value: String| {
        if !is_converting.get_value() {
            typed.set(fold(value.trim(), normalize));
        }
    };
    let left = move || {
        let left = typed.with(|typed| names.iter().filter(|name| has(name, typed)).count());
        words::filter::choices_left(left, names.len())
    };
    view! {
        <div class="facet__find">
            <input
                class="input"
                data-size="sm"
                type="search"
                autocomplete="off"
                spellcheck="false"
                aria-label=words::filter::find_choice(legend)
                placeholder=words::filter::FIND_CHOICE
                on:input=move |event| read(event_target_value(&event))
                on:compositionstart=move |_| is_converting.set_value(true)
                on:compositionend=move |event| {
                    is_converting.set_value(false);
                    read(event_target_value(&event));
                }
            />
            <p class="facet__left" role="status"><LiveText text=Signal::derive(left)/></p>
        </div>
    }
    .into_any()
}

/// Tells if a name has these folded letters.
fn has(name: &str, letters: &str) -> bool {
    letters.is_empty() || fold(name, normalize).contains(letters)
}

/// The choices of a group that is open.
#[derive(Clone)]
struct Choosable {
    names: Arc<[String]>,
    counts: Arc<[ReadSignal<usize>]>,
    chosen: Arc<[ReadSignal<bool>]>,
    /// The letters that are looked for, folded.
    typed: RwSignal<String>,
    choices: Choosing,
    order: Order,
}

impl Choosable {
    /// Draws the choices at these places, under a name where they have one.
    fn list(&self, name: Option<&'static str>, places: Vec<usize>) -> AnyView {
        let (it, order, counts) = (self.clone(), self.order, self.choices.counts);
        let (typed, names, of_part) = (self.typed, self.names.clone(), places.clone());
        let is_away = move || typed.with(|typed| !of_part.iter().any(|&place| has(&names[place], typed)));
        let places = Memo::new(move |_| {
            let mut places = places.clone();
            counts.with(|counts| order.sort(&mut places, counts));
            places
        });
        let heading = name.map(|name| view! { <p class="facet__part" hidden=is_away>{name}</p> });
        view! {
            {heading}
            <ul class="facet__list" aria-label=name>
                <For each=move || places.get() key=|place| *place children=move |place| it.choice(place)/>
            </ul>
        }
        .into_any()
    }

    fn choice(&self, place: usize) -> AnyView {
        let (count, chosen, toggle) = (self.counts[place], self.chosen[place], self.choices.toggle);
        let (typed, names) = (self.typed, self.names.clone());
        let name = names[place].clone();
        let is_away = move || typed.with(|typed| !has(&names[place], typed));
        view! {
            <li class="facet__item" hidden=is_away>
                <label class="checkbox" data-empty=move || (count.get() == 0).then_some("")>
                    <input
                        class="checkbox__input"
                        type="checkbox"
                        prop:checked=chosen
                        on:change=move |_| toggle.run(place)
                    />
                    <span class="checkbox__label">{name}</span>
                    " "
                    <LiveText class="checkbox__count" is_number=true text=Signal::derive(move || count_text(count.get()))/>
                </label>
            </li>
        }
        .into_any()
    }
}
