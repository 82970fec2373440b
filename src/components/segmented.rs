use leptos::prelude::*;

use crate::words;

/// A form of the same: its name, its address, and if it is the one that is shown.
pub type ViewLink = (&'static str, Signal<String>, Signal<bool>);

/// The forms of the same, as links: the address carries the choice.
#[component]
pub fn Segmented(links: Vec<ViewLink>) -> impl IntoView {
    let links = links.into_iter().map(|(name, href, shown)| {
        let current = move || shown.get().then_some("true");
        view! {
            <li class="segmented__item">
                <a class="segmented__link" href=href data-noscroll="" aria-current=current>{name}</a>
            </li>
        }
    });
    view! { <ul class="segmented" aria-label=words::list::VIEW>{links.collect_view()}</ul> }
}
