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
    /// The parts that are listed beside a long page; none elsewhere.
    pub contents: Contents,
}

/// The list of the parts of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// The id and the name of each part, in the order of the page.
    pub parts: Vec<(String, String)>,
    /// A flag for a page whose answer can be printed as one sheet.
    pub has_sheet: bool,
}

impl PageContent {
    /// Lists the sections of a long text beside them.
    pub fn with_contents(mut self) -> Self {
        let parts = self.blocks.iter().filter_map(|block| match block {
            Block::Section(part) => Some((part.id.clone(), part.heading.clone())),
            _ => None,
        });
        self.contents.parts = parts.collect();
        self
    }
}
