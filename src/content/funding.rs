//! Public money that can pay for joint procurement, as far as pages state it.

use joint_procurement_core::domain::{FileRole, Funding, FundingSource, Programme, Slug, Snapshot, Term};
use joint_procurement_core::ordering;
use joint_procurement_core::routes::{Address, Route};

use super::{Block, Cell, Column, Inline, Later, Link, Section, Table, Text};
use crate::words;

/// The id of the section.
const ID: &str = "funding";

/// Makes the section for a type, or of all programmes; nothing where the snapshot has none.
pub(super) fn section(snapshot: &Snapshot, system: Option<&Slug>) -> Option<Block> {
    snapshot.meta.file(FileRole::Funding)?;
    let (heading, more) = match system {
        Some(_) => (words::funding::HEADING_OF_TYPE, link(snapshot, None, words::funding::ALL)),
        None => (words::funding::HEADING, Text::default()),
    };
    Some(Block::Section(Section {
        id: ID.to_owned(),
        heading: heading.to_owned(),
        lead: words::funding::LEAD.into(),
        more,
        blocks: vec![Block::Later(Later::Funding(system.cloned()))],
    }))
}

/// Links to the section; nothing where the snapshot has none.
pub(super) fn link(snapshot: &Snapshot, system: Option<&Slug>, text: &str) -> Text {
    if snapshot.meta.file(FileRole::Funding).is_none() {
        return Text::default();
    }
    let page = system.map_or(Route::Systems, |system| Route::System(system.clone()));
    Link::new(Address::with_card(page, ID), text).into()
}

/// Lists the programmes for a type, or all of them. Those made for the type come first, those that are over last.
pub fn funding(snapshot: &Snapshot, funding: &Funding, system: Option<&Slug>) -> Vec<Block> {
    let fitting = funding.programmes.iter().filter(|it| system.is_none_or(|system| it.fits(system)));
    let mut programmes: Vec<&Programme> = fitting.collect();
    if programmes.is_empty() {
        return vec![Block::paragraph(words::funding::NONE)];
    }
    ordering::sort_by_key(&mut programmes, |it| {
        (it.ended == Some(true), system.is_some() && it.system_types.is_empty())
    });
    let mut columns: Vec<Column> = words::funding::COLUMNS.into_iter().map(Column::text).collect();
    columns[0] = Column::prose(words::funding::COLUMNS[0]);
    columns[3] = Column::prose(words::funding::COLUMNS[3]);
    if system.is_none() {
        columns.push(Column::text(words::funding::TYPES));
    }
    columns.push(Column::prose(words::funding::SOURCES));
    columns.push(Column::text(words::funding::CHECKED));
    columns.push(Column::prose(words::funding::NOTE));
    let caption = match system {
        Some(system) => format!("{}：{}", snapshot.system_name(system), words::funding::HEADING),
        None => words::funding::HEADING.to_owned(),
    };
    vec![Block::Table(Table {
        id: "funding-table".to_owned(),
        file_name: format!("{caption}_{}", snapshot.meta.id),
        caption,
        caption_hidden: true,
        columns,
        rows: programmes.into_iter().map(|it| row(snapshot, it, system.is_none())).collect(),
    })]
}

fn row(snapshot: &Snapshot, programme: &Programme, with_types: bool) -> Vec<Cell> {
    let mut name = Text::from(programme.name.as_str());
    if programme.ended == Some(true) {
        name = name.then(" ").then(Inline::Flag(words::funding::ENDED));
    }
    let mut cells = vec![Cell::new(name)];
    let plain = [&programme.kind, &programme.giver, &programme.object];
    cells.extend(plain.map(|text| Cell::new(text.as_str())));
    cells.push(Cell::new(programme.joint.ja()));
    for stated in [&programme.rate, &programme.ceiling, &programme.period] {
        cells.push(match stated {
            Some(text) => Cell::new(text.as_str()),
            None => Cell::new(Inline::Unknown(words::missing(None, snapshot.meta.kind).to_owned())),
        });
    }
    if with_types {
        cells.push(Cell::new(types(snapshot, &programme.system_types)));
    }
    let checked = Inline::Number(words::funding::checked(programme.checked_on));
    cells.push(Cell::new(sources(&programme.sources)));
    cells.push(Cell::number(checked, programme.checked_on));
    cells.push(Cell::new(programme.note.as_deref().unwrap_or(words::funding::NO_NOTE)));
    cells
}

fn types(snapshot: &Snapshot, types: &[Slug]) -> Text {
    if types.is_empty() {
        return words::funding::ALL_TYPES.into();
    }
    let mut text = Text::default();
    for (place, slug) in types.iter().enumerate() {
        if place > 0 {
            text.push(words::BETWEEN);
        }
        text.push(Link::system(slug, snapshot.system_name(slug)));
    }
    text
}

fn sources(sources: &[FundingSource]) -> Text {
    let mut text = Text::default();
    for (place, source) in sources.iter().enumerate() {
        if place > 0 {
            text.push(Inline::Break);
        }
        text.push(Inline::external(source.url.clone(), source.publisher.as_str()));
        text.push(words::funding::of_source(source.published, source.note.as_deref()));
    }
    text
}
