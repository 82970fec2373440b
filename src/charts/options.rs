//! ECharts options, made with charming's typed parts.
//!
//! The parts are turned into JSON one by one: a whole `charming::Chart` through one serialiser costs
//! twice as much WebAssembly, and what charming cannot express (aria, rich-text tooltips) is added to the
//! JSON anyway.

use charming::component::{Axis, Grid};
use charming::element::{
    AxisLabel, AxisLine, AxisTick, AxisType, ItemStyle, Label, LabelPosition, LineStyle, SplitLine, Tooltip,
    Trigger,
};
use charming::series::Bar;
use serde::Serialize;
use serde_json::{Value, json};

use super::palette::{GRID, SERIES, TEXT};
use crate::stats::YearCounts;

/// One column a year with its number on top. `description` is read out in place of the picture.
pub fn year_columns(years: &YearCounts, unit: &str, description: &str) -> Value {
    let labels: Vec<String> = years.years.iter().map(|it| it.year.to_string()).collect();
    // A year without cases is an empty column: a 0 on top of nothing would be noise.
    let counts: Vec<Option<i64>> =
        years.years.iter().map(|it| i64::try_from(it.cases).ok().filter(|&cases| cases > 0)).collect();

    let x = Axis::new()
        .type_(AxisType::Category)
        .data(labels)
        .axis_tick(AxisTick::new().show(false))
        .axis_line(AxisLine::new().show(true))
        .axis_label(label());
    let y = Axis::new()
        .type_(AxisType::Value)
        .min_interval(1.0)
        .split_line(SplitLine::new().line_style(LineStyle::new().color(GRID)))
        .axis_label(label());
    let bar = Bar::new()
        .item_style(ItemStyle::new().color(SERIES))
        .label(Label::new().show(true).position(LabelPosition::Top).color(TEXT).font_size(14));
    let mut bar = part(&bar);
    bar["data"] = json!(counts);
    // On a phone the columns are narrower than two digits: better no label than two on top of each other.
    bar["labelLayout"] = json!({ "hideOverlap": true });
    bar["barCategoryGap"] = json!("30%");

    assemble(x, y, bar, &format!("{{b}}年: {{c}}{unit}"), description)
}

/// One bar a row with its number at the end, the first row on top.
pub fn bars(labels: &[&str], values: &[usize], unit: &str, description: &str) -> Value {
    let x = Axis::new()
        .type_(AxisType::Value)
        .min_interval(1.0)
        .split_line(SplitLine::new().line_style(LineStyle::new().color(GRID)))
        .axis_label(label());
    let y = Axis::new()
        .type_(AxisType::Category)
        .data(labels.iter().map(|label| (*label).to_owned()).collect::<Vec<String>>())
        .inverse(true)
        .axis_tick(AxisTick::new().show(false))
        .axis_label(label());
    let bar = Bar::new()
        .item_style(ItemStyle::new().color(SERIES))
        .label(Label::new().show(true).position(LabelPosition::Right).color(TEXT).font_size(14));
    let mut bar = part(&bar);
    bar["data"] = json!(values);
    bar["barCategoryGap"] = json!("35%");
    let mut option = assemble(x, y, bar, &format!("{{b}}: {{c}}{unit}"), description);
    // Long names break into two lines rather than take the width of the bars.
    option["yAxis"]["axisLabel"]["width"] = json!(130);
    option["yAxis"]["axisLabel"]["overflow"] = json!("break");
    option["yAxis"]["axisLabel"]["lineHeight"] = json!(17);
    option["yAxis"]["axisLabel"]["interval"] = json!(0);
    option["grid"]["right"] = json!(40);
    option["grid"]["top"] = json!(8);
    option
}

fn label() -> AxisLabel {
    AxisLabel::new().color(TEXT).font_size(14).rotate(0)
}

fn assemble(x: Axis, y: Axis, series: Value, tooltip: &str, description: &str) -> Value {
    let mut tooltip = part(&Tooltip::new().trigger(Trigger::Item).formatter(tooltip));
    // HTML tooltips need inline styles, which the Content-Security-Policy forbids.
    tooltip["renderMode"] = json!("richText");
    tooltip["confine"] = json!(true);
    json!({
        "animation": false,
        "aria": { "enabled": true, "label": { "description": description } },
        "grid": part(&Grid::new().left(8).right(8).top(32).bottom(8).contain_label(true)),
        "tooltip": tooltip,
        "xAxis": part(&x),
        "yAxis": part(&y),
        "series": [series],
    })
}

/// The part as JSON; charming's parts hold nothing that JSON cannot.
fn part(part: &impl Serialize) -> Value {
    serde_json::to_value(part).unwrap_or_default()
}
