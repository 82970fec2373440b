//! The texts of the pages that explain, written in Markdown (`prose/`) and filled with the figures of a snapshot.

mod filling;
mod values;

use joint_procurement_prose::{Page, Section};

use super::{Block, Cell, Column, SiteFacts, Table, Text};

// ABOUT, FAQ and MAINTAINER_GUIDE, written by build.rs.
include!(concat!(env!("OUT_DIR"), "/prose.rs"));

/// A page's text with the figures of a snapshot.
pub(super) struct Prose<'a> {
    page: &'static Page,
    facts: SiteFacts<'a>,
}

impl<'a> Prose<'a> {
    pub(super) fn new(page: &'static Page, facts: SiteFacts<'a>) -> Self {
        Self { page, facts }
    }

    /// Gives the words under the heading of the page.
    pub(super) fn lead(&self) -> Text {
        self.page.lead.iter().find_map(|line| self.line(line)).unwrap_or_default()
    }

    /// Gives the sections that this snapshot shows.
    pub(super) fn sections(&self) -> impl Iterator<Item = &'static Section> {
        self.shown(self.page.sections)
    }

    /// Gives the parts of a section that this snapshot shows.
    pub(super) fn shown(&self, sections: &'static [Section]) -> impl Iterator<Item = &'static Section> {
        sections.iter().filter(|section| self.holds(section.when))
    }
}
