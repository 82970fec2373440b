//! The address bar: which page is shown, and going to another.
//!
//! leptos_router owns the location, follows links and writes the history. It knows no routes: the pages are
//! those of `Route`, which the edition in one file reads from the fragment (docs/decisions/001-router.md). The
//! rest stands here and in `trail`: how an address was reached, and writing addresses.

use std::sync::Arc;

use joint_procurement_core::routes::{Address, Route};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_url};
use leptos_router::location::{BrowserUrl, LocationProvider, State, Url};
use wasm_bindgen::JsValue;

use super::height::Height;
use super::place::{Place, whole_path};
use super::trail::{Arrival, Trail};
use crate::browser::history;

/// One change of the place that is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub address: Address,
    pub arrival: Arrival,
    /// The number that tells apart two steps to the same address. It is 0 for the address with which the page
    /// was opened.
    pub serial: u32,
}

/// Handle to the address bar, given by context.
#[derive(Clone, Copy)]
pub struct Navigation {
    trail: Trail,
    url: ReadSignal<Url>,
    serial: RwSignal<u32>,
    route: Memo<Route>,
    query: Memo<String>,
    router: StoredValue<Router>,
    /// The page that is left at the next step.
    left: StoredValue<Option<Route>>,
}

type Navigate = dyn Fn(&str, NavigateOptions) + Send + Sync;

/// The router's ways to show another address.
#[derive(Clone)]
struct Router {
    navigate: Arc<Navigate>,
    browser: Option<BrowserUrl>,
}

impl Navigation {
    /// Takes over from the router around it.
    pub fn start(trail: Trail) -> Self {
        let url = use_url();
        let shown = move || url.with(|url| trail.place(|place| place.of_shown(url)));
        let router = Router { navigate: Arc::new(use_navigate()), browser: use_context() };
        let this = Self {
            trail,
            url,
            serial: RwSignal::new(0),
            route: Memo::new(move |_| shown().route),
            query: Memo::new(move |_| shown().query),
            router: StoredValue::new(router),
            left: StoredValue::new(None),
        };
        trail.follow_from(move |address, arrival| this.step(&address, arrival));
        Effect::new(move |before: Option<()>| {
            url.track();
            this.take_step(before.is_none());
        });
        this
    }

    /// Answers the router, which has shown another address.
    fn take_step(self, opened: bool) {
        let left = self.left.try_update_value(|left| left.replace(self.here().route)).flatten();
        self.trail.leave(left == Some(Route::Cases));
        if !opened {
            self.serial.update(|serial| *serial += 1);
        }
        self.router.with_value(|router| {
            // Without routes of its own the router waits for this until it changes the address bar.
            if let Some(browser) = &router.browser {
                browser.ready_to_complete();
            }
        });
        // The address bar follows in a task of its own.
        request_animation_frame(move || {
            self.catch_up();
            self.trail.enter();
        });
    }

    /// Tells if the page is being written, and nobody can do anything in it.
    pub fn is_written(self) -> bool {
        self.trail.is_written()
    }

    /// Tells if the site is the edition in one file, which nobody else can show.
    pub fn is_one_file(self) -> bool {
        self.trail.is_one_file()
    }

    pub fn route(self) -> Memo<Route> {
        self.route
    }

    /// Gives the query string, without `?`.
    pub fn query(self) -> Memo<String> {
        self.query
    }

    /// Gives the shown place. Runs anew at each step, also at one to the same place.
    pub fn address(self) -> Address {
        self.url.with(|url| self.trail.place(|place| place.of_shown(url)))
    }

    /// Gives the shown place, not followed any further.
    pub fn here(self) -> Address {
        untrack(|| self.address())
    }

    /// Gives the last step: the address with the way it was reached.
    pub fn current(self) -> Step {
        Step { serial: self.serial.get(), address: self.here(), arrival: self.arrival() }
    }

    /// Tells how the shown place was reached.
    pub fn arrival(self) -> Arrival {
        self.trail.arrival()
    }

    /// Writes a link to this place: a path from the server's root, or a fragment. A snapshot that was asked
    /// for stays asked for.
    pub fn href(self, address: &Address) -> String {
        self.written(&self.kept(address.clone()))
    }

    fn written(self, address: &Address) -> String {
        self.trail.place(|place| place.written(address))
    }

