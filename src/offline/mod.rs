//! The state of the copy of the site that the service worker keeps, as assets/offline/page.js tells it.

use joint_procurement_core::domain::Date;
use js_sys::Reflect;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, CustomEventInit};

/// The copy on this device.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LocalCopy {
    /// The state before the script has told it.
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
        /// The number of all files; 0 until it is known.
        of: u32,
    },
    Saved {
        bytes: u64,
        /// The date of the data.
        as_of: Option<Date>,
        /// Files that the browser has taken away since.
        missing: u32,
    },
    /// A copy for which there was no room.
    Full,
    /// A copy of which a file did not come.
    Interrupted,
}

/// The state of a newer version of the site.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Update {
    #[default]
    None,
    /// A version that is here and waits.
    Waiting,
    /// A version that another window has begun to use.
    Taken,
}

/// The result of asking for something newer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Check {
    Latest,
    Failed,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OfflineUse {
    pub copy: LocalCopy,
    pub update: Update,
    pub check: Option<Check>,
}

/// A command that assets/offline/page.js takes.
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
    pub(crate) fn start() -> Self {
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
        ("unsupported", _) => LocalCopy::Unsupported,
        ("file", _) => LocalCopy::OneFile,
        ("off", _) => LocalCopy::Off,
        ("saving", _) => LocalCopy::Saving { files: number("done") as u32, of: number("total") as u32 },
        ("saved", _) => LocalCopy::Saved {
            bytes: number("bytes") as u64,
            as_of: text("asOf").parse().ok(),
            missing: number("missing") as u32,
        },
        ("failed", "quota") => LocalCopy::Full,
        ("failed", _) => LocalCopy::Interrupted,
        _ => LocalCopy::Unknown,
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
