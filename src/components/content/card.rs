use std::sync::Arc;

use joint_procurement_core::domain::Snapshot;
use joint_procurement_core::export::{Clip, embed_html};
use joint_procurement_core::routes::{Address, Route};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::area_map::{Drawn, MapFigure};
use super::citation::reference;
use super::disclosure::Disclosure;
use super::heading::{Heading, Level};
use super::table::{Grid, SaveCsv};
use super::text::text;
use crate::browser::{save_blob, save_file};
use crate::charts::{self, ChartOption, Poster};
use crate::components::download::SaveButton;
use crate::components::{Chart, CopyButton, InBrowser, LiveText};
use crate::content::{self, AreaMap, Picture};
use crate::navigation::use_navigation;
use crate::words;

/// A figure in a frame. Without a picture its table stands open.
#[component]
pub(super) fn Card(
    snapshot: &'static Snapshot,
    card: content::Card,
    level: Level,
    /// The outlines of its map, where another card has asked for them.
    #[prop(default = None)]
    shared: Option<Drawn>,
) -> impl IntoView {
    let content::Card { id, heading, reading, picture, table, source } = card;
    let heading_id = format!("{id}-heading");
    let actions_id = format!("{id}-actions");
    let (own, named) = (id.clone(), heading.clone());
    let saved = |drawn, caption: &str, name| Saved {
        snapshot,
        drawn,
        heading: heading.clone(),
        reading: reading.plain(),
        caption: caption.to_owned(),
        source: source.clone(),
        name,
    };
    let is_empty = table.rows.is_empty();
    let name = table.file_name.clone();
    let csv = (!is_empty).then(|| {
        view! { <SaveCsv label=words::table::CSV file_name=name.clone() file=table.to_csv()/> }
    });
    let open = matches!(&picture, Some(Picture::Map(map)) if map.open_table);
    let (drawn, saved) = match picture.filter(|_| !is_empty) {
        None => (None, None),
        Some(Picture::Chart(chart)) => {
            let content::Chart { option, description, caption } = chart;
            let option = Arc::new(option);
            let saved = saved(Drawing::Chart(option.clone()), &caption, name);
            (Some((view! { <Chart option label=description/> }.into_any(), caption)), Some(saved))
        }
        Some(Picture::Map(map)) => {
            let drawn = shared.unwrap_or_else(|| Drawn::ask(snapshot, &map));
            let map = Arc::new(map);
            let saved = saved(Drawing::Map(map.clone(), drawn), &map.caption, name);
            let caption = map.caption.clone();
            let shown = view! { <MapFigure map drawn after=actions_id.clone()/> }.into_any();
            (Some((shown, caption)), Some(saved))
        }
    };
    let table = if is_empty {
        view! { <p class="card__empty">{words::table::NO_ROWS}</p> }.into_any()
    } else {
        view! { <Grid table in_card=true/> }.into_any()
    };
    let figure = match drawn {
        Some((drawn, caption)) => {
            let parts = view! {
                <figure class="card__figure beside__part">
                    {drawn}
                    <figcaption class="card__caption">{caption}</figcaption>
                </figure>
                <Disclosure class="disclosure card__data" size="sm" open summary=words::table::SHOW.into_any()>
                    {table}
                </Disclosure>
            };
            if open { view! { <div class="beside">{parts}</div> }.into_any() } else { parts.into_any() }
        }
        None => table,
    };
    view! {
        <article class="card" id=id aria-labelledby=heading_id tabindex="-1">
            <div class="card__header">
                <Heading level class="card__heading" id=heading_id.clone()>{heading}</Heading>
                <p class="card__reading">{text(reading)}</p>
            </div>
            {figure}
            <div class="card__actions" id=actions_id tabindex="-1">
                <InBrowser>
                    {csv}
                    <More snapshot id=own heading=named picture=saved/>
                </InBrowser>
            </div>
            <p class="card__footer">{source}</p>
        </article>
    }
}

