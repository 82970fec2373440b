//! Buttons that save what is shown as a file.

use joint_procurement_core::export::{CsvTable, to_csv};
use leptos::prelude::*;

use crate::browser::save_file;

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
    /// The name without its ending.
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
    /// The action, called at the click.
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
