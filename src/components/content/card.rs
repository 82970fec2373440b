use leptos::prelude::*;

use super::table::{csv_of, grid};
use super::text::text;
use super::{Level, disclosure, heading};
use crate::charts::Chart;
use crate::components::element::{all, classed};
use crate::content::{Card, Picture};
use crate::shell::use_words;

/// A figure in a frame. Without a picture its table stands open.
pub(super) fn card(card: Card, level: Level) -> AnyView {
    let heading_id = format!("{}-heading", card.id);
    let csv = csv_of(&card.table);
    let table = grid(card.table);
    let figure = match card.picture {
        Some(Picture { option, description, caption }) => {
            let chart = view! { <Chart option label=description/> }.into_any();
            let caption = classed("figcaption", "card__caption").child(caption);
            let data =
                disclosure("disclosure card__data", use_words().table.show.to_owned().into_any(), table);
            all([
                classed("figure", "card__figure").child(chart).child(caption).view(),
                data.attr("data-size", "sm").view(),
            ])
        }
        None => table,
    };
    let header = classed("div", "card__header")
        .child(heading(level, "card__heading", heading_id.clone(), card.heading))
        .child(classed("p", "card__reading").child(text(card.reading)));
    classed("article", "card")
        .attr("id", card.id)
        .attr("aria-labelledby", heading_id)
        .attr("tabindex", "-1")
        .child(header)
        .child(figure)
        .child(classed("div", "card__actions").child(csv))
        .child(classed("p", "card__footer").child(card.source))
        .view()
}
