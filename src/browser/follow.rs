//! Following a link that no element of the page is.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Follows a link from within an element, as a click would: whatever looks after links looks after this one.
pub fn follow(within: &Element, href: &str) {
    let link = leptos::prelude::document().create_element("a").ok();
    let Some(link) = link.and_then(|link| link.dyn_into::<HtmlElement>().ok()) else { return };
    if link.set_attribute("href", href).is_ok() && within.append_child(&link).is_ok() {
        link.click();
        link.remove();
    }
}
