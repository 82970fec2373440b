use std::sync::Arc;

use joint_procurement_core::domain::{Outlines, Snapshot};
use joint_procurement_core::routes::Address;
use leptos::prelude::*;
use leptos::svg;

use super::text::href;
use crate::charts::map_fill;
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
    let picture = move || match drawn.0.get() {
        None => view! { <p class="map__message" role="status">{words::map::LOADING}</p> }.into_any(),
        Some(Err(error)) => view! { <FailureNotice error retry=move |()| drawn.0.retry()/> }.into_any(),
        Some(Ok(outlines)) => drawing(&map, &outlines).into_any(),
    };
    view! {
        <div class="map">
            <InBrowser>
                {has_links.then(|| view! { <a class="skip-link" href=past data-live="">{words::map::SKIP}</a> })}
            </InBrowser>
            <div class="map__frame" data-live="">
                <InBrowser>{picture}</InBrowser>
            </div>
            <ul class="map__legend" aria-label=words::map::LEGEND>{legend}</ul>
        </div>
    }
}

fn drawing(map: &AreaMap, outlines: &Outlines) -> impl IntoView + use<> {
    let navigation = use_navigation();
    let areas = outlines.areas.iter().filter_map(|outline| {
        let area = map.areas.iter().find(|area| area.code == outline.code)?;
        Some(shape(navigation, area, outline.path.clone()))
    });
    let insets = outlines.insets.iter().map(|it| {
        view! { <rect class="map__inset" x=it.x y=it.y width=it.width height=it.height/> }
    });
    let view_box = format!("0 0 {} {}", outlines.width, outlines.height);
    view! {
        <svg class="map__drawing" viewBox=view_box role="group" aria-label=map.label.clone()>
            {insets.collect_view()}
            {areas.collect_view()}
        </svg>
    }
}

fn shape(navigation: Navigation, area: &MapArea, path: String) -> AnyView {
    let (words, class) = (area.words.clone(), number(area.class));
    // Not `<title>` and `<a>`: outside of an `<svg>` tag `view!` takes them for those of HTML.
    let inner = view! {
        {svg::title().child(area.words.clone())}
        <path d=path/>
    };
    match &area.to {
        Some(to) => svg::a()
            .attr("href", href(navigation, to))
            .attr("aria-label", words)
            .class("map__area")
            .attr("data-class", class)
            .child(inner)
            .into_any(),
        None => view! {
            <g role="img" aria-label=words class="map__area" data-class=class>
                {inner}
            </g>
        }
        .into_any(),
    }
}

fn number(class: usize) -> &'static str {
    ["0", "1", "2", "3", "4"].get(class).copied().unwrap_or("4")
}
