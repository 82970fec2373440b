//! Parts of a text as parts of a page.

use joint_procurement_core::domain::SnapshotKind;
use joint_procurement_core::query::CaseQuery;
use joint_procurement_core::routes::{Address, Route};
use joint_procurement_prose::{
    self as prose, Item, Kind, Line, Piece, Place, Section, State, Test, To, When,
};

use super::values::Filled;
use super::{Block, Cell, Column, Prose, Table, Text};
use crate::content::{CopyText, FactRow, Inline, Link, Screen, Target};
use crate::words;

impl Prose<'_> {
    pub(super) fn holds(&self, when: Option<When>) -> bool {
        let Some(When { test, holds }) = when else { return true };
        let answer = match test {
            Test::Kind(kind) => kind == self.kind(),
            Test::State(State::PartialStaff) => self.facts.staff_is_partial(),
            Test::State(State::FullStaff) => {
                self.facts.staff_credit().is_some() && !self.facts.staff_is_partial()
            }
            Test::State(State::MaintainerAddress) => self.facts.meta().maintainer.can_be_reached(),
            Test::Has(value) => self.value(value).is_there(),
        };
        answer == holds
    }

    fn kind(&self) -> Kind {
        match self.facts.meta().kind {
            SnapshotKind::Compiled => Kind::Compiled,
            SnapshotKind::Official => Kind::Official,
            SnapshotKind::Synthetic => Kind::Synthetic,
        }
    }

    /// Gives what stands under a heading.
    pub(in crate::content) fn blocks(&self, section: &Section) -> Vec<Block> {
        section.blocks.iter().filter_map(|block| self.block(section, block)).collect()
    }

    fn block(&self, section: &Section, block: &prose::Block) -> Option<Block> {
        Some(match block {
            prose::Block::Paragraph(line) => Block::Paragraph(self.line(line)?),
            prose::Block::List(items) => Block::List(items.iter().flat_map(|item| self.item(item)).collect()),
            prose::Block::Steps(steps) => {
                Block::Steps(steps.iter().filter_map(|step| self.line(step)).collect())
            }
            prose::Block::Definitions(facts) => {
                let facts =
                    facts.iter().filter_map(|fact| Some(FactRow::new(fact.name, self.line(&fact.value)?)));
                Block::Facts(facts.collect())
            }
            prose::Block::Code(lines) => Block::CopyText(CopyText {
                label: words::copy::LINES,
                text: (*lines).to_owned(),
                page_address: false,
                mail: None,
            }),
            prose::Block::Picture(prose::Picture { file, alt, size }) => {
                Block::Screen(Screen { file, alt, size: *size })
            }
            prose::Block::Table(table) => Block::Table(Table {
                id: format!("{}-table", section.id),
                caption: section.heading.to_owned(),
                caption_hidden: true,
                columns: table.columns.iter().map(|name| Column::text(*name)).collect(),
                rows: table
                    .rows
                    .iter()
                    .map(|row| row.iter().map(|cell| Cell::new(*cell)).collect())
                    .collect(),
                file_name: format!("{}_{}", section.heading, self.facts.meta().id),
            }),
        })
    }

    fn item(&self, item: &Item) -> Vec<Text> {
        match item {
            Item::Line(line) => self.line(line).into_iter().collect(),
            Item::Each(run) => self.run(*run),
        }
    }

    pub(super) fn line(&self, line: &Line) -> Option<Text> {
        self.holds(line.when).then(|| self.text(line.pieces))
    }

    fn text(&self, pieces: &[Piece]) -> Text {
        let mut text = Text::default();
        let mut words = String::new();
        for piece in pieces {
            let link: Inline = match piece {
                Piece::Text(plain) => {
                    words.push_str(plain);
                    continue;
                }
                Piece::Value(value) => match self.value(*value) {
                    Filled::Link(link) => link.into(),
                    plain => {
                        words.push_str(&plain.into_words());
                        continue;
                    }
                },
                Piece::Link { to, words } => self.link(*to, self.text(words).plain()),
            };
            if !words.is_empty() {
                text.push(std::mem::take(&mut words));
            }
            text.push(link);
        }
        if !words.is_empty() {
            text.push(words);
        }
        text
    }

    fn link(&self, to: To, words: String) -> Inline {
        let target = match to {
            To::Page { path, query, part } => {
                let (query, card) = (query.to_owned(), part.to_owned());
                Target::Internal(Address { route: Route::parse(path), query, card })
            }
            To::File(path) => Target::File(path.to_owned()),
            To::Elsewhere(url) => return Inline::external(url.parse().ok(), words),
            To::Place(Place::ThisSnapshot) => {
                let snapshot = Some(self.facts.meta().id.clone());
                let query = CaseQuery { snapshot, ..CaseQuery::default() };
                Address::with_query(Route::Cases, query).into()
            }
        };
        Link::new(target, words).into()
    }
}
