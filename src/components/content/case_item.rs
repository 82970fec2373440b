use leptos::prelude::*;

use super::Level;
use super::facts::{FactClasses, facts};
use super::text::link;
use crate::components::element::classed;
use crate::content;
use crate::domain::{CaseRef, Snapshot, Term};
use crate::shell::use_words;

const CLASSES: FactClasses = ["case-item__facts", "case-item__fact", "case-item__term", "case-item__value"];

/// One case of a list.
pub fn case_item(snapshot: &'static Snapshot, case: CaseRef<'_>, level: Level) -> AnyView {
    let item = content::case_item(snapshot, use_words(), case);
    let (domain, status) = (item.domain, item.status);
    let kicker = classed("p", "case-item__kicker")
        .child(classed("span", "chip").attr("data-domain", domain.slug()).child(domain.ja()))
        .child(" ")
        .child(classed("span", "case-item__type").child(item.system))
        .child(" ")
        .child(classed("span", "case-item__place").child(item.prefecture))
        .child(" ")
        .child(classed("span", "status").attr("data-status", status.slug()).child(status.ja()));
    classed("li", "case-item")
        .attr("data-domain", domain.slug())
        .child(classed(level.tag(), "case-item__title").child(link(item.title, "case-item__link")))
        .child(kicker)
        .child(facts(snapshot, CLASSES, item.facts))
        .view()
}
