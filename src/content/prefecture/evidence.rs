//! The cases behind what is confirmed nearby and not here. Documents and the department in charge help to
//! follow them up.

use joint_procurement_core::domain::{CaseDetail, Document, PrefectureCode, Snapshot, SystemState, Term};
use joint_procurement_core::routes::Route;
use joint_procurement_core::stats::{ConfirmedElsewhere, Neighbours, StateTable};

use super::super::case::without_rehosted_mark;
use super::super::{Block, Cell, Column, Inline, Later, Link, OfDetails, Table, Text};
use super::neighbours::system_cell;
use super::unknown;
use crate::words;

/// Gives the part of the section that needs the long texts of cases.
pub(super) fn later(code: PrefectureCode, neighbours: &Neighbours) -> Option<Block> {
    let later = Block::Later(Later::OfDetails(OfDetails::CasesNearby(code)));
    (!neighbours.confirmed_elsewhere.is_empty()).then_some(later)
}

/// Lists one row a case, type by type. `details` are those of all cases, in order of id.
pub(in crate::content) fn cases_nearby(
    snapshot: &Snapshot,
    code: PrefectureCode,
    details: &[CaseDetail],
) -> Vec<Block> {
    let states = StateTable::of(snapshot);
    let neighbours = Neighbours::of(snapshot, &states, code);
    let caption = words::prefecture::neighbours::evidence_table(snapshot.prefecture_name(code));
    let mut rows = Vec::new();
    for nearby in &neighbours.confirmed_elsewhere {
        for (row, places) in cases_of(nearby) {
            let case = snapshot.cases.row(row);
            let detail = details.get(row).filter(|detail| detail.id == *case.id());
            let names: Vec<&str> = places.iter().map(|&it| snapshot.prefecture_name(it)).collect();
            let department = case.contact_department().known();
            rows.push(vec![
                system_cell(snapshot, &nearby.slug),
                Cell::new(names.join(words::BETWEEN)),
                Cell::new(Inline::State(SystemState::of_case(case))),
                Cell::new(Link::new(Route::Case(case.id().clone()), case.title())),
                Cell::new(documents(snapshot, detail.map_or(&[], |detail| &detail.documents))),
                Cell::new(match department {
                    Some(department) => Inline::from(department),
                    None => unknown(words::missing(None, snapshot.meta.kind)),
                }),
            ]);
        }
    }
    vec![Block::Table(Table {
        id: "evidence-table".to_owned(),
        file_name: format!("{caption}_{}", snapshot.meta.id),
        caption,
        caption_hidden: false,
        columns: vec![
            Column::text(words::facet::SYSTEM),
            Column::text(words::prefecture::neighbours::NEARBY),
            Column::text(words::prefecture::neighbours::STATE),
            Column::prose(words::prefecture::neighbours::EVIDENCE_CASE),
            Column::prose(words::prefecture::neighbours::EVIDENCE_DOCUMENTS),
            Column::text(words::prefecture::neighbours::EVIDENCE_CONTACT),
        ],
        rows,
    })]
}

/// Gives each case once, with the neighbours that lead it or take part.
fn cases_of(nearby: &ConfirmedElsewhere) -> Vec<(usize, Vec<PrefectureCode>)> {
    let mut found: Vec<(usize, Vec<PrefectureCode>)> = Vec::new();
    for there in &nearby.there {
        for &row in &there.rows {
            let place = there.neighbour.prefecture;
            match found.iter_mut().find(|(it, _)| *it == row) {
                Some((_, places)) => places.push(place),
                None => found.push((row, vec![place])),
            }
        }
    }
    found
}

fn documents(snapshot: &Snapshot, documents: &[Document]) -> Text {
    let mut text = Text::default();
    for document in documents {
        if !text.is_empty() {
            text.push(Inline::Break);
        }
        let (title, rehosted) = without_rehosted_mark(&document.title);
        text.push(words::prefecture::neighbours::document(document.kind.ja()));
        text.push(Inline::external(document.url.clone(), title));
        if rehosted {
            text.push(" ");
            text.push(Inline::Flag(words::site::REHOSTED));
        }
    }
    if text.is_empty() { unknown(words::missing(None, snapshot.meta.kind)).into() } else { text }
}
