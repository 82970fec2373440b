//! Draws the plain values of `content`.

mod area_map;
mod card;
mod case_item;
mod copy_text;
mod facts;
mod figures;
mod later;
mod list;
mod offline_use;
mod references;
mod table;
mod text;

use super::element::{Element, Node, all, classed, el};
use super::{breadcrumb, notice, town_search_to_cases};
use crate::content::{Block, Content, Question, Section};
use crate::domain::Snapshot;
use crate::shell::{Part, in_steps, set_title};
pub use case_item::{case_item, case_item_with};
pub use text::text;

/// A page: its way, heading, main point and parts.
pub fn content_page(snapshot: &'static Snapshot, content: Content) -> Node {
    content_page_with(snapshot, content, None)
}

/// A page with something between its heading and its parts.
pub fn content_page_with(snapshot: &'static Snapshot, content: Content, tools: Option<Node>) -> Node {
    let parts = blocks_in_steps(snapshot, content.blocks, Level::H2);
    set_title(content.title.clone());
    let way = (!content.ancestors.is_empty()).then(|| breadcrumb(content.ancestors, content.title));
    let kicker =
        (!content.kicker.is_empty()).then(|| classed("p", "page-header__kicker").child(text(content.kicker)));
    let lead =
        (!content.lead.is_empty()).then(|| classed("p", "page-header__lead").child(text(content.lead)));
    let heading = classed("h1", "page-header__heading").attr("tabindex", "-1").child(content.heading);
    let header = classed("div", "page-header").some(kicker).child(heading).some(lead).node();
    all(way.into_iter().chain([header]).chain(tools).chain([parts]))
}

/// How deep a part stands, which is the level of its heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    H2,
    H3,
    H4,
}

impl Level {
    /// Of the parts within.
    fn inner(self) -> Self {
        match self {
            Self::H2 => Self::H3,
            Self::H3 | Self::H4 => Self::H4,
        }
    }

    pub fn tag(self) -> &'static str {
        match self {
            Self::H2 => "h2",
            Self::H3 => "h3",
            Self::H4 => "h4",
        }
    }
}

/// The parts of a page, one after the other.
pub fn blocks(snapshot: &'static Snapshot, blocks: Vec<Block>, level: Level) -> Node {
    classed("div", "blocks").child(parts(snapshot, blocks, level)).node()
}

/// The same, where the page is made behind another in steps.
fn blocks_in_steps(snapshot: &'static Snapshot, blocks: Vec<Block>, level: Level) -> Node {
    let part = |part| -> Part { Box::new(move || block(snapshot, part, level).view()) };
    let parts = in_steps(blocks.into_iter().map(part).collect());
    classed("div", "blocks").children(parts).node()
}

fn parts(snapshot: &'static Snapshot, blocks: Vec<Block>, level: Level) -> Node {
    all(blocks.into_iter().map(|part| block(snapshot, part, level)))
}

fn block(snapshot: &'static Snapshot, block: Block, level: Level) -> Node {
    match block {
        Block::Paragraph(words) => el("p").child(text(words)).node(),
        Block::List(items) => classed("ul", "list").child(list::items(items)).node(),
        Block::Steps(items) => classed("ol", "list").child(list::items(items)).node(),
        Block::Prose(words) => classed("div", "prose").child(parts(snapshot, words, level)).node(),
        Block::Notice { tone, texts } => {
            let texts = texts.into_iter().map(|words| classed("p", "notice__text").child(text(words)));
            notice(tone, true, all(texts))
        }
        Block::Section(part) => section(snapshot, part, level),
        Block::KeyFigures(key_figures) => figures::key_figures(key_figures),
        Block::FactGroup(part) => facts::fact_group(snapshot, part, level),
        Block::Tiles(tiles) => facts::tiles(snapshot, tiles, level),
        Block::Facts(items) => facts::facts(snapshot, facts::FACTS, items),
        Block::Amounts(items) => facts::facts(snapshot, facts::AMOUNTS, items),
        Block::Savings(savings) => facts::savings(savings),
        Block::Chips(links) => list::chips(links),
        Block::References(data) => references::references(data),
        Block::SummedTable(data) => table::summed_table(*data),
        Block::Save(files) => {
            let buttons = files.into_iter().map(table::save_file);
            classed("div", "page-header__actions u-no-print").children(buttons).node()
        }
        Block::CopyText(data) => copy_text::copy_text(data),
        Block::Asked(words) => classed("p", "asked").child(text(words)).node(),
        Block::Domains { tiles, file } => figures::domains(tiles, &file),
        Block::Bars(bars) => figures::bars(bars),
        Block::Links(links) => list::links(links),
        Block::Groups { groups, file } => list::groups(groups, &file),
        Block::Table(data) => table::table(data),
        Block::Card(data) => card::card(snapshot, *data, level),
        Block::Beside(columns) => {
            let columns = columns
                .into_iter()
                .map(|part| classed("div", "beside__part").child(parts(snapshot, vec![part], level)));
            classed("div", "beside").children(columns).into()
        }
        Block::TownSearch => town_search_to_cases(snapshot).into(),
        Block::Cases { rows, file_name } => list::cases(snapshot, rows, file_name, level),
        Block::Questions(items) => all(items.into_iter().map(|item| question(snapshot, item, level))),
        Block::Later(part) => later::later(snapshot, part, level).into(),
        Block::Disclosure { summary, blocks: hidden } => {
            disclosure("disclosure", text(summary), blocks(snapshot, hidden, level)).node()
        }
    }
}

/// Shown on demand.
fn disclosure(class: &'static str, summary: Node, body: Node) -> Element {
    classed("details", class)
        .child(classed("summary", "disclosure__summary").child(summary))
        .child(classed("div", "disclosure__body").child(body))
}

fn section(snapshot: &'static Snapshot, part: Section, level: Level) -> Node {
    let heading_id = format!("{}-heading", part.id);
    let lead = (!part.lead.is_empty()).then(|| classed("p", "section__lead").child(text(part.lead)));
    let more = (!part.more.is_empty()).then(|| classed("p", "section__more").child(text(part.more)));
    let header = classed("div", "section__header")
        .child(heading(level, "section__heading", heading_id.clone(), part.heading))
        .some(lead)
        .some(more);
    classed("section", "section")
        .attr("id", part.id)
        .attr("aria-labelledby", heading_id)
        .attr("tabindex", "-1")
        .child(header)
        .child(blocks(snapshot, part.blocks, level.inner()))
        .node()
}

fn heading(level: Level, class: &'static str, id: String, words: String) -> Element {
    classed(level.tag(), class).attr("id", id).child(words)
}

fn question(snapshot: &'static Snapshot, question: Question, level: Level) -> Node {
    let heading_id = format!("{}-heading", question.id);
    classed("section", "question")
        .attr("id", question.id)
        .attr("aria-labelledby", heading_id.clone())
        .attr("tabindex", "-1")
        .child(heading(level, "question__heading", heading_id, question.question))
        .child(classed("div", "prose").child(parts(snapshot, question.answer, level.inner())))
        .node()
}
