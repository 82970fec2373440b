//! The application's page, made outside the document, takes the place of the page that was sent.
//!
//! Outside the document nothing is laid out or painted while it is made. A page that the program cannot
//! finish is never seen (docs/decisions/002-mount-off-document.md).

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

use super::reader::Reader;
use super::site::App;
use crate::browser::next_task;
use crate::navigation::APP;

/// The id of what was sent, in index.html.
const SENT: &str = "app-shell";

/// The application's element until it is in the document.
#[derive(Clone, Copy)]
pub(super) struct Swap(StoredValue<Option<HtmlElement>, LocalStorage>);

/// Makes the application's page beside the document, in a task after the one in which the program came to life.
pub fn start() {
    spawn_local(async {
        next_task().await;
        make();
    });
}

fn make() {
    let element = document().create_element("div").map(JsCast::unchecked_into::<HtmlElement>);
    let Ok(element) = element else { return };
    element.set_id(APP);
    let page = element.clone();
    let app = move || {
        provide_context(Swap(StoredValue::new_local(Some(page))));
        view! { <App/> }
    };
    mount_to(element, app).forget();
}

impl Swap {
    /// Puts the application where the sent page is, both in one frame, and gives the reader what they had there.
    /// Does nothing when called again.
    pub fn take_place(self) {
        let Some(page) = self.0.try_update_value(Option::take).flatten() else { return };
        let Some(body) = document().body() else { return };
        let Some(sent) = document().get_element_by_id(SENT) else {
            let _ = body.append_child(&page);
            return;
        };
        let reader = Reader::of(&sent, &page);
        let _ = sent.replace_with_with_node_1(&page);
        reader.go_on();
    }
}
