//! Buttons that copy what is shown.

use joint_procurement_core::export::Clip;
use leptos::prelude::*;

use crate::browser::copy;
use crate::components::LiveText;
use crate::words;

/// A button that copies something, and says whether that succeeded.
#[component]
pub fn CopyButton(
    #[prop(into)] label: Signal<String>,
    /// The source of the content; called at the click.
    #[prop(into)]
    clip: Callback<(), Clip>,
) -> impl IntoView {
    let said = RwSignal::new("");
    let act = move |_| {
        let copied = copy(&untrack(|| clip.run(())));
        // Emptied first: a second success must be announced too.
        said.set("");
        request_animation_frame(move || {
            said.set(if copied { words::copy::DONE } else { words::copy::FAILED })
        });
    };
    view! {
        <button
            class="button"
            data-variant="secondary"
            data-size="sm"
            data-icon="copy"
            type="button"
            data-live=""
            on:click=act
        >
            <LiveText text=label/>
        </button>
        <span class="copy-status" role="status" data-live="">
            <LiveText text=Signal::derive(move || said.get().to_owned())/>
        </span>
    }
}
