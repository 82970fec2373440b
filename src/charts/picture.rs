//! Charts as files.

use wasm_bindgen::JsValue;
use web_sys::Blob;

use super::poster::{self, Poster};
use super::{ChartOption, echarts};
use crate::browser::svg_to_png;

/// A chart with its words, drawn for paper: of one size, whatever the window's is.
pub struct ChartFile {
    pub svg: String,
    height: usize,
}

impl ChartFile {
    pub async fn draw(option: &ChartOption, poster: &Poster) -> Result<Self, JsValue> {
        echarts::load().await?;
        let height = poster::chart_height(option);
        let chart = echarts::to_svg(&option.json, poster::CHART_WIDTH, height)?;
        Ok(Self::of_svg(&chart, height, poster))
    }

    /// Makes the picture around an SVG element of this height.
    pub fn of_svg(svg: &str, height: usize, poster: &Poster) -> Self {
        let (svg, height) = poster.around(svg, height);
        Self { svg, height }
    }

    /// Draws it in twice as many pixels, so that it stays sharp in print.
    pub async fn to_png(&self) -> Result<Blob, JsValue> {
        const SCALE: usize = 2;
        svg_to_png(&self.svg, (poster::WIDTH * SCALE) as u32, (self.height * SCALE) as u32).await
    }
}
