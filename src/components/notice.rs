use leptos::prelude::*;

use crate::content::Tone;
use crate::words;

/// A remark that stands out.
#[component]
pub fn Notice(
    tone: Tone,
    /// A flag for a less tall remark, one of many; one that stands on every page is compact too.
    #[prop(optional)]
    compact: bool,
    children: Children,
) -> impl IntoView {
    let (slug, label) = match tone {
        Tone::Info => ("info", words::notice::INFO),
        Tone::Warning => ("warning", words::notice::WARNING),
    };
    view! {
        <div class="notice" data-tone=slug data-size=compact.then_some("compact")>
            <span class="notice__icon" role="img" aria-label=label></span>
            <div class="notice__body">{children()}</div>
        </div>
    }
}
