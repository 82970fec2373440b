//! Charts: options as plain values, and in the browser the one door to ECharts.

mod crossed;
mod lacking;
mod options;
mod palette;
mod plain;
mod poster;

pub use crossed::{Heat, heat_map, shades, share_map, stacked_bars};
pub use options::{ChartOption, Dot, bars, dots, year_columns};
pub use palette::{PARTS, map_fill};
pub use poster::{CHART_WIDTH, Poster, chart_height};

pub mod echarts;
mod picture;
pub use picture::ChartFile;
