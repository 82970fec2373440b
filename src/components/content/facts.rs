use leptos::prelude::*;

use super::text::text;
use super::{Level, heading, parts};
use crate::content::{Fact, SavingTile, Section};
use crate::domain::Snapshot;

/// The classes of a list of facts: its own, and those of an item, a name and a value.
pub(super) type FactClasses = [&'static str; 4];

pub(super) const FACTS: FactClasses = ["facts", "facts__item", "facts__term", "facts__value"];
pub(super) const AMOUNTS: FactClasses = ["amounts", "amounts__item", "amounts__term", "amounts__value"];

pub(super) fn facts(
    snapshot: &'static Snapshot,
    [list, item, term, value]: FactClasses,
    facts: Vec<Fact>,
) -> AnyView {
    let facts = facts.into_iter().map(|fact| {
        view! {
            <div class=item>
                <dt class=term>{fact.name}</dt>
                <dd class=value>{text(fact.value)}{parts(snapshot, fact.blocks, Level::H4)}</dd>
            </div>
        }
    });
    view! { <dl class=list>{facts.collect_view()}</dl> }.into_any()
}

pub(super) fn fact_group(snapshot: &'static Snapshot, part: Section, level: Level) -> AnyView {
    let heading = heading(level, "fact-group__heading", part.id.clone(), part.heading);
    let lead = (!part.lead.is_empty()).then(|| view! { <p class="text-muted">{text(part.lead)}</p> });
    view! {
        <section class="fact-group" aria-labelledby=part.id>
            {heading}
            <div class="fact-group__body">{lead}{parts(snapshot, part.blocks, level.inner())}</div>
        </section>
    }
    .into_any()
}

pub(super) fn tiles(snapshot: &'static Snapshot, tiles: Vec<Section>, level: Level) -> AnyView {
    let tiles = tiles.into_iter().map(|tile| {
        let heading = heading(level, "case-top__heading", tile.id.clone(), tile.heading);
        view! {
            <section class="case-top__tile" aria-labelledby=tile.id>
                {heading}{parts(snapshot, tile.blocks, level.inner())}
            </section>
        }
    });
    view! { <div class="case-top">{tiles.collect_view()}</div> }.into_any()
}

pub(super) fn savings(savings: Vec<SavingTile>) -> AnyView {
    let items = savings.into_iter().map(|saving| {
        view! {
            <li class="saving">
                <p class="saving__value">{saving.value}</p>
                <p class="saving__of">{saving.of}</p>
                <p class="saving__by">{text(saving.by)}</p>
            </li>
        }
    });
    view! { <ul class="savings">{items.collect_view()}</ul> }.into_any()
}
