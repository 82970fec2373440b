//! The facts of one type, as cells of a table and of its file.

use joint_procurement_core::domain::{PrefectureCode, Snapshot};
use joint_procurement_core::query::Sort;
use joint_procurement_core::routes::Route;
use joint_procurement_core::stats::{ConfirmedElsewhere, NextSystem, StateTable};

use super::super::super::counterparts::to_counterparts;
use super::super::super::next_system::{
    Asked, asked_first, documents_and_funding, facts_alone, facts_said, found, money, newest,
};
use super::super::super::{Cell, Inline, Text};
use super::super::neighbours::{link, system_cell};
use super::super::{state_there, unknown};
use crate::words;

/// Gives a cell for each column of the table.
pub(super) fn cells(
    snapshot: &Snapshot,
    states: &StateTable,
    code: PrefectureCode,
    elsewhere: &ConfirmedElsewhere,
    next: &NextSystem<'_>,
) -> Vec<Cell> {
    let mut system = system_cell(snapshot, &elsewhere.slug);
    system.text.push(Inline::Break);
    system.text.push(to_counterparts(Route::Prefecture(code), &elsewhere.slug));
    if elsewhere.here.has_case() {
        // Cases of municipalities among themselves.
        system.text.push(Inline::Break);
        state_there(states, code, &elsewhere.slug).into_iter().for_each(|piece| system.text.push(piece));
    }
    vec![
        system,
        nationwide(elsewhere).with_keys(&[found(elsewhere.nationwide), found(elsewhere.similar)]),
        Cell::new(neighbours_with(snapshot, elsewhere)).with_keys(&[found(elsewhere.there.len())]),
        newest(snapshot, next),
        money(snapshot, next),
        documents_and_funding(snapshot, next),
        Cell::new(to_ask(snapshot, elsewhere, next).link).with_keys(&[found(next.with_department)]),
    ]
}

/// Gives the facts of a row of the file, each alone.
pub(super) fn facts(
    snapshot: &Snapshot,
    elsewhere: &ConfirmedElsewhere,
    next: &NextSystem<'_>,
) -> Vec<String> {
    let mut line = vec![
        snapshot.system_name(&elsewhere.slug).to_owned(),
        elsewhere.nationwide.to_string(),
        elsewhere.similar.to_string(),
        neighbours_with(snapshot, elsewhere).plain(),
    ];
    line.extend(facts_alone(snapshot, next));
    line.push(to_ask(snapshot, elsewhere, next).link.plain());
    line
}

/// Says the facts in a line.
pub(super) fn sentence(snapshot: &Snapshot, elsewhere: &ConfirmedElsewhere, next: &NextSystem<'_>) -> String {
    let near = elsewhere.there.iter().map(|it| snapshot.prefecture_name(it.neighbour.prefecture));
    let near: Vec<_> = near.collect();
    let mut line = words::prefecture::elsewhere::sentence(
        snapshot.system_name(&elsewhere.slug),
        elsewhere.nationwide,
        &near,
    );
    line.push_str(&facts_said(next, &to_ask(snapshot, elsewhere, next)));
    line
}

fn nationwide(elsewhere: &ConfirmedElsewhere) -> Cell {
    let (count, similar) = (elsewhere.nationwide, elsewhere.similar);
    Cell::number(Inline::Number(words::prefecture::elsewhere::prefectures(count, similar)), count)
}

fn neighbours_with(snapshot: &Snapshot, elsewhere: &ConfirmedElsewhere) -> Text {
    let mut text = Text::default();
    for it in &elsewhere.there {
        if !text.is_empty() {
            text.push(words::BETWEEN);
        }
        text.push(link(snapshot, it.neighbour.prefecture));
    }
    if text.is_empty() { unknown(words::absent(snapshot.meta.kind)).into() } else { text }
}

/// Leads to the case to ask about. It is of a neighbour if one names its department; else most is known of it.
fn to_ask(snapshot: &Snapshot, elsewhere: &ConfirmedElsewhere, next: &NextSystem<'_>) -> Asked {
    let nearby = elsewhere.there.iter().flat_map(|it| &it.rows);
    let sorted = Sort::default().apply(snapshot, next.cases.clone());
    asked_first(snapshot, nearby.chain(sorted.rows()).copied())
}
