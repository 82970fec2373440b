//! Up to four cases side by side.

use super::Content;
use crate::domain::Snapshot;
use crate::query::CompareQuery;
use crate::routes::Route;
use crate::text::Words;

/// The page of the cases that the query names.
pub fn compare(_snapshot: &Snapshot, words: &Words, _query: &CompareQuery) -> Content {
    let name = words.route_name(&Route::Compare);
    Content {
        title: name.to_owned(),
        ancestors: vec![Route::Overview, Route::Cases],
        heading: name.to_owned(),
        ..Content::default()
    }
}
