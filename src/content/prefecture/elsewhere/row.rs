//! The facts of one type, as cells of a table and of its file.

use joint_procurement_core::domain::{CaseRef, PrefectureCode, SavingKind, Snapshot};
use joint_procurement_core::query::{Answer, CaseFilter, Has, Sort};
use joint_procurement_core::routes::Route;
use joint_procurement_core::stats::{NextSystem, StateTable};
use joint_procurement_core::text::decimal;

use super::super::super::{Cell, Inline, Link, Text, cases_link};
use super::super::neighbours::{link, system_cell};
use super::super::{state_there, unknown};
use crate::words::{self, NextSentence};

/// Gives a cell for each column of the table.
pub(super) fn cells(
    snapshot: &Snapshot,
    states: &StateTable,
    code: PrefectureCode,
    next: &NextSystem<'_>,
) -> Vec<Cell> {
    let elsewhere = next.elsewhere;
    let mut system = system_cell(snapshot, &elsewhere.slug);
    if elsewhere.here.has_case() {
        // Cases of municipalities among themselves.
        system.text.push(Inline::Break);
        state_there(states, code, &elsewhere.slug).into_iter().for_each(|piece| system.text.push(piece));
    }
    vec![
        system,
        nationwide(next),
        Cell::new(neighbours_with(snapshot, next)),
        newest(snapshot, next),
        Cell::new(or_unknown(snapshot, money(next))),
        Cell::new(or_unknown(snapshot, documents_and_funding(next))),
        Cell::new(to_ask(snapshot, next)),
    ]
}

/// Gives the facts of a row of the file, each alone.
pub(super) fn facts(snapshot: &Snapshot, next: &NextSystem<'_>) -> Vec<String> {
    let unknown = words::missing(None, snapshot.meta.kind);
    let number = |count: usize| if count > 0 { count.to_string() } else { unknown.to_owned() };
    let percent = next.largest_saving.and_then(|it| it.saving.percent).map(decimal);
    let known = |text: Option<String>| text.unwrap_or_else(|| unknown.to_owned());
    vec![
        snapshot.system_name(&next.elsewhere.slug).to_owned(),
        next.elsewhere.nationwide.to_string(),
        next.elsewhere.similar.to_string(),
        neighbours_with(snapshot, next).plain(),
        known(next.newest.map(|year| year.to_string())),
        number(next.with_costs),
        known(amount(next)),
        number(next.with_savings),
        known(percent),
        number(next.with_documents),
        number(next.with_department),
        number(next.subsidised),
        to_ask(snapshot, next).plain(),
    ]
}

/// Says the facts in one sentence.
pub(super) fn sentence(snapshot: &Snapshot, next: &NextSystem<'_>) -> String {
    let near = next.elsewhere.there.iter().map(|it| snapshot.prefecture_name(it.neighbour.prefecture));
    words::prefecture::elsewhere::sentence(&NextSentence {
        system: snapshot.system_name(&next.elsewhere.slug),
        prefectures: next.elsewhere.nationwide,
        near: &near.collect::<Vec<_>>(),
        newest: next.newest,
        amount: amount(next).as_deref(),
        saving: saving(next),
    })
}

fn or_unknown(snapshot: &Snapshot, text: Text) -> Text {
    if text.is_empty() { unknown(words::missing(None, snapshot.meta.kind)).into() } else { text }
}

fn nationwide(next: &NextSystem<'_>) -> Cell {
    let count = next.elsewhere.nationwide;
    let mut text = Text::from(Inline::Number(words::prefecture::neighbours::nationwide_value(count)));
    if next.elsewhere.similar > 0 {
        text.push(Inline::Break);
        text.push(words::prefecture::elsewhere::similar(next.elsewhere.similar));
    }
    Cell::number(text, count)
}

fn neighbours_with(snapshot: &Snapshot, next: &NextSystem<'_>) -> Text {
    let mut text = Text::default();
    for it in &next.elsewhere.there {
        if !text.is_empty() {
            text.push(words::BETWEEN);
        }
        text.push(link(snapshot, it.neighbour.prefecture));
    }
    if text.is_empty() { unknown(words::absent(snapshot.meta.kind)).into() } else { text }
}

