//! The banner for readers of the edition in one file, and the form that opens links from others there.

use joint_procurement_core::domain::Snapshot;
use joint_procurement_core::routes::{Address, Route};
use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;

use crate::components::LiveText;
use crate::navigation::use_navigation;
use crate::words::use_words;

/// Shows the kind and the date of the data in the file, on its first page.
#[component]
pub(super) fn FileBanner(snapshot: &'static Snapshot) -> impl IntoView {
    let (words, navigation) = (use_words(), use_navigation());
    let shell = &words.shell;
    let field = NodeRef::<html::Input>::new();
    let unknown = RwSignal::new(false);
    let open = move |event: SubmitEvent| {
        event.prevent_default();
        let typed = field.get_untracked().map(|field| field.value()).unwrap_or_default();
        // Also where the name of the file, or more, stands before it.
        let link = typed.find("#/").and_then(|start| Address::from_fragment(typed[start..].trim()));
        unknown.set(link.is_none());
        if let Some(link) = link {
            navigation.go(link);
        }
    };
    let left_out = document().document_element().and_then(|root| root.get_attribute("data-only"));
    let text = (shell.one_file)(&words.date(snapshot.meta.as_of), words.snapshot_kind(snapshot.meta.kind));
    view! {
        <section class="file-banner u-no-print" aria-label=shell.one_file_label>
            <p>{text}{left_out.map(|only| (shell.one_file_only)(&only))}</p>
            <details class="disclosure" data-size="sm">
                <summary class="disclosure__summary">{shell.shared_link_heading}</summary>
                <form class="file-banner__form" on:submit=open>
                    <label class="field__label" for="shared-link">{shell.shared_link}</label>
                    <input class="input" id="shared-link" type="text" placeholder="#/cases/" autocomplete="off" node_ref=field/>
                    <button class="button" data-variant="secondary" data-size="sm" type="submit">{shell.shared_link_open}</button>
                </form>
                <p role="status">
                    <LiveText text=Signal::derive(move || {
                        if unknown.get() { shell.shared_link_unknown.to_owned() } else { String::new() }
                    })/>
                </p>
            </details>
        </section>
    }
}

/// Only on the first page: the date stands at the foot of all.
pub(super) fn banner(snapshot: &'static Snapshot) -> impl IntoView {
    let route = use_navigation().route();
    move || (route.get() == Route::Overview).then(|| view! { <FileBanner snapshot/> })
}
