//! The way a reader has come: how each address was reached, and the heights to which the way back leads.
//!
//! leptos_router tells neither. Its listeners stand on the window, and these before them, so that the cause of a
//! step is known when its address is shown.

use joint_procurement_core::routes::Address;
use leptos::ev;
use leptos::leptos_dom::helpers::window_event_listener_untyped;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlAnchorElement, MouseEvent};

use super::height::Height;
use super::place::Place;
use super::steps::{Steps, entry_number};
use crate::browser::history;

/// The way by which an address came to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// The page was opened with it.
    Opened,
    /// A link led there.
    Followed,
    /// A control changed the query: the reader stays where they are on the page.
    Adjusted,
    /// The browser's back or forward button led there.
    Returned,
    /// A control changed the query without making a step to go back to.
    Replaced,
}

/// The router's mark of a link that changes the view of the same page, such as removing a filter.
const STAYS: &str = "data-noscroll";

/// Handle to the way, made before the router.
#[derive(Clone, Copy)]
pub struct Trail {
    place: StoredValue<Place>,
    steps: StoredValue<Steps, LocalStorage>,
    arrival: StoredValue<Arrival>,
    /// The function that follows the links that the router does not.
    follow: StoredValue<Option<Callback<(Address, Arrival)>>>,
}

impl Trail {
    /// Makes the address canonical and begins to listen.
    pub fn start() -> Self {
        let this = Self {
            place: StoredValue::new(Place::of_page()),
            steps: StoredValue::new_local(Steps::restore()),
            arrival: StoredValue::new(Arrival::Opened),
            follow: StoredValue::new(None),
        };
        this.listen();
        this
    }

    /// Makes the way to a page that is written: nobody has come to it.
    #[cfg(feature = "ssr")]
    pub(crate) fn written() -> Self {
        Self {
            place: StoredValue::new(Place::Written),
            steps: StoredValue::new_local(Steps::default()),
            arrival: StoredValue::new(Arrival::Opened),
            follow: StoredValue::new(None),
        }
    }

    /// Tells if the site is the edition in one file (tools/single), which is opened from a disk.
    pub(crate) fn is_one_file(self) -> bool {
        self.place(|place| *place == Place::Fragment)
    }

    /// Tells if the page is being written, and nobody can do anything in it.
    pub(crate) fn is_written(self) -> bool {
        self.place(|place| *place == Place::Written)
    }

    /// Gives the path below which the router follows links.
    pub fn router_base(self) -> String {
        self.place(Place::router_base)
    }

    pub(super) fn place<T>(self, read: impl FnOnce(&Place) -> T) -> T {
        self.place.with_value(read)
    }

    pub(crate) fn follow_from(self, follow: impl Fn(Address, Arrival) + Send + Sync + 'static) {
        let follow = Callback::new(move |(address, arrival)| follow(address, arrival));
        self.follow.set_value(Some(follow));
    }

    /// Tells how the shown address was reached.
    pub(crate) fn arrival(self) -> Arrival {
        self.arrival.get_value()
    }

    /// Says how the address that is shown next is reached, which leaves the one that is shown.
    pub(crate) fn reach(self, arrival: Arrival) {
        self.steps.update_value(Steps::note_part);
        self.arrival.set_value(arrival);
    }

    /// Notes no heights until the page of the next entry is complete.
    pub(crate) fn leave(self, is_list: bool) {
        self.steps.update_value(|steps| steps.leave(is_list));
    }

    pub(crate) fn enter(self) {
        self.steps.update_value(Steps::enter);
    }

    pub(crate) fn settle(self) {
        self.steps.update_value(Steps::settle);
    }

    pub(crate) fn remembered_height(self) -> Option<Height> {
        self.steps.with_value(|steps| steps.height().cloned())
    }

    /// Gives the state of the entry that is shown, for the address that takes its place.
    pub(crate) fn entry_state(self) -> JsValue {
        history::state()
    }

    /// Makes the state of a new entry. To write it later would take a fifth of the time that a click on a
    /// filter takes.
    pub(crate) fn new_state(self) -> JsValue {
        self.steps.try_update_value(Steps::new_state).unwrap_or(JsValue::NULL)
    }

    /// Makes the state of a new entry for the list that was left last.
    pub(crate) fn state_of_list(self) -> JsValue {
        self.steps.try_update_value(Steps::state_of_list).unwrap_or(JsValue::NULL)
    }

    fn listen(self) {
        history::scroll_by_hand();
        let clicks = window_event_listener(ev::click, move |event| self.click(&event));
        let returns = window_event_listener(ev::popstate, move |event| {
            let known = entry_number(&event.state()).is_some();
            // Not an entry of ours: the reader has changed the fragment in the address bar.
            self.reach(if known { Arrival::Returned } else { Arrival::Followed });
        });
        // Chromium scrolls to 0 while a page is being left, after `pagehide`: heights are noted at each
        // scroll and not on the way out.
        let scrolls = window_event_listener(ev::scroll, move |_| {
            self.steps.update_value(|steps| steps.note_height(Height::of_window()));
        });
        let leaves = window_event_listener_untyped("pagehide", move |_| {
            self.steps.update_value(|steps| {
                steps.note_part();
                steps.store();
            });
        });
        on_cleanup(move || {
            clicks.remove();
            returns.remove();
            scrolls.remove();
            leaves.remove();
        });
    }

    /// Notes how a plain click on a link leads on. The router follows the links of HTML on servers; links in drawings
    /// it does not know, and a fragment is no path to it.
    fn click(self, event: &MouseEvent) {
        if event.default_prevented() || !is_plain_click(event) {
            return;
        }
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let Some(link) = target.and_then(|target| target.closest("a[href]").ok().flatten()) else { return };
        let external = link.get_attribute("rel").is_some_and(|rel| rel.contains("external"));
        if external || link.has_attribute("target") || link.has_attribute("download") {
            return;
        }
        let href = link.get_attribute("href").unwrap_or_default();
        let base_uri = link.base_uri().ok().flatten().unwrap_or_default();
        let Ok(url) = web_sys::Url::new_with_base(&href, &base_uri) else { return };
        let Some(address) = self.place(|place| place.of_link(&url)) else { return };
        let arrival = if link.has_attribute(STAYS) { Arrival::Adjusted } else { Arrival::Followed };
        let in_file = self.place(|place| *place == Place::Fragment);
        if in_file || !link.is_instance_of::<HtmlAnchorElement>() {
            event.prevent_default();
            if let Some(follow) = self.follow.get_value() {
                follow.run((address, arrival));
            }
        } else {
            self.reach(arrival);
        }
    }
}

/// Tells if a click opens a link in this tab.
pub fn is_plain_click(event: &MouseEvent) -> bool {
    let modified = event.meta_key() || event.alt_key() || event.ctrl_key() || event.shift_key();
    event.button() == 0 && !modified
}
