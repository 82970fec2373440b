//! The line below a card that is shown alone, in the page of another (assets/css/embed.css).

use joint_procurement_core::routes::{Address, successors_of_card};
use leptos::prelude::*;

use crate::browser::{embed_card, embedded_card};
use crate::navigation::use_navigation;
use crate::words;

/// The site's name and the way to the whole page; nothing in a window of the site's own. Where the page has no such card,
/// that is said.
#[component]
pub(super) fn EmbedNote() -> impl IntoView {
    let navigation = use_navigation();
    embedded_card().map(|card| {
        let missing = words::embed::missing(&card);
        let href = move || navigation.href(&Address { card: card.clone(), ..navigation.address() });
        view! {
            <div class="embed-note" data-embedded="card" data-live="">
                <p class="embed-note__missing" role="status">{missing}</p>
                <p>{words::site::NAME}</p>
                <p><a href=href target="_blank" rel="external noopener">{words::embed::WHOLE}</a></p>
            </div>
        }
    })
}

/// Looks for the card once the page is complete, also under the id that it has now. Without it the page says so.
pub(super) fn look_for_card() {
    let Some(id) = embedded_card() else { return };
    let is_there =
        |id: &str| document().get_element_by_id(id).is_some_and(|found| found.class_list().contains("card"));
    if is_there(&id) {
        return;
    }
    match successors_of_card(&id).iter().find(|id| is_there(id)) {
        Some(successor) => embed_card(successor),
        None => mark_as_missing(),
    }
}

fn mark_as_missing() {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-embed-missing", "");
    }
}
