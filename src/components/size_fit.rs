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
    let [a, b, c, d] = strip.marks.map(|(place, name)| (at(place).to_string(), name));
    view! {
        <svg class="size-fit__strip" viewBox="0 0 320 40" aria-hidden="true">
            <path class="size-fit__similar" d=format!("M{from} 2H{to}V18H{from}z")/>
            <path class="size-fit__scale" d=scale/>
            <path class="size-fit__participants" d=ticks/>
            <path class="size-fit__median" d=format!("M{} 3v15", at(strip.median))/>
            <path class="size-fit__own" d=format!("M{} 18l4.5 7h-9z", at(strip.own))/>
            <text class="size-fit__mark" x=a.0 y="38">{a.1}</text>
            <text class="size-fit__mark" x=b.0 y="38">{b.1}</text>
            <text class="size-fit__mark" x=c.0 y="38">{c.1}</text>
            <text class="size-fit__mark" x=d.0 y="38">{d.1}</text>
        </svg>
    }
}
