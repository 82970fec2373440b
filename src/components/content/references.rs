use leptos::prelude::*;

use super::text::{link, text};
use crate::content::References;

pub(super) fn references(references: References) -> AnyView {
    let [list, item, title, meta] = if references.numbered {
        ["source-list", "source", "source__title", "source__meta"]
    } else {
        ["document-list", "document", "document__title", "document__meta"]
    };
    let entries = references.entries.into_iter().map(|entry| {
        let kind = entry.kind.map(|kind| view! { <span class="chip" data-tone="neutral">{kind}</span> });
        let about = (!entry.meta.is_empty()).then(|| view! { <p class=meta>{text(entry.meta)}</p> });
        view! { <li class=item>{kind}<p class=title>{link(entry.link, "")}</p>{about}</li> }
    });
    let entries = entries.collect_view();
    if references.numbered {
        view! { <ol class=list>{entries}</ol> }.into_any()
    } else {
        view! { <ul class=list>{entries}</ul> }.into_any()
    }
}
