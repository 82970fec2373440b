//! The browser's history. A change that it refuses leaves the entry as it is.

use leptos::prelude::window;
use wasm_bindgen::JsValue;
use web_sys::{History, ScrollRestoration};

/// Gives the state of the entry that is shown.
pub fn state() -> JsValue {
    history().and_then(|history| history.state().ok()).unwrap_or(JsValue::NULL)
}

/// Adds an entry.
pub fn push(state: &JsValue, address: &str) {
    if let Some(history) = history() {
        let _ = history.push_state_with_url(state, "", Some(address));
    }
}

/// Writes over the entry that is shown; without an address it keeps its own.
pub fn replace(state: &JsValue, address: Option<&str>) {
    if let Some(history) = history() {
        let _ = history.replace_state_with_url(state, "", address);
    }
}

/// Leaves scrolling to the page, when the reader goes back or forward.
pub fn scroll_by_hand() {
    if let Some(history) = history() {
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    }
}

fn history() -> Option<History> {
    window().history().ok()
}
