//! The content of each route's page where its address asks for nothing more.

use joint_procurement_core::domain::{Catalog, Snapshot};
use joint_procurement_core::query::{CompareQuery, ScopeFilter};
use joint_procurement_core::routes::Route;

use super::{Content, about, case, compare, data, faq, not_found, overview, prefecture, prefectures};
use super::{system, systems, unknown_case};
use crate::words::Words;

/// Says what the page of a route says. The list and the comparison have parts beside it that are not plain values.
pub fn of_route(snapshot: &Snapshot, catalog: &Catalog, words: &Words, route: &Route) -> Content {
    match route {
        Route::Overview => overview(snapshot, words),
        Route::About => about(snapshot, words),
        Route::Cases => cases(snapshot, words),
        Route::Case(id) => match snapshot.cases.find(id) {
            Some(found) => case(snapshot, words, found, None),
            None => unknown_case(snapshot, words, id),
        },
        Route::Compare => compare(snapshot, words, &CompareQuery::default(), &[], None).page,
        Route::Systems => systems(snapshot, words, ScopeFilter::default()),
        Route::System(slug) => system(snapshot, words, slug),
        Route::Prefectures => prefectures(snapshot, words),
        Route::Prefecture(code) => prefecture(snapshot, words, *code),
        Route::Data => data(snapshot, catalog, words),
        Route::Faq => faq(snapshot, words),
        Route::NotFound(path) => not_found(snapshot, words, path),
    }
}

/// The list above its filters and cases.
pub fn cases(snapshot: &Snapshot, words: &Words) -> Content {
    let list = &words.list;
    let of_scope = snapshot.cases.iter().filter(|case| ScopeFilter::default().admits(case.scope())).count();
    Content {
        title: list.heading.to_owned(),
        ancestors: vec![Route::Overview],
        heading: list.heading.to_owned(),
        lead: (list.lead)(snapshot.meta.kind, snapshot.cases.len(), of_scope).into(),
        ..Content::default()
    }
}
