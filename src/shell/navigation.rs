//! The address bar: which page is shown, and going to another.
//!
//! leptos_router is not used. What is left of its work once `Route` and `CaseQuery` read and write the
//! addresses is below; what it lacks is needed here: a base known only at run time, scroll positions
//! restored on the way back, and (for the edition in one file) routes in the fragment.

use leptos::ev;
use leptos::leptos_dom::helpers::window_event_listener_untyped;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MouseEvent, ScrollRestoration};

use super::place::Place;
use super::steps::{Steps, entry_number, number_entry};
use crate::routes::{Address, Route};

/// How an address came to be shown.
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

/// One change of what is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub address: Address,
    pub arrival: Arrival,
    /// Tells apart two steps to the same address.
    pub serial: u32,
}

/// Handle to the address bar, given by context.
#[derive(Clone, Copy)]
pub struct Navigation {
    place: StoredValue<Place>,
    current: RwSignal<Step>,
    route: Memo<Route>,
    query: Memo<String>,
    steps: StoredValue<Steps, LocalStorage>,
}

/// Marks a link that changes the view of the same page, such as one that removes a filter.
const ADJUSTS: &str = "data-adjusts";

impl Navigation {
    /// Reads the address and begins to follow links and the history.
    pub fn start() -> Self {
        let place = Place::of_page();
        let address = place.of_window();
        let current = RwSignal::new(Step { address, arrival: Arrival::Opened, serial: 0 });
        let this = Self {
            place: StoredValue::new(place),
            current,
            route: Memo::new(move |_| current.with(|step| step.address.route.clone())),
            query: Memo::new(move |_| current.with(|step| step.address.query.clone())),
            steps: StoredValue::new_local(Steps::restore()),
        };
        this.listen();
        this
    }

    pub fn route(self) -> Memo<Route> {
        self.route
    }

    /// The query string, without `?`.
    pub fn query(self) -> Memo<String> {
        self.query
    }

    /// The last step: the address with the way it was reached.
    pub fn current(self) -> ReadSignal<Step> {
        self.current.read_only()
    }

    /// What a link to this place holds: a path from the server's root, or a fragment. Whoever asked for a
    /// snapshot stays with it.
    pub fn href(self, address: &Address) -> String {
        self.written(&self.kept(address.clone()))
    }

    fn written(self, address: &Address) -> String {
        self.place.with_value(|place| place.written(address))
    }

    /// The same as others can use it, outside of the site. Of the edition in one file it is the file's name
    /// with the fragment: the folders before it are the reader's own.
    pub fn absolute(self, address: &Address) -> String {
        let before = self.place.with_value(Place::shared);
        format!("{before}{}", self.href(address))
    }

    /// The shown place.
    pub fn here(self) -> Address {
        self.current.with_untracked(|step| step.address.clone())
    }

    /// A link to a part of the page that is shown. By the window's own address, because with a base element a
    /// bare `#part` would lead to the overview, and an unknown page has no address of ours.
    pub fn part(self, id: &str) -> String {
        self.current.track();
        self.place.with_value(|place| place.part(&self.here(), id))
    }

    /// The place in the snapshot that was asked for.
    fn kept(self, mut address: Address) -> Address {
        let asked = self.query.with_untracked(|query| requested_snapshot(query).map(str::to_owned));
        if let Some(asked) = asked.filter(|_| requested_snapshot(&address.query).is_none()) {
            if !address.query.is_empty() {
                address.query.push('&');
            }
            address.query.push_str(&asked);
        }
        address
    }

    /// A file of the site, such as `data/catalog.json`, as a path from the server's root; in the edition in one
    /// file, which holds it, by its own (tools/single/start.js).
    pub fn file(self, path: &str) -> String {
        self.place.with_value(|place| place.file(path))
    }

    /// Goes to a place, as one step of the history; from its top.
    pub fn go(self, address: Address) {
        self.step(self.kept(address), Arrival::Followed);
    }

    /// Changes the query of the shown page, as one step of the history; the page does not scroll.
    pub fn adjust_query(self, query: String) {
        let route = self.route.get_untracked();
        self.step(self.kept(Address::with_query(route, query)), Arrival::Adjusted);
    }

    /// To the address as it is: a link has the snapshot in it, or leaves it on purpose.
    fn step(self, address: Address, arrival: Arrival) {
        let already_there = self.current.with_untracked(|step| step.address == address);
        if !already_there {
            let state = JsValue::from_f64(f64::from(self.leave()));
            if let Ok(history) = window().history() {
                let _ = history.push_state_with_url(&state, "", Some(&self.written(&address)));
            }
        }
        // Even so: a link to a card shows it again after the reader has scrolled away.
        self.show(address, arrival);
    }

