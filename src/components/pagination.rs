use joint_procurement_core::query::{CaseQuery, PageNumber};
use joint_procurement_core::routes::{Address, Route};
use leptos::prelude::*;

use super::InBrowser;
use crate::navigation::use_navigation;
use crate::words;

/// Links to the pages of a list; nothing for a single page.
#[component]
pub fn Pagination(
    query: CaseQuery,
    /// The page shown, from 1 to `pages`, whatever the address asks for.
    current: usize,
    pages: usize,
) -> impl IntoView {
    let navigation = use_navigation();
    if pages <= 1 {
        return ().into_any();
    }
    let href = move |page: usize| {
        let page = u32::try_from(page).ok().and_then(PageNumber::new).unwrap_or_default();
        navigation.href(&Address::with_query(Route::Cases, CaseQuery { page, ..query.clone() }))
    };
    let step = |page: usize, direction: &'static str, rel: &'static str, text: &'static str| {
        view! { <a class="pagination__step" data-direction=direction rel=rel href=href(page)>{text}</a> }
    };
    let previous = (current > 1).then(|| step(current - 1, "previous", "prev", words::list::PREVIOUS));
    let next = (current < pages).then(|| step(current + 1, "next", "next", words::list::NEXT));
    let items = shown_pages(current, pages).into_iter().map(|page| match page {
        None => {
            view! { <li class="pagination__item"><span class="pagination__gap">"…"</span></li> }.into_any()
        }
        Some(page) => {
            let aria_current = (page == current).then_some("page");
            view! {
                <li class="pagination__item">
                    <a
                        class="pagination__link"
                        href=href(page)
                        aria-current=aria_current
                        aria-label=words::list::page(page)
                    >
                        {page}
                    </a>
                </li>
            }
            .into_any()
        }
    });
    let items = items.collect_view();
    view! {
        // Other pages of the list are made by the program alone.
        <nav class="pagination" aria-label=words::list::PAGES data-live="">
            <InBrowser>
                {previous}
                <ol class="pagination__list">{items}</ol>
                {next}
                <p class="pagination__summary">{words::list::page_of(current, pages)}</p>
            </InBrowser>
        </nav>
    }
    .into_any()
}

/// Lists the first, the last and the pages around the current one; `None` for a gap.
fn shown_pages(current: usize, pages: usize) -> Vec<Option<usize>> {
    let mut shown = Vec::new();
    let mut last = 0;
    for page in (1..=pages).filter(|&page| page == 1 || page == pages || page.abs_diff(current) <= 1) {
        if page > last + 1 {
            shown.push(None);
        }
        shown.push(Some(page));
        last = page;
    }
    shown
}
