//! The content of each route's page where its address asks for nothing more.

use joint_procurement_core::domain::{Catalog, Municipalities, Snapshot};
use joint_procurement_core::query::{CompareQuery, FiguresQuery, ScopeFilter, SearchIndex};
use joint_procurement_core::routes::Route;

use super::{
    PageContent, about, case, compare, data, faq, figures, maintainer_guide, municipalities, municipality,
    not_found, overview, prefecture, prefectures,
};
use super::{system, systems, unknown_case};
use crate::words;

/// Says what the page of a route says. The list and the comparison have parts beside it that are not plain values. The page
/// of a municipality says little before their table is there.
pub fn of_route(
    snapshot: &Snapshot,
    catalog: &Catalog,
    table: Option<&Municipalities>,
    route: &Route,
) -> PageContent {
    match route {
        Route::Overview => overview(snapshot),
        Route::About => about(snapshot),
        Route::Cases => cases(snapshot),
        Route::Case(id) => match snapshot.cases.find(id) {
            Some(found) => case(snapshot, found, None),
            None => unknown_case(snapshot, id),
        },
        Route::Compare => compare(snapshot, &CompareQuery::default(), &[], None).page,
        Route::Systems => systems(snapshot, ScopeFilter::default()),
        Route::System(slug) => system(snapshot, slug),
        Route::Prefectures => prefectures(snapshot),
        Route::Prefecture(code) => prefecture(snapshot, *code),
        Route::Municipalities => municipalities(snapshot),
        Route::Municipality(code) => match table {
            Some(table) => municipality(snapshot, table, *code, ""),
            None => PageContent {
                title: words::site::page_name(route).to_owned(),
                ancestors: vec![Route::Overview, Route::Municipalities],
                heading: words::municipality::coded(*code),
                ..PageContent::default()
            },
        },
        Route::Figures => {
            let query = FiguresQuery::default();
            figures(snapshot, &SearchIndex::default(), None, query, Vec::new()).page
        }
        Route::Data => data(snapshot, catalog),
        Route::MaintainerGuide => maintainer_guide(snapshot),
        Route::Faq => faq(snapshot),
        Route::NotFound(path) => not_found(snapshot, path),
    }
}

/// Gives the list above its filters and cases.
pub fn cases(snapshot: &Snapshot) -> PageContent {
    let all = snapshot.cases.iter().filter(|&case| ScopeFilter::All.counts(case)).count();
    let of_scope = snapshot.cases.iter().filter(|&case| ScopeFilter::default().counts(case)).count();
    PageContent {
        title: words::list::HEADING.to_owned(),
        ancestors: vec![Route::Overview],
        heading: words::list::HEADING.to_owned(),
        lead: words::list::lead(snapshot.meta.kind, all, of_scope).into(),
        ..PageContent::default()
    }
}
