//! Small drawings of the same kind beside each other, in one picture.

use charming::component::Grid;
use charming::datatype::DataPoint;
use charming::element::{ItemStyle, NameLocation, TextStyle};
use charming::series::{Bar, Series};
use joint_procurement_core::routes::Address;
use serde_json::{Value, json};

use super::lacking;
use super::options::{
    ChartOption, Height, Plan, assemble, axis_label, emphasis, names, whole, whole_numbers,
};
use super::palette::{SERIES, TEXT};

/// One drawing: columns under a name.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    pub name: String,
    /// A number a column, as many as all panels have labels.
    pub values: Vec<usize>,
    /// The list that a column counts.
    pub links: Vec<Option<Address>>,
}

/// The number of drawings beside each other, and the height of each in pixels, as in assets/css/card.css.
const WIDE: Form = Form { columns: 4, height: 208, letters: 14 };
const NARROW: Form = Form { columns: 2, height: 176, letters: 9 };
/// The widest picture, in pixels, in which few stand beside each other.
const NARROW_TO: usize = 600;
/// Room in pixels above a drawing for its name, and below for the years.
const ABOVE: usize = 46;
const BELOW: usize = 28;

struct Form {
    columns: usize,
    height: usize,
    /// The letters of a name that fit above a drawing.
    letters: usize,
}

/// Makes a drawing a panel. All have the same axes, so that they can be compared.
pub fn small_multiples(panels: &[Panel], labels: &[String], unit: &str, description: &str) -> ChartOption {
    let most = panels.iter().flat_map(|it| &it.values).copied().max().unwrap_or_default();
    // Two steps of whole numbers.
    let most = most.div_ceil(2).max(1) * 2;
    let name = TextStyle::new().color(TEXT).font_size(14).line_height(17).align("left");
    let drawings = panels.iter().enumerate().map(|(place, panel)| {
        let x = names(labels.to_vec()).grid_index(place as f64).axis_label(axis_label());
        let y = whole_numbers().grid_index(place as f64).max(most as f64).interval(most as f64 / 2.0);
        let y = y.name(panel.name.as_str()).name_location(NameLocation::End).name_gap(12);
        (Grid::new(), x, y.name_text_style(name.clone()))
    });
    let series = panels.iter().enumerate().map(|(place, panel)| {
        let values =
            panel.values.iter().map(|&value| DataPoint::from(whole(value).filter(|&value| value > 0)));
        let bar = Bar::new().x_axis_index(place as f64).y_axis_index(place as f64).emphasis(emphasis());
        Series::from(bar.item_style(ItemStyle::new().color(SERIES)).data(values.collect::<Vec<_>>()))
    });
    let mut lacking: Vec<_> =
        (0..panels.len()).map(|place| lacking::axis_line_colour(&format!("xAxis/{place}"))).collect();
    lacking.extend((0..panels.len()).map(|place| lacking::bar_category_gap(place, "15%")));
    let names = |form: &Form| panels.iter().map(|it| in_lines(&it.name, form.letters)).collect();
    let forms = [NARROW, WIDE].map(|form| (grids(panels.len(), &form), names(&form)));
    lacking.push(lacking::panels_by_width(NARROW_TO, forms));
    assemble(Plan {
        description,
        tooltip: Some(&format!("{{b}}年：{{c}}{unit}")),
        panels: drawings.collect(),
        series: series.collect(),
        height: Height::Panels(panels.len()),
        key: None,
        lacking,
    })
    .linked(panels.iter().map(|it| it.links.clone()).collect())
}

/// Breaks a name that is longer than a line: after its first dot, or where the line ends. ECharts cuts long names off.
fn in_lines(name: &str, letters: usize) -> String {
    if name.chars().count() <= letters {
        return name.to_owned();
    }
    match name.split_once('・') {
        Some((first, rest)) => format!("{first}・\n{rest}"),
        None => name.chars().take(letters).chain(['\n']).chain(name.chars().skip(letters)).collect(),
    }
}

/// Places the drawings, in percent. It counts in tenths: writing any fraction takes tables that do not compress.
fn grids(panels: usize, form: &Form) -> Vec<Value> {
    const WHOLE: usize = 1000;
    let rows = panels.div_ceil(form.columns).max(1);
    let (width, step) = (WHOLE / form.columns, WHOLE / rows);
    let of_height = |pixels: usize| pixels * WHOLE / (rows * form.height);
    let percent = |tenths: usize| format!("{}.{}%", tenths / 10, tenths % 10);
    let place = |place: usize| {
        json!({
            "left": percent(place % form.columns * width + width / 7),
            "top": percent(place / form.columns * step + of_height(ABOVE)),
            "width": percent(width - width / 5),
            "height": percent(step.saturating_sub(of_height(ABOVE + BELOW))),
        })
    };
    (0..panels).map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_has_two_lines() {
        assert_eq!(in_lines("住民情報・基幹系クラウド", 9), "住民情報・\n基幹系クラウド");
        assert_eq!(in_lines("住民情報・基幹系クラウド", 12), "住民情報・基幹系クラウド");
        assert_eq!(in_lines("情報セキュリティクラウド", 9), "情報セキュリティク\nラウド");
    }
}
