//! All system types of a prefecture beside those of its neighbours.

use joint_procurement_core::domain::{PrefectureCode, Snapshot};
use joint_procurement_core::stats::{Neighbours, StateTable, SystemNearby};

use super::super::{Block, Cell, Column, Inline, Link, Section, Table};
use super::neighbours::{nationwide_cell, system_cell};
use super::{part_of_page, state_there};
use crate::words;

/// Compares the types that are known here or at a neighbour. The others stand behind a disclosure, since rows
/// that say the same everywhere would hide the rest.
pub(super) fn comparison(
    snapshot: &Snapshot,
    states: &StateTable,
    code: PrefectureCode,
    neighbours: &Neighbours,
) -> Block {
    let name = snapshot.prefecture_name(code);
    let is_known =
        |it: &&SystemNearby| it.here.state.has_case() || it.there.iter().any(|there| there.state.has_case());
    let (known, elsewhere): (Vec<&SystemNearby>, Vec<_>) = neighbours.systems.iter().partition(is_known);
    let places: Vec<PrefectureCode> =
        std::iter::once(code).chain(neighbours.neighbours.iter().map(|it| it.prefecture)).collect();
    let mut columns = vec![Column::text(words::facet::SYSTEM)];
    columns.extend(places.iter().map(|&place| Column::text(snapshot.prefecture_name(place))));
    columns.push(Column::number(words::prefecture::neighbours::NATIONWIDE));
    let rows = known.iter().map(|nearby| {
        let mut cells = vec![noted_cell(snapshot, code, nearby)];
        cells.extend(places.iter().map(|&at| Cell::new(state_there(states, at, &nearby.slug))));
        cells.push(nationwide_cell(snapshot, nearby.nationwide));
        cells
    });
    let caption = words::prefecture::neighbours::comparison_table(name);
    let mut blocks = vec![Block::Table(Table {
        id: "comparison-table".to_owned(),
        file_name: format!("{caption}_{}", snapshot.meta.id),
        caption,
        caption_hidden: true,
        columns,
        rows: rows.collect(),
    })];
    if !elsewhere.is_empty() {
        blocks.push(Block::Disclosure {
            summary: words::prefecture::neighbours::elsewhere(snapshot.meta.kind, elsewhere.len()).into(),
            blocks: vec![Block::Table(elsewhere_table(snapshot, code, &elsewhere))],
        });
    }
    Block::Section(Section {
        id: "comparison".to_owned(),
        heading: words::prefecture::neighbours::COMPARISON_HEADING.to_owned(),
        lead: words::prefecture::neighbours::comparison_lead(snapshot.meta.kind).into(),
        blocks,
        ..Section::default()
    })
}

/// Lists the types that are known neither here nor at a neighbour.
fn elsewhere_table(snapshot: &Snapshot, code: PrefectureCode, systems: &[&SystemNearby]) -> Table {
    let name = snapshot.prefecture_name(code);
    let rows = systems
        .iter()
        .map(|nearby| vec![noted_cell(snapshot, code, nearby), nationwide_cell(snapshot, nearby.nationwide)]);
    Table {
        id: "elsewhere-table".to_owned(),
        caption: words::prefecture::neighbours::ELSEWHERE_TABLE.to_owned(),
        caption_hidden: true,
        columns: vec![
            Column::text(words::facet::SYSTEM),
            Column::number(words::prefecture::neighbours::NATIONWIDE),
        ],
        rows: rows.collect(),
        file_name: format!("{name}_{}_{}", words::prefecture::neighbours::ELSEWHERE_TABLE, snapshot.meta.id),
    }
}

/// Names the type, with a way to its policy note where it has one.
fn noted_cell(snapshot: &Snapshot, code: PrefectureCode, nearby: &SystemNearby) -> Cell {
    let mut cell = system_cell(snapshot, &nearby.slug);
    if snapshot.system_type(&nearby.slug).is_some_and(|it| !it.policy_notes.is_empty()) {
        let notes = part_of_page(code, "notes");
        cell.text =
            cell.text.then(Inline::Break).then(Link::new(notes, words::prefecture::neighbours::NOTED));
    }
    cell
}
