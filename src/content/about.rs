//! What joint procurement is, and how to use this site.

use super::Content;
use crate::domain::Snapshot;
use crate::routes::Route;
use crate::text::Words;

pub fn about(_snapshot: &Snapshot, words: &Words) -> Content {
    let title = words.route_name(&Route::About).to_owned();
    Content { heading: title.clone(), title, ancestors: vec![Route::Overview], ..Content::default() }
}
