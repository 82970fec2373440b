use leptos::ev;
use leptos::prelude::*;

use crate::browser::{part_read, print_sheet};
use crate::content::Contents as PageContents;
use crate::navigation::use_navigation;
use crate::words;

/// The parts of a page as links, beside them where there is room. The one that is read is marked.
#[component]
pub(super) fn Contents(contents: PageContents) -> impl IntoView {
    let PageContents { parts, has_sheet } = contents;
    let navigation = use_navigation();
    let current = RwSignal::new(0);
    if !navigation.is_written() {
        let ids: Vec<String> = parts.iter().map(|(id, _)| id.clone()).collect();
        let look = move |_| {
            let read = part_read(&ids);
            if read != current.get_untracked() {
                current.set(read);
            }
        };
        let listener = window_event_listener(ev::scroll, look);
        on_cleanup(move || listener.remove());
    }
    let links = parts.into_iter().enumerate().map(|(place, (id, heading))| {
        let href = move || navigation.part(&id);
        let mark = move || (current.get() == place).then_some("location");
        view! { <li><a class="contents__link" href=href aria-current=mark>{heading}</a></li> }
    });
    let sheet = has_sheet.then(|| {
        view! {
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
        }
    });
    view! {
        <nav class="contents u-no-print" aria-label=words::site::CONTENTS>
            <ul class="contents__list">{links.collect_view()}</ul>
            {sheet}
        </nav>
    }
}
