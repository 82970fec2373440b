//! All system types of a prefecture beside those of its neighbours.

use joint_procurement_core::domain::{PrefectureCode, Snapshot};
use joint_procurement_core::stats::{Neighbours, StateTable, SystemNearby};

use super::super::{Block, Cell, Column, Link, Section, Table, Text, matrix_legend};
use super::neighbours::{nationwide_cell, system_cell};
use super::{part_of_page, state_there};
use crate::words;

/// Compares the types that are known here or at a neighbour, a mark a cell. Rows that say the same everywhere would
/// hide the rest: their number stands below.
pub(super) fn comparison(
    snapshot: &Snapshot,
    states: &StateTable,
    code: PrefectureCode,
    neighbours: &Neighbours,
) -> Block {
    let name = snapshot.prefecture_name(code);
    let is_known =
        |it: &&SystemNearby| it.here.state.has_case() || it.there.iter().any(|there| there.state.has_case());
    let known: Vec<&SystemNearby> = neighbours.systems.iter().filter(is_known).collect();
    let others = neighbours.systems.len() - known.len();
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
    let mut legend = Text::default();
    for state in matrix_legend(snapshot) {
        if !legend.is_empty() {
            legend.push("　");
        }
        state.into_iter().for_each(|piece| legend.push(piece));
    }
    let mut blocks = vec![Block::Paragraph(legend)];
    blocks.push(Block::Marks(Table {
        id: "comparison-table".to_owned(),
        file_name: format!("{caption}_{}", snapshot.meta.id),
        caption,
        caption_hidden: true,
        columns,
        rows: rows.collect(),
    }));
    if others > 0 {
        let others = words::prefecture::neighbours::others(snapshot.meta.kind, others);
        blocks.push(Block::Paragraph(Text::linked(&others, vec![part_of_page(code, "not-known")])));
    }
    Block::Section(Section {
        id: "comparison".to_owned(),
        heading: words::prefecture::neighbours::COMPARISON_HEADING.to_owned(),
        lead: words::prefecture::neighbours::comparison_lead(snapshot.meta.kind).into(),
        blocks,
        ..Section::default()
    })
}

/// Names the type, with a way to its policy note where it has one.
fn noted_cell(snapshot: &Snapshot, code: PrefectureCode, nearby: &SystemNearby) -> Cell {
    let mut cell = system_cell(snapshot, &nearby.slug);
    if snapshot.system_type(&nearby.slug).is_some_and(|it| !it.policy_notes.is_empty()) {
        let notes = part_of_page(code, "notes");
        cell.text = cell.text.then(" ").then(Link::new(notes, words::prefecture::neighbours::NOTED));
    }
    cell
}
