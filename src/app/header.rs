use joint_procurement_core::routes::Route;
use leptos::prelude::*;

use super::site::kept_snapshot;
use crate::components::OwnLink;
use crate::navigation::use_navigation;
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
