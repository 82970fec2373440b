//! The overview: what there is, by domain and system type, and since when.

mod domains;
mod figures;
mod years;

use leptos::prelude::*;

use crate::components::{CaseItem, Notice, RouteLink, Tone};
use crate::domain::Snapshot;
use crate::query::{CaseFilter, Matches, SearchIndex, Sort};
use crate::routes::Route;
use crate::shell::{set_title, use_words};
use crate::stats::Summary;
use domains::Domains;
use figures::KeyFigures;
use years::Years;

/// Cases under "newest".
const NEWEST: usize = 5;

#[component]
pub fn Overview(snapshot: &'static Snapshot) -> impl IntoView {
    let words = use_words();
    set_title("");
    let matches = Matches::new(snapshot, &SearchIndex::default(), &CaseFilter::default());
    let cases = matches.selection(&snapshot.cases);
    let summary = Summary::of(&cases);
    let dated = cases.filter(|case| case.introduction_year().is_some());
    let newest = Sort::default().apply(snapshot, dated);
    let newest = newest.iter().take(NEWEST).map(|case| view! { <CaseItem snapshot case/> }).collect_view();
    view! {
        <div class="page-header">
            <h1 class="page-header__heading" tabindex="-1">
                {(words.overview.heading)(summary.total, summary.by_prefecture.len())}
            </h1>
            <p class="page-header__lead">{(words.overview.lead)(snapshot.meta.kind)}</p>
        </div>
        <div class="stack" data-gap="lg">
            <Notice tone=Tone::Info compact=true>
                <p class="notice__text">{words.overview.scope_note}</p>
            </Notice>
            <KeyFigures snapshot cases=cases.clone() summary/>
        </div>
        <Domains snapshot cases=cases.clone()/>
        <div class="section"><Years snapshot cases=cases/></div>
        <section class="section" aria-labelledby="newest">
            <div class="section__header">
                <h2 class="section__heading" id="newest">{words.overview.newest}</h2>
                <p class="section__more">
                    <RouteLink route=Route::Cases>{words.overview.see_list}</RouteLink>
                </p>
            </div>
            <ol class="case-list">{newest}</ol>
        </section>
    }
}
