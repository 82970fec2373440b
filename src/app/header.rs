use joint_procurement_core::routes::Route;
use leptos::prelude::*;

use super::site::kept_snapshot;
use crate::components::{Anew, InBrowser};
use crate::navigation::{use_navigation, use_own};
use crate::words;

/// The site's name and the main menu.
#[component]
pub fn Header() -> impl IntoView {
    let navigation = use_navigation();
    let home = move || navigation.href(&kept_snapshot(navigation, Route::Overview));
    let items = Route::MENU.into_iter().map(|route| {
        let (target, shown) = (route.clone(), route.clone());
        let href = move || navigation.href(&kept_snapshot(navigation, target.clone()));
        // A case belongs to the list: the entry of the list is marked, but not as the page itself.
        let current = move || match navigation.route().get() {
            current if current == shown => Some("page"),
            current => (current.section() == shown).then_some("true"),
        };
        view! {
            <li class="site-header__item">
                <a class="site-header__link" href=href aria-current=current>{words::site::page_name(&route)}</a>
            </li>
        }
    });
    view! {
        <header class="site-header">
            <div class="site-header__inner container">
                <a class="site-header__name" href=home>
                    {words::site::NAME_SHORT}
                    <span class="site-header__name-part">{words::site::NAME_PART}</span>
                </a>
                <OwnLink/>
                <nav class="site-header__nav" aria-label=words::site::MENU>
                    <ul class="site-header__list">{items.collect_view()}</ul>
                </nav>
            </div>
        </header>
    }
}

/// A link to the page of the reader's own municipality. Its room is kept from the start where one is chosen
/// (assets/theme.js, site-header.css).
#[component]
fn OwnLink() -> impl IntoView {
    let (own, navigation) = (use_own(), use_navigation());
    let link = move || {
        own.get().map(|own| {
            let href = move || navigation.href(&kept_snapshot(navigation, Route::Municipality(own.code)));
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
