//! Arrival at a page, which a browser handles by itself at a page load and an application at each step. It
//! takes scrolling, focus, the announcement to screen readers, and the mark that the page is complete.

use joint_procurement_core::routes::successors_of_card;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::embed::look_for_card;
use super::site::Stage;
use super::swap::Swap;
use crate::browser::{focus_in_place, has_scrolled, take_lost_focus};
use crate::components::InBrowser;
use crate::navigation::{Arrival, Navigation, Step, Titles, at_true_heights};
use crate::readiness::{Completeness, Turns};

/// Acts on each step once its page is complete.
pub(super) fn follow_arrivals(navigation: Navigation, stage: Memo<Stage>, announcer: Announcer) {
    let pending = Completeness::pending();
    let Titles(title) = expect_context();
    let swap: Swap = expect_context();
    let turns: Turns = expect_context();
    let shown: StoredValue<Option<Step>> = StoredValue::new(None);
    let had_failed = StoredValue::new(false);

    Effect::new(move || {
        if navigation.current().arrival != Arrival::Opened {
            // The application tells the reader who goes on what is under way.
            swap.take_place();
        }
    });
    Effect::new(move || {
        let failed = match stage.get() {
            Stage::Loading => return,
            Stage::Failed => true,
            Stage::Ready(_) => false,
        };
        pending.track();
        let step = navigation.current();
        // The page is made by effects that may run after this one.
        request_animation_frame(move || {
            if pending.get_untracked() > 0 {
                return;
            }
            // Parts above the card may be lower in the page that takes the place of the one that was sent.
            let was_seen = card_of(&step).is_some_and(|card| in_window(&card));
            swap.take_place();
            turns.end();
            mark(failed);
            look_for_card();
            if had_failed.try_update_value(|before| std::mem::replace(before, failed)) == Some(true)
                && !failed
            {
                // The button that was pressed to try again is gone.
                focus_heading();
            }
            let before = shown.with_value(Option::clone);
            if before.as_ref().is_some_and(|before| before.serial == step.serial) {
                return;
            }
            shown.set_value(Some(step.clone()));
            let same_page = before.is_some_and(|before| before.address.route == step.address.route);
            arrive(navigation, &step, same_page, was_seen);
            navigation.settle();
            if !same_page && step.arrival != Arrival::Opened {
                announcer.say(&title.get_untracked());
            }
        });
    });
}

/// Tells scripts and styles how the application stands.
fn mark(failed: bool) {
    let Some(root) = document().document_element() else { return };
    let _ = root.set_attribute("data-app", if failed { "failed" } else { "ready" });
}

/// Gives the card that the address names, or the one that stands in for it.
fn card_of(step: &Step) -> Option<web_sys::Element> {
    let card = Some(&step.address.card).filter(|card| !card.is_empty())?;
    let find = |card: &str| document().get_element_by_id(card);
    find(card).or_else(|| successors_of_card(card).iter().find_map(|card| find(card)))
}

/// Scrolls and moves the focus. `was_seen` is a flag for a card that was in the window of the page that was sent.
fn arrive(navigation: Navigation, step: &Step, same_page: bool, was_seen: bool) {
    match (step.arrival, card_of(step)) {
        (Arrival::Adjusted | Arrival::Replaced, _) => {}
        (Arrival::Opened | Arrival::Returned, card) => match (navigation.remembered_height(), card) {
            (Some(height), _) => {
                if !same_page && step.arrival == Arrival::Returned {
                    focus_heading();
                }
                height.scroll_to();
            }
            // The reader has gone elsewhere in the page that was sent. Where the card is in the window, the browser has
            // scrolled to it, but perhaps not far enough: the page was shorter.
            (None, Some(card))
                if step.arrival == Arrival::Opened && has_scrolled() && !(was_seen || in_window(&card)) =>
            {
                take_lost_focus(Some(card));
            }
            (None, Some(card)) => show(&card),
            // Left before it was complete, and never scrolled by the reader.
            (None, None) if step.arrival == Arrival::Returned && !same_page => scroll_to_top(),
            (None, None) => {}
        },
        (Arrival::Followed, Some(card)) => show(&card),
        (Arrival::Followed, None) => {
            focus_heading();
            scroll_to_top();
        }
    }
}

fn scroll_to_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Tells if the top of the card can be seen.
fn in_window(card: &web_sys::Element) -> bool {
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    (0.0..height).contains(&card.get_bounding_client_rect().top())
}

fn show(card: &web_sys::Element) {
    // A part behind a line cannot have the focus.
    let mut within = card.parent_element();
    while let Some(element) = within {
        if element.tag_name() == "DETAILS" {
            let _ = element.set_attribute("open", "");
        }
        within = element.parent_element();
    }
    at_true_heights(|| card.scroll_into_view());
    if let Some(card) = card.dyn_ref::<HtmlElement>() {
        let _ = card.focus();
    }
}

/// Gives the focus to the page's own heading, without scrolling: the reader of a new page begins there.
fn focus_heading() {
    let heading = document().query_selector("main h1").ok().flatten();
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
        focus_in_place(&heading);
    }
}

/// A polite live region. It stands outside the pages, because screen readers only speak regions that were there before.
#[derive(Clone, Copy)]
pub(super) struct Announcer(NodeRef<leptos::html::Div>);

impl Announcer {
    pub fn new() -> Self {
        Self(NodeRef::new())
    }

    pub fn region(self) -> impl IntoView {
        view! {
            <InBrowser>
                <div class="u-visually-hidden" role="status" data-announcer="" data-live="" node_ref=self.0></div>
            </InBrowser>
        }
    }

    fn say(self, text: &str) {
        if let Some(region) = self.0.get_untracked() {
            region.set_text_content(Some(text));
        }
    }
}
