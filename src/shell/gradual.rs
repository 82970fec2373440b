//! Making the first page in steps.
//!
//! It is made behind the page that was sent, which is being read. In one piece that takes a slow phone half a
//! second, in which nothing answers; so it comes in parts, each in a task of its own. Later pages are made at
//! once, since there a reader waits for the whole.

use std::time::Duration;

use leptos::prelude::*;

use super::Hold;
use super::handover::is_behind_sent_page;

/// What makes a part of a page.
pub type Part = Box<dyn FnOnce() -> AnyView + Send>;

/// The parts, one after the other while the page that was sent is read.
pub fn in_steps(parts: Vec<Part>) -> Vec<AnyView> {
    if !is_behind_sent_page() || document().hidden() {
        return parts.into_iter().map(|part| part()).collect();
    }
    let made = RwSignal::new(0);
    let count = parts.len();
    let views = parts.into_iter().enumerate().map(|(place, part)| {
        let due = Memo::new(move |_| made.get() > place);
        let mut part = Some(part);
        (move || part.take_if(|_| due.get()).map(untrack)).into_any()
    });
    let views = views.collect();
    make_next(made, count, Hold::new());
    views
}

/// Leaves time for a frame, which lays out what the step before has made. Not by frames: a tab in the background
/// gets few or none.
const BETWEEN: Duration = Duration::from_millis(8);

fn make_next(made: RwSignal<usize>, count: usize, hold: Hold) {
    let next = move || {
        // `None` once the page is gone.
        match made.try_update(|made| {
            *made += 1;
            *made
        }) {
            Some(now) if now < count => make_next(made, count, hold),
            Some(_) => request_animation_frame(move || hold.release()),
            None => {}
        }
    };
    set_timeout(next, BETWEEN);
}
