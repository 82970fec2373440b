use leptos::prelude::*;

use super::{fact_group, fact_row};
use crate::components::element::{Element, all, classed, el};
use crate::components::fact_text;
use crate::domain::{CaseRef, Fact, Field, PrefectureCode, Snapshot, Term};
use crate::routes::Route;
use crate::shell::{use_navigation, use_words};

/// Who procures what together.
pub fn who_and_what(snapshot: &'static Snapshot, case: CaseRef<'static>) -> Element {
    let words = use_words();
    let kind = snapshot.meta.kind;
    let lead_kind = snapshot.terms.lead_kinds.iter().find(|term| term.slug == case.lead_kind());
    let lead_kind = lead_kind.map_or(case.lead_kind().ja(), |term| term.name.as_str());
    let mut count = vec![fact_text(case.participants_count().map(words.case.participants_count), kind)];
    if case.participants_all_in_prefecture().known() == Some(true) {
        count.push(el("span").child("（").child(words.case.all_in_prefecture).child("）").view());
    }
    let participates =
        case.prefecture_participates().map(words.case.prefecture_participates).map(str::to_owned);
    let introduced = case.introduced().map(|introduced| (words.case.introduced_value)(case, introduced));
    let system = system_link(snapshot, case).view();
    let text = |text: &'static str| all([text]);
    let facts = [
        fact_row(words.case.lead, text(case.lead_organization())),
        fact_row(words.case.lead_kind, text(lead_kind)),
        fact_row(words.case.lead_prefecture, prefecture_link(snapshot, case.lead_prefecture()).view()),
        fact_row(words.case.scope, text(case.scope().ja())),
        fact_row(words.case.system_type, system),
        fact_row(words.case.domain, text(case.domain().ja())),
        fact_row(words.field(Field::ParticipantsCount), all(count)),
        fact_row(
            words.case.population,
            fact_text(Fact::from(case.population().map(words.case.population_value)), kind),
        ),
        fact_row(words.case.staff, fact_text(Fact::from(case.staff().map(words.case.staff_value)), kind)),
        fact_row(words.field(Field::PrefectureParticipates), fact_text(participates, kind)),
        fact_row(words.case.partners, partners(snapshot, case)),
        fact_row(words.case.introduced, fact_text(introduced, kind)),
        fact_row(
            words.field(Field::Status),
            fact_text(case.status().map(|status| status.ja().to_owned()), kind),
        ),
        fact_row(words.case.identifier, classed("span", "num").child(case.id().as_str()).view()),
    ];
    fact_group("who", words.case.who_heading, [classed("dl", "facts").children(facts)])
}

fn partners(snapshot: &'static Snapshot, case: CaseRef<'static>) -> AnyView {
    let partners = case.partner_prefectures();
    if partners.is_empty() {
        return classed("span", "unknown").child(use_words().case.no_partners).view();
    }
    let links = partners.iter().map(|&code| el("li").child(prefecture_link(snapshot, code)));
    classed("ul", "cluster").children(links).view()
}

/// To the page of the case's system type.
pub fn system_link(snapshot: &'static Snapshot, case: CaseRef<'static>) -> Element {
    let href = use_navigation().href(&Route::System(case.system_type().clone()).into());
    el("a").attr("href", href).child(snapshot.system_name(case.system_type()))
}

/// To the page of a prefecture.
pub fn prefecture_link(snapshot: &'static Snapshot, code: PrefectureCode) -> Element {
    let href = use_navigation().href(&Route::Prefecture(code).into());
    el("a").attr("href", href).child(snapshot.prefecture_name(code))
}
