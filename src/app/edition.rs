//! The banner for readers of the edition in one file, and the form that opens links from others there.

use joint_procurement_core::domain::Snapshot;
use joint_procurement_core::routes::{Address, Route};
use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;

use crate::components::LiveText;
use crate::navigation::use_navigation;
use crate::words;

/// The kind and the date of the data in the file, on its first page.
#[component]
pub(super) fn FileBanner(snapshot: &'static Snapshot) -> impl IntoView {
    let navigation = use_navigation();
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
    let text = words::edition::about(
        &words::date(snapshot.meta.as_of),
        words::snapshot::kind_name(snapshot.meta.kind),
    );
    view! {
        <section class="file-banner u-no-print" aria-label=words::edition::LABEL>
            <p>{text}{left_out.map(|only| words::edition::maps_of(&only))}</p>
            <details class="disclosure" data-size="sm">
                <summary class="disclosure__summary">{words::edition::LINK_HEADING}</summary>
                <form class="file-banner__form" on:submit=open>
                    <label class="field__label" for="shared-link">{words::edition::LINK}</label>
                    <input class="input" id="shared-link" type="text" placeholder="#/cases/" autocomplete="off" node_ref=field/>
                    <button class="button" data-variant="secondary" data-size="sm" type="submit">{words::edition::LINK_OPEN}</button>
                </form>
                <p role="status">
                    <LiveText text=Signal::derive(move || {
                        if unknown.get() { words::edition::LINK_UNKNOWN.to_owned() } else { String::new() }
                    })/>
                </p>
            </details>
        </section>
    }
}

/// Draws the banner only on the first page: the date stands at the foot of all.
pub(super) fn banner(snapshot: &'static Snapshot) -> impl IntoView {
    let route = use_navigation().route();
    move || (route.get() == Route::Overview).then(|| view! { <FileBanner snapshot/> })
}
