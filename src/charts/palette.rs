//! Colours of charts: ECharts draws them itself and does not see the style sheet's properties. Each
//! pair is the same as the token of that name in assets/css/tokens.css, on light ground: so a picture that
//! is saved is light. On a page the drawing's attributes are overruled by assets/css/chart.css, which goes
//! by these very values; a colour that is not here stays as it is on dark ground.

/// The series colour; 11.1:1 on white.
pub const SERIES: &str = "#0017c1";
/// The series under the pointer.
pub const SERIES_HOVER: &str = "#3460fb";
/// The colour of text.
pub const TEXT: &str = "#333333";
/// The colour of the grid's lines, which carry no meaning.
pub const GRID: &str = "#e6e6e6";
/// The fill of each class on a saved map: white where nothing is known, then darker.
const MAP: [&str; 5] = ["#ffffff", "#c5d7fb", "#7096f8", "#264af4", "#000060"];

/// Gives the fill of a class of areas.
pub fn map_fill(class: usize) -> &'static str {
    MAP.get(class).copied().unwrap_or(MAP[4])
}

/// Gives the colour of words on a class of areas.
pub fn map_text(class: usize) -> &'static str {
    if class < 3 { "#1a1a1a" } else { SURFACE }
}

/// The colours of parts that lie on each other, each 3:1 or more on white; grey for the rest.
pub const PARTS: [&str; 7] = [SERIES, "#c74700", "#197a4b", "#8b008b", "#927200", "#00798a", "#666666"];
/// The line that values start from.
pub const AXIS: &str = "#767676";
/// The ground of a tooltip.
pub const SURFACE: &str = "#ffffff";
