//! The distance that the window is scrolled.

use leptos::prelude::window;

/// Tells if the reader is below the top of the page.
pub fn has_scrolled() -> bool {
    window().scroll_y().is_ok_and(|height| height > 0.0)
}
