use leptos::prelude::*;

use super::table::{grid, save_button};
use super::text::text;
use super::{Level, heading};
use crate::charts::Chart;
use crate::content::Card;
use crate::shell::use_words;

/// A figure in a frame. Without a picture its table stands open.
pub(super) fn card(card: Card, level: Level) -> AnyView {
    let words = &use_words().table;
    let heading_id = format!("{}-heading", card.id);
    let save = save_button(card.table.file_name.clone(), None, card.table.to_csv());
    let table = grid(card.table);
    let figure = match card.picture {
        Some(picture) => view! {
            <figure class="card__figure">
                <Chart option=picture.option label=picture.description/>
                <figcaption class="card__caption">{picture.caption}</figcaption>
            </figure>
            <details class="disclosure card__data" data-size="sm">
                <summary class="disclosure__summary">{words.show}</summary>
                <div class="disclosure__body">{table}</div>
            </details>
        }
        .into_any(),
        None => table,
    };
    let heading = heading(level, "card__heading", heading_id.clone(), card.heading);
    view! {
        <article class="card" id=card.id aria-labelledby=heading_id tabindex="-1">
            <div class="card__header">
                {heading}
                <p class="card__reading">{text(card.reading)}</p>
            </div>
            {figure}
            <div class="card__actions">{save}</div>
            <p class="card__footer">{card.source}</p>
        </article>
    }
    .into_any()
}
