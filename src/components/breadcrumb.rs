use leptos::prelude::*;

use super::RouteLink;
use crate::routes::Route;
use crate::shell::use_words;

/// The way to the page: its ancestors as links, then itself.
#[component]
pub fn Breadcrumb(ancestors: Vec<Route>, #[prop(into)] current: String) -> impl IntoView {
    let words = use_words();
    let items = ancestors.into_iter().map(|route| {
        let name = words.route_name(&route);
        view! {
            <li class="breadcrumb__item"><RouteLink route class="breadcrumb__link">{name}</RouteLink></li>
        }
    });
    view! {
        <nav class="breadcrumb" aria-labelledby="breadcrumb-label">
            <span class="u-visually-hidden" id="breadcrumb-label">{words.shell.here}</span>
            <ol class="breadcrumb__list">
                {items.collect_view()}
                <li class="breadcrumb__item">
                    <span class="breadcrumb__current" aria-current="page">{current}</span>
                </li>
            </ol>
        </nav>
    }
}
