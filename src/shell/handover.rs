//! The page that the server sent, until the application's own is complete.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlAnchorElement, HtmlElement};

const SENT: &str = "app-shell";

/// Takes the sent page away, which shows the application's own (assets/css/boot.css) in the same frame. A
/// reader who has the focus on a link keeps it on the link that leads to the same place.
pub(super) fn hand_over() {
    let Some(sent) = document().get_element_by_id(SENT) else { return };
    let focused = document().active_element().filter(|it| sent.contains(Some(it)));
    sent.remove();
    let address = focused.and_then(|it| it.dyn_into::<HtmlAnchorElement>().ok()).map(|link| link.href());
    let Some(address) = address else { return };
    let links = document().links();
    let same = (0..links.length())
        .filter_map(|place| links.item(place)?.dyn_into::<HtmlAnchorElement>().ok())
        .find(|link| link.href() == address);
    if let Some(same) = same {
        let _ = HtmlElement::focus(&same);
    }
}