/// Further uses of a card, beside saving its rows: closed, so that the card stays quiet.
#[component]
fn More(
    snapshot: &'static Snapshot,
    /// The id of the card.
    id: String,
    heading: String,
    picture: Option<Saved>,
) -> impl IntoView {
    let navigation = use_navigation();
    let (framed, cited) = (id.clone(), id.clone());
    let title = heading.clone();
    let citation = move || {
        let place = Address { card: cited.clone(), ..navigation.here() };
        Clip::from(reference(snapshot, Some(&title), place))
    };
    let frame = move || {
        let address = navigation.absolute(&navigation.here().embedding(&framed));
        Clip::from(embed_html(&address, &words::embed::title(&heading), height_alone(&framed)))
    };
    let address = move || navigation.absolute(&Address { card: id.clone(), ..navigation.here() });
    let pasted = address.clone();
    let clip = move || Clip::from(pasted());
    let data = navigation.href(&Address::with_card(Route::Data, "files"));
    view! {
        <Disclosure class="disclosure card__more" size="sm" live=true summary=words::table::MORE.into_any()>
            <div class="card__tools">
                <CopyButton label=words::copy::LINK clip/>
                {(!navigation.is_one_file()).then(|| view! { <CopyButton label=words::embed::COPY clip=frame/> })}
                {picture.map(|picture| view! { <PictureButtons picture address/> })}
                <CopyButton label=words::cite::COPY_CARD clip=citation/>
                <a href=data>{words::table::ALL_DATA}</a>
            </div>
        </Disclosure>
    }
}

/// The room for the line below a card that is shown alone (assets/css/embed.css).
const NOTE_HEIGHT: f64 = 80.0;

/// Gives the height of a card where it is shown alone, in pixels. Its tools are not shown there.
fn height_alone(id: &str) -> u32 {
    let height = |it: web_sys::Element| it.get_bounding_client_rect().height();
    let card = document().get_element_by_id(id);
    let tools = card.as_ref().and_then(|card| card.query_selector(".card__more").ok().flatten());
    let own = card.map_or(0.0, height) - tools.map_or(0.0, height);
    (own + NOTE_HEIGHT).max(NOTE_HEIGHT) as u32
}

/// A picture that can be saved.
#[derive(Clone)]
struct Saved {
    snapshot: &'static Snapshot,
    drawn: Drawing,
    heading: String,
    reading: String,
    caption: String,
    source: String,
    /// The name without its ending.
    name: String,
}

/// The chart or the map that a picture is drawn from.
#[derive(Clone)]
enum Drawing {
    Chart(Arc<ChartOption>),
    Map(Arc<AreaMap>, Drawn),
}

impl Saved {
    /// Saves it with the words around it, and the address of the view below.
    async fn save(self, address: String, as_png: bool) -> Result<(), JsValue> {
        let Self { snapshot, drawn, heading, reading, caption, source, name } = self;
        let (is_map, key) = match &drawn {
            Drawing::Chart(_) => (false, Vec::new()),
            Drawing::Map(map, _) => {
                let legend = map.legend.iter();
                (true, legend.map(|(class, meaning)| (charts::map_fill(*class), meaning.clone())).collect())
            }
        };
        let below = content::below_picture(snapshot, caption, source, is_map, &address);
        let poster = Poster { heading, reading, key, below };
        let picture = match drawn {
            Drawing::Chart(option) => charts::ChartFile::draw(&option, &poster).await?,
            Drawing::Map(map, drawn) => {
                let (svg, height) = drawn.svg(&map, charts::CHART_WIDTH).ok_or(JsValue::NULL)?;
                charts::ChartFile::of_svg(&svg, height, &poster)
            }
        };
        if as_png {
            save_blob(&format!("{name}.png"), &picture.to_png().await?)
        } else {
            save_file(&format!("{name}.svg"), "image/svg+xml", picture.svg.as_bytes())
        }
    }
}

/// The buttons that save the picture, in two formats.
#[component]
fn PictureButtons(
    picture: Saved,
    /// Gives the address of the card; called at the click.
    #[prop(into)]
    address: Callback<(), String>,
) -> impl IntoView {
    let said = RwSignal::new("");
    let save = move |picture: Saved, as_png| {
        said.set("");
        let address = untrack(|| address.run(()));
        leptos::task::spawn_local(async move {
            if picture.save(address, as_png).await.is_err() {
                said.try_set(words::table::SAVE_FAILED);
            }
        });
    };
    let svg = picture.clone();
    view! {
        <SaveButton label=words::table::SAVE_SVG save=move || save(svg.clone(), false)/>
        <SaveButton label=words::table::SAVE_PNG save=move || save(picture.clone(), true)/>
        <span class="copy-status" role="status">
            <LiveText text=Signal::derive(move || said.get().to_owned())/>
        </span>
    }
}
