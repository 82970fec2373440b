//! The choice of the reader's own municipality, on its page.

use joint_procurement_core::domain::MunicipalityCode;
use leptos::prelude::*;

use super::{InBrowser, LiveText};
use crate::navigation::{OwnMunicipality, use_own};
use crate::words;

/// A button that makes a municipality the reader's own, or no longer. The line beside it tells what is kept.
#[component]
pub fn OwnChoice(code: MunicipalityCode, name: String) -> impl IntoView {
    let own = use_own();
    let is_own = Memo::new(move |_| own.is(code));
    let toggle = move |_| {
        let new = (!is_own.get_untracked()).then(|| OwnMunicipality { code, name: name.clone() });
        own.choose(new);
    };
    let label = Signal::derive(move || words::own::toggle(is_own.get()).to_owned());
    let state = Signal::derive(move || words::own::state(is_own.get()).to_owned());
    view! {
        <div class="case-tools u-no-print" data-live="">
            <InBrowser>
                <div class="case-tools__actions">
                <button class="button" data-variant="secondary" data-size="sm" type="button" on:click=toggle>
                    <LiveText text=label/>
                </button>
                <span class="case-tools__state" role="status"><LiveText text=state/></span>
                </div>
            </InBrowser>
        </div>
    }
}
