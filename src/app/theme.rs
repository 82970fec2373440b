//! The choice between light and dark: as the system is, or as the reader chose here before.

use leptos::prelude::*;
use strum::VariantArray;

use crate::browser::Stored;
use crate::words;

/// The key of the theme, read at the next visit by assets/theme.js. It is named after the project: other
/// sites may stand at the same origin, and share its storage.
const KEY: &str = "joint-procurement.theme";

#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray)]
enum Theme {
    System,
    Light,
    Dark,
}

impl Theme {
    /// Gives the name as `data-theme` of the page and the storage say it; neither says anything of the
    /// system's.
    fn slug(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::System => words::theme::SYSTEM,
            Self::Light => words::theme::LIGHT,
            Self::Dark => words::theme::DARK,
        }
    }

    /// Reads the theme from the page as it is. Not from the storage, which may refuse what the page shows.
    fn shown() -> Self {
        let chosen = document().document_element().and_then(|root| root.get_attribute("data-theme"));
        Self::VARIANTS.iter().copied().find(|theme| theme.slug() == chosen.as_deref()).unwrap_or(Self::System)
    }

    /// Shows the page so, and the next visit where storage is allowed.
    fn choose(self) {
        if let Some(root) = document().document_element() {
            let _ = match self.slug() {
                Some(slug) => root.set_attribute("data-theme", slug),
                None => root.remove_attribute("data-theme"),
            };
        }
        // Where it is full or refused the choice holds for this visit: nothing to tell anybody.
        Stored::Always.write(KEY, self.slug());
    }
}

/// The choice, as a group of radio buttons: which one holds is told by the browser, in any colours.
#[component]
pub fn ThemeChoice() -> impl IntoView {
    let shown = Theme::shown();
    let choices = Theme::VARIANTS.iter().map(|&theme| {
        view! {
            <label class="radio">
                <input
                    class="radio__input"
                    type="radio"
                    name="theme"
                    checked=theme == shown
                    on:change=move |_| theme.choose()
                />
                <span class="radio__label">{theme.name()}</span>
            </label>
        }
    });
    view! {
        <fieldset class="theme-choice" data-live="">
            <legend class="site-footer__heading">{words::theme::LABEL}</legend>
            {choices.collect_view()}
        </fieldset>
    }
}
