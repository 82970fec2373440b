//! The width of the window.

use leptos::prelude::*;
use wasm_bindgen::prelude::*;

/// Tells if the media query holds, now and whenever that changes.
pub fn matches_media(query: &str) -> Signal<bool> {
    let shown = RwSignal::new(true);
    if let Ok(Some(media)) = window().match_media(query) {
        shown.set(media.matches());
        let asked = media.clone();
        let changed = Closure::<dyn FnMut()>::new(move || {
            shown.try_set(asked.matches());
        });
        media.set_onchange(Some(changed.as_ref().unchecked_ref()));
        let kept = StoredValue::new_local((media, changed));
        on_cleanup(move || kept.with_value(|(media, _)| media.set_onchange(None)));
    }
    shown.into()
}
