//! The clipboard.

use joint_procurement_core::export::Clip;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{ClipboardEvent, HtmlDocument, HtmlTextAreaElement};

use super::focus_in_place;

/// Puts the content into the clipboard, in both forms; tells if that succeeded.
///
/// Uses the copy command and not `navigator.clipboard`, which only exists on https. Intranet servers of town
/// halls often speak plain http, and the command takes rich text everywhere.
pub fn copy(clip: &Clip) -> bool {
    try_copy(clip).unwrap_or(false)
}

fn try_copy(clip: &Clip) -> Result<bool, JsValue> {
    let document = document();
    let Some(body) = document.body() else { return Ok(false) };
    let before = document.active_element().and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok());
    // Safari copies nothing where nothing is selected.
    let field: HtmlTextAreaElement = document.create_element("textarea")?.dyn_into()?;
    field.set_class_name("u-visually-hidden");
    field.set_read_only(true);
    field.set_value(&clip.text);
    body.append_child(&field)?;
    field.select();

    let (text, html) = (clip.text.clone(), clip.html.clone());
    let fill = Closure::<dyn FnMut(ClipboardEvent)>::new(move |event: ClipboardEvent| {
        let Some(data) = event.clipboard_data() else { return };
        let _ = data.set_data("text/plain", &text);
        if let Some(html) = &html {
            let _ = data.set_data("text/html", html);
        }
        event.prevent_default();
    });
    let listener = fill.as_ref().unchecked_ref();
    document.add_event_listener_with_callback("copy", listener)?;
    let copied = document.unchecked_ref::<HtmlDocument>().exec_command("copy");
    document.remove_event_listener_with_callback("copy", listener)?;
    field.remove();
    if let Some(before) = before {
        focus_in_place(&before);
    }
    copied
}
