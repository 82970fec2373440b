//! The pages other than the overview. They are a part of the program of their own, which a first visit to
//! the overview does not wait for: it is fetched when such a page is asked for, or when the overview is
//! there and nothing else is under way.

use std::pin::pin;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use leptos::prelude::*;

use super::navigation::Navigation;
use crate::components::element::classed;
use crate::components::notice;
use crate::content::Tone;
use crate::data::{Answer, Attempt, Cause, DataError, Loaded, Loader};
use crate::domain::Snapshot;
use crate::routes::Route;
use crate::shell::use_words;

/// How long the overview has the network for itself.
const AFTER_OVERVIEW: Duration = Duration::from_secs(1);

/// Handle to the part, given by context.
#[derive(Clone, Copy)]
pub(super) struct Pages {
    wanted: RwSignal<bool>,
    loader: Loader<()>,
}

impl Pages {
    /// Fetches the part at once where the first page is of it.
    pub fn start(navigation: Navigation) -> Self {
        let wanted = RwSignal::new(false);
        let loader = Loader::new(move || {
            wanted
                .get()
                .then(|| -> Answer<()> { Box::pin(async { part::load().await.map_err(|()| unavailable()) }) })
        });
        let this = Self { wanted, loader };
        Effect::new(move || {
            if navigation.route().with(is_of_part) {
                this.want();
            }
        });
        this
    }

    /// Begins to fetch it unless that was done before.
    fn want(self) {
        if !self.wanted.get_untracked() {
            self.wanted.set(true);
        }
    }

    /// Begins to fetch it when the page in front of the reader has got what it needs.
    pub fn want_soon(self) {
        set_timeout(move || self.want(), AFTER_OVERVIEW);
    }

    /// Whether a page can be drawn.
    pub fn of(self, route: &Route) -> Loaded<()> {
        if is_of_part(route) { self.loader.get() } else { Some(Ok(())) }
    }

    pub fn attempt(self) -> Attempt {
        self.loader.attempt()
    }

    /// Fetches it again after a failure.
    pub fn retry(self) {
        self.loader.retry();
    }
}

fn is_of_part(route: &Route) -> bool {
    *route != Route::Overview
}

/// Draws a page of the part, which has been fetched.
pub(super) fn draw(route: Route, snapshot: &'static Snapshot) -> AnyView {
    // The part is there, so that the answer is as well.
    let drawn = pin!(part::draw(route, snapshot)).poll(&mut Context::from_waker(Waker::noop()));
    match drawn {
        Poll::Ready(Ok(view)) => view,
        Poll::Ready(Err(_)) | Poll::Pending => {
            let text = classed("p", "notice__text").child(use_words().failure(&unavailable().cause));
            notice(Tone::Warning, false, text.into()).view()
        }
    }
}

fn unavailable() -> DataError {
    DataError::new("pages", Cause::Network(String::new()))
}

/// The program in parts, as the site ships it.
#[cfg(feature = "split")]
mod part {
    use leptos::prelude::AnyView;
    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    use crate::domain::Snapshot;
    use crate::routes::Route;

    pub async fn load() -> Result<(), ()> {
        preload().await.map_err(|_| ())
    }

    #[wasm_split(pages, fallible, preload(preload))]
    pub fn draw(route: Route, snapshot: &'static Snapshot) -> Result<AnyView, SplitLoaderError> {
        Ok(crate::pages::page(route, snapshot))
    }
}

/// The program in one piece.
#[cfg(not(feature = "split"))]
mod part {
    use std::convert::Infallible;

    use leptos::prelude::AnyView;

    use crate::domain::Snapshot;
    use crate::routes::Route;

    pub async fn load() -> Result<(), ()> {
        Ok(())
    }

    pub async fn draw(route: Route, snapshot: &'static Snapshot) -> Result<AnyView, Infallible> {
        Ok(crate::pages::page(route, snapshot))
    }
}