    /// Changes the query of the place that is shown, without a step of its own.
    pub fn replace_query(self, query: String) {
        let address = Address { query, ..self.here() };
        let state = self.steps.with_value(|steps| JsValue::from_f64(f64::from(steps.current)));
        if let Ok(history) = window().history() {
            let _ = history.replace_state_with_url(&state, "", Some(&self.href(&address)));
        }
        self.show(address, Arrival::Replaced);
    }

    fn show(self, address: Address, arrival: Arrival) {
        self.current.update(|step| *step = Step { address, arrival, serial: step.serial + 1 });
    }

    /// Begins to note heights again, once the page of the last step is complete.
    pub fn settle(self) {
        self.steps.update_value(|steps| steps.settled = true);
    }

    /// The height at which the shown entry was left, where it was left before.
    pub fn remembered_height(self) -> Option<f64> {
        self.steps.with_value(|steps| steps.heights.get(&steps.current).copied().map(f64::from))
    }

    /// Remembers the height of the entry being left and numbers the next one.
    fn leave(self) -> u32 {
        self.steps
            .try_update_value(|steps| {
                let next = steps.next;
                // Going on from the middle of the history drops the entries ahead.
                steps.heights.split_off(&(steps.current + 1));
                steps.next = next + 1;
                steps.current = next;
                next
            })
            .unwrap_or_default()
    }

    fn listen(self) {
        let _ = window().history().map(|history| history.set_scroll_restoration(ScrollRestoration::Manual));
        let clicks = window_event_listener(ev::click, move |event| self.follow(&event));
        let returns = window_event_listener(ev::popstate, move |event| self.return_to(&event.state()));
        // Chromium scrolls to 0 while a page is being left, after `pagehide`: heights are noted at each
        // scroll and not on the way out.
        let scrolls = window_event_listener(ev::scroll, move |_| {
            let height = window().scroll_y().unwrap_or_default().round() as i32;
            self.steps.update_value(|steps| {
                if steps.settled {
                    steps.heights.insert(steps.current, height);
                }
            });
        });
        let leaves = window_event_listener_untyped("pagehide", move |_| {
            self.steps.with_value(Steps::store);
        });
        on_cleanup(move || {
            clicks.remove();
            returns.remove();
            scrolls.remove();
            leaves.remove();
        });
    }

    /// Follows a plain click on a link to one of the site's pages; anything else is the browser's.
    fn follow(self, event: &MouseEvent) {
        let modified = event.meta_key() || event.alt_key() || event.ctrl_key() || event.shift_key();
        if event.default_prevented() || event.button() != 0 || modified {
            return;
        }
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let Some(link) = target.and_then(|target| target.closest("a[href]").ok().flatten()) else { return };
        let external = link.get_attribute("rel").is_some_and(|rel| rel.contains("external"));
        if external || link.has_attribute("target") || link.has_attribute("download") {
            return;
        }
        // By the attribute: a link in a map is no HTMLAnchorElement.
        let href = link.get_attribute("href").unwrap_or_default();
        let base_uri = link.base_uri().ok().flatten().unwrap_or_default();
        let Ok(url) = web_sys::Url::new_with_base(&href, &base_uri) else { return };
        let address = self.place.with_value(|place| place.of_link(&url));
        if let Some(address) = address.filter(|address| !matches!(address.route, Route::NotFound(_))) {
            event.prevent_default();
            let arrival = if link.has_attribute(ADJUSTS) { Arrival::Adjusted } else { Arrival::Followed };
            self.step(address, arrival);
        }
    }

    fn return_to(self, state: &JsValue) {
        let address = self.place.with_value(Place::of_window);
        let Some(entry) = entry_number(state) else {
            // Not an entry of ours: the reader has changed the fragment in the address bar.
            number_entry(self.leave());
            return self.show(address, Arrival::Followed);
        };
        self.steps.update_value(|steps| {
            steps.current = entry;
            steps.settled = false;
            steps.next = steps.next.max(entry + 1);
        });
        self.show(address, Arrival::Returned);
    }
}

/// The part of a query that names a snapshot.
fn requested_snapshot(query: &str) -> Option<&str> {
    query.split('&').find(|part| part.starts_with("snapshot="))
}

/// The address bar.
pub fn use_navigation() -> Navigation {
    expect_context()
}
