use joint_procurement_core::domain::Snapshot;
use leptos::prelude::*;

use super::Parts;
use super::heading::{Heading, Level};
use super::text::text;
use crate::content::{FactRow, SavingTile, Section};

/// The classes of a list of facts: its own, and those of an item, a name and a value.
pub(super) type FactClasses = [&'static str; 4];

pub(super) const FACTS: FactClasses = ["facts", "facts__item", "facts__term", "facts__value"];
pub(super) const AMOUNTS: FactClasses = ["amounts", "amounts__item", "amounts__term", "amounts__value"];

/// Names with their values.
#[component]
pub(super) fn Facts(snapshot: &'static Snapshot, classes: FactClasses, facts: Vec<FactRow>) -> impl IntoView {
    let [list, item, term, value] = classes;
    let facts = facts.into_iter().map(|fact| {
        let FactRow { name, value: words, blocks } = fact;
        let words = text(words);
        let shown = if blocks.is_empty() {
            words
        } else {
            view! { {words} <Parts snapshot blocks level=Level::H4/> }.into_any()
        };
        view! {
            <div class=item>
                <dt class=term>{name}</dt>
                <dd class=value>{shown}</dd>
            </div>
        }
    });
    view! { <dl class=list>{facts.collect_view()}</dl> }
}

/// A section whose heading stands beside it.
#[component]
pub(super) fn FactGroup(snapshot: &'static Snapshot, part: Section, level: Level) -> impl IntoView {
    let Section { id, heading, lead, blocks, .. } = part;
    let lead = (!lead.is_empty()).then(|| view! { <p class="text-muted">{text(lead)}</p> });
    view! {
        <section class="fact-group" aria-labelledby=id>
            <Heading level class="fact-group__heading" id=id.clone()>{heading}</Heading>
            <div class="fact-group__body">
                {lead}
                <Parts snapshot blocks level=level.inner()/>
            </div>
        </section>
    }
}

/// Sections side by side in frames.
#[component]
pub(super) fn Tiles(snapshot: &'static Snapshot, tiles: Vec<Section>, level: Level) -> impl IntoView {
    let tiles = tiles.into_iter().map(|tile| {
        let Section { id, heading, blocks, .. } = tile;
        view! {
            <section class="tiles__tile" aria-labelledby=id>
                <Heading level class="tiles__heading" id=id.clone()>{heading}</Heading>
                <Parts snapshot blocks level=level.inner()/>
            </section>
        }
    });
    view! { <div class="tiles">{tiles.collect_view()}</div> }
}

/// Savings as sources state them, made or expected.
#[component]
pub(super) fn Savings(savings: Vec<SavingTile>) -> impl IntoView {
    let items = savings.into_iter().map(|saving| {
        view! {
            <li class="saving">
                <p class="saving__value">{saving.value}</p>
                <p class="saving__of">{saving.of}</p>
                <p class="saving__by">{text(saving.by)}</p>
            </li>
        }
    });
    view! { <ul class="savings">{items.collect_view()}</ul> }
}