    /// Writes the same as others can use it, outside of the site. In the edition in one file it is the file's
    /// name with the fragment: the folders before it are the reader's own.
    pub fn absolute(self, address: &Address) -> String {
        format!("{}{}", self.trail.place(Place::shared), self.href(address))
    }

    /// Writes a link to a part of the page that is shown.
    pub fn part(self, id: &str) -> String {
        self.url.with(|url| self.trail.place(|place| place.part(url, id)))
    }

    /// Gives the place in the snapshot that was asked for.
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

    /// Writes a file of the site, such as `data/catalog.json`, as a path from the server's root. The edition
    /// in one file holds it, and has it by its own (tools/single/start.js). The router leaves a link to it
    /// alone where it says `download` or `rel="external"`.
    pub fn file(self, path: &str) -> String {
        self.trail.place(|place| place.file(path))
    }

    /// Goes to a place, as one step of the history; from its top.
    pub fn go(self, address: Address) {
        self.step(&self.kept(address), Arrival::Followed);
    }

    /// Goes back to the list that was left last, to the height at which it was left. It is a step of its own.
    pub fn return_to_list(self, list: Address) {
        self.step(&self.kept(list), Arrival::Returned);
    }

    /// Changes the query of the shown page, as one step of the history; the page does not scroll.
    pub fn adjust_query(self, query: String) {
        let route = self.route.get_untracked();
        self.step(&self.kept(Address::with_query(route, query)), Arrival::Adjusted);
    }

    /// Changes the query of the place that is shown, without a step of its own.
    pub fn replace_query(self, query: String) {
        let route = self.route.get_untracked();
        self.step(&self.kept(Address::with_query(route, query)), Arrival::Replaced);
    }

    /// Shows an address as it is: a link has the snapshot in it, or leaves it on purpose.
    fn step(self, address: &Address, arrival: Arrival) {
        self.trail.reach(arrival);
        let written = self.written(address);
        let replace = arrival == Arrival::Replaced;
        let state = match arrival {
            Arrival::Replaced => self.trail.entry_state(),
            Arrival::Returned => self.trail.state_of_list(),
            _ => self.trail.new_state(),
        };
        let router = self.router.get_value();
        if self.trail.place(|place| *place == Place::Fragment) {
            // Not by the router, whose `new URL` takes no "null" for a base, as Firefox calls the origin of files.
            write_history(&written, replace, &state);
            if let (Some(browser), Ok(url)) = (router.browser, BrowserUrl::current()) {
                browser.as_url().set(url);
            }
            return;
        }
        // With the origin: the router changes slashes at the ends of bare paths.
        let origin = window().location().origin().unwrap_or_default();
        let scroll = arrival == Arrival::Followed;
        let state = State::new(Some(state));
        let options = NavigateOptions { resolve: false, replace, scroll, state };
        (router.navigate)(&format!("{origin}{written}"), options);
    }

    /// Begins to note heights again, once the page of the last step is complete.
    pub fn settle(self) {
        self.trail.settle();
    }

    /// Gives the height at which the shown entry was left, where it was left before.
    pub(crate) fn remembered_height(self) -> Option<Height> {
        self.trail.remembered_height()
    }

    /// Makes the step that the router left out. It remembers the addresses that were gone through, but not that the
    /// reader went back over several at once, and takes the last of them for the one that is shown.
    fn catch_up(self) {
        let behind = self.url.with_untracked(|url| {
            // Decoded: the history writes the escapes of a path in its own way.
            let plain = |path: &str| Url::unescape_minimal(path);
            let shown = BrowserUrl::current().map(|shown| plain(&whole_path(&shown)));
            Some(whole_path(url)).filter(|path| shown.is_ok_and(|shown| shown != plain(path)))
        });
        if let Some(path) = behind {
            let origin = window().location().origin().unwrap_or_default();
            write_history(&format!("{origin}{path}"), false, &JsValue::NULL);
        }
    }
}

/// Writes an entry of the history, or writes over the one that is shown.
fn write_history(address: &str, replace: bool, state: &JsValue) {
    let location = window().location();
    let there = location.hash().is_ok_and(|shown| shown == address);
    if replace {
        history::replace(state, Some(address));
    } else if !there {
        // The link of the page one is on is no step.
        history::push(state, address);
    }
}

/// Finds the part of a query that names a snapshot.
fn requested_snapshot(query: &str) -> Option<&str> {
    query.split('&').find(|part| part.starts_with("snapshot="))
}

/// Gives the address bar.
pub fn use_navigation() -> Navigation {
    expect_context()
}
