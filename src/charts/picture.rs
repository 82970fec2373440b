//! Charts as files.

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

use super::poster::{self, Poster};
use super::{ChartOption, echarts};

/// A chart with its words, drawn for paper: of one size, whatever the window's is.
pub struct Picture {
    pub svg: String,
    height: usize,
}

impl Picture {
    pub async fn draw(option: &ChartOption, poster: &Poster) -> Result<Self, JsValue> {
        echarts::load().await?;
        let height = poster::chart_height(option);
        let chart = echarts::to_svg(&option.json, poster::CHART_WIDTH, height)?;
        Ok(Self::of_svg(&chart, height, poster))
    }

    /// Around an SVG element of this height.
    pub fn of_svg(svg: &str, height: usize, poster: &Poster) -> Self {
        let (svg, height) = poster.around(svg, height);
        Self { svg, height }
    }

    /// In twice as many pixels, so that it stays sharp in print.
    pub async fn to_png(&self) -> Result<Blob, JsValue> {
        const SCALE: usize = 2;
        let image = HtmlImageElement::new()?;
        let encoded: String = js_sys::encode_uri_component(&self.svg).into();
        image.set_src(&format!("data:image/svg+xml;charset=utf-8,{encoded}"));
        JsFuture::from(image.decode()).await?;
        let canvas: HtmlCanvasElement = leptos::prelude::document().create_element("canvas")?.dyn_into()?;
        let (width, height) = (poster::WIDTH * SCALE, self.height * SCALE);
        canvas.set_width(width as u32);
        canvas.set_height(height as u32);
        let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
        let context: CanvasRenderingContext2d = context.dyn_into()?;
        context.draw_image_with_html_image_element_and_dw_and_dh(
            &image,
            0.0,
            0.0,
            width as f64,
            height as f64,
        )?;
        let blob = Promise::new(&mut |resolve, reject| {
            if canvas.to_blob(&resolve).is_err() {
                let _ = reject.call0(&JsValue::NULL);
            }
        });
        JsFuture::from(blob).await?.dyn_into()
    }
}
