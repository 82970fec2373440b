//! The data: definitions, coverage, files, corrections, contact.

use super::{Block, Content};
use crate::domain::{CaseDetail, Snapshot};
use crate::routes::Route;
use crate::text::Words;

pub fn data(_snapshot: &Snapshot, words: &Words) -> Content {
    let title = words.route_name(&Route::Data).to_owned();
    Content { heading: title.clone(), title, ancestors: vec![Route::Overview], ..Content::default() }
}

/// How many cases have each of the long texts.
pub(super) fn text_fill(_snapshot: &Snapshot, _words: &Words, _details: &[CaseDetail]) -> Vec<Block> {
    Vec::new()
}
