use joint_procurement_core::routes::Route;
use leptos::prelude::*;

use crate::navigation::use_navigation;
use crate::words;

/// The way to the page: its ancestors as links, then itself.
#[component]
pub fn Breadcrumb(
    /// The pages above, from the overview down.
    ancestors: Vec<Route>,
    /// The name of the page itself.
    #[prop(into)]
    current: String,
) -> impl IntoView {
    let navigation = use_navigation();
    let items = ancestors.into_iter().map(|route| {
        let name = words::site::page_name(&route);
        let href = navigation.href(&route.into());
        view! {
            <li class="breadcrumb__item">
                <a class="breadcrumb__link" href=href>{name}</a>
            </li>
        }
    });
    view! {
        <nav class="breadcrumb" aria-labelledby="breadcrumb-label">
            <span class="u-visually-hidden" id="breadcrumb-label">{words::site::HERE}</span>
            <ol class="breadcrumb__list">
                {items.collect_view()}
                <li class="breadcrumb__item">
                    <span class="breadcrumb__current" aria-current="page">{current}</span>
                </li>
            </ol>
        </nav>
    }
}
