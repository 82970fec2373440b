//! Conditions on numbers: two fields for any range, and bands for a quick one.

use joint_procurement_core::query::{CaseFilter, Facet, Range, SIZES, in_range};
use joint_procurement_core::text::typed;
use leptos::prelude::*;

use super::facet::{FacetGroup, each};
use super::state::ListState;
use super::{count_text, message};
use crate::browser::{composing, normalize};
use crate::components::LiveText;
use crate::words;

/// A number of the cases.
#[derive(Clone, Copy)]
struct Number {
    /// The query key, for the ids of its fields.
    key: &'static str,
    facet: Facet,
    name: &'static str,
    unit: &'static str,
    /// The fields are in this many: amounts are typed in 万円.
    scale: u64,
    slot: Slot,
    bands: Bands,
}

/// Yen in a 万円.
const MAN: u64 = 10_000;

type Slot = fn(&mut CaseFilter) -> &mut Option<Range>;
type Bands = &'static [(Option<u64>, Option<u64>)];

const MEMBERS: Bands = &[(None, Some(10)), (Some(11), Some(20)), (Some(21), Some(40)), (Some(41), None)];
const PERSONS: Bands = &SIZES;
const STAFF: Bands = &[(None, Some(999)), (Some(1_000), Some(4_999)), (Some(5_000), None)];
const INITIAL: Bands = &[
    (None, Some(10_000_000)),
    (Some(10_000_000), Some(50_000_000)),
    (Some(50_000_000), Some(100_000_000)),
    (Some(100_000_000), None),
];
const ANNUAL: Bands = &[
    (None, Some(5_000_000)),
    (Some(5_000_000), Some(20_000_000)),
    (Some(20_000_000), Some(100_000_000)),
    (Some(100_000_000), None),
];
const YEARS: Bands =
    &[(Some(2023), None), (Some(2020), Some(2022)), (Some(2015), Some(2019)), (None, Some(2014))];

/// The conditions on size and money.
#[component]
pub fn SizeAndCost(state: ListState) -> impl IntoView {
    let number = |key, facet, name, unit, scale, slot, bands| {
        let number = Number { key, facet, name, unit, scale, slot, bands };
        view! { <RangeFacet state number/> }
    };
    view! {
        {number("members", Facet::Members, words::facet::MEMBERS, words::unit::MEMBERS, 1, |it| &mut it.members, MEMBERS)}
        {number("pop", Facet::Pop, words::facet::POPULATION, words::unit::PERSONS, 1, |it| &mut it.pop, PERSONS)}
        {number("staff", Facet::Staff, words::facet::STAFF, words::unit::PERSONS, 1, |it| &mut it.staff, STAFF)}
        {number("initial", Facet::Initial, words::facet::INITIAL, words::unit::MAN_YEN, MAN, |it| &mut it.initial, INITIAL)}
        {number("annual", Facet::Annual, words::facet::ANNUAL, words::unit::MAN_YEN, MAN, |it| &mut it.annual, ANNUAL)}
    }
}

/// The condition on the year of introduction.
#[component]
pub fn Year(state: ListState) -> impl IntoView {
    let number = Number {
        key: "year",
        facet: Facet::Year,
        name: words::facet::YEAR,
        unit: words::unit::YEARS,
        scale: 1,
        slot: |it| &mut it.year,
        bands: YEARS,
    };
    view! { <RangeFacet state number/> }
}

/// The condition on a number, in a group that can be opened.
#[component]
fn RangeFacet(state: ListState, number: Number) -> impl IntoView {
    let Number { name, slot, .. } = number;
    let current = Memo::new(move |_| {
        // `slot` lends mutably; reading goes through a copy of the filter.
        let mut query = state.query();
        *slot(&mut query.filter)
    });
    let open = untrack(|| current.get().is_some());
    let selected = Signal::derive(move || current.get().map(|_| words::filter::chosen(1)));
    let content = move || range_controls(state, number, current);
    view! { <FacetGroup legend=name open selected content/> }
}

