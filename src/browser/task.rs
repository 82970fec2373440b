//! Tasks of the browser's event loop.

use js_sys::Promise;
use leptos::prelude::window;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Waits for a task of its own, so that the browser answers what has been done in between.
pub async fn next_task() {
    let next = Promise::new(&mut |resolve, _| {
        // Without a timer it goes on at once.
        if window().set_timeout_with_callback(&resolve).is_err() {
            let _ = resolve.call0(&JsValue::NULL);
        }
    });
    let _ = JsFuture::from(next).await;
}
