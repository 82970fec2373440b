//! Runs of text: words, links, names in braces and the condition at the beginning.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::reader::{MarkdownReader, PartLink};
use super::{address, keep, keep_text};
use crate::names::{Kind, Place, Run, State, Value};
use crate::page::{Line, Picture, Piece, Test, To, When};

/// A run of text as it stands in the file.
pub(super) struct Read {
    /// The place in the file.
    pub(super) at: usize,
    pub(super) when: Option<When>,
    pub(super) pieces: Vec<Piece>,
    /// The names of runs of entries in it.
    pub(super) runs: Vec<Run>,
    pub(super) picture: Option<Picture>,
    /// A flag for a run in which a mistake was told.
    is_faulty: bool,
}

impl Read {
    /// Tells if there is no text.
    pub(super) fn is_empty(&self) -> bool {
        self.pieces.is_empty() && self.runs.is_empty() && self.when.is_none()
    }
}

/// A part of it before names are looked for.
enum Span {
    Text { text: String, at: usize },
    Link { to: To, words: &'static [Piece] },
    Picture(Picture),
}

impl MarkdownReader<'_> {
    /// Reads up to the end of the element that has begun.
    pub(super) fn line(&mut self, at: usize, end: TagEnd) -> Line {
        let read = self.run_of_text(at, end);
        self.as_line(read)
    }

    pub(super) fn as_line(&mut self, read: Read) -> Line {
        let is_empty = read.pieces.is_empty() && read.runs.is_empty() && !read.is_faulty;
        for run in read.runs {
            let name = format!("{{{}}}", run.name());
            let at = self.place_of(&name, read.at);
            self.fault(at, format!("{name} stands for entries of a list: write it alone, as \"- {name}\""));
        }
        if read.picture.is_some() {
            self.fault(read.at, "a picture stands alone, with an empty line before and behind it");
        } else if is_empty {
            self.fault(read.at, "there is no text");
        }
        Line { when: read.when, pieces: keep(read.pieces) }
    }

    /// Reads words without links and names.
    pub(super) fn plain(&mut self, at: usize, end: TagEnd) -> (Option<When>, &'static str) {
        let line = self.line(at, end);
        if let [Piece::Text(text)] = line.pieces {
            return (line.when, text);
        }
        if !line.pieces.is_empty() {
            self.fault(at, "here only words can stand, no links and no names in braces");
        }
        (line.when, "")
    }

    pub(super) fn run_of_text(&mut self, at: usize, end: TagEnd) -> Read {
        let mut read =
            Read { at, when: None, pieces: Vec::new(), runs: Vec::new(), picture: None, is_faulty: false };
        let told = self.faults.len();
        for (place, span) in self.spans(end).into_iter().enumerate() {
            match span {
                Span::Text { text, at } => {
                    let text = one_line(&text);
                    let mut text = text.as_str();
                    if place == 0 {
                        (read.when, text) = self.condition(text, at);
                    }
                    self.names(text, at, &mut read);
                }
                Span::Link { to, words } => read.pieces.push(Piece::Link { to, words }),
                Span::Picture(picture) => read.picture = Some(picture),
            }
        }
        read.is_faulty = self.faults.len() > told;
        read
    }

    fn spans(&mut self, end: TagEnd) -> Vec<Span> {
        let mut spans = Vec::new();
        while let Some((event, range)) = self.next() {
            let at = range.start;
            match event {
                Event::End(tag) if tag == end => break,
                Event::Text(text) => push_text(&mut spans, &text, at),
                Event::SoftBreak => push_text(&mut spans, "\n", at),
                Event::Start(Tag::Link { dest_url, .. }) => {
                    let to = self.link(&dest_url, at);
                    let read = self.run_of_text(at, TagEnd::Link);
                    let words = self.as_line(read).pieces;
                    spans.extend(to.map(|to| Span::Link { to, words }));
                }
                Event::Start(Tag::Image { dest_url, .. }) => {
                    spans.extend(self.picture(&dest_url, at).map(Span::Picture));
                }
                // A comment.
                Event::InlineHtml(html) if html.starts_with("<!--") => {}
                // Entries with empty lines between them hold paragraphs.
                Event::Start(Tag::Paragraph) if spans.is_empty() => {}
                Event::Start(Tag::Paragraph) => {
                    self.fault(at, "here only one paragraph can stand");
                    self.skip();
                }
                Event::End(_) => {}
                Event::Start(tag) => {
                    self.fault(at, not_shown(&tag));
                    self.skip();
                }
                _ => self.fault(at, "this site shows no code, no HTML and no forced line breaks here"),
            }
        }
        spans
    }

