//! The parts of a text: paragraphs, lists, steps, names with values, tables, code, pictures.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::reader::MarkdownReader;
use super::{keep, keep_text};
use crate::page::{Block, Definition, Item, Line, Table};

impl MarkdownReader<'_> {
    /// Reads the part whose beginning was met. None for what cannot be shown, which is told.
    pub(super) fn block(&mut self, tag: &Tag<'_>, at: usize) -> Option<Block> {
        match tag {
            Tag::Paragraph => {
                let mut read = self.run_of_text(at, TagEnd::Paragraph);
                match read.picture.take() {
                    Some(picture) if read.is_empty() => Some(Block::Picture(picture)),
                    picture => {
                        read.picture = picture;
                        Some(Block::Paragraph(self.as_line(read)))
                    }
                }
            }
            Tag::CodeBlock(_) => Some(Block::Code(self.code())),
            Tag::List(None) => Some(Block::List(keep(self.items()))),
            Tag::List(Some(_)) => Some(Block::Steps(keep(self.steps()))),
            Tag::DefinitionList => Some(Block::Definitions(keep(self.facts()))),
            Tag::Table(_) => Some(Block::Table(self.table())),
            Tag::HtmlBlock => {
                self.comment(at);
                None
            }
            _ => {
                let what = "this site shows paragraphs, lists, steps, tables, code, pictures and names with values only";
                self.fault(at, what);
                self.skip();
                None
            }
        }
    }

    fn comment(&mut self, at: usize) {
        let written = self.source.text.get(at..).unwrap_or_default();
        if !written.trim_start().starts_with("<!--") {
            self.fault(at, "no HTML can stand here, only comments: <!-- … -->");
        }
        self.skip();
    }

    fn code(&mut self) -> &'static str {
        let mut code = String::new();
        while let Some((Event::Text(text), _)) = self.next() {
            code.push_str(&text);
        }
        keep_text(code.trim_end())
    }

    fn items(&mut self) -> Vec<Item> {
        let mut items = Vec::new();
        while let Some((Event::Start(Tag::Item), range)) = self.next() {
            let read = self.run_of_text(range.start, TagEnd::Item);
            let item = match (read.runs.as_slice(), read.pieces.as_slice(), read.when) {
                (&[run], [], None) => Item::Each(run),
                _ => Item::Line(self.as_line(read)),
            };
            items.push(item);
        }
        items
    }

    fn steps(&mut self) -> Vec<Line> {
        let mut steps = Vec::new();
        while let Some((Event::Start(Tag::Item), range)) = self.next() {
            steps.push(self.line(range.start, TagEnd::Item));
        }
        steps
    }

    fn facts(&mut self) -> Vec<Definition> {
        let mut facts = Vec::new();
        let mut named = None;
        while let Some((Event::Start(tag), range)) = self.next() {
            let at = range.start;
            if tag == Tag::DefinitionListTitle {
                named = Some(self.plain(at, TagEnd::DefinitionListTitle));
                continue;
            }
            let value = self.line(at, TagEnd::DefinitionListDefinition);
            let Some((when, name)) = named.take() else {
                self.fault(at, "a name has one value: one line that begins with \":\"");
                continue;
            };
            if value.when.is_some() {
                self.fault(at, "the condition stands before the name, not before its value");
            }
            facts.push(Definition { name, value: Line { when, ..value } });
        }
        facts
    }

    fn table(&mut self) -> Table {
        let mut rows = Vec::new();
        let mut row = Vec::new();
        while let Some((event, range)) = self.next() {
            match event {
                Event::Start(Tag::TableCell) => {
                    let (when, words) = self.plain(range.start, TagEnd::TableCell);
                    if when.is_some() {
                        self.fault(range.start, "a table has no conditions");
                    }
                    row.push(words);
                }
                Event::End(TagEnd::TableHead | TagEnd::TableRow) => rows.push(keep(std::mem::take(&mut row))),
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        let columns = if rows.is_empty() { keep(Vec::new()) } else { rows.remove(0) };
        Table { columns, rows: keep(rows) }
    }
}
