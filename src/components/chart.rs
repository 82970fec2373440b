//! A chart on a page.

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

use super::InBrowser;
use crate::browser::{InView, Resizes, follow};
use crate::charts::echarts::{self, Clicks, Instance};
use crate::charts::{ChartOption, Height};
use crate::navigation::{Navigation, use_navigation};
use crate::words;

/// The state of a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// The chart is not in view yet, or ECharts is under way.
    Waiting,
    Drawn,
    Failed,
}

/// A chart of `option`, drawn once it comes near the view. The element keeps its height from the start, so
/// that nothing moves when the picture appears. A chart never stands alone: its table is beside it.
#[component]
pub fn Chart(
    option: Arc<ChartOption>,
    /// The description of the picture, for those who do not see it.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    let navigation = use_navigation();
    let element = NodeRef::<leptos::html::Div>::new();
    let state = RwSignal::new(State::Waiting);
    let drawing: StoredValue<Option<Drawing>, LocalStorage> = StoredValue::new_local(None);
    // As high as the rows need, in steps that the style sheet knows.
    let height = match option.height {
        Height::Usual | Height::Rows(0..=10) => None,
        Height::Rows(11..=16) => Some("16"),
        Height::Rows(17..=28) => Some("28"),
        Height::Rows(_) => Some("48"),
        Height::Low => Some("low"),
        Height::Panels(0..=4) => Some("panels-4"),
        Height::Panels(_) => Some("panels-8"),
    };
    let option = StoredValue::new(option);

    let draw = move || {
        leptos::task::spawn_local(async move {
            let loaded = echarts::load().await;
            let Some(Some(element)) = element.try_get_untracked() else { return };
            let option = option.get_value();
            let drawn = loaded.and_then(|()| Drawing::start(&element, option, navigation));
            match drawn {
                Ok(new) => {
                    drawing.try_set_value(Some(new));
                    state.try_set(State::Drawn);
                }
                Err(_) => {
                    state.try_set(State::Failed);
                    open_table(&element);
                }
            }
        });
    };
    let watch: StoredValue<Option<InView>, LocalStorage> = StoredValue::new_local(None);
    Effect::new(move || {
        if let Some(element) = element.get() {
            watch.set_value(InView::once(&element, draw));
        }
    });
    let escape = window_event_listener(ev::keydown, move |event| {
        if event.key() == "Escape" {
            drawing.with_value(|drawing| {
                if let Some(drawing) = drawing {
                    echarts::hide_tooltip(&drawing.instance);
                }
            });
        }
    });
    on_cleanup(move || escape.remove());

    let retry = move |_| {
        state.set(State::Waiting);
        draw();
    };
    view! {
        <div class="chart-frame" data-live="" data-height=height>
            <InBrowser>
                <div class="chart" node_ref=element role="img" aria-label=label></div>
                {move || match state.get() {
                    State::Drawn => ().into_any(),
                    State::Waiting => view! { <p class="chart__message">{words::table::CHART_LOADING}</p> }.into_any(),
                    State::Failed => view! {
                        <div class="chart__message" data-tone="error">
                            <p>{words::table::CHART_FAILED}</p>
                            <button class="button" data-variant="secondary" data-size="sm" type="button" on:click=retry>
                                {words::failure::RETRY}
                            </button>
                        </div>
                    }
                    .into_any(),
                }}
            </InBrowser>
        </div>
    }
}

/// Opens the table that stands closed beside the chart, in place of the picture.
fn open_table(chart: &HtmlElement) {
    let card = chart.closest(".card").ok().flatten();
    if let Some(table) = card.and_then(|card| card.query_selector("details").ok().flatten()) {
        let _ = table.set_attribute("open", "");
    }
}

/// An instance that follows the size of its element. Dropping it ends both: ECharts keeps every instance
/// alive that is not disposed of.
struct Drawing {
    instance: Instance,
    _resizes: Resizes,
    _clicks: Clicks,
}

impl Drawing {
    /// Draws the option. A click on a point leads where its row in the table does.
    fn start(
        element: &HtmlElement,
        option: Arc<ChartOption>,
        navigation: Navigation,
    ) -> Result<Self, JsValue> {
        let instance = echarts::draw(element, &option.json)?;
        echarts::fit_to_paper(element);
        let handle: Instance = instance.clone().unchecked_into();
        let resized = element.clone();
        let resizes = Resizes::of(element, move || {
            handle.resize();
            echarts::fit_to_paper(&resized);
        })?;
        let clicked = element.clone();
        let clicks = echarts::on_click(&instance, move |series, point| {
            if let Some(to) = option.link(series, point) {
                follow(&clicked, &navigation.href(to));
            }
        });
        Ok(Self { instance, _resizes: resizes, _clicks: clicks })
    }
}

impl Drop for Drawing {
    fn drop(&mut self) {
        self.instance.dispose();
    }
}
