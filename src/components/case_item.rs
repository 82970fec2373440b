use leptos::prelude::*;

use super::element::{Element, all, classed};
use super::{Level, amount, fact_text};
use crate::domain::{CaseRef, Fact, Snapshot, Term};
use crate::query::StatusAnswer;
use crate::routes::Route;
use crate::shell::{use_navigation, use_words};

/// One case in a list: what it is, who leads it, how large it is, what it costs.
pub fn case_item(snapshot: &'static Snapshot, case: CaseRef<'static>, level: Level) -> AnyView {
    let words = use_words();
    let kind = snapshot.meta.kind;
    let domain = case.domain();
    let status = StatusAnswer::from(case.status());
    let introduced = case.introduced().map(|introduced| (words.case.introduced_value)(case, introduced));
    let population = Fact::from(case.population().map(words.case.population_value));
    let participants = case.participants_count().map(words.case.participants_count);

    let href = use_navigation().href(&Route::Case(case.id().clone()).into());
    let link = classed("a", "case-item__link").attr("href", href).child(case.title());
    let kicker = classed("p", "case-item__kicker")
        .child(classed("span", "chip").attr("data-domain", domain.slug()).child(domain.ja()))
        .child(" ")
        .child(classed("span", "case-item__type").child(snapshot.system_name(case.system_type())))
        .child(" ")
        .child(classed("span", "case-item__place").child(snapshot.prefecture_name(case.lead_prefecture())))
        .child(" ")
        .child(classed("span", "status").attr("data-status", status.slug()).child(status.ja()));
    let basis = case.cost_basis();
    let facts = [
        fact(words.case.lead, all([case.lead_organization()])).attr("data-kind", "lead"),
        fact(words.case.participants, fact_text(participants, kind)),
        fact(words.case.population, fact_text(population, kind)),
        fact(words.case.introduced, fact_text(introduced, kind)),
        fact(words.list.initial, amount(case.initial_cost(), basis, kind)),
        fact(words.list.annual, amount(case.annual_cost(), basis, kind)),
    ];
    classed("li", "case-item")
        .attr("data-domain", domain.slug())
        .child(classed(level.tag(), "case-item__title").child(link))
        .child(kicker)
        .child(classed("dl", "case-item__facts").children(facts))
        .view()
}

fn fact(name: &'static str, value: AnyView) -> Element {
    classed("div", "case-item__fact")
        .child(classed("dt", "case-item__term").child(name))
        .child(classed("dd", "case-item__value").child(value))
}
