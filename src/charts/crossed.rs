//! Charts of figures by two properties: parts of bars, and squares.

use charming::component::{Legend, VisualMap, VisualMapPiece, VisualMapType};
use charming::datatype::DataPoint;
use charming::element::{ItemStyle, Label, Orient, TextStyle};
use charming::series::{Bar, Heatmap, Series};
use joint_procurement_core::stats::Classes;
use serde_json::Value;

use super::lacking;
use super::options::{ChartOption, Key, Plan, assemble, axis_label, emphasis, grid, names, whole_numbers};
use super::palette::{PARTS, SURFACE, TEXT, map_fill};

/// Makes one bar a row of parts that lie on each other, each part with its name and its values row by row.
pub fn stacked_bars(
    labels: &[String],
    parts: &[(String, Vec<Option<u64>>)],
    unit: &str,
    description: &str,
) -> ChartOption {
    let series = parts.iter().zip(PARTS).map(|((name, values), colour)| {
        let values = values.iter().map(|value| value.and_then(|value| i64::try_from(value).ok()));
        let bar = Bar::new().name(name.as_str()).stack("all").emphasis(emphasis());
        let style = ItemStyle::new().color(colour).border_color(SURFACE).border_width(1);
        Series::from(bar.item_style(style).data(values.map(DataPoint::from).collect()))
    });
    // The names stand above the bars; on a phone they need more lines than one.
    let letters: usize = parts.iter().map(|(name, _)| name.chars().count() + 4).sum();
    let lines = letters.div_ceil(20) as i32;
    let mut lacking = vec![
        lacking::axis_line_colour("yAxis"),
        lacking::bar_category_gap(0, "35%"),
        lacking::fixed_legend(),
    ];
    lacking.extend(lacking::wrapped_names("yAxis", 130, 17));
    assemble(Plan {
        description,
        tooltip: Some(&format!("{{b}}・{{a}}：{{c}}{unit}")),
        x: whole_numbers(),
        y: names(labels.to_vec()).inverse(true).axis_label(axis_label().interval(0)),
        grid: grid(24, 16 + 26 * lines),
        series: series.collect(),
        rows: labels.len(),
        key: Some(Key::Parts(legend())),
        lacking,
    })
}

/// A cell of a heat map.
#[derive(Clone, Debug, PartialEq)]
pub struct Heat {
    pub row: usize,
    pub column: usize,
    pub value: u64,
    /// The number, as short as it can be.
    pub label: String,
    /// The words shown at the pointer.
    pub words: String,
}

/// Makes one square a cell, the darker the more; each has its number.
pub fn heat_map(rows: &[String], columns: &[String], cells: &[Heat], description: &str) -> ChartOption {
    let number = |cell: &Heat| usize::try_from(cell.value).unwrap_or_default();
    let classes = Classes::of(cells.iter().map(number));
    let pieces = classes.ranges().iter().enumerate().map(|(class, (least, most))| {
        VisualMapPiece::new().min(*least as f64).max(*most as f64).color(map_fill(class + 1))
    });
    let key = VisualMap::new()
        .type_(VisualMapType::Piecewise)
        .pieces(pieces.collect::<Vec<_>>())
        .orient(Orient::Horizontal)
        .left("center")
        .bottom(0)
        .text_style(TextStyle::new().color(TEXT).font_size(14));
    // Dark squares have light numbers.
    let of = |dark: bool| {
        let cells = cells.iter().filter(|cell| (classes.class_of(number(cell)) > 2) == dark);
        cells
            .map(|it| lacking::heat_point(it.column, it.row, it.value, &it.label, &it.words))
            .collect::<Vec<Value>>()
    };
    let series = [TEXT, SURFACE].map(|colour| {
        Heatmap::new()
            .label(Label::new().show(true).color(colour).font_size(14))
            .item_style(ItemStyle::new().border_color(SURFACE).border_width(1))
            .emphasis(emphasis())
            .into()
    });
    let mut lacking = vec![
        lacking::axis_line_colour("xAxis"),
        lacking::axis_line_colour("yAxis"),
        lacking::heat_points(0, of(false)),
        lacking::heat_points(1, of(true)),
        lacking::hide_overlapping_labels(0),
        lacking::hide_overlapping_labels(1),
        lacking::fixed_visual_map(),
    ];
    lacking.extend(lacking::wrapped_names("yAxis", 130, 17));
    assemble(Plan {
        description,
        tooltip: None,
        x: names(columns.iter().map(|name| upright(name)).collect()).position("top"),
        y: names(rows.to_vec()).inverse(true).axis_label(axis_label().interval(0)),
        grid: grid(8, 8).bottom(44),
        series: series.into(),
        rows: rows.len(),
        key: Some(Key::Shades(key)),
        lacking,
    })
}

/// Writes a name from top to bottom, so that many stand beside each other.
fn upright(name: &str) -> String {
    let letters = name.chars().map(|letter| match letter {
        'ー' | '～' => '｜'.to_string(),
        letter => letter.to_string(),
    });
    letters.collect::<Vec<_>>().join("\n")
}

fn legend() -> Legend {
    let text = TextStyle::new().color(TEXT).font_size(14);
    Legend::new().left(8).top(0).item_width(14).item_height(14).text_style(text)
}
