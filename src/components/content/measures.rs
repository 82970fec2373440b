use joint_procurement_core::domain::Snapshot;
use joint_procurement_core::routes::Address;
use leptos::prelude::*;

use super::area_map::Drawn;
use super::card::Card;
use super::heading::Level;
use crate::components::{InBrowser, LiveText, Segmented, ViewLink};
use crate::content::{self, Picture};
use crate::navigation::use_navigation;

/// One card of several: the address names the one that is shown. All of them are there on paper and without the program.
#[component]
pub(super) fn Measures(
    snapshot: &'static Snapshot,
    measures: Vec<(&'static str, content::Card)>,
    level: Level,
) -> impl IntoView {
    let navigation = use_navigation();
    let shared = measures.iter().find_map(|(_, card)| match &card.picture {
        Some(Picture::Map(map)) => Some(Drawn::ask(snapshot, map)),
        _ => None,
    });
    let ids: Vec<String> = measures.iter().map(|(_, card)| card.id.clone()).collect();
    let headings: Vec<String> = measures.iter().map(|(_, card)| card.heading.clone()).collect();
    let shown = Memo::new(move |before: Option<&usize>| {
        let card = navigation.address().card;
        // Any other part of the page leaves the choice as it is.
        let kept = before.copied().filter(|_| !card.is_empty());
        ids.iter().position(|id| *id == card).or(kept).unwrap_or_default()
    });
    let links = measures.iter().enumerate().map(|(place, (name, card))| {
        let id = card.id.clone();
        let href = move || navigation.href(&Address { card: id.clone(), ..navigation.address() });
        (*name, Signal::derive(href), Signal::derive(move || shown.get() == place))
    });
    let links: Vec<ViewLink> = links.collect();
    let said = Signal::derive(move || headings.get(shown.get()).cloned().unwrap_or_default());
    let cards = measures.into_iter().enumerate().map(|(place, (_, card))| {
        view! {
            <div class="measures__part" hidden=move || shown.get() != place>
                <Card snapshot card level shared/>
            </div>
        }
    });
    view! {
        <div class="measures">
            <div class="measures__switch" data-live="">
                <InBrowser>
                    <Segmented links/>
                    <span class="u-visually-hidden" role="status"><LiveText text=said/></span>
                </InBrowser>
            </div>
            {cards.collect_view()}
        </div>
    }
}