fn newest(snapshot: &Snapshot, next: &NextSystem<'_>) -> Cell {
    match next.newest {
        Some(year) => Cell::number(Inline::Number(words::prefecture::elsewhere::year(year)), year),
        None => Cell::new(unknown(words::missing(None, snapshot.meta.kind))),
    }
}

/// Says the smallest and the largest amount of a kind, the first that readers ask for and that a case states.
fn amount(next: &NextSystem<'_>) -> Option<String> {
    let kinds = [
        (words::facet::ANNUAL, &next.costs.annual),
        (words::facet::INITIAL, &next.costs.initial),
        (words::prefecture::elsewhere::TOTAL, &next.costs.total),
    ];
    kinds.into_iter().find_map(|(kind, figures)| {
        Some(words::prefecture::elsewhere::amount(kind, figures.smallest?, figures.largest?))
    })
}

/// Tells amounts and the largest saving, with the cases that state any.
fn money(next: &NextSystem<'_>) -> Text {
    let mut text = Text::default();
    let filter = |has| CaseFilter {
        system: [next.elsewhere.slug.clone()].into(),
        has: [has].into(),
        ..CaseFilter::default()
    };
    if next.with_costs > 0 {
        if let Some(amount) = amount(next) {
            text.push(Inline::Number(amount));
            text.push(" ");
        }
        text.push(cases_link(next.with_costs, filter(Has::Costs)));
    }
    if next.with_savings > 0 {
        if !text.is_empty() {
            text.push(Inline::Break);
        }
        text.push(saving(next).map_or_else(
            || words::prefecture::elsewhere::SAVINGS.to_owned(),
            |(percent, is_expected)| words::prefecture::elsewhere::saving(percent, is_expected),
        ));
        text.push(" ");
        text.push(cases_link(next.with_savings, filter(Has::Savings)));
    }
    text
}

/// Gives the largest percentage that was saved, and whether that is only expected.
fn saving(next: &NextSystem<'_>) -> Option<(f64, bool)> {
    let saving = next.largest_saving?.saving;
    Some((saving.percent?, saving.kind == SavingKind::Expected))
}

fn documents_and_funding(next: &NextSystem<'_>) -> Text {
    let of_type = || CaseFilter { system: [next.elsewhere.slug.clone()].into(), ..CaseFilter::default() };
    let mut text = Text::default();
    if next.with_documents > 0 {
        let filter = CaseFilter { has: [Has::Documents].into(), ..of_type() };
        text.push(Link::new(filter, words::prefecture::elsewhere::documents(next.with_documents)));
    }
    if next.subsidised > 0 {
        if !text.is_empty() {
            text.push(Inline::Break);
        }
        let filter = CaseFilter { subsidy: [Answer::Yes].into(), ..of_type() };
        text.push(Link::new(filter, words::prefecture::elsewhere::subsidised(next.subsidised)));
    }
    text
}

/// Leads to the case to ask about. It names its department and is of a neighbour if there is one; else most is known
/// of it.
fn to_ask(snapshot: &Snapshot, next: &NextSystem<'_>) -> Text {
    let nearby = next.elsewhere.there.iter().flat_map(|it| &it.rows);
    let sorted = Sort::default().apply(snapshot, next.cases.clone());
    let rows: Vec<usize> = nearby.chain(sorted.rows()).copied().collect();
    let cases = || rows.iter().map(|&row| snapshot.cases.row(row));
    let names_one = |case: &CaseRef<'_>| case.contact_department().is_known();
    let Some(case) = cases().find(names_one).or_else(|| cases().next()) else { return Text::default() };
    let place = snapshot.prefecture_name(case.lead_prefecture());
    let said = match case.contact_department().known() {
        // Most begin with the prefecture themselves.
        Some(department) if department.starts_with(place) => department.to_owned(),
        Some(department) => words::prefecture::elsewhere::department(place, department),
        None => words::prefecture::elsewhere::case_of(place),
    };
    Link::new(Route::Case(case.id().clone()), said).into()
}
