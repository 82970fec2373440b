//! Draws the plain values of `content`. One function a kind of part: views of many types cost the
//! program far more than the few kinds of parts that pages are made of.

mod card;
mod case_item;
mod facts;
mod figures;
mod later;
mod list;
mod references;
mod table;
mod text;

use leptos::prelude::*;

use super::{Breadcrumb, Notice};
use crate::content::{Block, Content, Question, Section};
use crate::domain::Snapshot;
use crate::shell::set_title;
pub use case_item::case_item;
pub use text::text;

/// A page: its way, heading, main point and parts.
#[component]
pub fn ContentPage(snapshot: &'static Snapshot, content: Content) -> impl IntoView {
    let parts = blocks(snapshot, content.blocks.clone(), Level::H2);
    view! { <ContentHeader content/>{parts} }
}

/// The way to a page, its heading and its main point.
#[component]
pub fn ContentHeader(content: Content) -> impl IntoView {
    set_title(content.title.clone());
    let way = (!content.ancestors.is_empty())
        .then(|| view! { <Breadcrumb ancestors=content.ancestors current=content.title/> });
    let kicker = (!content.kicker.is_empty())
        .then(|| view! { <p class="page-header__kicker">{text(content.kicker)}</p> });
    let lead =
        (!content.lead.is_empty()).then(|| view! { <p class="page-header__lead">{text(content.lead)}</p> });
    view! {
        {way}
        <div class="page-header">
            {kicker}
            <h1 class="page-header__heading" tabindex="-1">{content.heading}</h1>
            {lead}
        </div>
    }
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
}

/// The parts of a page, one after the other.
pub fn blocks(snapshot: &'static Snapshot, blocks: Vec<Block>, level: Level) -> AnyView {
    view! { <div class="blocks">{parts(snapshot, blocks, level)}</div> }.into_any()
}

fn parts(snapshot: &'static Snapshot, blocks: Vec<Block>, level: Level) -> AnyView {
    blocks.into_iter().map(|part| block(snapshot, part, level)).collect_view().into_any()
}

fn block(snapshot: &'static Snapshot, block: Block, level: Level) -> AnyView {
    match block {
        Block::Paragraph(words) => view! { <p>{text(words)}</p> }.into_any(),
        Block::List(items) => view! { <ul class="list">{list::items(items)}</ul> }.into_any(),
        Block::Steps(items) => view! { <ol class="list">{list::items(items)}</ol> }.into_any(),
        Block::Prose(parts) => view! { <div class="prose">{blocks(snapshot, parts, level)}</div> }.into_any(),
        Block::Notice { tone, texts } => {
            let texts = texts.into_iter().map(|words| view! { <p class="notice__text">{text(words)}</p> });
            view! { <Notice tone compact=true>{texts.collect_view()}</Notice> }.into_any()
        }
        Block::Section(part) => section(snapshot, part, level),
        Block::FactGroup(part) => facts::fact_group(snapshot, part, level),
        Block::Tiles(tiles) => facts::tiles(snapshot, tiles, level),
        Block::KeyFigures(key_figures) => figures::key_figures(key_figures),
        Block::Facts(items) => facts::facts(snapshot, facts::FACTS, items),
        Block::Amounts(items) => facts::facts(snapshot, facts::AMOUNTS, items),
        Block::Savings(savings) => facts::savings(savings),
        Block::Domains(tiles) => figures::domains(tiles),
        Block::Bars(bars) => figures::bars(bars),
        Block::Links(links) => list::links(links),
        Block::Chips(links) => list::chips(links),
        Block::References(data) => references::references(data),
        Block::Groups { groups, file } => list::groups(groups, file),
        Block::Table(data) => table::table(data),
        Block::SummedTable(data) => table::summed_table(*data),
        Block::Card(data) => card::card(*data, level),
        Block::Cases { rows, file_name } => list::cases(snapshot, rows, file_name, level),
        Block::Save(file) => {
            let button = table::save_button(file.file_name, Some(file.label), file.rows);
            view! { <div class="page-header__actions u-no-print">{button}</div> }.into_any()
        }
        Block::Asked(words) => view! { <p class="asked">{text(words)}</p> }.into_any(),
        Block::Questions(items) => {
            items.into_iter().map(|item| question(snapshot, item, level)).collect_view().into_any()
        }
        Block::Later(part) => later::later(snapshot, part, level),
        Block::Disclosure { summary, blocks: hidden } => view! {
            <details class="disclosure">
                <summary class="disclosure__summary">{text(summary)}</summary>
                <div class="disclosure__body">{blocks(snapshot, hidden, level)}</div>
            </details>
        }
        .into_any(),
    }
}

fn section(snapshot: &'static Snapshot, part: Section, level: Level) -> AnyView {
    let heading_id = format!("{}-heading", part.id);
    let heading = heading(level, "section__heading", heading_id.clone(), part.heading);
    let lead = (!part.lead.is_empty()).then(|| view! { <p class="section__lead">{text(part.lead)}</p> });
    let more = (!part.more.is_empty()).then(|| view! { <p class="section__more">{text(part.more)}</p> });
    view! {
        <section class="section" id=part.id aria-labelledby=heading_id tabindex="-1">
            <div class="section__header">{heading}{lead}{more}</div>
            {blocks(snapshot, part.blocks, level.inner())}
        </section>
    }
    .into_any()
}

pub(super) fn heading(level: Level, class: &'static str, id: String, words: String) -> AnyView {
    titled(level, class, Some(id), words.into_any())
}

fn titled(level: Level, class: &'static str, id: Option<String>, words: AnyView) -> AnyView {
    match level {
        Level::H2 => view! { <h2 class=class id=id>{words}</h2> }.into_any(),
        Level::H3 => view! { <h3 class=class id=id>{words}</h3> }.into_any(),
        Level::H4 => view! { <h4 class=class id=id>{words}</h4> }.into_any(),
    }
}

fn question(snapshot: &'static Snapshot, question: Question, level: Level) -> AnyView {
    let heading_id = format!("{}-heading", question.id);
    let heading = heading(level, "question__heading", heading_id.clone(), question.question);
    view! {
        <section class="question" id=question.id aria-labelledby=heading_id tabindex="-1">
            {heading}
            <div class="prose">{parts(snapshot, question.answer, level.inner())}</div>
        </section>
    }
    .into_any()
}
