use leptos::prelude::*;

use super::text::TextLink;
use crate::browser::print_sheet;
use crate::content::Link;
use crate::words;

/// The parts of the page, beside them where there is room, and the way to a sheet of the first.
#[component]
pub(super) fn Contents(links: Vec<Link>) -> impl IntoView {
    let links = links.into_iter().map(|link| view! { <li><TextLink link class="contents__link"/></li> });
    view! {
        <nav class="contents u-no-print" aria-label=words::site::CONTENTS>
            <ul class="contents__list">{links.collect_view()}</ul>
            <button
                class="button"
                type="button"
                data-variant="secondary"
                data-size="sm"
                data-live=""
                on:click=|_| print_sheet()
            >
                {words::site::PRINT_SHEET}
            </button>
        </nav>
    }
}
