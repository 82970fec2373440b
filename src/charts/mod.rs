//! Charts: options as plain values, and in the browser the one door to ECharts.

mod crossed;
mod dots;
mod lacking;
mod options;
mod palette;
mod panels;
mod plain;
mod poster;

pub use crossed::{Heat, heat_map, shades, share_map, stacked_bars};
pub use dots::{Dot, Event, dots, timeline};
pub use options::{ChartOption, Height, bars, year_columns};
pub use palette::{PARTS, map_fill, map_text};
pub use panels::{Panel, small_multiples};
pub use poster::{CHART_WIDTH, Poster, chart_height};

pub mod echarts;
mod picture;
pub use picture::ChartFile;
