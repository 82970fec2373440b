//! The components for pages that do not use `view!` yet.

use leptos::prelude::*;

use super::element::Node;
use super::{Breadcrumb, CopyButton, CsvButton, ExternalLink, JsonButton, Loading, Notice};
use crate::content::Tone;
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

pub fn json_button(label: &'static str, name: String, text: String) -> Node {
    Node::View(view! { <JsonButton label name text/> }.into_any())
}

pub fn external_link(url: String, text: String) -> Node {
    Node::View(view! { <ExternalLink url text/> }.into_any())
}

pub fn loading() -> Node {
    Node::View(view! { <Loading/> }.into_any())
}

pub fn notice(tone: Tone, compact: bool, body: Node) -> Node {
    Node::View(view! { <Notice tone compact>{body}</Notice> }.into_any())
}
