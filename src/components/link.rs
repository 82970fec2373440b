use leptos::prelude::*;

use crate::words;

/// A link that leaves the site. Addresses other than http and https, which the builder refuses, are
/// shown as text.
#[component]
pub fn ExternalLink(url: String, text: String) -> impl IntoView {
    if !(url.starts_with("https://") || url.starts_with("http://")) {
        return view! { <span>{text}</span> }.into_any();
    }
    view! {
        <a class="external-link" href=url rel="external noopener">
            {text}
            <span class="external-link__mark">{words::site::EXTERNAL}</span>
        </a>
    }
    .into_any()
}
