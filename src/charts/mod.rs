//! Charts: options as plain values, and in the browser the one door to ECharts.

mod options;
mod palette;

pub use options::{bars, year_columns};

#[cfg(feature = "web")]
mod chart;
#[cfg(feature = "web")]
pub mod echarts;
#[cfg(feature = "web")]
pub use chart::Chart;
