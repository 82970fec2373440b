//! The way through a file: what the Markdown parser meets, and the mistakes found.

use std::ops::Range;
use std::vec::IntoIter;

use pulldown_cmark::{Event, Options, Parser};

use super::{Fault, MarkdownFile};

/// The extensions of CommonMark that texts may use.
const EXTENSIONS: Options =
    Options::ENABLE_HEADING_ATTRIBUTES.union(Options::ENABLE_TABLES).union(Options::ENABLE_DEFINITION_LIST);

pub(super) struct MarkdownReader<'a> {
    pub(super) source: &'a MarkdownFile,
    events: IntoIter<(Event<'a>, Range<usize>)>,
    pub(super) faults: Vec<Fault>,
    /// Links to parts of pages, each with its line.
    pub(super) parts: Vec<PartLink>,
}

/// A link to a part of a page, which can be looked up when all pages are read.
#[derive(Clone, Debug)]
pub(super) struct PartLink {
    pub(super) line: usize,
    pub(super) path: &'static str,
    pub(super) part: &'static str,
}

impl<'a> MarkdownReader<'a> {
    pub(super) fn new(source: &'a MarkdownFile) -> Self {
        let events: Vec<_> = Parser::new_ext(&source.text, EXTENSIONS).into_offset_iter().collect();
        Self { source, events: events.into_iter(), faults: Vec::new(), parts: Vec::new() }
    }

    pub(super) fn next(&mut self) -> Option<(Event<'a>, Range<usize>)> {
        self.events.next()
    }

    /// Goes to the end of the element that has begun.
    pub(super) fn skip(&mut self) {
        let mut depth = 1;
        while depth > 0
            && let Some((event, _)) = self.next()
        {
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth -= 1,
                _ => {}
            }
        }
    }

    /// Gives the line of a place in the text, counted from 1.
    pub(super) fn line_at(&self, at: usize) -> usize {
        let before = self.source.text.as_bytes().iter().take(at);
        1 + before.filter(|byte| **byte == b'\n').count()
    }

    /// Gives the place of some words in the text, from a place on.
    pub(super) fn place_of(&self, words: &str, from: usize) -> usize {
        let found = self.source.text.get(from..).and_then(|rest| rest.find(words));
        found.map_or(from, |place| from + place)
    }

    pub(super) fn fault(&mut self, at: usize, what: impl Into<String>) {
        let line = self.line_at(at);
        self.faults.push(Fault { file: self.source.file.clone(), line, what: what.into() });
    }
}
