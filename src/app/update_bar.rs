//! The bar about the copy on the device. It says that there is something newer, or that there is no network.

use leptos::ev;
use leptos::prelude::*;

use super::site::ready;
use crate::browser::take_lost_focus;
use crate::components::InBrowser;
use crate::data::Data;
use crate::offline::{Command, LocalCopy, Offline, Update};
use crate::words;

/// A quiet bar at the lower edge; nothing that is read moves when it comes.
#[component]
pub(super) fn UpdateBar() -> impl IntoView {
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
    let has_copy = Memo::new(move |_| matches!(offline.get().copy, LocalCopy::Saved { missing: 0, .. }));
    let shown = move || match (update.get(), online.get()) {
        (update, _) if update != Update::None && update != put_off.get() => {
            let (text, action) = match update {
                Update::Taken => (words::update::TAKEN, words::update::RELOAD),
                _ => (words::update::WAITING, words::update::NOW),
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
                    {words::update::LATER}
                </button>
            }
            .into_any()
        }
        (_, false) if offline.get().copy != LocalCopy::OneFile => {
            let as_of = ready(data).map(|snapshot| snapshot.meta.as_of);
            let text = match as_of.filter(|_| has_copy.get()) {
                Some(as_of) => words::offline::shown(&words::date(as_of)),
                None => words::offline::WITHOUT_COPY.to_owned(),
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
