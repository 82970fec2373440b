use joint_procurement_core::domain::WebAddress;
use leptos::prelude::*;

use crate::words;

/// A link that leaves the site.
#[component]
pub fn ExternalLink(url: WebAddress, text: String) -> impl IntoView {
    view! {
        <a class="external-link" href=url.to_string() rel="external noopener">
            {text}
            <span class="external-link__mark">{words::site::EXTERNAL}</span>
        </a>
    }
}
