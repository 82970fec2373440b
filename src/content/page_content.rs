//! A page.

use joint_procurement_core::routes::Route;

use super::{Block, Text};

/// A page: its place in the site, its main point, and what follows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PageContent {
    /// The title of the window, without the site's name; empty for the overview.
    pub title: String,
    /// The pages above it, from the overview down; empty for the overview.
    pub ancestors: Vec<Route>,
    /// The subject of the page, before its heading.
    pub kicker: Text,
    /// The only `h1`.
    pub heading: String,
    /// The main point in its first sentence.
    pub lead: Text,
    pub blocks: Vec<Block>,
}
