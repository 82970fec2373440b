//! Saving what is shown as a file.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use crate::export::{CsvTable, to_csv};
use crate::shell::use_words;

/// Saves a table as CSV with one click. `rows` is called at the click.
#[component]
pub fn CsvButton(
    /// Without its ending.
    #[prop(into)]
    file_name: Signal<String>,
    rows: impl Fn() -> CsvTable + Send + Sync + 'static,
    #[prop(optional_no_strip)] label: Option<&'static str>,
) -> impl IntoView {
    let label = label.unwrap_or(use_words().table.csv);
    let save = move |_| {
        let name = format!("{}.csv", file_name.get_untracked());
        // A refused download leaves the page as it was; the browser tells why.
        let _ = save_file(&name, "text/csv;charset=utf-8", &to_csv(&rows()));
    };
    view! {
        <button class="button" data-variant="secondary" data-size="sm" data-icon="download" type="button" on:click=save>
            {label}
        </button>
    }
}

fn save_file(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    let properties = BlobPropertyBag::new();
    properties.set_type(media_type);
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &properties)?;
    let url = Url::create_object_url_with_blob(&blob)?;
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
