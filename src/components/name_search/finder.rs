//! The state of the field, and what its keys do.

use joint_procurement_core::domain::Snapshot;
use joint_procurement_core::query::{NameIndex, NameScope, Named};
use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::browser::{composing, normalize, scroll_into_view};
use crate::content::{NameOption, keyword_page, name_options, names_found};
use crate::data::Data;
use crate::navigation::Navigation;
use crate::words;

/// The number of things that are offered at first, and of those that are added at once.
const OFFERED: usize = 8;
const MORE: usize = 32;
/// The start of the ids of the options.
const OPTION: &str = "town-option-";

/// The things that are offered.
#[derive(Clone, Debug, Default)]
pub(super) struct Offer {
    pub options: Vec<NameOption>,
    /// The number of those shown while the list is open.
    pub shown: usize,
    pub is_open: bool,
    pub only_exact: Option<Named>,
    /// The text as a keyword of the list, which is offered last; empty where only names are meant.
    pub keyword: String,
}

/// The thing that an option stands for.
enum Chosen {
    Named(Named),
    Keyword(String),
    /// The options that are not shown yet.
    More,
}

impl Offer {
    /// Gives the number of options that are not shown.
    pub fn rest(&self) -> usize {
        self.options.len() - self.shown
    }

    /// Gives the number of rows, with the one that shows more and the one for the keyword.
    fn len(&self) -> usize {
        self.shown + usize::from(self.rest() > 0) + usize::from(!self.keyword.is_empty())
    }

    fn at(&self, place: usize) -> Chosen {
        match self.options.get(..self.shown).and_then(|shown| shown.get(place)) {
            Some(option) => Chosen::Named(option.named),
            None if self.rest() > 0 && place == self.shown => Chosen::More,
            None => Chosen::Keyword(self.keyword.clone()),
        }
    }
}

/// Handles to the state of the field.
#[derive(Clone, Copy)]
pub(super) struct Finder {
    pub snapshot: &'static Snapshot,
    pub scope: NameScope,
    pub choose: Callback<Named>,
    pub data: Data,
    pub navigation: Navigation,
    pub field: NodeRef<html::Input>,
    /// Made at the first search.
    pub index: StoredValue<Option<NameIndex>>,
    pub offer: RwSignal<Offer>,
    /// The option that the arrow keys point at.
    pub active: RwSignal<Option<usize>>,
    pub status: RwSignal<String>,
    /// A flag for a conversion that the input method has open: its text is not yet a name.
    pub is_converting: StoredValue<bool>,
    /// A flag for Enter that was pressed before the names came.
    pub is_entered: StoredValue<bool>,
}

impl Finder {
    fn text(self) -> String {
        let field = self.field.try_get_untracked().flatten();
        field.map(|field| field.value().trim().to_owned()).unwrap_or_default()
    }

    /// Looks for what is in the field, once the names are there.
    pub fn search(self) {
        if self.is_converting.try_get_value() != Some(false) {
            return;
        }
        self.is_entered.set_value(false);
        let text = self.text();
        let municipalities = untrack(|| self.data.municipalities().get());
        let mut offer = Offer::default();
        let mut status = String::new();
        match municipalities {
            _ if text.is_empty() => {}
            None => words::loading::DATA.clone_into(&mut status),
            Some(Err(_)) => {}
            Some(Ok(municipalities)) => self.index.update_value(|index| {
                let index = index.get_or_insert_with(|| {
                    NameIndex::new(self.snapshot, municipalities, self.scope, normalize)
                });
                let found = index.find(&text);
                status = names_found(&found);
                offer.only_exact = found.only_exact;
                offer.options = name_options(self.snapshot, municipalities, self.scope, &found);
                offer.shown = offer.options.len().min(OFFERED);
                if self.scope == NameScope::All {
                    offer.keyword.clone_from(&text);
                }
                offer.is_open = offer.len() > 0;
            }),
        }
        self.active.set(None);
        self.offer.set(offer);
        self.status.set(status);
    }

    /// Looks for what was typed before the names came, and takes it where Enter was pressed, too.
    pub fn search_again(self) {
        let is_entered = self.is_entered.get_value();
        self.search();
        if is_entered {
            self.enter();
        }
    }

    pub fn close(self) {
        let _ = self.is_entered.try_set_value(false);
        // The field also loses the focus as it is taken out of the page.
        if self.offer.try_with_untracked(|offer| offer.is_open) == Some(true) {
            self.active.set(None);
            self.offer.update(|offer| offer.is_open = false);
        }
    }

    /// Opens the list and points at an option: the next one, or with `back` the one before.
    fn point(self, back: bool) {
        let (count, is_open) = self.offer.with_untracked(|offer| (offer.len(), offer.is_open));
        if count == 0 {
            return;
        }
        if !is_open {
            self.offer.update(|offer| offer.is_open = true);
        }
        let place = match (self.active.get_untracked(), back) {
            (None, false) => 0,
            (None, true) => count - 1,
            (Some(place), false) => (place + 1) % count,
            (Some(place), true) => (place + count - 1) % count,
        };
        self.active.set(Some(place));
        scroll_into_view(option_id(place));
    }

    /// Takes the option at a place; the last may stand for the rest.
    fn take(self, place: usize) {
        match self.offer.with_untracked(|offer| offer.at(place)) {
            Chosen::Named(named) => {
                self.close();
                self.choose.run(named);
            }
            Chosen::Keyword(text) => {
                self.close();
                self.navigation.go(keyword_page(text));
            }
            Chosen::More => {
                self.offer.update(|offer| offer.shown = offer.options.len().min(offer.shown + MORE));
                self.active.set(Some(place));
            }
        }
    }

    /// Takes what was pointed at, the only thing of that name, or the keyword where nothing has that name. Else it says
    /// that one is to be chosen.
    fn enter(self) {
        if let Some(place) = self.active.get_untracked() {
            self.take(place);
            return;
        }
        let (only, count) = self.offer.with_untracked(|offer| (offer.only_exact, offer.len()));
        if let Some(only) = only {
            self.close();
            self.choose.run(only);
        } else if self.offer.with_untracked(|offer| offer.options.is_empty() && count > 0) {
            self.take(0);
        } else if count > 0 {
            self.offer.update(|offer| offer.is_open = true);
            self.status.set(words::town::CHOOSE.to_owned());
        } else {
            self.is_entered.set_value(true);
        }
    }

    /// Closes the list; a field without one is emptied.
    fn escape(self) {
        if self.offer.with_untracked(|offer| offer.is_open) {
            self.close();
        } else if let Some(field) = self.field.get_untracked() {
            field.set_value("");
            self.search();
        }
    }

    pub fn key(self, event: &KeyboardEvent) {
        if composing(event) {
            return;
        }
        match event.key().as_str() {
            "ArrowDown" => self.point(false),
            "ArrowUp" => self.point(true),
            "Enter" => self.enter(),
            "Escape" => self.escape(),
            // These move within the text.
            "Home" | "End" | "ArrowLeft" | "ArrowRight" => return self.active.set(None),
            _ => return,
        }
        event.prevent_default();
    }

    pub fn click(self, event: &MouseEvent) {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let option = target.and_then(|target| target.closest("[role=option]").ok().flatten());
        let place = option.and_then(|option| option.id().strip_prefix(OPTION)?.parse().ok());
        if let Some(place) = place {
            self.take(place);
        }
    }
}

/// Gives the id of the option at a place.
pub(super) fn option_id(place: usize) -> String {
    [OPTION, &place.to_string()].concat()
}
