//! The page that explains joint procurement and the use of this site.

use joint_procurement_core::domain::Snapshot;
use joint_procurement_core::routes::Route;

use super::prose::{self, Passage};
use super::{Block, Cell, Column, Content, Section, SiteFacts, Table};
use crate::words;

/// The id of the section on what the figures cover; the questions link to it.
pub const COVERAGE: &str = "coverage";

pub fn about(snapshot: &Snapshot) -> Content {
    let facts = SiteFacts::of(snapshot);
    let title = words::site::page_name(&Route::About).to_owned();
    let about = &prose::ABOUT;
    Content {
        heading: title.clone(),
        title,
        ancestors: vec![Route::Overview],
        lead: about.lead.into(),
        blocks: vec![
            prose("why", &about.why, &facts),
            prose("definition", &about.definition, &facts),
            comparison(snapshot),
            prose("demands", &about.demands, &facts),
            guides(&facts),
            section(COVERAGE, &about.coverage, (about.coverage.blocks)(&facts)),
            prose("original", &about.original, &facts),
        ],
        ..Content::default()
    }
}

fn prose(id: &str, passage: &Passage, facts: &SiteFacts<'_>) -> Block {
    section(id, passage, vec![Block::Prose((passage.blocks)(facts))])
}

fn section(id: &str, passage: &Passage, blocks: Vec<Block>) -> Block {
    let heading = passage.heading.to_owned();
    Block::Section(Section { id: id.to_owned(), heading, blocks, ..Section::default() })
}

/// Procuring alone and together, side by side.
fn comparison(snapshot: &Snapshot) -> Block {
    let words = &prose::ABOUT.comparison;
    let table = Table {
        id: "comparison-table".to_owned(),
        caption: words.heading.to_owned(),
        caption_hidden: true,
        columns: words.columns.map(Column::text).to_vec(),
        rows: words.rows.map(|row| row.map(Cell::new).to_vec()).to_vec(),
        file_name: format!("{}_{}", words.heading, snapshot.meta.id),
    };
    Block::Section(Section {
        id: "comparison".to_owned(),
        heading: words.heading.to_owned(),
        lead: words.lead.into(),
        blocks: vec![Block::Table(table)],
        ..Section::default()
    })
}

/// The way through the site for each kind of reader.
fn guides(facts: &SiteFacts<'_>) -> Block {
    const IDS: [&str; 4] = ["for-municipalities", "for-prefectures", "for-readers", "for-maintainers"];
    let words = &prose::ABOUT;
    let guides = words.guides.iter().zip(IDS).map(|(guide, id)| {
        Block::Section(Section {
            id: id.to_owned(),
            heading: guide.heading.to_owned(),
            blocks: vec![Block::Prose(vec![Block::Steps((guide.steps)(facts).to_vec())])],
            ..Section::default()
        })
    });
    Block::Section(Section {
        id: "guide".to_owned(),
        heading: words.guide.to_owned(),
        lead: words.guide_lead.into(),
        blocks: guides.collect(),
        ..Section::default()
    })
}
