//! The door to ECharts, with the bundle that is published.

use std::cell::RefCell;

use joint_procurement::charts::echarts::{self, Instance};
use joint_procurement::charts::{ChartOption, bars};
use joint_procurement::components::Chart;
use joint_procurement::navigation::{Navigation, Trail};
use leptos::prelude::*;
use leptos_router::components::Router;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};

use crate::page::{InHead, Stage, eventually, mount, observed};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = echarts, js_name = getInstanceByDom)]
    fn instance_of(element: &Element) -> JsValue;

    #[wasm_bindgen(method, js_name = dispatchAction)]
    fn dispatch_action(this: &Shown, action: &JsValue);

    /// An instance as the tests use it.
    type Shown;
}

const BUNDLE: &str = "/target/web/echarts/echarts.js";

/// The outcome of loading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Loads {
    without_a_name: bool,
    with_a_wrong_name: bool,
    with_the_right_name: bool,
}

thread_local! {
    static LOADS: RefCell<Option<Loads>> = const { RefCell::new(None) };
}

/// Loads the bundle. A success lasts as long as the page, so that whichever test is the first to load sees
/// the failures on the way there.
async fn load() -> Loads {
    if let Some(loads) = LOADS.with_borrow(|loads| *loads) {
        return loads;
    }
    let named = |address| InHead::new("meta", &[("name", "echarts-bundle"), ("content", address)]);
    let without_a_name = echarts::load().await.is_ok();
    let wrong = named("/target/web/echarts/echarts-gone.js");
    let with_a_wrong_name = echarts::load().await.is_ok();
    drop(wrong);
    let _right = named(BUNDLE);
    let with_the_right_name = echarts::load().await.is_ok();
    assert!(with_the_right_name, "{BUNDLE} cannot be loaded; is it there? node tools/bundle.mjs makes it");
    let loads = Loads { without_a_name, with_a_wrong_name, with_the_right_name };
    LOADS.set(Some(loads));
    loads
}

fn option() -> ChartOption {
    bars(&["北海道", "青森県"], &[12, 3456], "件", "都道府県別の棒グラフ")
}

/// Reads the text of the drawing.
fn text(element: &HtmlElement) -> String {
    let drawing = element.query_selector("svg").unwrap();
    drawing.and_then(|drawing| drawing.text_content()).unwrap_or_default()
}

fn width_of_drawing(stage: &Stage) -> Option<u32> {
    stage.0.query_selector("svg").unwrap()?.get_attribute("width")?.parse().ok()
}

fn has_instance(element: &HtmlElement) -> bool {
    let instance = instance_of(element);
    !instance.is_undefined() && !instance.is_null()
}

#[wasm_bindgen_test]
async fn the_bundle_is_loaded_once_and_again_only_after_a_failure() {
    let expected = Loads { without_a_name: false, with_a_wrong_name: false, with_the_right_name: true };
    assert_eq!(load().await, expected);
    assert!(echarts::load().await.is_ok());
    // After a failure the address has a number, so that the browser asks for it anew.
    let script = format!("script[src^='{BUNDLE}']");
    assert!(document().query_selector(&script).unwrap().is_some());
    assert!(document().query_selector(&format!("{script} ~ {script}")).unwrap().is_none(), "twice");
}

#[wasm_bindgen_test]
async fn an_option_becomes_a_drawing_that_fits_its_element() {
    load().await;
    let stage = Stage::new();
    let instance = echarts::draw(&stage.0, &option().json).unwrap();
    let text = text(&stage.0);
    for part in ["北海道", "青森県", "12", "3456"] {
        assert!(text.contains(part), "{part} in {text}");
    }
    assert_eq!(width_of_drawing(&stage), Some(600));
    stage.set_style("width", "320px");
    instance.resize();
    assert_eq!(width_of_drawing(&stage), Some(320));
    instance.dispose();
}

#[wasm_bindgen_test]
async fn a_tooltip_can_be_closed() {
    load().await;
    let stage = Stage::new();
    let instance = echarts::draw(&stage.0, &option().json).unwrap();
    let shown: Shown = instance.clone().unchecked_into();
    let action = js_sys::JSON::parse(r#"{"type":"showTip","seriesIndex":0,"dataIndex":1}"#).unwrap();
    shown.dispatch_action(&action);
    let told = || text(&stage.0).contains("青森県：3456件");
    eventually("the tooltip", || told().then_some(())).await;
    echarts::hide_tooltip(&instance);
    eventually("no tooltip", || (!told()).then_some(())).await;
    instance.dispose();
}

#[wasm_bindgen_test]
async fn what_is_disposed_of_leaves_nothing() {
    load().await;
    let stage = Stage::new();
    let instance: Instance = echarts::draw(&stage.0, &option().json).unwrap();
    assert!(has_instance(&stage.0) && stage.has("svg"));
    instance.dispose();
    assert!(!has_instance(&stage.0));
    assert_eq!(stage.0.child_element_count(), 0);
}

#[wasm_bindgen_test]
async fn an_option_that_is_none_is_an_error_and_no_crash() {
    load().await;
    let stage = Stage::new();
    let refused = echarts::draw(&stage.0, &serde_json::json!({ "xAxis": {}, "series": [{ "type": "bar" }] }));
    assert!(refused.is_err());
    assert!(!has_instance(&stage.0), "what has failed is taken away");
    let drawn = echarts::draw(&stage.0, &option().json).unwrap();
    assert!(text(&stage.0).contains("3456"));
    drawn.dispose();
}

#[wasm_bindgen_test]
async fn a_chart_is_drawn_near_the_view_follows_its_element_and_ends_with_its_page() {
    load().await;
    let _style = InHead::new("style", &[]).text(".chart { height: 300px }");
    let stage = Stage::new();
    stage.set_style("top", "5000px");
    let shown = RwSignal::new(true);
    // The router keeps its owner alive beyond the view: the chart ends with a part of the page, and the owner is
    // ended below, so that no later test has its links followed.
    let (owner, _mounted) = mount(&stage, move || {
        let owner = Owner::current().unwrap();
        let trail = Trail::start();
        let chart = || view! { <Chart option=std::sync::Arc::new(option()) label="棒グラフ"/> };
        let view = view! {
            <Router base=trail.router_base()>
                {
                    provide_context(Navigation::start(trail));
                    move || shown.get().then(chart)
                }
            </Router>
        };
        (owner, view.into_any())
    });
    let element = stage.find("[role=img][aria-label=棒グラフ]");
    observed(&element).await;
    assert!(!stage.has("svg") && stage.has(".chart__message"), "far from the view");

    stage.set_style("top", "0");
    eventually("the drawing", || width_of_drawing(&stage)).await;
    eventually("no message", || (!stage.has(".chart__message")).then_some(())).await;
    stage.set_style("width", "320px");
    eventually("a narrower drawing", || width_of_drawing(&stage).filter(|width| *width == 320)).await;

    shown.set(false);
    eventually("no instance", || (!has_instance(&element)).then_some(())).await;
    assert_eq!(element.child_element_count(), 0);
    owner.cleanup();
}
