//! The pointer and the keyboard at an area of a map, or at a line that names one.

use leptos::leptos_dom::helpers::{window_event_listener, window_event_listener_untyped};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{DomRect, Element, HtmlElement, MouseEvent};

/// The mark of what stands out.
const MARKED: &str = "data-marked";
/// The height that the words on a map take at most.
const TIP_HEIGHT: f64 = 48.0;

/// Lets areas and the lines that name them stand out together, and shows on the map what its area says. The words stay
/// while the pointer is over them, and go at Escape.
pub fn mark_areas() {
    let last = StoredValue::new_local(None::<Element>);
    // The area that comes to lie under the pointer because the words before it have gone says nothing.
    let uncovered = StoredValue::new_local(None::<DomRect>);
    let come = move |event: web_sys::Event| {
        let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
        if target.as_ref().is_some_and(|it| around(it, ".map__tip").is_some()) {
            return;
        }
        let focused = || around(&document().active_element()?, "[data-area]");
        let area = target.and_then(|it| around(&it, "[data-area]")).or_else(focused);
        if last.with_value(|last| *last == area) {
            return;
        }
        each(&format!("[{MARKED}]"), |it| {
            let _ = it.remove_attribute(MARKED);
        });
        hide();
        let before = uncovered.try_update_value(Option::take).flatten();
        let is_quiet = before.zip(event.dyn_ref::<MouseEvent>()).is_some_and(|(before, pointer)| {
            let [x, y] = [pointer.client_x(), pointer.client_y()].map(f64::from);
            (before.left()..=before.right()).contains(&x) && (before.top()..=before.bottom()).contains(&y)
        });
        if let Some(area) = &area {
            stand_out(area, is_quiet);
        }
        last.set_value(area);
    };
    let pointer = window_event_listener_untyped("mouseover", come);
    let keyboard = window_event_listener_untyped("focusin", come);
    let escape = window_event_listener(leptos::ev::keydown, move |event| {
        if event.key() == "Escape" {
            let tip = document().query_selector(".map__tip:hover").ok().flatten();
            uncovered.set_value(tip.map(|tip| tip.get_bounding_client_rect()));
            hide();
        }
    });
    on_cleanup(move || {
        pointer.remove();
        keyboard.remove();
        escape.remove();
    });
}

fn around(element: &Element, selector: &str) -> Option<Element> {
    element.closest(selector).ok().flatten()
}

fn each(selector: &str, act: impl Fn(Element)) {
    let Ok(found) = document().query_selector_all(selector) else { return };
    for place in 0..found.length() {
        if let Some(element) = found.get(place).and_then(|it| it.dyn_into().ok()) {
            act(element);
        }
    }
}

fn hide() {
    each(".map__tip", |tip| tip.set_text_content(None));
}

/// Marks all that is about the area of this element. On a map its words are shown, where it is not quiet.
fn stand_out(area: &Element, is_quiet: bool) {
    let code = area.get_attribute("data-area").unwrap_or_default();
    each(&format!("[data-area=\"{code}\"]"), |it| {
        let _ = it.set_attribute(MARKED, "");
    });
    let map = around(area, ".map__frame").filter(|_| !is_quiet);
    let tip = map.and_then(|map| map.query_selector(".map__tip").ok().flatten());
    let Some(tip) = tip.and_then(|tip| tip.dyn_into::<HtmlElement>().ok()) else { return };
    // Its places: above the area, and below it.
    let ends = area.get_attribute("data-ends").unwrap_or_default();
    let is_high = area.get_bounding_client_rect().top() < TIP_HEIGHT;
    let place = ends.split(' ').skip(if is_high { 2 } else { 0 });
    for (name, value) in ["--x", "--y"].into_iter().zip(place) {
        let _ = tip.style().set_property(name, value);
    }
    let _ = tip.set_attribute("data-side", if is_high { "below" } else { "above" });
    tip.set_text_content(area.get_attribute("aria-label").as_deref());
}
