//! What a page says, as plain values: tested natively, drawn by `components::content`, and readable
//! without a browser. A page that only shows things is a function that returns a `Content`.

mod block;
mod page;
mod table;
mod text;

pub use block::{Bar, Block, Card, DomainTile, Fact, KeyFigure, Picture, Question, Section, Tone};
pub use page::Content;
pub use table::{Align, Cell, Column, Table};
pub use text::{Inline, Link, Target, Text, cases_link};

mod overview;

pub use overview::overview;

use crate::domain::Snapshot;
use crate::text::Words;

/// From this many cases on a chart says more than a list.
const PICTURE_FROM: usize = 5;

/// Source and date under a figure.
fn source_line(snapshot: &Snapshot, words: &Words) -> String {
    (words.shell.source_line)(snapshot.meta.kind, snapshot.meta.as_of)
}
