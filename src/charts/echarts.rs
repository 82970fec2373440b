//! The one door to ECharts: loading its file when the first chart comes near, and drawing.

use std::cell::{Cell, RefCell};

use js_sys::{Array, JSON, Object, Promise, Reflect};
use serde_json::Value;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlElement, HtmlMetaElement, HtmlScriptElement};

#[wasm_bindgen]
extern "C" {
    /// An instance drawn into an element.
    pub type Instance;

    #[wasm_bindgen(js_namespace = echarts, js_name = init, catch)]
    fn init(element: &HtmlElement, theme: &JsValue, options: &JsValue) -> Result<Instance, JsValue>;

    /// Makes an instance without an element, for a picture that is only saved.
    #[wasm_bindgen(js_namespace = echarts, js_name = init, catch)]
    fn init_detached(element: &JsValue, theme: &JsValue, options: &JsValue) -> Result<Instance, JsValue>;

    #[wasm_bindgen(method, js_name = renderToSVGString, catch)]
    fn render_to_svg_string(this: &Instance) -> Result<String, JsValue>;

    #[wasm_bindgen(method, js_name = setOption, catch)]
    fn set_option(this: &Instance, option: &JsValue, settings: &JsValue) -> Result<(), JsValue>;

    #[wasm_bindgen(method, js_name = dispatchAction)]
    fn dispatch_action(this: &Instance, action: &JsValue);

    #[wasm_bindgen(method)]
    fn on(this: &Instance, event: &str, handler: &Closure<dyn FnMut(JsValue)>);

    #[wasm_bindgen(method)]
    pub fn resize(this: &Instance);

    #[wasm_bindgen(method)]
    pub fn dispose(this: &Instance);
}

thread_local! {
    static LOADING: RefCell<Option<Promise>> = const { RefCell::new(None) };
    static FAILURES: Cell<u32> = const { Cell::new(0) };
}

/// Loads ECharts once. After a failure the next call tries again.
pub async fn load() -> Result<(), JsValue> {
    let promise = LOADING.with_borrow_mut(|loading| loading.get_or_insert_with(add_script).clone());
    let result = JsFuture::from(promise).await;
    if result.is_err() {
        LOADING.with_borrow_mut(Option::take);
        FAILURES.set(FAILURES.get() + 1);
    }
    result.map(|_| ())
}

/// Draws the option into the element, which has a size.
pub fn draw(element: &HtmlElement, option: &Value) -> Result<Instance, JsValue> {
    let settings = JSON::parse(r#"{"renderer":"svg","locale":"JA"}"#)?;
    let instance = init(element, &JsValue::NULL, &settings)?;
    let merging = JSON::parse(r#"{"notMerge":true}"#)?;
    match instance.set_option(&to_js(option), &merging) {
        Ok(()) => Ok(instance),
        Err(error) => {
            // Otherwise it would live on in the element, and be what the next try gets.
            instance.dispose();
            Err(error)
        }
    }
}

/// Draws the option as an SVG element of this size, without being shown.
pub fn to_svg(option: &Value, width: usize, height: usize) -> Result<String, JsValue> {
    let settings =
        format!(r#"{{"renderer":"svg","locale":"JA","ssr":true,"width":{width},"height":{height}}}"#);
    let instance = init_detached(&JsValue::NULL, &JsValue::NULL, &JSON::parse(&settings)?)?;
    let set = instance.set_option(&to_js(option), &JsValue::UNDEFINED);
    let svg = set.and_then(|()| instance.render_to_svg_string());
    instance.dispose();
    svg
}

/// Turns the option into the values of JavaScript that it stands for. It does not go by way of its text:
/// writing any number takes tables that do not compress.
fn to_js(value: &Value) -> JsValue {
    match value {
        Value::Null => JsValue::NULL,
        Value::Bool(value) => JsValue::from_bool(*value),
        Value::Number(number) => number.as_f64().map_or(JsValue::NULL, JsValue::from_f64),
        Value::String(text) => JsValue::from_str(text),
        Value::Array(values) => values.iter().map(to_js).collect::<Array>().into(),
        Value::Object(members) => {
            let object = Object::new();
            for (name, value) in members {
                // Setting a member of a new object cannot fail.
                let _ = Reflect::set(&object, &JsValue::from_str(name), &to_js(value));
            }
            object.into()
        }
    }
}

/// Tells the drawing its own size, so that on paper, which is narrower, it shrinks and is not cut off.
pub fn fit_to_paper(element: &HtmlElement) {
    let Some(svg) = element.query_selector("svg").ok().flatten() else { return };
    if let (Some(width), Some(height)) = (svg.get_attribute("width"), svg.get_attribute("height")) {
        let _ = svg.set_attribute("viewBox", &["0 0 ", &width, " ", &height].concat());
    }
}

/// A handler of clicks, which lasts as long as this value.
pub struct Clicks(
    #[allow(dead_code, reason = "dropping it would take the handler away")] Closure<dyn FnMut(JsValue)>,
);

/// Calls a function with the places of series and point that are clicked.
pub fn on_click(instance: &Instance, mut then: impl FnMut(usize, usize) + 'static) -> Clicks {
    let handler = Closure::new(move |event: JsValue| {
        let place = |name: &str| Reflect::get(&event, &JsValue::from_str(name)).ok()?.as_f64();
        if let (Some(series), Some(point)) = (place("seriesIndex"), place("dataIndex")) {
            then(series as usize, point as usize);
        }
    });
    instance.on("click", &handler);
    Clicks(handler)
}

/// Closes an open tooltip (WCAG 1.4.13).
pub fn hide_tooltip(instance: &Instance) {
    if let Ok(action) = JSON::parse(r#"{"type":"hideTip"}"#) {
        instance.dispatch_action(&action);
    }
}

/// Adds the script. The file's name is in the page, because it holds a hash of the content.
fn add_script() -> Promise {
    Promise::new(&mut |resolve, reject| {
        let added = || -> Option<()> {
            let document = web_sys::window()?.document()?;
            let meta = document.query_selector("meta[name=echarts-bundle]").ok()??;
            let meta: HtmlMetaElement = meta.dyn_into().ok()?;
            let script: HtmlScriptElement = document.create_element("script").ok()?.dyn_into().ok()?;
            // Under another address after a failure: within a page browsers do not ask again for what they
            // have, be it broken.
            script.set_src(&match FAILURES.get() {
                0 => meta.content(),
                failures => format!("{}?{failures}", meta.content()),
            });
            if let Some(integrity) = meta.get_attribute("data-integrity") {
                script.set_integrity(&integrity);
            }
            script.set_onload(Some(&resolve));
            script.set_onerror(Some(&reject));
            document.head()?.append_child(&script).ok()?;
            Some(())
        };
        if added().is_none() {
            let _ = reject.call1(&JsValue::NULL, &JsValue::from_str("no echarts-bundle"));
        }
    })
}
