//! Charts in which each point is one case.

use charming::component::Axis;
use charming::datatype::DataPointItem;
use charming::element::{AxisType, ItemStyle, Label, LabelPosition, NameLocation, Symbol, TextStyle};
use charming::series::{Scatter, Series};
use joint_procurement_core::domain::{Field, Term};
use joint_procurement_core::query::StatusAnswer;
use joint_procurement_core::routes::Address;
use joint_procurement_core::stats::CostBySize;

use super::crossed::legend;
use super::lacking::{self, Lacking};
use super::options::{ChartOption, Height, Key, Plan, assemble, axis_label, emphasis, grid, names, numbers};
use super::palette::{PARTS, TEXT};

/// The width of a point, and on a phone, where many years stand beside each other.
const SIZE: u8 = 14;
const SMALL: u8 = 8;
/// The number of dots on each other from which a picture needs its usual height.
const MANY: usize = 7;

/// One amount on axes of powers of ten.
#[derive(Clone, Debug, PartialEq)]
pub struct Dot {
    /// A value above 0, as `up` is.
    pub across: f64,
    pub up: f64,
    pub cost: Field,
    /// A short name beside the point, where there is room.
    pub label: String,
    /// The words shown at the pointer.
    pub words: String,
    pub to: Address,
}

/// Makes one point an amount, both axes by powers of ten and named. Kinds of costs differ by colour and shape.
pub fn dots(dots: &[Dot], across: &str, up: &str, description: &str) -> ChartOption {
    let looks = [(Symbol::Circle, PARTS[0]), (Symbol::Triangle, PARTS[1]), (Symbol::Rect, PARTS[2])];
    let groups = CostBySize::COSTS.into_iter().zip(looks).map(|(cost, look)| {
        let points = dots.iter().filter(|dot| dot.cost == cost).map(|dot| Point {
            at: [dot.across, dot.up],
            label: Some(&dot.label),
            words: &dot.words,
            to: &dot.to,
        });
        Group { name: cost.ja(), look, points: points.collect() }
    });
    let style = |align: &str| TextStyle::new().color(TEXT).font_size(14).align(align);
    let x = numbers(AxisType::Log).name(across).name_location(NameLocation::Middle).name_gap(36);
    let y = numbers(AxisType::Log).name(up).name_location(NameLocation::End).name_gap(12);
    let panel =
        (grid(24, 64).bottom(36), x.name_text_style(style("center")), y.name_text_style(style("left")));
    scatter(groups, panel, Height::Usual, description)
}

/// A case at a year.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    pub year: u16,
    pub status: StatusAnswer,
    /// The words shown at the pointer.
    pub words: String,
    pub to: Address,
}

/// Makes one point a case above its year, from the first year to the last. Statuses differ by colour and shape; of one
/// year equal ones stand together. Years from `unfinished` on have a mark.
pub fn timeline(events: &[Event], unfinished: u16, description: &str) -> ChartOption {
    let years = || events.iter().map(|event| event.year);
    let (first, last) = (years().min().unwrap_or_default(), years().max().unwrap_or_default());
    let mut heights = vec![0_u16; usize::from(last - first) + 1];
    let groups: Vec<Group<'_>> = StatusAnswer::ALL
        .iter()
        .map(|&status| {
            let of_status = events.iter().filter(|event| event.status == status);
            let points = of_status.map(|event| {
                let across = event.year - first;
                let height = heights.get_mut(usize::from(across)).map_or(0, |height| {
                    *height += 1;
                    *height
                });
                let at = [f64::from(across), f64::from(height)];
                Point { at, label: None, words: &event.words, to: &event.to }
            });
            Group { name: status.ja(), look: look(status), points: points.collect() }
        })
        .collect();
    let highest = heights.iter().copied().max().map_or(0, usize::from);
    let label = |year: u16| if year >= unfinished { format!("{year}*") } else { year.to_string() };
    // The points stand on the line, and half a point of room is left above the highest.
    let up = Axis::new().type_(AxisType::Value).show(false).min(0.4).max(highest.max(MANY) as f64 + 0.6);
    let height = if highest > MANY { Height::Usual } else { Height::Low };
    let panel = (grid(16, 64), names((first..=last).map(label).collect()).axis_label(axis_label()), up);
    let mut option = scatter(groups.into_iter(), panel, height, description);
    lacking::axis_line_colour("xAxis").write_into(&mut option.json);
    let series = option.links.len();
    lacking::small_points_to(480, series, SMALL, SIZE).write_into(&mut option.json);
    option
}

fn look(status: StatusAnswer) -> (Symbol, &'static str) {
    match status {
        StatusAnswer::Operating => (Symbol::Circle, PARTS[0]),
        StatusAnswer::Procured => (Symbol::RoundRect, PARTS[2]),
        StatusAnswer::Planned => (Symbol::Triangle, PARTS[1]),
        StatusAnswer::Ended => (Symbol::Diamond, PARTS[3]),
        StatusAnswer::Cancelled => (Symbol::Arrow, PARTS[4]),
        StatusAnswer::Unknown => (Symbol::Rect, PARTS[6]),
    }
}

/// Points that look alike.
struct Group<'a> {
    name: &'static str,
    look: (Symbol, &'static str),
    points: Vec<Point<'a>>,
}

struct Point<'a> {
    at: [f64; 2],
    label: Option<&'a str>,
    words: &'a str,
    to: &'a Address,
}

/// Draws the groups that have points. A name beside each colour is only said where there are several.
fn scatter<'a>(
    groups: impl Iterator<Item = Group<'a>>,
    panel: (charming::component::Grid, Axis, Axis),
    height: Height,
    description: &str,
) -> ChartOption {
    let groups: Vec<Group<'a>> = groups.filter(|group| !group.points.is_empty()).collect();
    let mut lacking: Vec<Lacking> = vec![lacking::fixed_legend()];
    let mut links = Vec::new();
    let mut series: Vec<Series> = Vec::new();
    for (place, group) in groups.iter().enumerate() {
        let (symbol, colour) = group.look.clone();
        let data = group.points.iter().map(|point| DataPointItem::new(point.at.to_vec()));
        let data = Scatter::new()
            .name(group.name)
            .symbol(symbol)
            .symbol_size(f64::from(SIZE))
            .label(Label::new().position(LabelPosition::Right).color(TEXT).font_size(14))
            .item_style(ItemStyle::new().color(colour))
            .emphasis(emphasis())
            .data(data.collect());
        series.push(data.into());
        for (point, it) in group.points.iter().enumerate() {
            lacking.push(lacking::point_tooltip(place, point, it.words));
            lacking.extend(
                it.label.map(|label| lacking::point_label(place, point, label)).into_iter().flatten(),
            );
        }
        lacking.push(lacking::hide_overlapping_labels(place));
        links.push(group.points.iter().map(|it| Some(it.to.clone())).collect());
    }
    assemble(Plan {
        description,
        tooltip: None,
        panels: vec![panel],
        series,
        height,
        key: Some(Key::Parts(Box::new(legend()))),
        lacking,
    })
    .linked(links)
}
