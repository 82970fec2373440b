use std::sync::{Arc, OnceLock};

use joint_procurement_core::domain::{Outline, Outlines, Point, Snapshot};
use joint_procurement_core::routes::Address;
use leptos::html::Div;
use leptos::prelude::*;
use leptos::svg;

use super::text::href;
use crate::browser::{InView, Resizes, on_printing};
use crate::charts::{map_fill, map_text};
use crate::components::FailureNotice;
use crate::components::InBrowser;
use crate::content::{AreaMap, MapArea};
use crate::data::{Data, Loader};
use crate::navigation::{Navigation, use_navigation};
use crate::words;

/// The outlines of a map, which come in a file of their own.
#[derive(Clone, Copy)]
pub(super) struct Drawn(Loader<Outlines>);

impl Drawn {
    pub fn ask(snapshot: &'static Snapshot, map: &AreaMap) -> Self {
        Self(Data::outlines(snapshot, map.outlines))
    }

    /// Draws the map alone as an SVG of this width, with its height; `None` where its outlines are not there.
    pub fn svg(self, map: &AreaMap, width: usize) -> Option<(String, usize)> {
        let outlines = untrack(|| self.0.get())?.ok()?;
        let height = width * outlines.height as usize / outlines.width.max(1) as usize;
        let mut svg = format!(
            "<svg width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {} {}\" stroke=\"#666666\" \
             fill-rule=\"evenodd\">",
            outlines.width, outlines.height
        );
        for (outline, class) in outlines.areas.iter().map(|outline| (outline, class_of(map, &outline.code))) {
            svg.push_str(&format!("<path d=\"{}\" fill=\"{}\"/>", outline.path, map_fill(class)));
        }
        for it in &outlines.insets {
            svg.push_str(&format!(
                "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"none\"/>",
                it.x, it.y, it.width, it.height
            ));
        }
        let scale = width as f64 / f64::from(outlines.width.max(1));
        for (label, size) in labels(map, &outlines).iter().filter_map(|it| Some((it, it.size(scale)?))) {
            let [x, y] = label.start(size);
            svg.push_str(&format!(
                "<text x=\"{x}\" y=\"{y}\" font-size=\"{}\" text-anchor=\"middle\" stroke=\"none\" fill=\"{}\">{}</text>",
                tenths(size),
                map_text(label.class),
                html_escape::encode_text(&label.name)
            ));
        }
        svg.push_str("</svg>");
        Some((svg, height))
    }
}

fn class_of(map: &AreaMap, code: &str) -> usize {
    map.areas.iter().find(|area| area.code == code).map_or(0, |area| area.class)
}

/// A map with a way past its areas and the meaning of its shades. The areas are links in the order of their
/// codes.
#[component]
pub(super) fn MapFigure(
    map: Arc<AreaMap>,
    /// The outlines, asked for already.
    drawn: Drawn,
    /// The id of what follows.
    after: String,
) -> impl IntoView {
    let navigation = use_navigation();
    let past = move || navigation.href(&Address { card: after.clone(), ..navigation.address() });
    let has_links = map.areas.iter().any(|area| area.to.is_some());
    let legend = map.legend.iter().map(|(class, meaning)| {
        view! {
            <li class="map__meaning">
                <span class="map__mark" data-class=number(*class) aria-hidden="true"></span>
                {meaning.clone()}
            </li>
        }
    });
    let legend = legend.collect_view();
    let size = map.size();
    let frame = NodeRef::<Div>::new();
    let width = follow_width(frame);
    // Outlines that are there and that nobody is near are not on their way.
    let waiting = move |message: Option<&'static str>| {
        view! {
            <svg class="map__shape" width=size[0] height=size[1] viewBox=view_box(size) aria-hidden="true"></svg>
            <InBrowser>
                {message.map(|message| view! { <p class="map__message" role="status">{message}</p> })}
            </InBrowser>
        }
    };
    let is_needed = Memo::new(move |_| width.get() > 0);
    let picture = move || match drawn.0.get() {
        Some(Err(error)) => view! { <FailureNotice error retry=move |()| drawn.0.retry()/> }.into_any(),
        Some(Ok(outlines)) if is_needed.get() => view! {
            {drawing(&map, Arc::new(outlines), width)}
            <p class="map__tip u-no-print" aria-hidden="true"></p>
        }
        .into_any(),
        Some(Ok(_)) => waiting(None).into_any(),
        None => waiting(Some(words::map::LOADING)).into_any(),
    };
    view! {
        <div class="map">
            <InBrowser>
                {has_links.then(|| view! { <a class="skip-link" href=past data-live="">{words::map::SKIP}</a> })}
            </InBrowser>
            <div class="map__frame" data-live="" node_ref=frame>{picture}</div>
            <ul class="map__legend" aria-label=words::map::LEGEND>{legend}</ul>
        </div>
    }
}

