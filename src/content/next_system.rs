//! The facts of a type that others procure, as cells of a table.

use joint_procurement_core::domain::{CaseRef, SavingKind, Snapshot};
use joint_procurement_core::query::{Answer, CaseFilter, Has};
use joint_procurement_core::routes::Route;
use joint_procurement_core::stats::NextSystem;
use joint_procurement_core::text::decimal;

use super::prefecture::unknown;
use super::{Block, Cell, CopyText, Inline, Link, Text, cases_link};
use crate::words::{self, NextFacts};

/// Gives a number of what was found; finding nothing is not known to be none.
pub(super) fn found(count: usize) -> Option<u64> {
    (count > 0).then_some(count as u64)
}

/// Gives the last confirmed year.
pub(super) fn newest(snapshot: &Snapshot, next: &NextSystem<'_>) -> Cell {
    let cell = match next.newest {
        Some(year) => Cell::number(Inline::Number(words::prefecture::elsewhere::year(year)), year),
        None => Cell::new(unknown(words::missing(None, snapshot.meta.kind))),
    };
    cell.with_keys(&[next.newest.map(u64::from)])
}

/// Says the smallest and the largest amount of a kind: the first that readers ask for and a case states. `names` are those
/// of amounts a year, at the beginning and of whole contracts.
fn amount(next: &NextSystem<'_>, names: [&'static str; 3]) -> Option<(&'static str, String)> {
    let costs = &next.costs;
    let mut kinds = names.into_iter().zip([&costs.annual, &costs.initial, &costs.total]);
    kinds.find_map(|(kind, figures)| {
        Some((kind, words::money::range_value(figures.smallest?, figures.largest?)))
    })
}

/// Says the same with the whole name of the kind.
pub(super) fn amount_of_kind(next: &NextSystem<'_>) -> Option<String> {
    let names = [words::facet::ANNUAL, words::facet::INITIAL, words::prefecture::elsewhere::TOTAL];
    amount(next, names).map(|(kind, amount)| format!("{kind} {amount}"))
}

/// Tells amounts and the largest saving, with the cases that state any.
pub(super) fn money(snapshot: &Snapshot, next: &NextSystem<'_>) -> Cell {
    let mut text = Text::default();
    let filter =
        |has| CaseFilter { system: [next.slug.clone()].into(), has: [has].into(), ..CaseFilter::default() };
    if next.with_costs > 0 {
        if let Some((kind, amount)) = amount(next, words::prefecture::elsewhere::KINDS) {
            text.push(kind);
            text.push(" ");
            text.push(Inline::Number(amount));
            text.push(" ");
        }
        text.push(cases_link(next.with_costs, filter(Has::Costs)));
    }
    if next.with_savings > 0 {
        if !text.is_empty() {
            text.push(words::BETWEEN);
        }
        text.push(saving(next).map_or_else(
            || words::prefecture::elsewhere::SAVINGS.to_owned(),
            |(percent, is_expected)| words::prefecture::elsewhere::saving(percent, is_expected),
        ));
        text.push(" ");
        text.push(cases_link(next.with_savings, filter(Has::Savings)));
    }
    let thousandths = saving(next).map(|(percent, _)| (percent * 1000.0).round() as u64);
    or_unknown(snapshot, text).with_keys(&[found(next.with_costs), thousandths])
}

/// Gives the largest percentage that was saved, and whether that is only expected.
pub(super) fn saving(next: &NextSystem<'_>) -> Option<(f64, bool)> {
    let saving = next.largest_saving?.saving;
    Some((saving.percent?, saving.kind == SavingKind::Expected))
}

/// Counts the cases with documents and with a confirmed subsidy.
pub(super) fn documents_and_funding(snapshot: &Snapshot, next: &NextSystem<'_>) -> Cell {
    let of_type = || CaseFilter { system: [next.slug.clone()].into(), ..CaseFilter::default() };
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
    or_unknown(snapshot, text).with_keys(&[found(next.with_documents), found(next.subsidised)])
}

/// Names the columns of a file: its own, then the facts.
pub(super) fn file_header(own: &[&str]) -> Vec<String> {
    own.iter().chain(&words::prefecture::elsewhere::FACTS).map(|&name| name.to_owned()).collect()
}

/// Gives the facts for a file, each alone.
pub(super) fn facts_alone(snapshot: &Snapshot, next: &NextSystem<'_>) -> [String; 8] {
    let unknown = words::missing(None, snapshot.meta.kind);
    let number = |count: usize| if count > 0 { count.to_string() } else { unknown.to_owned() };
    let percent = next.largest_saving.and_then(|it| it.saving.percent).map(decimal);
    let known = |text: Option<String>| text.unwrap_or_else(|| unknown.to_owned());
    [
        known(next.newest.map(|year| year.to_string())),
        number(next.with_costs),
        known(amount_of_kind(next)),
        number(next.with_savings),
        known(percent),
        number(next.with_documents),
        number(next.with_department),
        number(next.subsidised),
    ]
}

/// Says the facts in a sentence.
pub(super) fn facts_said(next: &NextSystem<'_>, ask: &Asked) -> String {
    let department = ask.names_department.then(|| ask.link.plain());
    words::prefecture::elsewhere::facts(&NextFacts {
        newest: next.newest,
        amount: amount_of_kind(next).as_deref(),
        saving: saving(next),
        ask: department.as_deref(),
    })
}

/// Folds lines away that are there to be passed on, a type each, with the address of the page. `of` says what they are about.
pub(super) fn sentences(of: String, mut lines: Vec<String>) -> Block {
    lines.insert(0, of);
    let label = words::prefecture::elsewhere::COPY;
    let text = lines.join("\n");
    Block::Disclosure {
        summary: words::prefecture::elsewhere::SENTENCES.into(),
        blocks: vec![Block::CopyText(CopyText { label, text, page_address: true, mail: None })],
    }
}

/// The case to ask about.
#[derive(Default)]
pub(super) struct Asked {
    pub link: Text,
    pub names_department: bool,
}

/// Leads to the first case that names its department, or else to the first.
pub(super) fn ask_first(snapshot: &Snapshot, rows: impl Iterator<Item = usize> + Clone) -> Text {
    asked_first(snapshot, rows).link
}

/// Tells too if the case names its department.
pub(super) fn asked_first(snapshot: &Snapshot, rows: impl Iterator<Item = usize> + Clone) -> Asked {
    let cases = || rows.clone().map(|row| snapshot.cases.row(row));
    let names_one = |case: &CaseRef<'_>| case.contact_department().is_known();
    let Some(case) = cases().find(names_one).or_else(|| cases().next()) else { return Asked::default() };
    let place = snapshot.prefecture_name(case.lead_prefecture());
    let said = match case.contact_department().known() {
        // Most begin with the prefecture themselves.
        Some(department) if department.starts_with(place) => department.to_owned(),
        Some(department) => words::prefecture::elsewhere::department(place, department),
        None => words::prefecture::elsewhere::case_of(place),
    };
    Asked { link: Link::new(Route::Case(case.id().clone()), said).into(), names_department: names_one(&case) }
}

fn or_unknown(snapshot: &Snapshot, text: Text) -> Cell {
    Cell::new(if text.is_empty() { unknown(words::missing(None, snapshot.meta.kind)).into() } else { text })
}
