//! Pages that are sent before the program runs: the same application, written natively.

use std::sync::Arc;

use hydration_context::SsrSharedContext;
use joint_procurement_core::routes::Route;
use leptos::prelude::*;
use leptos_router::components::Router;
use leptos_router::location::RequestUrl;

use super::site::Site;
use crate::data::{Data, Given};
use crate::navigation::Trail;

/// Writes what stands in the application's element on the page of a route. Links are relative to the site's base;
/// the comments by which Leptos would adopt the page are still there (`crates/snapshot/src/site/lean.rs`).
pub fn written(route: &Route, given: Given) -> String {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new())));
    owner.with(|| {
        provide_context(RequestUrl::new(&format!("/{}", route.path())));
        let trail = Trail::written();
        view! {
            <Router base=trail.router_base()>
                <Site trail open=move |_| Data::given(given)/>
            </Router>
        }
        .to_html()
    })
}
