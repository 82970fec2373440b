//! Text that changes while it is shown.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Text};

/// Text that changes by itself, as the content of a `span`.
///
/// A page translator takes text nodes out of the document and puts its own in their place. Leptos would go on
/// writing into the old ones, so that a translated page keeps the number that it was translated with. Here the
/// whole content of the element is written, whatever has become of it.
#[component]
pub fn LiveText(
    #[prop(into)] text: Signal<String>,
    #[prop(optional)] class: &'static str,
    /// A flag for numbers and codes, which no translator should touch.
    #[prop(optional)]
    is_number: bool,
) -> impl IntoView {
    let element = NodeRef::<html::Span>::new();
    Effect::new(move |before: Option<String>| {
        let now = text.get();
        if before.is_some_and(|before| before != now)
            && let Some(element) = element.get_untracked()
        {
            write(&element, &now);
        }
        now
    });
    let class = (!class.is_empty()).then_some(class);
    let translate = is_number.then_some("no");
    // An empty text would become a blank in a page that is written.
    let first = Some(text.get_untracked()).filter(|text| !text.is_empty());
    view! { <span class=class translate=translate node_ref=element>{first}</span> }
}

/// Writes the whole content of an element. A text that stands there alone is changed in place: browsers match no styles
/// anew for it, as they do where nodes come and go.
fn write(element: &Element, text: &str) {
    let alone = element.first_child().filter(|child| child.next_sibling().is_none());
    match alone.and_then(|child| child.dyn_into::<Text>().ok()) {
        Some(child) => child.set_data(text),
        None => element.set_text_content(Some(text)),
    }
}
