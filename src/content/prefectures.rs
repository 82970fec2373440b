//! The 47 prefectures.

use super::Content;
use crate::domain::Snapshot;
use crate::routes::Route;
use crate::text::Words;

pub fn prefectures(_snapshot: &Snapshot, words: &Words) -> Content {
    let title = words.route_name(&Route::Prefectures).to_owned();
    Content { heading: title.clone(), title, ancestors: vec![Route::Overview], ..Content::default() }
}
