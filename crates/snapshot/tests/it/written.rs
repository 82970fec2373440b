//! The pages as they are sent, one for each address of the published data.

use std::collections::BTreeMap;
use std::fs;
use std::sync::LazyLock;

use joint_procurement_core::domain::Catalog;
use joint_procurement_core::routes::Route;
use joint_procurement_snapshot::site::pages::{Pages, WrittenPage};
use joint_procurement_testing::{Published, data_folder, published};

/// Makes pages of the published data, or of some that a test has changed.
pub fn pages_of(published: Published) -> Pages {
    let catalog = fs::read(data_folder().join("catalog.json")).unwrap();
    pages_of_catalog(published, serde_json::from_slice(&catalog).unwrap())
}

/// Makes pages of a snapshot of this catalog.
pub fn pages_of_catalog(published: Published, catalog: Catalog) -> Pages {
    Pages {
        catalog: Box::leak(Box::new(catalog)),
        snapshot: Box::leak(Box::new(published.snapshot)),
        details: Box::leak(published.details.into_boxed_slice()),
        municipalities: Box::leak(Box::new(published.municipalities)),
        funding: published.funding.map(|funding| &*Box::leak(Box::new(funding))),
    }
}

/// All pages by path, of the municipalities some, written once.
pub fn every_page() -> &'static BTreeMap<String, (Route, WrittenPage)> {
    static PAGES: LazyLock<BTreeMap<String, (Route, WrittenPage)>> = LazyLock::new(|| {
        let pages = pages_of(published());
        let routes = Route::all(pages.snapshot);
        let towns = Route::of_municipalities(pages.municipalities).step_by(173);
        routes
            .into_iter()
            .chain(towns)
            .map(|route| (route.path(), (route.clone(), pages.page(&route, None).unwrap())))
            .collect()
    });
    &PAGES
}
