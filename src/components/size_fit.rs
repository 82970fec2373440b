use std::fmt::Write;

use leptos::prelude::*;

use crate::content::{self, SizeStrip};
use crate::words;

/// The way in which a case fits a size, in words and as a strip.
#[component]
pub fn SizeFit(fit: content::SizeFit) -> impl IntoView {
    let content::SizeFit { is_own, words, strip } = fit;
    let own = is_own.then(|| view! { <span class="chip">{words::size::OWN}</span>" " });
    view! {
        <div class="size-fit">
            <p class="size-fit__words">
                <span class="size-fit__name">{words::size::CLOSENESS}</span>
                " "
                {own}
                {words}
            </p>
            {strip.map(drawing)}
        </div>
    }
}

/// The drawing's own units. A place on the line is in thousandths of its length.
const WIDTH: u32 = 320;

fn at(place: u16) -> u32 {
    u32::from(place) * WIDTH / 1_000
}

/// Draws the strip. The words beside it say the same, so that it is hidden from those who hear the page.
fn drawing(strip: SizeStrip) -> impl IntoView {
    let [from, to] = strip.similar.map(at);
    let mut ticks = String::new();
    for tick in strip.ticks {
        // Writing to a string cannot fail.
        let _ = write!(ticks, "M{} 6v12", at(tick));
    }
    let mut scale = format!("M0 18h{WIDTH}");
    for (place, _) in strip.marks {
        let _ = write!(scale, "M{} 18v4", at(place));
    }
    let paths = [
        ("size-fit__similar", format!("M{from} 2H{to}V18H{from}z")),
        ("size-fit__scale", scale),
        ("size-fit__participants", ticks),
        ("size-fit__median", format!("M{} 3v15", at(strip.median))),
        ("size-fit__own", format!("M{} 18l4.5 7h-9z", at(strip.own))),
    ];
    let paths = paths.map(|(class, d)| view! { <path class=class d=d/> });
    let marks = strip.marks.map(|(place, name)| {
        view! { <text class="size-fit__mark" x=at(place).to_string() y="38">{name}</text> }
    });
    view! {
        <svg class="size-fit__strip" viewBox="0 0 320 40" aria-hidden="true">
            {paths.into_iter().collect_view()}
            {marks.into_iter().collect_view()}
        </svg>
    }
}
