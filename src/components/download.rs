//! Saving what is shown as a file.

use joint_procurement_core::export::{CsvTable, to_csv};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// A button that saves a table as CSV with one click.
#[component]
pub fn CsvButton(
    label: &'static str,
    /// The file's name without the ending, and its rows; called at the click.
    #[prop(into)]
    file: Callback<(), (String, CsvTable)>,
) -> impl IntoView {
    let save = move || {
        let (name, rows) = untrack(|| file.run(()));
        // A refused download leaves the page as it was; the browser tells why.
        let _ = save_file(&format!("{name}.csv"), "text/csv;charset=utf-8", &to_csv(&rows));
    };
    view! { <SaveButton label save/> }
}

/// A button that saves a text as JSON.
#[component]
pub fn JsonButton(
    label: &'static str,
    /// Without its ending.
    name: String,
    text: String,
) -> impl IntoView {
    let save = move || {
        let _ = save_file(&format!("{name}.json"), "application/json", text.as_bytes());
    };
    view! { <SaveButton label save/> }
}

/// A button that saves something.
#[component]
pub(super) fn SaveButton(
    label: &'static str,
    /// Called at the click.
    #[prop(into)]
    save: Callback<()>,
) -> impl IntoView {
    view! {
        <button
            class="button"
            data-variant="secondary"
            data-size="sm"
            data-icon="download"
            type="button"
            data-live=""
            on:click=move |_| save.run(())
        >
            {label}
        </button>
    }
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
