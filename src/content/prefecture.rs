//! One prefecture with its neighbours.

use super::{Block, Content};
use crate::domain::{Municipalities, PrefectureCode, Snapshot};
use crate::routes::Route;
use crate::text::Words;

pub fn prefecture(snapshot: &Snapshot, words: &Words, code: PrefectureCode) -> Content {
    let title = snapshot.prefecture_name(code).to_owned();
    let _ = words;
    Content {
        heading: title.clone(),
        title,
        ancestors: vec![Route::Overview, Route::Prefectures],
        ..Content::default()
    }
}

/// The municipalities with the cases that each certainly takes part in.
pub(super) fn municipalities(
    _snapshot: &Snapshot,
    _words: &Words,
    _code: PrefectureCode,
    _municipalities: &Municipalities,
) -> Vec<Block> {
    Vec::new()
}
