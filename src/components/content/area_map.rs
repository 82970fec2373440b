use leptos::prelude::*;

use super::text::href;
use crate::charts::map_fill;
use crate::components::element::{Element, Node, classed, el};
use crate::content::{AreaMap, MapArea};
use crate::data::{Data, Loader};
use crate::domain::{Outlines, Snapshot};
use crate::routes::Address;
use crate::shell::{failure_notice, use_navigation, use_words};

/// The outlines of a map, which come in a file of their own.
#[derive(Clone, Copy)]
pub(super) struct Drawn(Loader<Outlines>);

impl Drawn {
    pub fn ask(snapshot: &'static Snapshot, map: &AreaMap) -> Self {
        Self(Data::outlines(snapshot, map.outlines))
    }

    /// The map alone as an SVG of this width, and its height; `None` where its outlines are not there.
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

/// A map whose areas are links in the order of their codes, a way past them, and what the shades mean.
/// `after` is the id of what follows.
pub(super) fn area_map(map: &AreaMap, drawn: Drawn, after: &str) -> Node {
    let words = use_words().map;
    let navigation = use_navigation();
    let after = after.to_owned();
    let past = move || {
        let address = Address { card: after.clone(), ..navigation.address() };
        let href = navigation.href(&address);
        el("a").attr("class", "skip-link").attr("href", href).child(words.skip).view()
    };
    let shown = map.clone();
    let picture = move || match drawn.0.get() {
        None => classed("p", "map__message").attr("role", "status").child(words.loading).view(),
        Some(Err(error)) => failure_notice(&error, move || drawn.0.retry()).view(),
        Some(Ok(outlines)) => drawing(&shown, &outlines).view(),
    };
    let legend = map.legend.iter().map(|(class, meaning)| {
        let mark =
            classed("span", "map__mark").attr("data-class", number(*class)).attr("aria-hidden", "true");
        classed("li", "map__meaning").child(mark).child(meaning.clone())
    });
    classed("div", "map")
        .some((!map.areas.iter().all(|area| area.to.is_none())).then(|| Node::View(past.into_any())))
        .child(classed("div", "map__frame").child(picture.into_any()))
        .child(classed("ul", "map__legend").attr("aria-label", words.legend).children(legend))
        .into()
}

fn drawing(map: &AreaMap, outlines: &Outlines) -> Element {
    let areas = outlines.areas.iter().filter_map(|outline| {
        let area = map.areas.iter().find(|area| area.code == outline.code)?;
        Some(shape(area, outline.path.clone()))
    });
    let insets = outlines.insets.iter().map(|inset| {
        classed("rect", "map__inset")
            .attr("x", inset.x.to_string())
            .attr("y", inset.y.to_string())
            .attr("width", inset.width.to_string())
            .attr("height", inset.height.to_string())
    });
    let view_box = format!("0 0 {} {}", outlines.width, outlines.height);
    classed("svg", "map__drawing")
        .attr("viewBox", view_box)
        .attr("role", "group")
        .attr("aria-label", map.label.clone())
        .children(insets)
        .children(areas)
}

fn shape(area: &MapArea, path: String) -> Element {
    let title = el("title").child(area.words.clone());
    let path = el("path").attr("d", path);
    let shape = match &area.to {
        Some(to) => el("a").attr("href", href(use_navigation(), to)).attr("aria-label", area.words.clone()),
        None => el("g").attr("role", "img").attr("aria-label", area.words.clone()),
    };
    shape.attr("class", "map__area").attr("data-class", number(area.class)).child(title).child(path)
}

fn number(class: usize) -> &'static str {
    ["0", "1", "2", "3", "4"].get(class).copied().unwrap_or("4")
}
