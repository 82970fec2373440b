//! The focus in a part of a page that is drawn anew.

use leptos::leptos_dom::helpers::{is_server, window_event_listener_untyped};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Keeps the focus where it is while a part that may hold it is drawn anew. It is called before, and gives
/// the focus to the new element of the same id after, or to the part itself where there is none. `part` is an
/// id.
pub fn keep_focus(part: &'static str) {
    if is_server() {
        // Nobody has the focus in a page that is written.
        return;
    }
    let Some(focused) = document().active_element() else { return };
    let is_within = focused.closest(&format!("#{part}")).is_ok_and(|part| part.is_some());
    if !is_within {
        return;
    }
    let id = focused.id();
    queue_microtask(move || {
        let new = document().get_element_by_id(&id).or_else(|| document().get_element_by_id(part));
        take_lost_focus(new);
    });
}

/// Gives the focus to an element, without scrolling, if what had it is gone.
pub fn take_lost_focus(to: Option<Element>) {
    let is_lost = document().active_element().is_none_or(|focused| focused.tag_name() == "BODY");
    let to = to.filter(|_| is_lost).and_then(|to| to.dyn_into::<HtmlElement>().ok());
    if let Some(to) = to {
        focus_in_place(&to);
    }
}

/// Gives the focus to an element, without scrolling.
pub fn focus_in_place(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Gives the focus to the part of this id and brings its start into view.
pub fn show_part(id: &str) {
    let part = document().get_element_by_id(id).and_then(|it| it.dyn_into::<HtmlElement>().ok());
    if let Some(part) = part {
        focus_in_place(&part);
        part.scroll_into_view();
    }
}

/// Scrolls to all of what the keyboard comes to. Browsers take a link that is half out of a table's own window, or that
/// begins below what stays in sight, for seen.
pub fn show_focus() {
    let listener = window_event_listener_untyped("focusin", |event| {
        let Some(element) = event.target().and_then(|it| it.dyn_into::<Element>().ok()) else { return };
        if element.matches(":focus-visible:is(a, button, input, select, summary)").unwrap_or(false) {
            let nearest = ScrollIntoViewOptions::new();
            nearest.set_block(ScrollLogicalPosition::Nearest);
            nearest.set_inline(ScrollLogicalPosition::Nearest);
            element.scroll_into_view_with_scroll_into_view_options(&nearest);
        }
    });
    on_cleanup(move || listener.remove());
}
