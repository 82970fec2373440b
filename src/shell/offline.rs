//! How the copy of the site that the service worker keeps stands (assets/offline/page.js), and the bar that says
//! what a reader should know of it: that there is something newer, or that there is no network.

use joint_procurement_core::domain::Date;
use js_sys::Reflect;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, CustomEventInit};

use super::app::ready;
use super::{take_lost_focus, use_words};
use crate::components::InBrowser;
use crate::data::Data;

/// The copy on this device.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Copy {
    /// Not told yet.
    #[default]
    Unknown,
    /// The browser keeps none: over http, in private windows, in old browsers.
    Unsupported,
    /// The page is the copy: the edition in one file.
    OneFile,
    /// The reader has taken it away.
    Off,
    Saving {
        files: u32,
        /// 0 until it is known.
        of: u32,
    },
    Saved {
        bytes: u64,
        /// The date of the data.
        as_of: Option<Date>,
        /// Files that the browser has taken away since.
        missing: u32,
    },
    /// There was no room.
    Full,
    /// A file did not come.
    Interrupted,
}

/// Whether there is a newer version of the site.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Update {
    #[default]
    None,
    /// It is here and waits.
    Waiting,
    /// Another window has begun to use it.
    Taken,
}

/// What came of asking for something newer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Check {
    Latest,
    Failed,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OfflineUse {
    pub copy: Copy,
    pub update: Update,
    pub check: Option<Check>,
}

/// What can be asked of assets/offline/page.js.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    Tell,
    Refresh,
    Remove,
    Allow,
    Update,
}

impl Command {
    pub fn send(self) {
        let name = match self {
            Self::Tell => "tell",
            Self::Refresh => "refresh",
            Self::Remove => "remove",
            Self::Allow => "allow",
            Self::Update => "update",
        };
        let detail = CustomEventInit::new();
        detail.set_detail(&JsValue::from_str(name));
        if let Ok(event) = CustomEvent::new_with_event_init_dict("offline-do", &detail) {
            let _ = window().dispatch_event(&event);
        }
    }
}

/// Handle to the state, given by context.
#[derive(Clone, Copy)]
pub struct Offline(RwSignal<OfflineUse>);

impl Offline {
    /// Listens from here on. The script may have told before, and is asked to tell again.
    pub(super) fn start() -> Self {
        let state = RwSignal::new(OfflineUse::default());
        let listener = window_event_listener_untyped("offline-state", move |event| {
            if let Some(event) = event.dyn_ref::<CustomEvent>() {
                state.set(read(&event.detail()));
            }
        });
        on_cleanup(move || listener.remove());
        Effect::new(|| Command::Tell.send());
        Self(state)
    }

    pub fn get(self) -> OfflineUse {
        self.0.get()
    }
}

/// The state as page.js tells it.
fn read(detail: &JsValue) -> OfflineUse {
    let of = |name: &str| Reflect::get(detail, &JsValue::from_str(name)).unwrap_or_default();
    let text = |name: &str| of(name).as_string().unwrap_or_default();
    let number = |name: &str| of(name).as_f64().unwrap_or_default();
    let copy = match (text("state").as_str(), text("reason").as_str()) {
        ("unsupported", _) => Copy::Unsupported,
        ("file", _) => Copy::OneFile,
        ("off", _) => Copy::Off,
        ("saving", _) => Copy::Saving { files: number("done") as u32, of: number("total") as u32 },
        ("saved", _) => Copy::Saved {
            bytes: number("bytes") as u64,
            as_of: text("asOf").parse().ok(),
            missing: number("missing") as u32,
        },
        ("failed", "quota") => Copy::Full,
        ("failed", _) => Copy::Interrupted,
        _ => Copy::Unknown,
    };
    let update = match text("update").as_str() {
        "waiting" => Update::Waiting,
        "taken" => Update::Taken,
        _ => Update::None,
    };
    let check = match text("check").as_str() {
        "latest" => Some(Check::Latest),
        "failed" => Some(Check::Failed),
        _ => None,
    };
    OfflineUse { copy, update, check }
}

/// Quiet, at the lower edge; nothing that is read moves when it comes.
#[component]
pub(super) fn UpdateBar() -> impl IntoView {
    let words = &use_words().shell;
    let (offline, data): (Offline, Data) = (expect_context(), expect_context());
    let is_online = || window().navigator().on_line();
    let online = RwSignal::new(true);
    Effect::new(move || online.set(is_online()));
    let listeners = [
        window_event_listener(ev::online, move |_| online.set(true)),
        window_event_listener(ev::offline, move |_| online.set(false)),
    ];
    on_cleanup(move || listeners.into_iter().for_each(WindowListenerHandle::remove));
    let put_off = RwSignal::new(Update::None);

    let update = Memo::new(move |_| offline.get().update);
    let has_copy = Memo::new(move |_| matches!(offline.get().copy, Copy::Saved { missing: 0, .. }));
    let shown = move || match (update.get(), online.get()) {
        (update, _) if update != Update::None && update != put_off.get() => {
            let (text, action) = match update {
                Update::Taken => (words.update_taken, words.reload),
                _ => (words.update_waiting, words.update_now),
            };
            view! {
                <p class="update-bar__text">{text}</p>
                <button
                    class="button"
                    data-variant="primary"
                    data-size="sm"
                    type="button"
                    on:click=move |_| Command::Update.send()
                >
                    {action}
                </button>
                <button
                    class="button"
                    data-variant="tertiary"
                    data-size="sm"
                    type="button"
                    on:click=move |_| {
                        put_off.set(update);
                        request_animation_frame(|| take_lost_focus(document().get_element_by_id("main")));
                    }
                >
                    {words.update_later}
                </button>
            }
            .into_any()
        }
        (_, false) if offline.get().copy != Copy::OneFile => {
            let as_of = ready(data).map(|snapshot| snapshot.meta.as_of);
            let text = match as_of.filter(|_| has_copy.get()) {
                Some(as_of) => (words.offline)(&use_words().date(as_of)),
                None => words.offline_without_copy.to_owned(),
            };
            view! { <p class="update-bar__text">{text}</p> }.into_any()
        }
        _ => ().into_any(),
    };
    view! {
        <InBrowser>
            <div class="update-bar u-no-print" role="status" data-live="">{shown}</div>
        </InBrowser>
    }
}
