use joint_procurement_core::domain::{Snapshot, SnapshotId, SnapshotKind};
use joint_procurement_core::query::CaseQuery;
use joint_procurement_core::routes::{Address, Route};
use leptos::prelude::*;
use leptos_router::components::Router;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::arrival::{Announcer, follow_arrivals};
use super::edition;
use super::embed::EmbedNote;
use super::failure::DataFailed;
use super::footer::Footer;
use super::header::Header;
use super::update_bar::UpdateBar;
use crate::browser::{mark_areas, on_printing, open_closed, show_focus};
use crate::components::{InBrowser, Notice};
use crate::content::Tone;
use crate::data::{Data, Loaded};
use crate::navigation::{Navigation, Own, Titles, Trail, Visit, use_navigation};
use crate::offline::Offline;
use crate::pages::Page;
use crate::readiness::{Completeness, InTurn, Turns};
use crate::words;

/// The application. It takes the place of the page that was sent once its own is complete (`swap`).
#[component]
pub fn App() -> impl IntoView {
    // Before the router, whose listeners must come after these.
    let trail = Trail::start();
    view! {
        <Router base=trail.router_base()>
            <Site trail open=Data::start/>
        </Router>
    }
}

/// The parts of every page.
#[component]
pub(super) fn Site(
    trail: Trail,
    /// The function that gives the data of the snapshot asked for, or of the default one.
    open: impl FnOnce(Memo<Option<SnapshotId>>) -> Data,
) -> impl IntoView {
    let navigation = Navigation::start(trail);
    provide_context(navigation);
    let requested = Memo::new(move |_| navigation.query().with(|query| CaseQuery::parse(query).0.snapshot));
    let data = open(requested);
    provide_context(data);
    provide_context(Titles::start());
    provide_context(Completeness::new());
    provide_context(Visit::start(trail.is_written()));
    provide_context(Own::start(trail.is_written()));
    provide_context(Offline::start());
    let stage = Stage::follow(data);
    let announcer = Announcer::new();
    if !trail.is_written() {
        provide_context(Turns::new());
        follow_arrivals(navigation, stage, announcer);
        on_printing(open_closed);
        show_focus();
        mark_areas();
    }

    view! {
        <InBrowser><SkipLink/></InBrowser>
        <InTurn><Header/></InTurn>
        <main class="site-main" id="main" tabindex="-1">
            <div class="container">
                {move || ready(data).map(|snapshot| view! { <SyntheticBanner snapshot/> })}
                {move || ready(data).and_then(|snapshot| earlier(data, snapshot))}
                {trail.is_one_file().then_some(move || ready(data).map(edition::banner))}
                {move || match stage.get() {
                    Stage::Loading => view! { <Loading/> }.into_any(),
                    Stage::Failed => view! { <DataFailed/> }.into_any(),
                    Stage::Ready(snapshot) => view! { <RoutePage snapshot/> }.into_any(),
                }}
            </div>
        </main>
        <InBrowser><EmbedNote/></InBrowser>
        <InTurn><UpdateBar/></InTurn>
        <InTurn><Footer/></InTurn>
        {announcer.region()}
    }
}

/// The content of the frame: the page, or why there is none. A failure after a failure is the same stage, so that its
/// page stays, and with it the focus on the button that was pressed.
#[derive(Clone, Copy)]
pub(super) enum Stage {
    Loading,
    Failed,
    Ready(&'static Snapshot),
}

impl PartialEq for Stage {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Loading, Self::Loading) | (Self::Failed, Self::Failed) => true,
            // Snapshots are leaked: one that was fetched again lies at another place.
            (Self::Ready(a), Self::Ready(b)) => std::ptr::eq(*a, *b),
            _ => false,
        }
    }
}

impl Stage {
    /// Follows the snapshot, which every page needs.
    fn follow(data: Data) -> Memo<Self> {
        Memo::new(move |_| match data.snapshot() {
            None => Self::Loading,
            Some(Err(_)) => Self::Failed,
            Some(Ok(snapshot)) => Self::Ready(snapshot),
        })
    }
}

/// The page of the route. Another route has a page of its own, in which nothing of the one before stays, such
/// as what a reader has opened there; the query is the page's own affair.
#[component]
fn RoutePage(snapshot: &'static Snapshot) -> impl IntoView {
    let route = use_navigation().route();
    view! {
        <For each=move || [route.get()] key=Route::clone let:route>
            <Page route snapshot/>
        </For>
    }
}

/// A banner for made-up data, which must never be taken for real.
#[component]
fn SyntheticBanner(snapshot: &'static Snapshot) -> impl IntoView {
    (snapshot.meta.kind == SnapshotKind::Synthetic).then(|| {
        view! {
            <Notice tone=Tone::Warning>
                <p class="notice__text">{words::snapshot::SYNTHETIC}</p>
            </Notice>
        }
    })
}

/// Tells that newer data are published than those shown, with a way to the same page of these.
fn earlier(data: Data, snapshot: &'static Snapshot) -> Option<AnyView> {
    let catalog = data.catalog()?.ok()?;
    let newest = catalog.snapshot(None).filter(|it| it.published_at > snapshot.meta.published_at)?;
    let navigation = use_navigation();
    let [shown, there] = [&snapshot.meta.id, &newest.id].map(|id| format!("snapshot={id}"));
    let href = move || {
        let query = navigation.query().with(|query| query.replace(&shown, &there));
        navigation.href(&Address::with_query(navigation.route().get(), query))
    };
    let link = words::snapshot::newest(newest.as_of);
    let notice = view! {
        <Notice tone=Tone::Info>
            <p class="notice__text">{words::snapshot::earlier(snapshot.meta.as_of)}<a href=href>{link}</a></p>
        </Notice>
    };
    Some(notice.into_any())
}

/// A link to the content of the shown page.
#[component]
fn SkipLink() -> impl IntoView {
    let navigation = use_navigation();
    let href = move || navigation.part("main");
    let skip = |event: leptos::ev::MouseEvent| {
        let main = document().get_element_by_id("main").and_then(|main| main.dyn_into::<HtmlElement>().ok());
        if let Some(main) = main {
            event.prevent_default();
            let _ = main.focus();
            main.scroll_into_view();
        }
    };
    view! { <a class="skip-link" data-live="" href=href on:click=skip>{words::site::SKIP}</a> }
}

#[component]
fn Loading() -> impl IntoView {
    let data: Data = expect_context();
    // Both in bytes: to write a share would bring the standard library's way of writing any `f64`.
    let bytes = move || {
        let progress = data.progress();
        (progress.total > 0).then(|| progress.bytes.to_string())
    };
    let total = move || data.progress().total.max(1).to_string();
    view! {
        <div class="loading">
            <p class="loading__text" role="status">{words::loading::DATA}</p>
            <progress class="progress" aria-label=words::loading::PROGRESS value=bytes max=total></progress>
        </div>
    }
}

/// Gives the address of a link of the page frame: it keeps the snapshot that was asked for.
pub(super) fn kept_snapshot(navigation: Navigation, route: Route) -> Address {
    let snapshot = navigation.query().with(|query| CaseQuery::parse(query).0.snapshot);
    Address::with_query(route, CaseQuery { snapshot, ..CaseQuery::default() })
}

/// Gives the snapshot where it is there.
pub(super) fn ready(data: Data) -> Option<&'static Snapshot> {
    let loaded: Loaded<_> = data.snapshot();
    loaded.and_then(Result::ok)
}
