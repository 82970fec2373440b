use leptos::prelude::*;

use crate::routes::{Address, Route};
use crate::shell::{use_navigation, use_words};

/// A link to a page of the site, with a query where one is given.
#[component]
pub fn RouteLink(
    route: Route,
    #[prop(optional, into)] query: String,
    #[prop(optional)] class: &'static str,
    children: Children,
) -> impl IntoView {
    let href = use_navigation().href(&Address::with_query(route, query));
    view! { <a class=class href=href>{children()}</a> }
}

/// A link that leaves the site. Addresses other than http and https, which the builder refuses, are
/// shown as text.
#[component]
pub fn ExternalLink(#[prop(into)] url: String, #[prop(into)] text: String) -> impl IntoView {
    if url.starts_with("https://") || url.starts_with("http://") {
        view! {
            <a class="external-link" href=url rel="external noopener">
                {text}<span class="external-link__mark">{use_words().shell.external}</span>
            </a>
        }
        .into_any()
    } else {
        view! { <span>{text}</span> }.into_any()
    }
}
