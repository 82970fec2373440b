use leptos::prelude::*;

use crate::words;

/// The conditions of a view, each a link to the view without it.
#[component]
pub fn ActiveFilters(
    /// The conditions in words, with their addresses.
    conditions: Vec<(String, String)>,
    /// The address without any of them.
    clear: String,
) -> impl IntoView {
    if conditions.is_empty() {
        return ().into_any();
    }
    let chips = conditions.into_iter().enumerate().map(|(place, (words, href))| {
        view! {
            <li class="active-filters__item">
                // Where one is taken away, the next has its place and the focus.
                <a class="filter-chip" id=format!("condition-{place}") href=href data-noscroll="">
                    <span class="u-visually-hidden">{words::filter::REMOVE}</span>
                    {words}
                    <span class="filter-chip__remove" aria-hidden="true"></span>
                </a>
            </li>
        }
    });
    let chips = chips.collect_view();
    view! {
        <ul class="active-filters" aria-label=words::filter::ACTIVE>
            {chips}
            <li class="active-filters__item">
                <a class="active-filters__clear" href=clear data-noscroll="">{words::filter::CLEAR}</a>
            </li>
        </ul>
    }
    .into_any()
}
