//! The page that is shown where data could not be had.

use joint_procurement_core::files::Cause;
use leptos::prelude::*;

use crate::components::LiveText;
use crate::data::Data;
use crate::navigation::{set_title, use_navigation};
use crate::words;

/// The page in place of every other when the snapshot could not be loaded. It stays while the reader
/// tries again, and tells how that goes.
#[component]
pub(super) fn DataFailed() -> impl IntoView {
    let navigation = use_navigation();
    let data: Data = expect_context();
    set_title(words::failure::HEADING);
    let error = move || data.snapshot().and_then(Result::err);
    let message = move || error().map(|error| words::failure::of_cause(&error.cause)).unwrap_or_default();
    let detail = move || error().map(|error| error.to_string()).unwrap_or_default();
    let status = move || {
        let attempt = data.attempt();
        match attempt.number {
            0 | 1 => String::new(),
            _ if attempt.running => words::failure::RETRYING.to_owned(),
            number => words::failure::failed_again(number),
        }
    };
    // Trying again does not help against a snapshot that does not exist; the same page without it does.
    let is_unknown =
        Memo::new(move |_| error().is_some_and(|error| matches!(error.cause, Cause::UnknownSnapshot(_))));
    let elsewhere = move || {
        is_unknown.get().then(|| {
            let href = navigation.file(&navigation.route().get_untracked().path());
            view! { <a class="button" data-variant="primary" href=href>{words::failure::DEFAULT_SNAPSHOT}</a> }
        })
    };
    let variant = move || if is_unknown.get() { "secondary" } else { "primary" };
    view! {
        <div class="error-page">
            <h1 class="error-page__heading" tabindex="-1">{words::failure::HEADING}</h1>
            <p class="error-page__text" role="alert"><LiveText text=Signal::derive(message)/></p>
            <p class="error-page__actions">
                {elsewhere}
                <button class="button" data-variant=variant type="button" on:click=move |_| data.retry()>
                    {words::failure::RETRY}
                </button>
                <a class="button" data-variant="secondary" href=navigation.file("data/catalog.json") rel="external">
                    {words::snapshot::CATALOG}
                </a>
            </p>
            <p class="error-page__text" role="status"><LiveText text=Signal::derive(status)/></p>
            <details class="disclosure" data-size="sm">
                <summary class="disclosure__summary">{words::failure::TECHNICAL}</summary>
                <div class="disclosure__body"><pre class="error-page__detail"><LiveText is_number=true text=Signal::derive(detail)/></pre></div>
            </details>
        </div>
    }
}
