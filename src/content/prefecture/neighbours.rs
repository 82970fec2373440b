//! The neighbours of a prefecture, and what is confirmed there and not here.

use joint_procurement_core::domain::{PrefectureCode, Slug, Snapshot};
use joint_procurement_core::routes::Route;
use joint_procurement_core::stats::{ConfirmedNearby, Neighbour, Neighbours, StateTable};

use super::super::{Block, Cell, Column, Fact, Inline, Link, Section, Table, Target, Text};
use super::{absent, evidence, state_there, unknown};
use crate::words::Words;

/// The neighbours, those on land and those across water told apart.
pub(super) fn who(snapshot: &Snapshot, words: &Words, neighbours: &Neighbours) -> Block {
    let page = words.prefecture;
    let (land, water): (Vec<&Neighbour>, Vec<_>) =
        neighbours.neighbours.iter().partition(|it| it.crossing.is_none());
    let names = |neighbours: &[&Neighbour]| {
        let mut text = Text::default();
        for neighbour in neighbours {
            if !text.is_empty() {
                text.push(page.comma);
            }
            text.push(link(snapshot, neighbour.prefecture));
            if let Some(by) = &neighbour.crossing {
                text.push((page.crossing)(by));
            }
        }
        text
    };
    let on_land = if land.is_empty() { page.none_on_land.into() } else { names(&land) };
    let mut facts = vec![Fact::new(page.on_land, on_land)];
    if !water.is_empty() {
        facts.push(Fact::new(page.by_crossing, names(&water)));
    }
    Block::Section(Section {
        id: "neighbours".to_owned(),
        heading: page.neighbours_heading.to_owned(),
        blocks: vec![Block::Facts(facts)],
        ..Section::default()
    })
}

pub(super) fn link(snapshot: &Snapshot, code: PrefectureCode) -> Link {
    Link::new(Route::Prefecture(code), snapshot.prefecture_name(code))
}

/// The system types that are confirmed at a neighbour and not here.
pub(super) fn nearby(
    snapshot: &Snapshot,
    words: &Words,
    states: &StateTable,
    code: PrefectureCode,
    neighbours: &Neighbours,
) -> Block {
    let page = words.prefecture;
    let name = snapshot.prefecture_name(code);
    let found = &neighbours.confirmed_nearby;
    let heading = (page.nearby_heading)(name);
    let (lead, blocks) = if found.is_empty() {
        ((page.nearby_none)(name), Vec::new())
    } else {
        let table = table(snapshot, words, states, code, found, "nearby-table", &heading);
        let blocks = [Block::Table(table)].into_iter().chain(evidence::later(code, neighbours));
        ((page.nearby_lead)(found.len(), name), blocks.collect())
    };
    Block::Section(Section {
        id: "nearby".to_owned(),
        heading,
        lead: lead.into(),
        blocks,
        ..Section::default()
    })
}

/// The types with a policy note, which are never suggested, with their notes.
pub(super) fn notes(
    snapshot: &Snapshot,
    words: &Words,
    states: &StateTable,
    code: PrefectureCode,
    neighbours: &Neighbours,
) -> Block {
    let page = words.prefecture;
    let mut blocks = Vec::new();
    if !neighbours.noted.is_empty() {
        let caption = (page.noted_table)(snapshot.prefecture_name(code));
        let mut table = table(snapshot, words, states, code, &neighbours.noted, "noted-table", &caption);
        table.caption_hidden = false;
        blocks.push(Block::Table(table));
    }
    let noted = snapshot.terms.system_types.iter().filter(|it| !it.policy_notes.is_empty());
    let facts = noted.map(|system| {
        let notes = system.policy_notes.iter().map(|note| {
            let source = (page.note_source)(&note.source_title, &note.source_publisher);
            let source = Link::new(Target::External(note.source_url.clone()), source);
            Block::Paragraph(Text::from(note.note.as_str()).then(" ").then(page.note_from).then(source))
        });
        Fact { blocks: notes.collect(), ..Fact::new(&system.name, Text::default()) }
    });
    blocks.push(Block::Facts(facts.collect()));
    Block::Section(Section {
        id: "notes".to_owned(),
        heading: page.notes_heading.to_owned(),
        lead: page.notes_lead.into(),
        blocks,
        ..Section::default()
    })
}

/// Each type with the neighbours that have it.
fn table(
    snapshot: &Snapshot,
    words: &Words,
    states: &StateTable,
    code: PrefectureCode,
    found: &[ConfirmedNearby],
    id: &str,
    caption: &str,
) -> Table {
    let page = words.prefecture;
    let name = snapshot.prefecture_name(code);
    let rows = found.iter().map(|nearby| {
        let mut there = Text::default();
        for it in &nearby.there {
            if !there.is_empty() {
                there.push(Inline::Break);
            }
            there.push(link(snapshot, it.neighbour.prefecture));
            there.push(" ");
            for piece in state_there(words, states, it.neighbour.prefecture, &nearby.slug) {
                there.push(piece);
            }
        }
        vec![
            system_cell(snapshot, &nearby.slug),
            Cell::new(there),
            Cell::new(state_there(words, states, code, &nearby.slug)),
            nationwide_cell(snapshot, words, nearby.nationwide),
        ]
    });
    Table {
        id: id.to_owned(),
        caption: caption.to_owned(),
        caption_hidden: true,
        columns: vec![
            Column::text(words.list.system),
            Column::prose(page.nearby),
            Column::text(name),
            Column::number(page.nationwide),
        ],
        rows: rows.collect(),
        file_name: format!("{caption}_{}", snapshot.meta.id),
    }
}

pub(super) fn system_cell(snapshot: &Snapshot, slug: &Slug) -> Cell {
    Cell::new(Link::system(slug, snapshot.system_name(slug)))
}

/// In how many prefectures a type is confirmed.
pub(super) fn nationwide_cell(snapshot: &Snapshot, words: &Words, prefectures: usize) -> Cell {
    if prefectures > 0 {
        let text = (words.prefecture.nationwide_value)(prefectures);
        Cell::number(Inline::Number(text), prefectures)
    } else {
        Cell::new(unknown(absent(snapshot)))
    }
}
