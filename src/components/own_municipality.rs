//! The choice of the reader's own municipality, on its page and in the header.

use joint_procurement_core::domain::MunicipalityCode;
use joint_procurement_core::routes::Route;
use leptos::prelude::*;

use super::{Anew, InBrowser, LiveText};
use crate::navigation::{OwnMunicipality, use_navigation, use_own};
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

/// A link to the page of the reader's own municipality. Its room is kept from the start where one is chosen
/// (assets/theme.js, site-header.css).
#[component]
pub fn OwnLink() -> impl IntoView {
    let (own, navigation) = (use_own(), use_navigation());
    let link = move || {
        own.get().map(|own| {
            let href = move || navigation.href(&Route::Municipality(own.code).into());
            view! {
                <span class="site-header__own-label">{words::own::LABEL}</span>
                <a class="site-header__own-link" href=href>{own.name}</a>
            }
        })
    };
    view! {
        <p class="site-header__own">
            <InBrowser><Anew content=link/></InBrowser>
        </p>
    }
}
