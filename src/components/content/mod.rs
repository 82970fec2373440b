//! The views of the plain values of `content`.

mod area_map;
mod card;
mod case_item;
mod citation;
mod contents;
mod copy_text;
mod disclosure;
mod facts;
mod figures;
mod heading;
mod later;
mod list;
mod marks;
mod measures;
mod offline_use;
mod references;
mod screen;
mod section;
mod sort;
mod table;
mod text;

use leptos::context::Provider;
use leptos::prelude::*;

use super::{Breadcrumb, Notice, name_search_to_pages};
use crate::content::{Block, Contents as PageContents, PageContent};
use crate::navigation::set_title;
use crate::readiness::InTurn;
use card::Card;
pub use case_item::CaseItem;
use citation::Citation;
use contents::Contents;
use copy_text::CopyText;
use disclosure::Disclosure;
use facts::{AMOUNTS, FACTS, FactGroup, Facts, Savings, Tiles};
use figures::{Bars, Domains, FigureLine, KeyFigures};
pub use heading::Level;
use joint_procurement_core::domain::Snapshot;
use later::Later;
use list::{Cases, Chips, Groups, Links};
use marks::Marks;
pub use marks::marks_row;
use measures::Measures;
use references::References;
use screen::Screen;
use section::{Question, Section};
use sort::Sorted;
pub use table::Grid as PlainTable;
use table::{SaveButton, SummedTable, Table};
pub use text::{href, text};

/// A page: its way, heading, main point and parts.
#[component]
pub fn ContentPage(
    snapshot: &'static Snapshot,
    content: PageContent,
    /// The views shown between the heading and the parts.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let PageContent { title, ancestors, kicker, heading, lead, blocks, contents } = content;
    set_title(title.clone());
    let way = (!ancestors.is_empty()).then(|| view! { <Breadcrumb ancestors current=title/> });
    let kicker = (!kicker.is_empty()).then(|| view! { <p class="page-header__kicker">{text(kicker)}</p> });
    let lead = (!lead.is_empty()).then(|| view! { <p class="page-header__lead">{text(lead)}</p> });
    // Not `provide_context`: what a page puts in its place later asks for it too.
    view! {
        <Provider value=Sorted::new()>
            {way}
            <div class="page-header">
                {kicker}
                <h1 class="page-header__heading" tabindex="-1">{heading}</h1>
                {lead}
            </div>
            {children.map(|children| children())}
            {contents_beside(snapshot, blocks, contents)}
        </Provider>
    }
}

/// The parts of a page, with their list beside them where the page wants it.
fn contents_beside(snapshot: &'static Snapshot, blocks: Vec<Block>, contents: PageContents) -> AnyView {
    let level = Level::H2;
    if contents.parts.is_empty() {
        return view! { <Blocks snapshot blocks level/> }.into_any();
    }
    view! {
        <div class="with-contents">
            <Contents contents/>
            <Blocks snapshot blocks level/>
        </div>
    }
    .into_any()
}

/// The parts of a page, one after the other.
#[component]
pub fn Blocks(
    snapshot: &'static Snapshot,
    blocks: Vec<Block>,
    /// The level of their headings.
    level: Level,
) -> impl IntoView {
    view! {
        <div class="blocks">
            <Parts snapshot blocks level/>
        </div>
    }
}

/// The same without an element around them.
#[component]
fn Parts(snapshot: &'static Snapshot, blocks: Vec<Block>, level: Level) -> impl IntoView {
    let parts = blocks.into_iter().map(|part| view! { <InTurn>{block(snapshot, part, level)}</InTurn> });
    parts.collect_view()
}

fn block(snapshot: &'static Snapshot, part: Block, level: Level) -> AnyView {
    match part {
        Block::Paragraph(words) => view! { <p>{text(words)}</p> }.into_any(),
        Block::List(items) => view! { <ul class="list">{list::items(items)}</ul> }.into_any(),
        Block::Steps(items) => view! { <ol class="list">{list::items(items)}</ol> }.into_any(),
        Block::Screen(screen) => view! { <Screen screen/> }.into_any(),
        Block::Prose(blocks) => view! { <div class="prose"><Parts snapshot blocks level/></div> }.into_any(),
        Block::Notice { tone, texts } => {
            let texts = texts.into_iter().map(|words| view! { <p class="notice__text">{text(words)}</p> });
            view! { <Notice tone compact=true>{texts.collect_view()}</Notice> }.into_any()
        }
        Block::Section(part) => view! { <Section snapshot part level/> }.into_any(),
        Block::KeyFigures(figures) => view! { <KeyFigures figures/> }.into_any(),
        Block::FigureLine(figures) => view! { <FigureLine figures/> }.into_any(),
        Block::FactGroup(part) => view! { <FactGroup snapshot part level/> }.into_any(),
        Block::Tiles(tiles) => view! { <Tiles snapshot tiles level/> }.into_any(),
        Block::Facts(facts) => view! { <Facts snapshot classes=FACTS facts/> }.into_any(),
        Block::Amounts(facts) => view! { <Facts snapshot classes=AMOUNTS facts/> }.into_any(),
        Block::Savings(savings) => view! { <Savings savings/> }.into_any(),
        Block::Marks(table) => view! { <Marks table/> }.into_any(),
        Block::Chips(links) => view! { <Chips links/> }.into_any(),
        Block::References(references) => view! { <References references/> }.into_any(),
        Block::SummedTable(data) => view! { <SummedTable data=*data/> }.into_any(),
        Block::Save(files) => {
            let buttons = files.into_iter().map(|save| view! { <SaveButton save/> });
            view! { <div class="page-header__actions u-no-print">{buttons.collect_view()}</div> }.into_any()
        }
        Block::Citation => view! { <Citation snapshot/> }.into_any(),
        Block::CopyText(data) => view! { <CopyText data/> }.into_any(),
        Block::Asked(words) => view! { <p class="asked">{text(words)}</p> }.into_any(),
        Block::Domains { tiles, file } => view! { <Domains tiles file/> }.into_any(),
        Block::Bars(bars) => view! { <Bars bars/> }.into_any(),
        Block::Links(links) => view! { <Links links/> }.into_any(),
        Block::Groups { groups, file } => view! { <Groups groups file/> }.into_any(),
        Block::Table(table) => view! { <Table table/> }.into_any(),
        Block::Card(card) => view! { <Card snapshot card=*card level/> }.into_any(),
        Block::Measures(measures) => view! { <Measures snapshot measures level/> }.into_any(),
        Block::Beside(columns) => {
            let columns = columns
                .into_iter()
                .map(|part| view! { <div class="beside__part">{block(snapshot, part, level)}</div> });
            view! { <div class="beside">{columns.collect_view()}</div> }.into_any()
        }
        Block::NameSearch(scope) => name_search_to_pages(snapshot, scope),
        Block::Cases { rows, file_name } => view! { <Cases snapshot rows file_name level/> }.into_any(),
        Block::Questions(items) => {
            let items = items.into_iter().map(|item| view! { <Question snapshot item level/> });
            items.collect_view().into_any()
        }
        Block::Later(part) => view! { <Later snapshot part level/> }.into_any(),
        Block::Disclosure { summary, blocks } => view! {
            <Disclosure summary=text(summary)>
                <Blocks snapshot blocks level/>
            </Disclosure>
        }
        .into_any(),
    }
}
