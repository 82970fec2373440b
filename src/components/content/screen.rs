use leptos::prelude::*;

use crate::content;
use crate::navigation::use_navigation;

/// A picture of a screen. The edition in one file holds none, and says what it shows.
#[component]
pub fn Screen(screen: content::Screen) -> impl IntoView {
    let content::Screen { file, alt, size: (width, height) } = screen;
    if use_navigation().is_one_file() {
        return view! { <p class="screen">{alt}</p> }.into_any();
    }
    view! { <img class="screen" src=file alt=alt width=width height=height loading="lazy"/> }.into_any()
}
