//! Saving what is shown as a file.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::element::{Node, classed};
use crate::export::{CsvTable, to_csv};

/// A button that saves a table as CSV with one click. `file` gives its name without the ending and its
/// rows, and is called at the click.
pub fn csv_button(label: &'static str, file: Box<dyn Fn() -> (String, CsvTable)>) -> Node {
    let save = move || {
        let (name, rows) = untrack(&file);
        // A refused download leaves the page as it was; the browser tells why.
        let _ = save_file(&format!("{name}.csv"), "text/csv;charset=utf-8", &to_csv(&rows));
    };
    save_button(label, Box::new(save))
}

/// A button that saves a text as JSON.
pub fn json_button(label: &'static str, name: String, text: String) -> Node {
    let save = move || {
        let _ = save_file(&format!("{name}.json"), "application/json", text.as_bytes());
    };
    save_button(label, Box::new(save))
}

/// A button that saves something.
pub(super) fn save_button(label: &'static str, act: Box<dyn FnMut()>) -> Node {
    classed("button", "button")
        .attr("data-variant", "secondary")
        .attr("data-size", "sm")
        .attr("data-icon", "download")
        .attr("type", "button")
        .on_click(act)
        .child(label)
        .node()
}

/// Saves bytes as a file.
pub(super) fn save_file(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    let properties = BlobPropertyBag::new();
    properties.set_type(media_type);
    save_blob(name, &Blob::new_with_u8_array_sequence_and_options(&parts, &properties)?)
}

/// Saves what the browser itself has made as a file.
pub(super) fn save_blob(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let url = Url::create_object_url_with_blob(blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.dyn_into()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // Later, because Safari reads the blob only after the click has returned.
    set_timeout(
        move || {
            let _ = Url::revoke_object_url(&url);
        },
        std::time::Duration::from_secs(60),
    );
    Ok(())
}
