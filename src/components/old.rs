//! The components for pages that do not use `view!` yet.

use leptos::prelude::*;

use super::element::Node;
use super::{Blocks, Breadcrumb, CaseItem, ContentPage, CopyButton, CsvButton, Level, Notice};
use crate::content::{self, Block, Content, Fact, Text, Tone};
use crate::domain::Snapshot;
use crate::export::{Clip, CsvTable};
use crate::routes::Route;

pub fn breadcrumb(ancestors: Vec<Route>, current: String) -> Node {
    Node::View(view! { <Breadcrumb ancestors current/> }.into_any())
}

pub fn copy_button(label: &'static str, clip: impl Fn() -> Clip + Send + Sync + 'static) -> Node {
    Node::View(view! { <CopyButton label clip/> }.into_any())
}

pub fn csv_button(
    label: &'static str,
    file: impl Fn() -> (String, CsvTable) + Send + Sync + 'static,
) -> Node {
    Node::View(view! { <CsvButton label file/> }.into_any())
}

pub fn notice(tone: Tone, compact: bool, body: Node) -> Node {
    Node::View(view! { <Notice tone compact>{body}</Notice> }.into_any())
}

pub fn blocks(snapshot: &'static Snapshot, blocks: Vec<Block>, level: Level) -> Node {
    Node::View(view! { <Blocks snapshot blocks level/> }.into_any())
}

pub fn content_page(snapshot: &'static Snapshot, content: Content) -> Node {
    Node::View(view! { <ContentPage snapshot content/> }.into_any())
}

pub fn content_page_with(snapshot: &'static Snapshot, content: Content, tools: Option<Node>) -> Node {
    let tools = tools.map(Node::view);
    Node::View(view! { <ContentPage snapshot content>{tools}</ContentPage> }.into_any())
}

pub fn case_item_with(
    snapshot: &'static Snapshot,
    item: content::CaseItem,
    title: Text,
    level: Level,
    control: Option<Node>,
    remarks: Vec<Fact>,
) -> Node {
    let control = control.map(Node::view);
    Node::View(view! { <CaseItem snapshot item title level remarks>{control}</CaseItem> }.into_any())
}
