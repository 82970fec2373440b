//! The list of what may be meant.

use leptos::prelude::*;

use super::finder::{Finder, option_id};
use crate::components::FailureNotice;
use crate::content::NameOption;
use crate::words;

impl Finder {
    /// Draws the list while it is open, or the failure of getting the names.
    pub fn list(self) -> AnyView {
        if matches!(self.data.municipalities().get(), Some(Err(_))) {
            return self.failure();
        }
        let options: Vec<AnyView> = self.offer.with(|offer| {
            if !offer.is_open {
                return Vec::new();
            }
            let shown = offer.options.iter().take(offer.shown).enumerate();
            let mut options: Vec<AnyView> = shown.map(|(place, option)| self.option(place, option)).collect();
            let mut last = Vec::new();
            if offer.rest() > 0 {
                last.push(words::town::rest(offer.rest()));
            }
            if !offer.keyword.is_empty() {
                last.push(words::town::keyword(&offer.keyword));
            }
            for text in last {
                options.push(self.row(options.len(), view! { <span>{text}</span> }.into_any()));
            }
            options
        });
        if options.is_empty() {
            return ().into_any();
        }
        view! {
            <ul
                class="name-list"
                id="town-options"
                role="listbox"
                aria-label=words::town::CANDIDATES
                on:mousedown=move |event| event.prevent_default()
                on:click=move |event| self.click(&event)
            >
                {options}
            </ul>
        }
        .into_any()
    }

    fn option(self, place: usize, option: &NameOption) -> AnyView {
        let kind =
            (!option.kind.is_empty()).then(|| view! { <span class="name-option__kind">{option.kind}</span> });
        let (name, detail) = (option.name.clone(), option.detail.clone());
        let content = view! {
            <span>{name}<span class="name-option__detail">{detail}</span></span>
            {kind}
        };
        self.row(place, content.into_any())
    }

    fn row(self, place: usize, content: AnyView) -> AnyView {
        let is_active = move || (self.active.get() == Some(place)).to_string();
        view! { <li class="name-option" id=option_id(place) role="option" aria-selected=is_active>{content}</li> }
            .into_any()
    }

    fn failure(self) -> AnyView {
        let error = untrack(|| self.data.municipalities().get()).and_then(Result::err);
        let notice = error.map(|error| {
            view! { <FailureNotice error retry=move |()| self.data.municipalities().retry()/> }
        });
        notice.into_any()
    }
}
