//! Charts of figures by two properties: parts of bars, and squares.

use charming::component::{Legend, VisualMap, VisualMapPiece, VisualMapType};
use charming::datatype::DataPoint;
use charming::element::{ItemStyle, Label, Orient, TextStyle};
use charming::series::{Bar, Heatmap, Series};
use joint_procurement_core::routes::Address;
use serde_json::Value;

use super::lacking;
use super::options::{
    ChartOption, Height, Key, Plan, assemble, axis_label, emphasis, grid, names, whole_numbers,
};
use super::palette::{PARTS, SURFACE, TEXT, map_fill};

/// The height of what stands around the rows, in rows.
const AROUND: usize = 3;

/// Makes one bar a row of parts that lie on each other. Each part has its name and a value a row.
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
    let letters: usize = parts.iter().map(|(name, _)| name.chars().count() + 2).sum();
    let lines = letters.div_ceil(22) as i32;
    let mut lacking = vec![
        lacking::axis_line_colour("yAxis"),
        lacking::bar_category_gap(0, "35%"),
        lacking::fixed_legend(),
    ];
    lacking.extend(lacking::wrapped_names("yAxis", 130, 17));
    assemble(Plan {
        description,
        tooltip: Some(&format!("{{b}}・{{a}}：{{c}}{unit}")),
        panels: vec![(
            grid(24, 16 + 26 * lines),
            whole_numbers(),
            names(labels.to_vec()).inverse(true).axis_label(axis_label().interval(0)),
        )],
        series: series.collect(),
        height: Height::Rows(labels.len() + AROUND + lines as usize),
        key: Some(Key::Parts(Box::new(legend()))),
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
    /// The list of the cell's cases.
    pub to: Option<Address>,
}

/// The letters of the key to the shades that fit beside each other on a phone.
const LETTERS: usize = 20;

/// The place of the first shade on which dark numbers are not seen.
const DARK: usize = 2;

/// Makes one square a cell, the darker the more; each has its number. `shades` are the least and the most of each
/// shade, and `written` says a number in the key.
pub fn heat_map(
    rows: &[String],
    columns: &[String],
    cells: &[Heat],
    shades: &[(u64, u64)],
    written: &dyn Fn(u64) -> String,
    description: &str,
) -> ChartOption {
    let words = |(least, most): &(u64, u64)| match least == most {
        true => written(*least),
        false => format!("{}～{}", written(*least), written(*most)),
    };
    let letters: usize = shades.iter().map(|shade| words(shade).chars().count()).sum();
    let pieces = shades.iter().enumerate().map(|(shade, ends)| {
        let piece = VisualMapPiece::new().min(ends.0 as f64).max(ends.1 as f64);
        piece.label(words(ends)).color(map_fill(shade + 1))
    });
    // On a phone long words do not stand beside each other.
    let (orient, bottom) = if letters > LETTERS { (Orient::Vertical, 112) } else { (Orient::Horizontal, 44) };
    let key = VisualMap::new()
        .type_(VisualMapType::Piecewise)
        .pieces(pieces.collect::<Vec<_>>())
        .orient(orient)
        .left("center")
        .bottom(0)
        .text_style(TextStyle::new().color(TEXT).font_size(14));
    // Dark squares have light numbers.
    let from = shades.get(DARK).map_or(u64::MAX, |(least, _)| *least);
    let (dark, light): (Vec<&Heat>, Vec<&Heat>) = cells.iter().partition(|cell| cell.value >= from);
    let points = |cells: &[&Heat]| -> Vec<Value> {
        let point = |it: &&Heat| lacking::heat_point(it.column, it.row, it.value, &it.label, &it.words);
        cells.iter().map(point).collect()
    };
    let links = [&light, &dark].map(|cells| cells.iter().map(|it| it.to.clone()).collect());
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
        lacking::heat_points(0, points(&light)),
        lacking::heat_points(1, points(&dark)),
        lacking::hide_overlapping_labels(0),
        lacking::hide_overlapping_labels(1),
        lacking::fixed_visual_map(),
    ];
    lacking.extend(lacking::wrapped_names("yAxis", 130, 17));
    assemble(Plan {
        description,
        tooltip: None,
        panels: vec![(
            grid(8, 8).bottom(bottom),
            names(columns.iter().map(|name| upright(name)).collect()).position("top"),
            names(rows.to_vec()).inverse(true).axis_label(axis_label().interval(0)),
        )],
        series: series.into(),
        height: Height::Rows(rows.len() + AROUND),
        key: Some(Key::Shades(Box::new(key))),
        lacking,
    })
    .linked(links.into())
}

/// Makes one square a share in percent. Prefectures are the rows, whose names are short.
pub fn share_map(rows: &[String], columns: &[String], cells: &[Heat], description: &str) -> ChartOption {
    const SHADES: [(u64, u64); 4] = [(0, 24), (25, 49), (50, 74), (75, 100)];
    let mut option = heat_map(rows, columns, cells, &SHADES, &|share| format!("{share}%"), description);
    // A number has up to three digits, and the names stand before the squares.
    lacking::without_numbers_to(columns.len() * 26 + 90).write_into(&mut option.json);
    option
}

/// Parts counts into at most four shades, each as many times as wide as the one before. Equal ones would
/// leave most squares alike.
pub fn shades(cells: &[Heat]) -> Vec<(u64, u64)> {
    let values = || cells.iter().map(|cell| cell.value.max(1));
    let (Some(least), Some(most)) = (values().min(), values().max()) else { return Vec::new() };
    let step = (most as f64 / least as f64).sqrt().sqrt();
    let mut shades: Vec<(u64, u64)> = Vec::new();
    let (mut from, mut end) = (least, least as f64);
    for shade in 1..=4 {
        end *= step;
        // A root is seldom exact.
        let to = if shade == 4 { most } else { (end + 0.001) as u64 };
        if to >= from {
            shades.push((from, to));
            from = to + 1;
        }
    }
    shades
}

/// Writes a name from top to bottom, so that many stand beside each other.
fn upright(name: &str) -> String {
    let letters = name.chars().map(|letter| match letter {
        'ー' | '～' => '｜'.to_string(),
        letter => letter.to_string(),
    });
    letters.collect::<Vec<_>>().join("\n")
}

pub(super) fn legend() -> Legend {
    let text = TextStyle::new().color(TEXT).font_size(14);
    Legend::new().left(8).top(0).item_width(14).item_height(14).text_style(text)
}
