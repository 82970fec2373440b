use super::text::text;
use super::{Level, heading, parts};
use crate::components::element::{Node, classed};
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
) -> Node {
    let facts = facts.into_iter().map(|fact| {
        let value =
            classed("dd", value).child(text(fact.value)).child(parts(snapshot, fact.blocks, Level::H4));
        classed("div", item).child(classed("dt", term).child(fact.name)).child(value)
    });
    classed("dl", list).children(facts).node()
}

pub(super) fn fact_group(snapshot: &'static Snapshot, part: Section, level: Level) -> Node {
    let lead = (!part.lead.is_empty()).then(|| classed("p", "text-muted").child(text(part.lead)));
    let body =
        classed("div", "fact-group__body").some(lead).child(parts(snapshot, part.blocks, level.inner()));
    classed("section", "fact-group")
        .attr("aria-labelledby", part.id.clone())
        .child(heading(level, "fact-group__heading", part.id, part.heading))
        .child(body)
        .node()
}

pub(super) fn tiles(snapshot: &'static Snapshot, tiles: Vec<Section>, level: Level) -> Node {
    let tiles = tiles.into_iter().map(|tile| {
        classed("section", "case-top__tile")
            .attr("aria-labelledby", tile.id.clone())
            .child(heading(level, "case-top__heading", tile.id, tile.heading))
            .child(parts(snapshot, tile.blocks, level.inner()))
    });
    classed("div", "case-top").children(tiles).node()
}

pub(super) fn savings(savings: Vec<SavingTile>) -> Node {
    let items = savings.into_iter().map(|saving| {
        classed("li", "saving")
            .child(classed("p", "saving__value").child(saving.value))
            .child(classed("p", "saving__of").child(saving.of))
            .child(classed("p", "saving__by").child(text(saving.by)))
    });
    classed("ul", "savings").children(items).node()
}
