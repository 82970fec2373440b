//! Fields that ECharts reads and charming 0.6 has no type for: the only ones written as plain JSON.
//!
//! Each function says which field and why it is needed. When charming learns one, its function goes, and
//! `options.rs` sets the typed field instead.

use serde_json::{Map, Value, json};

use super::palette::{AXIS, SURFACE, TEXT};

/// A value and the JSON pointer of its place in a chart's option.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Lacking(String, Value);

/// Gives the words read out in place of the picture. The label of charming's `Aria` has no `description`,
/// and its `decal` is written even where there is none.
pub(super) fn aria(description: &str) -> Lacking {
    Lacking("/aria".to_owned(), json!({ "enabled": true, "label": { "description": description } }))
}

/// Draws tooltips into the picture: HTML ones need inline styles, which the Content-Security-Policy forbids.
pub(super) fn tooltip_render_mode() -> Lacking {
    Lacking("/tooltip/renderMode".to_owned(), json!("richText"))
}

/// Keeps tooltips within the picture: on a phone they would be cut off.
pub(super) fn tooltip_confine() -> Lacking {
    Lacking("/tooltip/confine".to_owned(), json!(true))
}

/// Writes tooltips in the text's colour and size. Only the tooltip of a grid has a `text_style`.
pub(super) fn tooltip_text() -> Lacking {
    Lacking("/tooltip/textStyle".to_owned(), json!({ "color": TEXT, "fontSize": 14 }))
}

/// Gives one point its own tooltip. As the point's name in a formatter `{b}` it would be escaped for HTML,
/// which rich text shows as it stands.
pub(super) fn point_tooltip(series: usize, point: usize, words: &str) -> Lacking {
    Lacking(format!("/series/{series}/data/{point}/tooltip/formatter"), json!(plain(words)))
}

/// Writes a short name beside one point: formatters of a series know only its numbers.
/// A line of the ground around it keeps it legible on other points.
pub(super) fn point_label(series: usize, point: usize, words: &str) -> [Lacking; 4] {
    let field = |name, value| Lacking(format!("/series/{series}/data/{point}/label/{name}"), value);
    [
        field("show", json!(true)),
        field("formatter", json!(plain(words))),
        field("textBorderColor", json!(SURFACE)),
        field("textBorderWidth", json!(3)),
    ]
}

/// Sets the gap between bars, as a share of the room that each has. `Bar` knows widths and the gap of groups.
pub(super) fn bar_category_gap(series: usize, share: &str) -> Lacking {
    Lacking(format!("/series/{series}/barCategoryGap"), json!(share))
}

/// Leaves labels out that lie on others: on a phone columns are narrower than two digits.
pub(super) fn hide_overlapping_labels(series: usize) -> Lacking {
    Lacking(format!("/series/{series}/labelLayout/hideOverlap"), json!(true))
}

/// Colours the line of an axis. `AxisLineStyle::color` is the list of segments that a gauge has.
pub(super) fn axis_line_colour(axis: &str) -> Lacking {
    Lacking(format!("/{axis}/axisLine/lineStyle/color"), json!(AXIS))
}

/// Breaks long names into lines of this width, so that they leave room for the bars.
pub(super) fn wrapped_names(axis: &str, width: u16, line_height: u16) -> [Lacking; 3] {
    let field = |name, value| Lacking(format!("/{axis}/axisLabel/{name}"), value);
    [field("width", json!(width)), field("overflow", json!("break")), field("lineHeight", json!(line_height))]
}

/// Gives the points of a heat map, each with its label and its tooltip. `Heatmap` takes bare rows of numbers.
pub(super) fn heat_points(series: usize, points: Vec<Value>) -> Lacking {
    Lacking(format!("/series/{series}/data"), Value::Array(points))
}

/// Makes such a point.
pub(super) fn heat_point(column: usize, row: usize, value: u64, label: &str, words: &str) -> Value {
    json!({
        "value": [column, row, value],
        "label": { "formatter": plain(label) },
        "tooltip": { "formatter": plain(words) },
    })
}

/// Leaves out the numbers of squares in a picture up to this width, where names are smaller. Numbers wider than
/// their squares would lie on those beside them. charming's `Chart` knows no media queries.
pub(super) fn without_numbers_to(width: usize) -> Lacking {
    let form = |show: bool, size: u8, room: u8, interval: Value| {
        let series = json!({ "label": { "show": show } });
        json!({
            "xAxis": { "axisLabel": { "fontSize": size, "interval": interval } },
            "yAxis": { "axisLabel": { "fontSize": size, "width": room } },
            "series": [series, series],
        })
    };
    by_width(width, form(false, 10, 44, json!(0)), form(true, 14, 60, json!("auto")))
}

/// Makes points smaller in a picture up to this width, where many years stand beside each other.
pub(super) fn small_points_to(width: usize, series: usize, small: u8, usual: u8) -> Lacking {
    let form = |size: u8| json!({ "series": vec![json!({ "symbolSize": size }); series] });
    by_width(width, form(small), form(usual))
}

/// Places and names the drawings of a picture up to this width, and of wider ones.
pub(super) fn panels_by_width(width: usize, forms: [(Vec<Value>, Vec<String>); 2]) -> Lacking {
    let [narrow, wide] = forms.map(|(grids, names)| {
        let axes: Vec<Value> = names.into_iter().map(|name| json!({ "name": name })).collect();
        json!({ "yAxis": axes, "grid": grids })
    });
    by_width(width, narrow, wide)
}

fn by_width(width: usize, narrow: Value, wide: Value) -> Lacking {
    let narrow = json!({ "query": { "maxWidth": width }, "option": narrow });
    Lacking("/media".to_owned(), json!([narrow, { "option": wide }]))
}

/// Keeps the key to the colours from being a choice of them. `VisualMap` has no field for it.
pub(super) fn fixed_visual_map() -> Lacking {
    Lacking("/visualMap/0/selectedMode".to_owned(), json!(false))
}

/// Keeps every name of a legend from hiding its part: a picture that lacks one is none of its table.
pub(super) fn fixed_legend() -> Lacking {
    Lacking("/legend/selectedMode".to_owned(), json!(false))
}

/// Makes a text a formatter that formats nothing: braces would be taken for places of values.
fn plain(text: &str) -> String {
    text.replace('{', "｛").replace('}', "｝")
}

impl Lacking {
    /// Writes the value to its place. The objects on the way are made; the elements of lists are there.
    pub(super) fn write_into(self, option: &mut Value) {
        let Self(pointer, value) = self;
        if let Some(place) = pointer.split('/').skip(1).try_fold(option, step) {
            *place = value;
        }
    }
}

/// Finds the place of a name in an object, or of a number in a list.
fn step<'a>(at: &'a mut Value, name: &str) -> Option<&'a mut Value> {
    match at {
        Value::Array(elements) => elements.get_mut(name.parse::<usize>().ok()?),
        _ => {
            if at.is_null() {
                *at = Value::Object(Map::new());
            }
            Some(at.as_object_mut()?.entry(name).or_insert(Value::Null))
        }
    }
}
