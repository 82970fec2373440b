//! Scrolling.

use leptos::prelude::{document, queue_microtask, window};
use web_sys::{ScrollIntoViewOptions, ScrollLogicalPosition};

/// Tells if the reader is below the top of the page.
pub fn has_scrolled() -> bool {
    window().scroll_y().is_ok_and(|height| height > 0.0)
}

/// Brings an element into view by the shortest way, once what is being drawn is there.
pub fn scroll_into_view(id: String) {
    queue_microtask(move || {
        if let Some(element) = document().get_element_by_id(&id) {
            let options = ScrollIntoViewOptions::new();
            options.set_block(ScrollLogicalPosition::Nearest);
            element.scroll_into_view_with_scroll_into_view_options(&options);
        }
    });
}
