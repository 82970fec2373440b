//! The one card that the window shows in the page of another.

use leptos::prelude::document;

/// The mark of such a window, which assets/theme.js sets before anything is painted.
const EMBED: &str = "data-embed";

/// Gives the id of the card that the window was opened for, where it was opened for one.
pub fn embedded_card() -> Option<String> {
    document().document_element()?.get_attribute(EMBED)
}

/// Shows another card in its place.
pub fn embed_card(id: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute(EMBED, id);
    }
}
