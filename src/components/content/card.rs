use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::area_map::{Drawn, area_map};
use super::table::{csv_of, grid};
use super::text::text;
use super::{Level, disclosure, heading};
use crate::charts::{self, ChartOption, Poster};
use crate::components::copy_button;
use crate::components::download::{SaveButton, save_blob, save_file};
use crate::components::element::{Element, Node, all, classed, el};
use crate::content::{AreaMap, Card, Chart, Picture};
use crate::domain::Snapshot;
use crate::export::Clip;
use crate::routes::{Address, Route};
use crate::shell::{use_navigation, use_words};

/// A figure in a frame. Without a picture its table stands open.
pub(super) fn card(snapshot: &'static Snapshot, card: Card, level: Level) -> Node {
    let words = &use_words().table;
    let heading_id = format!("{}-heading", card.id);
    let actions_id = format!("{}-actions", card.id);
    let is_empty = card.table.rows.is_empty();
    let csv = (!is_empty).then(|| csv_of(&card.table));
    let poster = |caption: &str| Poster {
        heading: card.heading.clone(),
        reading: card.reading.plain(),
        below: vec![caption.to_owned(), card.source.clone()],
    };
    let name = card.table.file_name.clone();
    let open = matches!(&card.picture, Some(Picture::Map(map)) if map.open_table).then_some("");
    let (drawn, caption, saved) = match card.picture.filter(|_| !is_empty) {
        None => (None, String::new(), None),
        Some(Picture::Chart(Chart { option, description, caption })) => {
            let (option, poster) = (Arc::new(option), poster(&caption));
            let chart = view! { <charts::Chart option=option.clone() label=description/> }.into_any();
            (Some(chart.into()), caption, Some(Saved { drawn: Drawing::Chart(option), poster, name }))
        }
        Some(Picture::Map(map)) => {
            let (drawn, poster, caption) =
                (Drawn::ask(snapshot, &map), poster(&map.caption), map.caption.clone());
            let shown = area_map(&map, drawn, &actions_id);
            (Some(shown), caption, Some(Saved { drawn: Drawing::Map(Arc::new(map), drawn), poster, name }))
        }
    };
    let table =
        if is_empty { classed("p", "card__empty").child(words.no_rows).node() } else { grid(card.table) };
    let figure = match drawn {
        Some(drawn) => {
            let caption = classed("figcaption", "card__caption").child(caption);
            let data = disclosure("disclosure card__data", words.show.into(), table);
            all([
                classed("figure", "card__figure").child(drawn).child(caption).node(),
                data.attr("data-size", "sm").maybe("open", open).node(),
            ])
        }
        None => table,
    };
    let header = classed("div", "card__header")
        .child(heading(level, "card__heading", heading_id.clone(), card.heading))
        .child(classed("p", "card__reading").child(text(card.reading)));
    let actions = classed("div", "card__actions")
        .attr("id", actions_id)
        .attr("tabindex", "-1")
        .some(csv)
        .child(more(card.id.clone(), saved));
    classed("article", "card")
        .attr("id", card.id)
        .attr("aria-labelledby", heading_id)
        .attr("tabindex", "-1")
        .child(header)
        .child(figure)
        .child(actions)
        .child(classed("p", "card__footer").child(card.source))
        .node()
}

/// What can be done with a card beside saving its rows: closed, so that the card stays quiet.
fn more(id: String, picture: Option<Saved>) -> Element {
    let words = use_words();
    let link = copy_button(words.copy.link, Box::new(move || Clip::from(address_of(&id))));
    let data = use_navigation().href(&Address::with_card(Route::Data, "files"));
    let data = el("a").attr("href", data).child(words.table.all_data);
    let body = classed("div", "card__tools").child(link).some(picture.map(picture_buttons)).child(data);
    disclosure("disclosure card__more", words.table.more.into(), body.node()).attr("data-size", "sm")
}

/// The address of a part of the page that is shown.
fn address_of(id: &str) -> String {
    let navigation = use_navigation();
    navigation.absolute(&Address { card: id.to_owned(), ..navigation.here() })
}

/// A picture that can be saved.
#[derive(Clone)]
struct Saved {
    drawn: Drawing,
    poster: Poster,
    /// Without its ending.
    name: String,
}

/// What it is drawn from.
#[derive(Clone)]
enum Drawing {
    Chart(Arc<ChartOption>),
    Map(Arc<AreaMap>, Drawn),
}

impl Saved {
    async fn save(self, as_png: bool) -> Result<(), JsValue> {
        let Self { drawn, poster, name } = self;
        let picture = match drawn {
            Drawing::Chart(option) => charts::Picture::draw(&option, &poster).await?,
            Drawing::Map(map, drawn) => {
                let (svg, height) = drawn.svg(&map, charts::CHART_WIDTH).ok_or(JsValue::NULL)?;
                charts::Picture::of_svg(&svg, height, &poster)
            }
        };
        if as_png {
            save_blob(&format!("{name}.png"), &picture.to_png().await?)
        } else {
            save_file(&format!("{name}.svg"), "image/svg+xml", picture.svg.as_bytes())
        }
    }
}

fn picture_buttons(picture: Saved) -> Node {
    let words = &use_words().table;
    let said = RwSignal::new("");
    let button = |label, as_png| {
        let picture = picture.clone();
        let save = move || {
            let saving = picture.clone().save(as_png);
            said.set("");
            leptos::task::spawn_local(async move {
                if saving.await.is_err() {
                    said.try_set(words.save_failed);
                }
            });
        };
        Node::View(leptos::prelude::IntoAny::into_any(leptos::prelude::view! { <SaveButton label save/> }))
    };
    let status = classed("span", "copy-status").attr("role", "status").child((move || said.get()).into_any());
    all([button(words.save_svg, false), button(words.save_png, true), status.node()])
}
