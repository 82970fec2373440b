//! The part of a page that is read.

use leptos::prelude::*;

/// The share of the window, from its top, within which the part that is read has begun.
const REACH: f64 = 0.3;

/// Finds the place of the part that is read, among parts in the order of the page. At the end of the page it is the last.
pub fn part_read(ids: &[String]) -> usize {
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    let top = |id: &String| {
        let part = document().get_element_by_id(id)?;
        // A part that is folded away has no place.
        let place = part.get_bounding_client_rect();
        (place.height() > 0.0).then(|| place.top())
    };
    let read = ids.iter().rposition(|id| top(id).is_some_and(|top| top < height * REACH)).unwrap_or_default();
    let whole = document().document_element().map_or(0, |root| root.scroll_height());
    let is_end = window().scroll_y().unwrap_or_default() + height >= f64::from(whole) - 2.0;
    let is_begin = window().scroll_y().unwrap_or_default() <= 0.0;
    if is_end && !is_begin { ids.len().saturating_sub(1) } else { read }
}
