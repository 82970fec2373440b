//! Questions and answers.

use super::Content;
use crate::domain::Snapshot;
use crate::routes::Route;
use crate::text::Words;

pub fn faq(_snapshot: &Snapshot, words: &Words) -> Content {
    let title = words.route_name(&Route::Faq).to_owned();
    Content { heading: title.clone(), title, ancestors: vec![Route::Overview], ..Content::default() }
}
