//! The neighbours of a prefecture, and the types with a note on national policy.

use joint_procurement_core::domain::{PrefectureCode, Slug, Snapshot};
use joint_procurement_core::routes::Route;
use joint_procurement_core::stats::{ConfirmedElsewhere, Neighbour, Neighbours, StateTable};

use super::super::{Block, Cell, Column, FactRow, Inline, Link, Section, Table, Text};
use super::{state_there, unknown};
use crate::words;

/// Lists the neighbours, those on land and those across water told apart.
pub(super) fn who(snapshot: &Snapshot, neighbours: &Neighbours) -> Block {
    let (land, water): (Vec<&Neighbour>, Vec<_>) =
        neighbours.neighbours.iter().partition(|it| it.crossing.is_none());
    let names = |neighbours: &[&Neighbour]| {
        let mut text = Text::default();
        for neighbour in neighbours {
            if !text.is_empty() {
                text.push(words::BETWEEN);
            }
            text.push(link(snapshot, neighbour.prefecture));
            if let Some(by) = &neighbour.crossing {
                text.push(words::prefecture::neighbours::crossing(by));
            }
        }
        text
    };
    let on_land =
        if land.is_empty() { words::prefecture::neighbours::NONE_ON_LAND.into() } else { names(&land) };
    let mut facts = vec![FactRow::new(words::prefecture::neighbours::ON_LAND, on_land)];
    if !water.is_empty() {
        facts.push(FactRow::new(words::prefecture::neighbours::BY_CROSSING, names(&water)));
    }
    Block::Section(Section {
        id: "neighbours".to_owned(),
        heading: words::prefecture::neighbours::HEADING.to_owned(),
        blocks: vec![Block::Facts(facts)],
        ..Section::default()
    })
}

pub(super) fn link(snapshot: &Snapshot, code: PrefectureCode) -> Link {
    Link::new(Route::Prefecture(code), snapshot.prefecture_name(code))
}

/// Lists the types with a policy note, which are never suggested, with their notes.
pub(super) fn notes(
    snapshot: &Snapshot,
    states: &StateTable,
    code: PrefectureCode,
    neighbours: &Neighbours,
) -> Block {
    let mut blocks = Vec::new();
    if !neighbours.noted.is_empty() {
        let caption = words::prefecture::neighbours::noted_table(snapshot.prefecture_name(code));
        let mut table = table(snapshot, states, code, &neighbours.noted, "noted-table", &caption);
        table.caption_hidden = false;
        blocks.push(Block::Table(table));
    }
    let noted = snapshot.terms.system_types.iter().filter(|it| !it.policy_notes.is_empty());
    let facts = noted.map(|system| {
        let notes = system.policy_notes.iter().map(|note| {
            let source =
                words::prefecture::neighbours::note_source(&note.source_title, &note.source_publisher);
            let source = Inline::external(note.source_url.clone(), source);
            Block::Paragraph(
                Text::from(note.note.as_str())
                    .then(" ")
                    .then(words::prefecture::neighbours::NOTE_FROM)
                    .then(source),
            )
        });
        FactRow { blocks: notes.collect(), ..FactRow::new(&system.name, Text::default()) }
    });
    blocks.push(Block::Facts(facts.collect()));
    Block::Section(Section {
        id: "notes".to_owned(),
        heading: words::prefecture::neighbours::NOTES_HEADING.to_owned(),
        lead: words::prefecture::neighbours::NOTES_LEAD.into(),
        blocks,
        ..Section::default()
    })
}

/// Lists each type with the neighbours that have it.
fn table(
    snapshot: &Snapshot,
    states: &StateTable,
    code: PrefectureCode,
    found: &[ConfirmedElsewhere],
    id: &str,
    caption: &str,
) -> Table {
    let name = snapshot.prefecture_name(code);
    let rows = found.iter().map(|nearby| {
        let mut there = Text::default();
        for it in &nearby.there {
            if !there.is_empty() {
                there.push(Inline::Break);
            }
            there.push(link(snapshot, it.neighbour.prefecture));
            there.push(" ");
            // A line is a neighbour here.
            for piece in state_there(states, it.neighbour.prefecture, &nearby.slug) {
                there.push(if piece == Inline::Break { words::BETWEEN.into() } else { piece });
            }
        }
        vec![
            system_cell(snapshot, &nearby.slug),
            Cell::new(there),
            Cell::new(state_there(states, code, &nearby.slug)),
            nationwide_cell(snapshot, nearby.nationwide),
        ]
    });
    Table {
        id: id.to_owned(),
        caption: caption.to_owned(),
        caption_hidden: true,
        columns: vec![
            Column::text(words::facet::SYSTEM),
            Column::prose(words::prefecture::neighbours::NEARBY),
            Column::text(name),
            Column::number(words::prefecture::neighbours::NATIONWIDE),
        ],
        rows: rows.collect(),
        file_name: format!("{caption}_{}", snapshot.meta.id),
    }
}

pub(super) fn system_cell(snapshot: &Snapshot, slug: &Slug) -> Cell {
    Cell::new(Link::system(slug, snapshot.system_name(slug)))
}

/// Counts the prefectures in which a type is confirmed.
pub(super) fn nationwide_cell(snapshot: &Snapshot, prefectures: usize) -> Cell {
    if prefectures > 0 {
        let text = words::prefecture::neighbours::nationwide_value(prefectures);
        Cell::number(Inline::Number(text), prefectures)
    } else {
        Cell::new(unknown(words::absent(snapshot.meta.kind)))
    }
}