    fn link(&mut self, address: &str, at: usize) -> Option<To> {
        let at = self.place_of(address, at);
        match address::target(&self.source.route, address) {
            Ok(to) => {
                if let To::Page { path, part, .. } = to
                    && !part.is_empty()
                {
                    let line = self.line_at(at);
                    self.parts.push(PartLink { line, path, part });
                }
                Some(to)
            }
            Err(what) => {
                self.fault(at, format!("the link to \"{address}\": {what}"));
                None
            }
        }
    }

    /// Takes the condition off the beginning of a text.
    fn condition<'t>(&mut self, text: &'t str, at: usize) -> (Option<When>, &'t str) {
        let asked = text.strip_prefix("{if ").and_then(|rest| rest.split_once('}'));
        let Some((asked, rest)) = asked else { return (None, text) };
        let (holds, name) = match asked.trim().strip_prefix("not ") {
            Some(name) => (false, name.trim()),
            None => (true, asked.trim()),
        };
        let kind = Kind::named(name).map(Test::Kind);
        let state = || State::named(name).map(Test::State);
        let value = || Value::named(name).map(Test::Has);
        let test = kind.or_else(state).or_else(value);
        if test.is_none() {
            self.fault(at, format!("\"{{if {asked}}}\" asks for something unknown: {SEE}"));
        }
        (test.map(|test| When { test, holds }), rest.trim_start())
    }

    /// Reads the names in braces.
    fn names(&mut self, text: &str, from: usize, read: &mut Read) {
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            self.push_words(before, from, read);
            let Some((name, after)) = after.split_once('}') else {
                let at = self.place_of("{", from);
                return self.fault(at, "a brace \"{\" is not closed");
            };
            rest = after;
            if let Some(value) = Value::named(name) {
                read.pieces.push(Piece::Value(value));
            } else if let Some(run) = Run::named(name) {
                read.runs.push(run);
            } else {
                let written = format!("{{{name}}}");
                let at = self.place_of(&written, from);
                self.fault(at, unknown(name));
            }
        }
        self.push_words(rest, from, read);
    }

    fn push_words(&mut self, words: &str, from: usize, read: &mut Read) {
        if words.contains('}') {
            let at = self.place_of("}", from);
            self.fault(at, "a brace \"}\" was not opened");
        }
        if let Some(bracket) = words.find(['[', ']']) {
            let at = self.place_of(words.get(bracket..).unwrap_or(words), from);
            self.fault(at, "a link is written [words](address); here brackets stand without an address");
        }
        if !words.is_empty() {
            read.pieces.push(Piece::Text(keep_text(words)));
        }
    }
}

/// The place where the names are explained.
const SEE: &str = "prose/README.md lists the names";

fn unknown(name: &str) -> String {
    if name.starts_with("if ") {
        format!("the condition \"{{{name}}}\" can stand only at the beginning of a text")
    } else if Place::named(name).is_some() {
        format!("{{{name}}} is an address: write [words]({{{name}}})")
    } else {
        format!("{{{name}}} is no known name: {SEE}")
    }
}

fn not_shown(tag: &Tag<'_>) -> &'static str {
    match tag {
        Tag::Emphasis | Tag::Strong => "this site shows no emphasis",
        Tag::List(_) => "this site shows no lists within lists",
        _ => "this site shows paragraphs, lists, steps, tables, names with values and links only",
    }
}

/// Adds to a text, which the parser gives in parts.
fn push_text(spans: &mut Vec<Span>, more: &str, at: usize) {
    match spans.last_mut() {
        Some(Span::Text { text, .. }) => text.push_str(more),
        _ => spans.push(Span::Text { text: more.to_owned(), at }),
    }
}

/// Joins lines, as Japanese is written, without a space; between two Latin words with one.
fn one_line(text: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    for line in text.split('\n') {
        let is_latin = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_alphanumeric());
        if is_latin(joined.chars().next_back()) && is_latin(line.chars().next()) {
            joined.push(' ');
        }
        joined.push_str(line);
    }
    joined
}
