use joint_procurement_core::domain::Snapshot;
use joint_procurement_core::routes::Route;
use leptos::prelude::*;

use super::site::{kept_snapshot, ready};
use super::theme::ThemeChoice;
use crate::components::InBrowser;
use crate::data::Data;
use crate::navigation::use_navigation;
use crate::words;

/// The date and kind of the data, the pages of the site, and the credits that the sources ask for.
#[component]
pub fn Footer() -> impl IntoView {
    let navigation = use_navigation();
    let data: Data = expect_context();
    let links = Route::MENU.into_iter().map(|route| {
        let target = route.clone();
        let href = move || navigation.href(&kept_snapshot(navigation, target.clone()));
        view! { <li><a class="site-footer__link" href=href>{words::site::page_name(&route)}</a></li> }
    });
    view! {
        <footer class="site-footer">
            <div class="site-footer__inner container">
                {move || ready(data).map(|snapshot| view! { <AboutData snapshot/> })}
                <div class="site-footer__site u-no-print">
                    <nav class="site-footer__part" aria-label=words::site::FOOTER_MENU>
                        <h2 class="site-footer__heading">{words::site::THIS_SITE}</h2>
                        <ul class="site-footer__links">
                            {links.collect_view()}
                            <li>
                                <a class="site-footer__link" href=navigation.file("data/catalog.json") rel="external">
                                    {words::snapshot::CATALOG}
                                </a>
                            </li>
                        </ul>
                    </nav>
                    <InBrowser>
                        <ThemeChoice/>
                    </InBrowser>
                </div>
                {move || ready(data).map(|snapshot| view! { <Credits snapshot/> })}
            </div>
        </footer>
    }
}

/// The date and kind of the data, and on paper the address.
#[component]
fn AboutData(snapshot: &'static Snapshot) -> impl IntoView {
    let navigation = use_navigation();
    let meta = &snapshot.meta;
    let facts = [
        (words::snapshot::AS_OF, words::date(meta.as_of)),
        (words::snapshot::PUBLISHED_AT, words::date(meta.published_at)),
        (words::snapshot::KIND, words::snapshot::kind_name(meta.kind).to_owned()),
        (words::snapshot::PERIOD, meta.period.clone()),
        (words::snapshot::LICENCE, meta.licence.clone()),
    ];
    let facts = facts.into_iter().map(|(term, value)| {
        view! { <div class="site-footer__fact"><dt>{term}</dt><dd>{value}</dd></div> }
    });
    let here = move || navigation.absolute(&navigation.address());
    view! {
        <section class="site-footer__part">
            <h2 class="site-footer__heading">{words::snapshot::ABOUT}</h2>
            <dl class="site-footer__facts">
                {facts.collect_view()}
                // On paper nothing else leads back. Only the browser knows the whole address.
                <InBrowser>
                    <div class="site-footer__fact u-print-only" data-live="">
                        <dt>{words::site::PAGE_ADDRESS}</dt>
                        <dd>{here}</dd>
                    </div>
                </InBrowser>
            </dl>
        </section>
    }
}

/// The credits that the sources ask for.
#[component]
fn Credits(snapshot: &'static Snapshot) -> impl IntoView {
    let credits = snapshot.meta.credits.iter().map(|credit| {
        view! { <li>{credit.subject.as_str()}"："{credit.text.as_str()}</li> }
    });
    view! {
        <section class="site-footer__part">
            <h2 class="site-footer__heading">{words::snapshot::CREDITS}</h2>
            <ul class="site-footer__credits">{credits.collect_view()}</ul>
        </section>
    }
}
