//! ECharts options, made with charming's typed parts.
//!
//! The parts are turned into JSON one by one: a whole `charming::Chart` through one serialiser costs
//! twice as much WebAssembly, and what charming cannot express (aria, rich-text tooltips) is added to the
//! JSON anyway.

use charming::component::Axis;
use charming::element::{AxisLabel, AxisType, ItemStyle, Label, LabelPosition, Tooltip, Trigger};
use charming::series::{Bar, Scatter};
use serde::Serialize;
use serde_json::{Value, json};

use super::palette::{AXIS, GRID, SERIES, SERIES_HOVER, SURFACE, TEXT};
use crate::stats::YearCounts;

/// One column a year with its number on top. `description` is read out in place of the picture.
pub fn year_columns(years: &YearCounts, unit: &str, description: &str) -> Value {
    // A year without cases is an empty column: a 0 on top of nothing would be noise.
    let values = years.years.iter().map(|it| Some(it.cases).filter(|&cases| cases > 0)).collect();
    let labels = years.years.iter().map(|it| it.year.to_string()).collect();
    let mut series = series(values, LabelPosition::Top, "30%");
    // On a phone the columns are narrower than two digits: better no label than two on top of each other.
    series["labelLayout"] = json!({ "hideOverlap": true });
    let mut option = assemble(series, &format!("{{b}}年：{{c}}{unit}"), description);
    option["xAxis"] = axis(AxisType::Category, Some(labels));
    option["yAxis"] = axis(AxisType::Value, None);
    option["grid"] = grid(8, 32);
    option
}

/// A point of a scatter chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Dot {
    /// More than 0, as `up`: both axes are logarithmic.
    pub across: f64,
    pub up: f64,
    /// Shown at the pointer.
    pub words: String,
}

/// One point a case, both axes by powers of ten.
pub fn dots(dots: &[Dot], description: &str) -> Value {
    let mut series = part(&Scatter::new().symbol_size(14).item_style(ItemStyle::new().color(SERIES)));
    let data = dots
        .iter()
        .map(|dot| json!({ "value": [dot.across, dot.up], "tooltip": { "formatter": plain(&dot.words) } }));
    series["data"] = data.collect();
    series["emphasis"] = json!({ "itemStyle": { "color": SERIES_HOVER } });
    let mut option = assemble(series, "", description);
    option["xAxis"] = axis(AxisType::Log, None);
    option["yAxis"] = axis(AxisType::Log, None);
    option["grid"] = grid(24, 16);
    option
}

/// A text as a formatter that formats nothing: braces would be taken for places of values.
fn plain(text: &str) -> String {
    text.replace('{', "｛").replace('}', "｝")
}

/// One bar a row with its number at the end, the first row on top.
pub fn bars(labels: &[&str], values: &[usize], unit: &str, description: &str) -> Value {
    let values = values.iter().copied().map(Some).collect();
    let labels = labels.iter().map(|label| (*label).to_owned()).collect();
    let mut names = axis(AxisType::Category, Some(labels));
    names["inverse"] = json!(true);
    // Long names break into two lines rather than take the width of the bars.
    names["axisLabel"]["width"] = json!(130);
    names["axisLabel"]["overflow"] = json!("break");
    names["axisLabel"]["lineHeight"] = json!(17);
    names["axisLabel"]["interval"] = json!(0);
    let series = series(values, LabelPosition::Right, "35%");
    let mut option = assemble(series, &format!("{{b}}：{{c}}{unit}"), description);
    option["xAxis"] = axis(AxisType::Value, None);
    option["yAxis"] = names;
    option["grid"] = grid(40, 8);
    option
}

fn series(values: Vec<Option<usize>>, position: LabelPosition, gap: &str) -> Value {
    let label = Label::new().show(true).position(position).color(TEXT).font_size(14);
    let mut series = part(&Bar::new().item_style(ItemStyle::new().color(SERIES)).label(label));
    series["data"] = json!(values);
    // ECharts' own is computed from the colour, which no style rule can know.
    series["emphasis"] = json!({ "itemStyle": { "color": SERIES_HOVER } });
    series["barCategoryGap"] = json!(gap);
    series
}

/// An axis of names, or of numbers where there are none.
fn axis(kind: AxisType, names: Option<Vec<String>>) -> Value {
    let label = AxisLabel::new().color(TEXT).font_size(14).rotate(0);
    let mut axis = part(&Axis::new().type_(kind).axis_label(label));
    // Cases are whole; the steps of powers of ten are.
    if matches!(kind, AxisType::Value) {
        axis["minInterval"] = json!(1);
    }
    match names {
        Some(names) => {
            axis["data"] = json!(names);
            axis["axisTick"] = json!({ "show": false });
            axis["axisLine"] = json!({ "show": true, "lineStyle": { "color": AXIS } });
        }
        None => {
            axis["splitLine"] = json!({ "lineStyle": { "color": GRID } });
        }
    }
    axis
}

/// Room for the labels at the ends of the axes is made by ECharts itself.
fn grid(right: u8, top: u8) -> Value {
    json!({ "left": 8, "right": right, "top": top, "bottom": 8, "containLabel": true })
}

fn assemble(series: Value, tooltip: &str, description: &str) -> Value {
    let mut tooltip = part(&Tooltip::new().trigger(Trigger::Item).formatter(tooltip));
    // HTML tooltips need inline styles, which the Content-Security-Policy forbids.
    tooltip["renderMode"] = json!("richText");
    tooltip["confine"] = json!(true);
    tooltip["backgroundColor"] = json!(SURFACE);
    tooltip["borderColor"] = json!(AXIS);
    tooltip["textStyle"] = json!({ "color": TEXT, "fontSize": 14 });
    json!({
        "animation": false,
        "aria": { "enabled": true, "label": { "description": description } },
        "tooltip": tooltip,
        "series": [series],
    })
}

/// The part as JSON; charming's parts hold nothing that JSON cannot.
fn part(part: &impl Serialize) -> Value {
    serde_json::to_value(part).unwrap_or_default()
}
