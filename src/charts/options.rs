//! ECharts options: charts of charming's types, turned into JSON in one place.
//!
//! A chart is a function that fills a `Plan`. Only `assemble` serialises: a second serialiser would be
//! a copy of all types that a chart can hold.

use charming::Chart;
use charming::component::{Axis, Grid, Legend, VisualMap};
use charming::datatype::DataPoint;
use charming::element::{
    AxisLabel, AxisLine, AxisTick, AxisType, Emphasis, ItemStyle, Label, LabelPosition, LineStyle, SplitLine,
    Tooltip, Trigger,
};
use charming::series::{Bar, Series};
use joint_procurement_core::json;
use joint_procurement_core::routes::Address;
use joint_procurement_core::stats::YearCounts;
use serde_json::Value;

use super::lacking::{self, Lacking};
use super::palette::{AXIS, GRID, SERIES, SERIES_HOVER, SURFACE, TEXT};

/// A chart that can be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartOption {
    /// The option that ECharts is given. Plain values, because charming's types hold functions of JavaScript, which
    /// cannot leave their thread.
    pub json: Value,
    pub height: Height,
    /// The page that a point of a series leads to, by the places of both.
    pub links: Vec<Vec<Option<Address>>>,
}

/// The height that a drawing needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Height {
    /// As high as columns are well read.
    Usual,
    /// Bars that lie on each other, by their number.
    Rows(usize),
    /// Few dots on each other.
    Low,
    /// Small drawings beside and below each other, by their number.
    Panels(usize),
}

impl ChartOption {
    /// Lets the points of the series lead somewhere, in their order.
    pub fn linked(mut self, links: Vec<Vec<Option<Address>>>) -> Self {
        self.links = links;
        self
    }

    pub fn link(&self, series: usize, point: usize) -> Option<&Address> {
        self.links.get(series)?.get(point)?.as_ref()
    }
}

/// Makes one column a year with its number on top. Years from `unfinished` on have a mark. `description` is read out in place of the picture.
pub fn year_columns(years: &YearCounts, unfinished: u16, unit: &str, description: &str) -> ChartOption {
    // A year without cases is an empty column: a 0 on top of nothing would be noise.
    let values = years.years.iter().map(|it| whole(it.cases).filter(|&cases| cases > 0));
    let labels = years.years.iter().map(|it| {
        let mark = if it.year >= unfinished { "*" } else { "" };
        format!("{}{mark}", it.year)
    });
    let labels = labels.collect();
    assemble(Plan {
        description,
        tooltip: Some(&format!("{{b}}年：{{c}}{unit}")),
        panels: vec![(grid(8, 32), names(labels), whole_numbers())],
        series: vec![bar(values, LabelPosition::Top).into()],
        height: Height::Usual,
        key: None,
        lacking: vec![
            lacking::axis_line_colour("xAxis"),
            lacking::bar_category_gap(0, "30%"),
            lacking::hide_overlapping_labels(0),
        ],
    })
}

/// Makes one bar a row with its number at the end, the first row on top.
pub fn bars(labels: &[&str], values: &[usize], unit: &str, description: &str) -> ChartOption {
    let axis = names(labels.iter().map(|label| (*label).to_owned()).collect()).inverse(true);
    let mut lacking = vec![lacking::axis_line_colour("yAxis"), lacking::bar_category_gap(0, "35%")];
    lacking.extend(lacking::wrapped_names("yAxis", 130, 17));
    assemble(Plan {
        description,
        tooltip: Some(&format!("{{b}}：{{c}}{unit}")),
        // Every name, also where they stand closely.
        panels: vec![(grid(40, 8), whole_numbers(), axis.axis_label(axis_label().interval(0)))],
        series: vec![bar(values.iter().map(|&value| whole(value)), LabelPosition::Right).into()],
        height: Height::Rows(labels.len()),
        key: None,
        lacking,
    })
}

/// Converts a count to what charming's data take.
pub(super) fn whole(count: usize) -> Option<i64> {
    i64::try_from(count).ok()
}

pub(super) fn bar(values: impl Iterator<Item = Option<i64>>, label: LabelPosition) -> Bar {
    Bar::new()
        .item_style(ItemStyle::new().color(SERIES))
        .label(Label::new().show(true).position(label).color(TEXT).font_size(14))
        .emphasis(emphasis())
        .data(values.map(DataPoint::from).collect())
}

/// Colours what is under the pointer. ECharts' own is computed from the colour, which no style rule can know.
pub(super) fn emphasis() -> Emphasis {
    Emphasis::new().item_style(ItemStyle::new().color(SERIES_HOVER))
}

pub(super) fn axis_label() -> AxisLabel {
    AxisLabel::new().color(TEXT).font_size(14).rotate(0)
}

/// Makes an axis of names; its line gets its colour from `lacking`.
pub(super) fn names(names: Vec<String>) -> Axis {
    Axis::new()
        .type_(AxisType::Category)
        .axis_label(axis_label())
        .axis_tick(AxisTick::new().show(false))
        .axis_line(AxisLine::new().show(true))
        .data(names)
}

pub(super) fn numbers(kind: AxisType) -> Axis {
    let lines = SplitLine::new().line_style(LineStyle::new().color(GRID));
    Axis::new().type_(kind).axis_label(axis_label()).split_line(lines)
}

/// Makes an axis of counts, without steps of half a case.
pub(super) fn whole_numbers() -> Axis {
    numbers(AxisType::Value).min_interval(1)
}

/// Places the drawing. ECharts itself makes room for the labels at the ends of the axes.
pub(super) fn grid(right: i32, top: i32) -> Grid {
    Grid::new().left(8).right(right).top(top).bottom(8).contain_label(true)
}

/// The key to the colours of a chart that has several.
pub(super) enum Key {
    Parts(Box<Legend>),
    Shades(Box<VisualMap>),
}

/// The parts that differ from chart to chart.
pub(super) struct Plan<'a> {
    /// The words read out in place of the picture.
    pub description: &'a str,
    /// The template of all tooltips; none where each point has its own words.
    pub tooltip: Option<&'a str>,
    /// The drawings of the picture, each with its axes.
    pub panels: Vec<(Grid, Axis, Axis)>,
    pub series: Vec<Series>,
    pub height: Height,
    pub key: Option<Key>,
    /// Fields of the series and the axes beyond charming's types.
    pub lacking: Vec<Lacking>,
}

/// Makes the option: what all charts share, the plan, and the fields that charming lacks.
pub(super) fn assemble(plan: Plan<'_>) -> ChartOption {
    let tooltip = Tooltip::new().trigger(Trigger::Item).background_color(SURFACE).border_color(AXIS);
    let chart = Chart::new().animation(false).tooltip(match plan.tooltip {
        Some(template) => tooltip.formatter(template),
        None => tooltip,
    });
    let chart =
        plan.panels.into_iter().fold(chart, |chart, (grid, x, y)| chart.grid(grid).x_axis(x).y_axis(y));
    let chart = match plan.key {
        None => chart,
        Some(Key::Parts(legend)) => chart.legend(*legend),
        Some(Key::Shades(shades)) => chart.visual_map(*shades),
    };
    let chart = plan.series.into_iter().fold(chart, Chart::series);
    let mut json = json::value(&chart);
    let shared = [
        lacking::aria(plan.description),
        lacking::tooltip_render_mode(),
        lacking::tooltip_confine(),
        lacking::tooltip_text(),
    ];
    for field in shared.into_iter().chain(plan.lacking) {
        field.write_into(&mut json);
    }
    ChartOption { json, height: plan.height, links: Vec::new() }
}
