//! One case: every field, what is not known in words, and the public pages behind it.

mod money;
mod participants;
mod place;
mod texts;
mod top;

use leptos::prelude::*;

use crate::components::element::{Child, Element, all, classed, el};
use crate::components::{breadcrumb, csv_button, loading, query_beside};
use crate::data::Data;
use crate::domain::{CaseDetail, CaseRef, Fact, Municipalities, Snapshot, Status, Term};
use crate::export::case_csv;
use crate::query::StatusAnswer;
use crate::routes::{Address, Route};
use crate::shell::{Hold, failure_notice, set_title, use_navigation, use_words};
use crate::text::CaseSummary;

/// The page of a case.
pub fn case(snapshot: &'static Snapshot, case: CaseRef<'static>) -> AnyView {
    let words = use_words();
    set_title(case.title());
    let heading = classed("h1", "page-header__heading").attr("tabindex", "-1").child(case.title());
    let lead = classed("p", "page-header__lead").child((words.case.summary)(&summary(snapshot, case)));
    let header = classed("div", "page-header").child(kicker(snapshot, case)).child(heading).child(lead);
    let way = breadcrumb(vec![Route::Overview, Route::Cases], case.title().to_owned());
    all([way, header.view(), details(snapshot, case)])
}

/// Domain, system type and prefecture, each a link, and the status.
fn kicker(snapshot: &'static Snapshot, case: CaseRef<'static>) -> Element {
    let domain = case.domain();
    let by_domain = query_beside(case, |filter| filter.domain = [domain].into());
    let href = use_navigation().href(&Address::with_query(Route::Cases, by_domain));
    let chip = classed("span", "chip").attr("data-domain", domain.slug());
    let status = StatusAnswer::from(case.status());
    classed("p", "page-header__kicker")
        .child(chip.child(el("a").attr("href", href).child(domain.ja())))
        .child(" ")
        .child(place::system_link(snapshot, case))
        .child(" ")
        .child(place::prefecture_link(snapshot, case.lead_prefecture()))
        .child(" ")
        .child(classed("span", "status").attr("data-status", status.slug()).child(status.ja()))
}

fn summary<'a>(snapshot: &'a Snapshot, case: CaseRef<'a>) -> CaseSummary<'a> {
    let words = use_words();
    CaseSummary {
        lead: case.lead_organization(),
        system: snapshot.system_name(case.system_type()),
        participants: case.participants_count().known(),
        introduced: case
            .introduced()
            .map(|introduced| (words.case.introduced_value)(case, introduced))
            .known(),
        planned: case.status() == Fact::Known(Status::Planned),
    }
}

/// The facts at once, the long texts and the names of municipalities when their files have come.
fn details(snapshot: &'static Snapshot, case: CaseRef<'static>) -> AnyView {
    let data: Data = expect_context();
    let detail = Data::detail(snapshot, case.row());
    data.municipalities().want();
    let hold = Hold::new();
    Effect::new(move || {
        if detail.get().is_some() && data.municipalities().get().is_some() {
            hold.release();
        }
    });
    let view = move || {
        let mut parts = Vec::new();
        let municipalities = match data.municipalities().get() {
            Some(Ok(municipalities)) => Some(municipalities),
            Some(Err(error)) => {
                parts.push(failure_notice(&error, move || data.municipalities().retry()));
                None
            }
            None => None,
        };
        match detail.get() {
            None => loading(),
            Some(Ok(detail)) => {
                parts.extend(sections(snapshot, case, &detail, municipalities));
                all(parts)
            }
            Some(Err(error)) => {
                parts.push(failure_notice(&error, move || detail.retry()));
                parts.extend(without_texts(snapshot, case, municipalities));
                all(parts)
            }
        }
    };
    view.into_any()
}

fn sections(
    snapshot: &'static Snapshot,
    case: CaseRef<'static>,
    detail: &CaseDetail,
    municipalities: Option<&'static Municipalities>,
) -> Vec<AnyView> {
    let words = use_words();
    let file_name = format!("{}_{}", words.route_name(&Route::Case(case.id().clone())), case.id());
    let exported = detail.clone();
    let file = move || (file_name.clone(), case_csv(snapshot, case, &exported, municipalities, use_words()));
    let actions =
        classed("div", "page-header__actions u-no-print").child(csv_button(words.case.csv, Box::new(file)));
    let mut parts = vec![
        actions,
        top::top(snapshot, case, detail),
        place::who_and_what(snapshot, case),
        money::money(snapshot, case, Some(detail)),
        texts::how(snapshot, case, detail),
        texts::benefits(snapshot, case),
    ];
    parts.extend(municipalities.map(|table| participants::participant_table(snapshot, case, table)));
    parts.push(texts::sources(&detail.sources));
    parts.into_iter().map(Element::view).collect()
}

/// What can be shown when the file of texts could not be had: everything else.
fn without_texts(
    snapshot: &'static Snapshot,
    case: CaseRef<'static>,
    municipalities: Option<&'static Municipalities>,
) -> Vec<AnyView> {
    let mut parts = vec![
        place::who_and_what(snapshot, case),
        money::money(snapshot, case, None),
        texts::benefits(snapshot, case),
    ];
    parts.extend(municipalities.map(|table| participants::participant_table(snapshot, case, table)));
    parts.into_iter().map(Element::view).collect()
}

/// One group of facts with its heading.
fn fact_group(
    id: &'static str,
    heading: &'static str,
    body: impl IntoIterator<Item = impl Child>,
) -> Element {
    classed("section", "fact-group")
        .attr("aria-labelledby", id)
        .child(classed("h2", "fact-group__heading").attr("id", id).child(heading))
        .child(classed("div", "fact-group__body").children(body))
}

/// A term with its value.
fn fact_row(term: &'static str, value: AnyView) -> Element {
    classed("div", "facts__item")
        .child(classed("dt", "facts__term").child(term))
        .child(classed("dd", "facts__value").child(value))
}
