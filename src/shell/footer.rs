use leptos::prelude::*;

use super::app::{kept_snapshot, ready};
use super::{ThemeChoice, use_navigation, use_words};
use crate::components::element::{Element, classed, el};
use crate::data::Data;
use crate::domain::Snapshot;
use crate::routes::Route;

/// The date and kind of the data, the pages of the site, and the credits that the sources ask for.
#[component]
pub fn Footer() -> impl IntoView {
    let words = use_words();
    let navigation = use_navigation();
    let data: Data = expect_context();
    let links = Route::MENU.into_iter().map(|route| {
        let target = route.clone();
        let href = move || navigation.href(&kept_snapshot(navigation, target.clone()));
        view! { <li><a class="site-footer__link" href=href>{words.route_name(&route)}</a></li> }
    });
    view! {
        <footer class="site-footer">
            <div class="site-footer__inner container">
                {move || ready(data).map(about_data)}
                <div class="site-footer__site u-no-print">
                    <nav class="site-footer__part" aria-label=words.shell.footer_menu>
                        <h2 class="site-footer__heading">{words.shell.this_site}</h2>
                        <ul class="site-footer__links">
                            {links.collect_view()}
                            <li>
                                <a class="site-footer__link" href=navigation.file("data/catalog.json") rel="external">
                                    {words.shell.catalog}
                                </a>
                            </li>
                        </ul>
                    </nav>
                    <ThemeChoice/>
                </div>
                {move || ready(data).map(credits)}
            </div>
        </footer>
    }
}

fn about_data(snapshot: &'static Snapshot) -> AnyView {
    let words = use_words();
    let meta = &snapshot.meta;
    let facts = [
        (words.shell.as_of, words.date(meta.as_of)),
        (words.shell.published_at, words.date(meta.published_at)),
        (words.shell.kind, words.snapshot_kind(meta.kind).to_owned()),
        (words.shell.period, meta.period.clone()),
        (words.shell.licence, meta.licence.clone()),
    ];
    let facts = facts.into_iter().map(|(term, value)| {
        classed("div", "site-footer__fact").child(el("dt").child(term)).child(el("dd").child(value))
    });
    let navigation = use_navigation();
    let here = move || navigation.absolute(&navigation.address());
    // On paper nothing else leads back.
    let address = classed("div", "site-footer__fact u-print-only")
        .child(el("dt").child(words.shell.page_address))
        .child(el("dd").child(here.into_any()));
    part(words.shell.about_data)
        .child(classed("dl", "site-footer__facts").children(facts).child(address))
        .view()
}

fn credits(snapshot: &'static Snapshot) -> AnyView {
    let credits = snapshot
        .meta
        .credits
        .iter()
        .map(|credit| el("li").child(credit.subject.as_str()).child("：").child(credit.text.as_str()));
    part(use_words().shell.credits).child(classed("ul", "site-footer__credits").children(credits)).view()
}

fn part(heading: &'static str) -> Element {
    classed("section", "site-footer__part").child(classed("h2", "site-footer__heading").child(heading))
}