/// Gives the width of an element in CSS pixels; 0 until it comes near the view or is printed. A map that is drawn
/// before would keep the page from starting.
fn follow_width(element: NodeRef<Div>) -> RwSignal<i32> {
    let width = RwSignal::new(0);
    let watch: StoredValue<Option<InView>, LocalStorage> = StoredValue::new_local(None);
    let resizes: StoredValue<Option<Resizes>, LocalStorage> = StoredValue::new_local(None);
    Effect::new(move || {
        let Some(element) = element.get() else { return };
        let near = element.clone();
        let begin = move || {
            let resized = near.clone();
            let follow = move || {
                width.try_set(resized.client_width());
            };
            resizes.try_set_value(Resizes::of(&near, follow).ok());
        };
        watch.set_value(InView::once(&element, begin));
        let printed = StoredValue::new_local(element);
        on_printing(move |begins| {
            if begins && width.get_untracked() == 0 {
                width.set(printed.with_value(|it| it.client_width()).max(1));
            }
        });
    });
    width
}

fn view_box([width, height]: [u16; 2]) -> String {
    format!("0 0 {width} {height}")
}

fn drawing(map: &Arc<AreaMap>, outlines: Arc<Outlines>, width: RwSignal<i32>) -> impl IntoView + use<> {
    let navigation = use_navigation();
    let size = [outlines.width, outlines.height];
    let areas = outlines.areas.iter().filter_map(|outline| {
        let area = map.areas.iter().find(|area| area.code == outline.code)?;
        Some(shape(navigation, area, outline, size))
    });
    let insets = outlines.insets.iter().map(|it| {
        view! { <rect class="map__inset" x=it.x y=it.y width=it.width height=it.height/> }
    });
    let (found, named) = (OnceLock::new(), map.clone());
    let names = {
        let outlines = outlines.clone();
        move || {
            let width = width.get();
            let scale = f64::from(width) / f64::from(size[0].max(1));
            let labels: &[Label] =
                if width == 0 { &[] } else { found.get_or_init(|| labels(&named, &outlines)) };
            labels.iter().filter_map(|label| label.view(scale)).collect_view()
        }
    };
    let view_box = format!("0 0 {} {}", size[0], size[1]);
    view! {
        <svg class="map__drawing" width=size[0] height=size[1] viewBox=view_box role="group" aria-label=map.label.clone()>
            {insets.collect_view()}
            {areas.collect_view()}
            <g aria-hidden="true">{names}</g>
        </svg>
    }
}

fn shape(navigation: Navigation, area: &MapArea, outline: &Outline, size: [u32; 2]) -> AnyView {
    let (words, class, path) = (area.words.clone(), number(area.class), outline.path.clone());
    // The place of the words on the map: above its highest point, and below its lowest.
    let ends = outline.ends().map(|ends| {
        let share = |end: f64, of: u32| format!("{}%", tenths(end * 100.0 / f64::from(of.max(1))));
        ends.map(|[x, y]| [share(x, size[0]), share(y, size[1])].join(" ")).join(" ")
    });
    // Not `<a>`: outside of an `<svg>` tag `view!` takes it for that of HTML.
    match &area.to {
        Some(to) => svg::a()
            .attr("href", href(navigation, to))
            .attr("aria-label", words)
            .class("map__area")
            .attr("data-class", class)
            .attr("data-area", area.code.clone())
            .attr("data-ends", ends)
            .child(view! { <path d=path/> })
            .into_any(),
        None => view! {
            <g role="img" aria-label=words class="map__area" data-class=class data-area=area.code.clone() data-ends=ends>
                <path d=path/>
            </g>
        }
        .into_any(),
    }
}

/// A short name that may stand in its area.
struct Label {
    name: String,
    class: usize,
    middle: Point,
    /// The height of its letters where they fill the room, in units of the drawing.
    size: f64,
}

/// The height of letters on a map, in CSS pixels, and the least that can be read.
const LETTER: [f64; 2] = [12.0, 11.0];

/// Finds the room for the names of the areas.
fn labels(map: &AreaMap, outlines: &Outlines) -> Vec<Label> {
    let labels = outlines.areas.iter().filter_map(|outline| {
        let area = map.areas.iter().find(|area| area.code == outline.code)?;
        // Letters are as wide as they are high; a little air around them.
        let letters = area.name.chars().count() as f64 + 0.2;
        let room = outline.room(letters / 1.15)?;
        let size = room.width / letters;
        Some(Label { name: area.name.clone(), class: area.class, middle: room.middle, size })
    });
    labels.collect()
}

impl Label {
    /// Gives the height of its letters in units of the drawing, of which a pixel has `1 / scale`. `None` where they do
    /// not fit.
    fn size(&self, scale: f64) -> Option<f64> {
        let pixels = LETTER[0].min(self.size * scale);
        (pixels >= LETTER[1]).then(|| pixels / scale)
    }

    /// Gives the place of the middle of its base line.
    fn start(&self, size: f64) -> [String; 2] {
        [tenths(self.middle[0]), tenths(self.middle[1] + size * 0.38)]
    }

    fn view(&self, scale: f64) -> Option<impl IntoView + use<>> {
        let size = self.size(scale)?;
        let [x, y] = self.start(size);
        let (class, name) = (number(self.class), self.name.clone());
        Some(view! { <text class="map__label" data-class=class x=x y=y font-size=tenths(size)>{name}</text> })
    }
}

/// Writes a number that is not negative, with one decimal.
fn tenths(number: f64) -> String {
    let tenths = (number * 10.0).round() as u32;
    format!("{}.{}", tenths / 10, tenths % 10)
}

fn number(class: usize) -> &'static str {
    ["0", "1", "2", "3", "4"].get(class).copied().unwrap_or("4")
}
