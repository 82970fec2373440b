//! The title of the page.

use leptos::prelude::*;

use crate::words;

#[derive(Clone, Copy)]
pub(crate) struct Titles(pub RwSignal<String>);

impl Titles {
    /// Keeps the document's title equal to the page's, with the site's name after it.
    pub fn start() -> Self {
        let title = RwSignal::new(String::new());
        Effect::new(move || {
            title.with(|title| match title.as_str() {
                "" => document().set_title(words::site::NAME),
                title => document().set_title(&format!("{title} | {}", words::site::NAME)),
            });
        });
        Self(title)
    }
}

/// Sets the title of the page that is being made; empty for the overview.
pub fn set_title(title: impl Into<String>) {
    let Titles(signal) = expect_context();
    signal.set(title.into());
}
