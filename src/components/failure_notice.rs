//! A part of a page that could not be had.

use joint_procurement_core::files::DataError;
use leptos::prelude::*;

use crate::words;

/// A notice in place of a part of a page whose own data could not be loaded. The rest of the page stays.
#[component]
pub fn FailureNotice(
    error: DataError,
    /// The action that asks for the data again.
    #[prop(into)]
    retry: Callback<()>,
) -> impl IntoView {
    view! {
        <div class="notice" data-tone="error" role="alert">
            <span class="notice__icon" role="img" aria-label=words::notice::ERROR></span>
            <div class="notice__body">
                <p class="notice__heading">{words::failure::PART}</p>
                <p class="notice__text">{words::failure::of_cause(&error.cause)}</p>
                <p class="notice__text text-small">{error.to_string()}</p>
                <div class="notice__actions">
                    <button
                        class="button"
                        data-variant="secondary"
                        data-size="sm"
                        type="button"
                        on:click=move |_| retry.run(())
                    >
                        {words::failure::RETRY}
                    </button>
                </div>
            </div>
        </div>
    }
}