fn range_controls(state: ListState, number: Number, current: Memo<Option<Range>>) -> AnyView {
    let Number { key, facet, name, unit, scale, slot, bands } = number;
    let snapshot = state.snapshot();
    let known = Range::new(Some(0), None)
        .map_or(0, |any| snapshot.cases.iter().filter(|&case| in_range(facet, case, any)).count());

    let (low, high) = (NodeRef::<leptos::html::Input>::new(), NodeRef::<leptos::html::Input>::new());
    let wrong = RwSignal::new(false);
    let written = move |end: Option<u64>| end.map(|value| typed::written(value, scale)).unwrap_or_default();
    Effect::new(move || {
        let range = current.get();
        for (field, end) in [(low, range.and_then(Range::min)), (high, range.and_then(Range::max))] {
            if let Some(field) = field.get() {
                field.set_value(&written(end));
            }
        }
        wrong.set(false);
    });
    let apply = move || {
        let ends = [low, high].map(|field| {
            let field = field.get_untracked()?;
            typed::read(&field.value(), scale, normalize).ok()
        });
        match ends {
            [Some(None), Some(None)] => state.change(|filter| *slot(filter) = None),
            [Some(min), Some(max)] => match Range::new(min, max) {
                Some(range) => state.change(|filter| *slot(filter) = Some(range)),
                None => wrong.set(true),
            },
            _ => wrong.set(true),
        }
    };
    let on_enter = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Enter" && !composing(&event) {
            event.prevent_default();
            apply();
        }
    };
    let error_id = format!("{key}-error");
    let field = |end: &'static str, label: &'static str, node_ref| {
        let id = format!("{key}-{end}");
        view! {
            <div class="range__field">
                <label class="range__label" for=id.clone()>{label}"（"{unit}"）"</label>
                <input
                    class="input"
                    data-size="sm"
                    id=id
                    inputmode="decimal"
                    autocomplete="off"
                    node_ref=node_ref
                    aria-invalid=move || wrong.get().then_some("true")
                    aria-describedby=error_id.clone()
                    on:keydown=on_enter
                />
            </div>
        }
    };
    view! {
        <fieldset class="facet__group range">
            <legend class="u-visually-hidden">{name}</legend>
            <p class="range__known">{words::filter::known_of(known)}</p>
            <ul class="facet__list">{band_buttons(state, facet, slot, bands, current)}</ul>
            <div class="range__fields">
                {field("min", words::filter::AT_LEAST, low)}
                {field("max", words::filter::AT_MOST, high)}
                <button class="button" data-variant="secondary" data-size="sm" type="button" on:click=move |_| apply()>
                    {words::filter::APPLY_RANGE}
                    <span class="u-visually-hidden">{words::filter::BY}{name}</span>
                </button>
            </div>
            <p class="field__error" id=format!("{key}-error") role="status">
                <LiveText text=Signal::derive(move || message(wrong.get().then_some(words::filter::RANGE_WRONG)))/>
            </p>
        </fieldset>
    }
    .into_any()
}

/// Draws ranges that are set with one click.
fn band_buttons(
    state: ListState,
    facet: Facet,
    slot: Slot,
    bands: Bands,
    current: Memo<Option<Range>>,
) -> Vec<AnyView> {
    let bands: Vec<Range> = bands.iter().filter_map(|&(min, max)| Range::new(min, max)).collect();
    let counted = bands.clone();
    let counts = each(Box::new(move || state.range_counts(facet, &counted)));
    let buttons = bands.into_iter().zip(counts).map(|(band, count)| {
        let pressed = move || (current.get() == Some(band)).to_string();
        let toggle = move |_| {
            let next = Some(band).filter(|band| current.get_untracked() != Some(*band));
            state.change(|filter| *slot(filter) = next);
        };
        view! {
            <li class="facet__item">
                <button
                    class="band"
                    type="button"
                    aria-pressed=pressed
                    data-empty=move || (count.get() == 0).then_some("")
                    on:click=toggle
                >
                    {band_text(facet, band)}
                    " "
                    <LiveText class="band__count" is_number=true text=Signal::derive(move || count_text(count.get()))/>
                </button>
            </li>
        }
        .into_any()
    });
    buttons.collect()
}

fn band_text(facet: Facet, band: Range) -> String {
    match facet {
        Facet::Members => words::facet::count_range(band, words::unit::MEMBERS),
        Facet::Year => words::facet::year_range(band),
        Facet::Initial | Facet::Annual => words::facet::yen_range(band),
        _ => words::facet::count_range(band, words::unit::PERSONS),
    }
}
