//! The headings of a file, each with what stands under it.

use joint_procurement_core::domain::Slug;
use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

use super::reader::{MarkdownReader, PartLink};
use super::{keep, keep_text};
use crate::page::{Block, Line, Page, Section, Test, When};

/// A file as it was read.
pub(super) struct HeadingOutline {
    pub(super) lead: Vec<Line>,
    pub(super) parts: Vec<Part>,
    pub(super) links: Vec<PartLink>,
}

/// A heading with what stands under it, up to the next heading.
pub(super) struct Part {
    /// The line, counted from 1.
    pub(super) line: usize,
    /// A part of the part before it.
    pub(super) is_inner: bool,
    pub(super) id: &'static str,
    pub(super) when: Option<When>,
    pub(super) heading: &'static str,
    pub(super) blocks: Vec<Block>,
}

impl MarkdownReader<'_> {
    /// Reads the file.
    pub(super) fn outline(&mut self) -> HeadingOutline {
        let mut lead = Vec::new();
        let mut parts: Vec<Part> = Vec::new();
        while let Some((event, range)) = self.next() {
            let at = range.start;
            let Event::Start(tag) = event else {
                if event == Event::Rule {
                    self.fault(at, "this site shows no lines between parts");
                }
                continue;
            };
            if let Tag::Heading { .. } = tag {
                let part = self.part(&tag, at, parts.is_empty());
                parts.extend(part);
                continue;
            }
            match (self.block(&tag, at), parts.last_mut()) {
                (Some(block), Some(part)) => part.blocks.push(block),
                (Some(Block::Paragraph(line)), None) => lead.push(line),
                (Some(_), None) => self.fault(at, "before the first heading only a paragraph can stand"),
                (None, _) => {}
            }
        }
        HeadingOutline { lead, parts, links: std::mem::take(&mut self.parts) }
    }

    fn part(&mut self, tag: &Tag<'_>, at: usize, is_first: bool) -> Option<Part> {
        let Tag::Heading { level, id, classes, attrs } = tag else { return None };
        let (when, heading) = self.plain(at, TagEnd::Heading(*level));
        let is_inner = *level == HeadingLevel::H3;
        if !is_inner && *level != HeadingLevel::H2 {
            self.fault(at, "a heading begins with \"##\", or with \"###\" for a part of the part above it");
        } else if is_inner && is_first {
            self.fault(at, "a heading with \"###\" needs one with \"##\" above it");
        }
        let id = id.as_deref().unwrap_or_default();
        if !classes.is_empty() || !attrs.is_empty() {
            self.fault(at, "in the braces after a heading only its id can stand: {#id}");
        } else if id.is_empty() {
            self.fault(at, "the heading has no id; links lead to it: ## Heading {#id}");
        } else if id.parse::<Slug>().is_err() {
            self.fault(at, format!("the id \"{id}\" is not lower-case letters, digits and single hyphens"));
        }
        if when.is_some_and(|when| !matches!(when.test, Test::Kind(_))) {
            self.fault(at, "a heading can depend on the kind of data only, or links to it would break");
        }
        let line = self.line_at(at);
        Some(Part { line, is_inner, id: keep_text(id), when, heading, blocks: Vec::new() })
    }
}

impl HeadingOutline {
    pub(super) fn into_page(self) -> Page {
        let mut outer: Vec<(Section, Vec<Section>)> = Vec::new();
        for part in self.parts {
            let Part { is_inner, id, when, heading, blocks, .. } = part;
            let section = Section { id, when, heading, blocks: keep(blocks), sections: &[] };
            match outer.last_mut() {
                Some((_, inner)) if is_inner => inner.push(section),
                _ => outer.push((section, Vec::new())),
            }
        }
        let sections = outer.into_iter().map(|(section, inner)| Section { sections: keep(inner), ..section });
        Page { lead: keep(self.lead), sections: keep(sections.collect()) }
    }
}
