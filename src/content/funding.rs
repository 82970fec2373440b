//! Public money that can pay for joint procurement, as far as pages state it.

use joint_procurement_core::domain::{FileRole, Funding, Programme, Slug, Snapshot, Term, WebAddress};
use joint_procurement_core::export::CsvTable;
use joint_procurement_core::ordering;
use joint_procurement_core::routes::{Address, Route};

use super::{Align, Block, Cell, Column, Inline, Later, Link, Section, SummedTable, Table, Text};
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
    let caption = match system {
        Some(system) => format!("{}：{}", snapshot.system_name(system), words::funding::HEADING),
        None => words::funding::HEADING.to_owned(),
    };
    let mut columns: Vec<Column> = words::funding::COLUMNS.into_iter().map(Column::prose).collect();
    columns[1].align = Align::Start;
    let file = CsvTable {
        header: words::funding::FILE_COLUMNS.map(str::to_owned).to_vec(),
        rows: programmes.iter().map(|it| file_row(snapshot, it)).collect(),
    };
    let table = Table {
        id: "funding-table".to_owned(),
        file_name: format!("{caption}_{}", snapshot.meta.id),
        caption,
        caption_hidden: true,
        columns,
        rows: programmes.into_iter().map(|it| row(snapshot, it, system.is_none())).collect(),
    };
    vec![Block::SummedTable(Box::new(SummedTable { table, note: String::new(), total: Vec::new(), file }))]
}

/// Puts what belongs together into a cell: a column for each part would be wider than any screen.
fn row(snapshot: &Snapshot, programme: &Programme, with_types: bool) -> Vec<Cell> {
    let mut name = Text::from(Inline::Strong(programme.name.clone()));
    if programme.ended == Some(true) {
        name = name.then(" ").then(Inline::Flag(words::funding::ENDED));
    }
    let of = words::funding::of(&programme.kind, &programme.giver);
    name = name.then(Inline::Break).then(of).then(Inline::Break).then(programme.object.as_str());
    if with_types {
        name = name.then(Inline::Break).then(words::funding::TYPES_BEFORE);
        if programme.system_types.is_empty() {
            name.push(words::funding::ALL_TYPES);
        }
        for (place, slug) in programme.system_types.iter().enumerate() {
            if place > 0 {
                name.push(words::BETWEEN);
            }
            name.push(Link::system(slug, snapshot.system_name(slug)));
        }
    }
    let mut stated = Text::default();
    for (place, (before, it)) in words::funding::STATED.into_iter().zip(stated_of(programme)).enumerate() {
        if place > 0 {
            stated.push(Inline::Break);
        }
        stated.push(before);
        stated.push(it.map_or_else(|| Inline::Unknown(unknown(snapshot)), Inline::from));
    }
    let mut sources = Text::default();
    for source in &programme.sources {
        sources.push(Inline::external(source.url.clone(), source.publisher.as_str()));
        sources.push(words::funding::of_source(source));
        sources.push(Inline::Break);
    }
    sources.push(Inline::Strong(words::funding::checked(programme.checked_on)));
    vec![
        Cell::new(name),
        Cell::new(programme.joint.ja()),
        Cell::new(stated),
        Cell::new(programme.note.as_deref().unwrap_or(words::funding::NO_NOTE)),
        Cell::new(sources),
    ]
}

/// Gives each part a column of its own, and sources with their addresses.
fn file_row(snapshot: &Snapshot, programme: &Programme) -> Vec<String> {
    let ended = if programme.ended == Some(true) { words::funding::ENDED } else { "" };
    let mut row: Vec<String> = [&programme.name, ended, &programme.kind, &programme.giver, &programme.object]
        .map(str::to_owned)
        .to_vec();
    row.push(programme.joint.ja().to_owned());
    row.extend(stated_of(programme).map(|it| it.map_or_else(|| unknown(snapshot), str::to_owned)));
    let types: Vec<&str> = programme.system_types.iter().map(|slug| snapshot.system_name(slug)).collect();
    row.push(if types.is_empty() {
        words::funding::ALL_TYPES.to_owned()
    } else {
        types.join(words::BETWEEN)
    });
    row.push(programme.note.clone().unwrap_or_default());
    let sources = programme.sources.iter().map(|it| {
        let url = it.url.as_ref().map_or("", WebAddress::as_str);
        format!("{}{} {url}", it.publisher, words::funding::of_source(it))
    });
    row.push(sources.collect::<Vec<_>>().join(" / "));
    row.push(programme.checked_on.to_string());
    row
}

/// Gives rate, ceiling and period, as far as a page states them.
fn stated_of(programme: &Programme) -> [Option<&str>; 3] {
    [&programme.rate, &programme.ceiling, &programme.period].map(Option::as_deref)
}

fn unknown(snapshot: &Snapshot) -> String {
    words::missing(None, snapshot.meta.kind).to_owned()
}
