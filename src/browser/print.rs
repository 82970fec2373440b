//! The beginning and the end of printing.

use leptos::leptos_dom::helpers::window_event_listener_untyped;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

/// The mark of what is open on paper only.
const OPENED: &str = "data-printed";

/// Acts with `true` when printing begins and with `false` when it has ended, maybe more than once each. A program that
/// prints without a dialog, and a preview, change the medium alone. The paper is laid out right after `act` returns.
pub fn on_printing(act: impl Fn(bool) + Copy + 'static) {
    let begin = window_event_listener_untyped("beforeprint", move |_| act(true));
    let end = window_event_listener_untyped("afterprint", move |_| act(false));
    on_cleanup(move || {
        begin.remove();
        end.remove();
    });
    let Ok(Some(paper)) = window().match_media("print") else { return };
    let media = paper.clone();
    let changed = Closure::<dyn FnMut()>::new(move || act(media.matches()));
    paper.set_onchange(Some(changed.as_ref().unchecked_ref()));
    if paper.matches() {
        act(true);
    }
    let kept = StoredValue::new_local((paper, changed));
    on_cleanup(move || kept.with_value(|(paper, _)| paper.set_onchange(None)));
}

/// The mark of a page that is printed as one sheet (print-prefecture.css).
const SHEET: &str = "data-sheet";

/// Prints one sheet of the page instead of all of it.
pub fn print_sheet() {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute(SHEET, "");
        // Where printing is refused the page stays whole.
        if window().print().is_err() {
            let _ = root.remove_attribute(SHEET);
        }
    }
}

/// Opens what is closed while the page is printed: some browsers print nothing of it otherwise.
/// Printed next is the whole page again.
pub fn open_closed(printing: bool) {
    if let Some(root) = document().document_element().filter(|_| !printing) {
        let _ = root.remove_attribute(SHEET);
    }
    let selector = if printing { "main details:not([open])" } else { "main details[data-printed]" };
    let Ok(found) = document().query_selector_all(selector) else { return };
    for place in 0..found.length() {
        let Some(details) = found.get(place).and_then(|it| it.dyn_into::<web_sys::Element>().ok()) else {
            continue;
        };
        let _ = if printing {
            details.set_attribute("open", "").and_then(|()| details.set_attribute(OPENED, ""))
        } else {
            details.remove_attribute("open").and_then(|()| details.remove_attribute(OPENED))
        };
    }
}
