use leptos::prelude::*;

use super::text::text;
use crate::content;

/// Pages elsewhere, each with what it is; numbered where texts refer to their numbers.
#[component]
pub(super) fn References(references: content::References) -> impl IntoView {
    let content::References { numbered, entries } = references;
    let [item, title, meta] = if numbered {
        ["source", "source__title", "source__meta"]
    } else {
        ["document", "document__title", "document__meta"]
    };
    let entries = entries.into_iter().map(|entry| {
        let kind = entry.kind.map(|kind| view! { <span class="chip" data-tone="neutral">{kind}</span> });
        let about = (!entry.meta.is_empty()).then(|| view! { <p class=meta>{text(entry.meta)}</p> });
        view! {
            <li class=item id=entry.id>
                {kind}
                <p class=title>{text(entry.title)}</p>
                {about}
            </li>
        }
    });
    let entries = entries.collect_view();
    if numbered {
        view! { <ol class="source-list">{entries}</ol> }.into_any()
    } else {
        view! { <ul class="document-list">{entries}</ul> }.into_any()
    }
}
