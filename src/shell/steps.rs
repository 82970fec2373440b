//! The entries of the browser's history: their numbers, and the height at which each was left.

use std::collections::BTreeMap;

use leptos::prelude::window;
use wasm_bindgen::JsValue;

/// The entries of the browser's history with the height at which each was left.
pub(super) struct Steps {
    pub current: u32,
    pub next: u32,
    pub heights: BTreeMap<u32, i32>,
    /// False from a step through the history until its page is complete: a page that still loads is
    /// short, and the browser scrolls it by itself.
    pub settled: bool,
}

/// Where heights outlive a reload.
const HEIGHTS_KEY: &str = "scroll";

impl Steps {
    /// After a reload the entry has its number and the heights are in the session's storage. A page that was
    /// opened anew in the same tab has no number yet: it gets one that no entry before it has had.
    pub fn restore() -> Self {
        let stored = session_storage().and_then(|storage| storage.get_item(HEIGHTS_KEY).ok().flatten());
        let stored = stored.unwrap_or_default();
        let mut words = stored.split_whitespace();
        let next: u32 = words.next().and_then(|next| next.parse().ok()).unwrap_or(0);
        let heights = words.filter_map(read_height).collect();
        let own = window().history().and_then(|history| history.state()).ok();
        let current = own.as_ref().and_then(entry_number).unwrap_or_else(|| {
            number_entry(next);
            next
        });
        Self { current, next: next.max(current + 1), heights, settled: false }
    }

    pub fn store(&self) {
        // Without storage (private mode, no rights) a reload begins at the top.
        if let Some(storage) = session_storage() {
            let heights: Vec<String> =
                self.heights.iter().map(|(entry, height)| format!("{entry}:{height}")).collect();
            let _ = storage.set_item(HEIGHTS_KEY, &format!("{} {}", self.next, heights.join(" ")));
        }
    }
}

/// `3:1200`: entry 3 was left at a height of 1200 pixels.
fn read_height(text: &str) -> Option<(u32, i32)> {
    let (entry, height) = text.split_once(':')?;
    Some((entry.parse().ok()?, height.parse().ok()?))
}

fn session_storage() -> Option<web_sys::Storage> {
    window().session_storage().ok().flatten()
}

/// `None` for an entry that the application has not made.
pub(super) fn entry_number(state: &JsValue) -> Option<u32> {
    state.as_f64().map(|number| number as u32)
}

/// Gives the entry that is shown its number.
pub(super) fn number_entry(number: u32) {
    if let Ok(history) = window().history() {
        let _ = history.replace_state(&JsValue::from_f64(f64::from(number)), "");
    }
}
