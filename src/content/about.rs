//! The pages that explain: joint procurement with the use of this site, and how the data are kept.

use joint_procurement_core::domain::Snapshot;
use joint_procurement_core::routes::Route;
use joint_procurement_prose::Page;

use super::prose::{ABOUT, MAINTAINER_GUIDE, Prose};
use super::{Block, PageContent, Section, SiteFacts, Text};
use crate::words;

pub fn about(snapshot: &Snapshot) -> PageContent {
    explained(snapshot, &Route::About, vec![Route::Overview], &ABOUT)
}

pub fn maintainer_guide(snapshot: &Snapshot) -> PageContent {
    explained(snapshot, &Route::MaintainerGuide, vec![Route::Overview, Route::Data], &MAINTAINER_GUIDE)
}

fn explained(snapshot: &Snapshot, route: &Route, ancestors: Vec<Route>, page: &'static Page) -> PageContent {
    let prose = Prose::new(page, SiteFacts::of(snapshot));
    let title = words::site::page_name(route).to_owned();
    PageContent {
        heading: title.clone(),
        title,
        ancestors,
        lead: prose.lead(),
        blocks: prose.sections().map(|part| section(&prose, part)).collect(),
        ..PageContent::default()
    }
    .with_contents()
}

/// Makes a part of the page. A paragraph before a table or before parts of its own is its lead.
fn section(prose: &Prose<'_>, section: &joint_procurement_prose::Section) -> Block {
    let mut blocks = prose.blocks(section);
    let is_led = !section.sections.is_empty() || matches!(blocks.get(1), Some(Block::Table(_)));
    let mut lead = Text::default();
    if is_led && let Some(Block::Paragraph(text)) = blocks.first_mut() {
        lead = std::mem::take(text);
        blocks.remove(0);
    }
    let inner = prose.shown(section.sections).map(|part| self::section(prose, part));
    let blocks = grouped(blocks).into_iter().chain(inner).collect();
    let (id, heading) = (section.id.to_owned(), section.heading.to_owned());
    Block::Section(Section { id, heading, lead, blocks, ..Section::default() })
}

/// Puts running text together; facts and tables are as wide as the page.
fn grouped(blocks: Vec<Block>) -> Vec<Block> {
    let mut groups = Vec::new();
    for block in blocks {
        match (block, groups.last_mut()) {
            (block @ (Block::Facts(_) | Block::Table(_) | Block::Screen(_)), _) => groups.push(block),
            (block, Some(Block::Prose(running))) => running.push(block),
            (block, _) => groups.push(Block::Prose(vec![block])),
        }
    }
    groups
}
