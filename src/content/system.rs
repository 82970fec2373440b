//! One system type.

use super::{Block, Content};
use crate::domain::{CaseDetail, Slug, Snapshot};
use crate::routes::Route;
use crate::text::Words;

/// The page of a type; of a slug that no type has, the nearest types.
pub fn system(snapshot: &Snapshot, words: &Words, slug: &Slug) -> Content {
    let title = snapshot.system_name(slug).to_owned();
    let _ = words;
    Content {
        heading: title.clone(),
        title,
        ancestors: vec![Route::Overview, Route::Systems],
        ..Content::default()
    }
}

/// The documents of all cases of the type.
pub(super) fn documents(
    _snapshot: &Snapshot,
    _words: &Words,
    _slug: &Slug,
    _details: &[CaseDetail],
) -> Vec<Block> {
    Vec::new()
}
