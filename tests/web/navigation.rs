//! The address bar: which clicks are followed, and the way back.

use std::cell::Cell;

use joint_procurement::navigation::{Arrival, Navigation, Trail};
use joint_procurement_core::routes::{Address, Route};
use leptos::prelude::*;
use leptos_router::components::Router;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Event, HtmlElement};

use crate::page::{InHead, Stage, eventually, mount};

/// With letters that browsers write as escapes.
const BASE: &str = "/a/%E5%85%B1/";

/// Makes a handle to the address bar inside a router, and the owner of all that it has begun. The router is
/// its own; its hook for redirections keeps that alive beyond the view.
fn routed() -> ((Navigation, Owner), AnyView) {
    let owner = Owner::current().unwrap();
    let made = StoredValue::new(None);
    let trail = Trail::start();
    let view = view! {
        <Router base=trail.router_base()>
            {
                made.set_value(Some(Navigation::start(trail)));
            }
        </Router>
    };
    ((made.get_value().unwrap(), owner), view.into_any())
}

fn path() -> String {
    window().location().pathname().unwrap()
}

fn to(address: &str) {
    window().history().unwrap().replace_state_with_url(&JsValue::NULL, "", Some(address)).unwrap();
}

/// Clicks, and tells if the browser would have gone on to follow the link. It is kept from that, without any
/// listener that fails.
fn left_to_the_browser(link: &HtmlElement, click: &str) -> bool {
    let keep = Closure::<dyn Fn(Event)>::new(|event: Event| {
        let taken = event.default_prevented();
        event.prevent_default();
        LEFT.set(!taken);
    });
    let fail = Closure::<dyn Fn()>::new(|| FAILED.set(true));
    FAILED.set(false);
    window().add_event_listener_with_callback("error", fail.as_ref().unchecked_ref()).unwrap();
    // On the window and added later: called after the one of the navigation.
    window().add_event_listener_with_callback("click", keep.as_ref().unchecked_ref()).unwrap();
    let make = js_sys::Function::new_with_args(
        "link",
        &format!(
            "link.dispatchEvent(new MouseEvent('click', {{ bubbles: true, cancelable: true, {click} }}))"
        ),
    );
    make.call1(&JsValue::NULL, link).unwrap();
    window().remove_event_listener_with_callback("click", keep.as_ref().unchecked_ref()).unwrap();
    window().remove_event_listener_with_callback("error", fail.as_ref().unchecked_ref()).unwrap();
    LEFT.get() && !FAILED.get()
}

thread_local! {
    static LEFT: Cell<bool> = const { Cell::new(false) };
    static FAILED: Cell<bool> = const { Cell::new(false) };
}

#[wasm_bindgen_test]
async fn links_to_pages_are_followed_without_loading_and_the_way_back_too() {
    let before = format!("{}{}", path(), window().location().hash().unwrap());
    let _base = InHead::base(BASE);
    to(BASE);
    let stage = Stage::new();
    let ((navigation, owner), mounted) = mount(&stage, routed);
    let link = |name: &str, href: String| format!("<a id={name} href='{href}'><b>行く</b></a>");
    let links = [
        link("inside", navigation.href(&Address::with_query(Route::Cases, "has=spec"))),
        link("file", format!("{}' download='", navigation.file("data/catalog.json"))),
        link("other", format!("{}' rel='external", navigation.file("data/catalog.json"))),
        link("outside", format!("https://example.org{BASE}cases/")),
        link("above", "/cases/".to_owned()),
        link("beside", format!("{}x/cases/", BASE.trim_end_matches('/'))),
        format!(
            "<svg><a href='{}'><rect id=drawn></rect></a></svg>",
            navigation.href(&Route::Systems.into())
        ),
    ];
    stage.0.set_inner_html(&links.concat());
    assert_eq!(navigation.route().get_untracked(), Route::Overview);
    for (name, click) in [
        ("inside", "ctrlKey: true"),
        ("inside", "button: 1"),
        ("file", ""),
        ("other", ""),
        ("outside", ""),
        ("above", ""),
        ("beside", ""),
    ] {
        assert!(left_to_the_browser(&stage.find(&format!("#{name} b")), click), "{name} {click}");
        assert_eq!(path(), BASE, "{name} {click}");
    }

    assert!(!left_to_the_browser(&stage.find("#inside b"), ""));
    let there = || Some(path()).filter(|path| *path == format!("{BASE}cases/"));
    eventually("the address bar", there).await;
    assert_eq!(window().location().search().unwrap(), "?has=spec");
    let arrived = || {
        let step = untrack(|| navigation.current());
        (step.address.route, step.address.query, step.arrival)
    };
    assert_eq!(arrived(), (Route::Cases, "has=spec".to_owned(), Arrival::Followed));

    assert!(!left_to_the_browser(&stage.find("#drawn"), ""), "links in drawings are followed too");
    eventually("the address bar", || (path() == format!("{BASE}systems/")).then_some(())).await;
    assert_eq!(arrived(), (Route::Systems, String::new(), Arrival::Followed));

    window().history().unwrap().go_with_delta(-2).unwrap();
    let back = || Some(arrived()).filter(|(_, _, arrival)| *arrival == Arrival::Returned);
    assert_eq!(eventually("the way back", back).await, (Route::Overview, String::new(), Arrival::Returned));
    assert_eq!(path(), BASE);

    // The router thinks that it is still there.
    assert!(!left_to_the_browser(&stage.find("#drawn"), ""));
    eventually("the address bar", || (path() == format!("{BASE}systems/")).then_some(())).await;

    drop(mounted);
    owner.cleanup();
    assert!(left_to_the_browser(&stage.find("#inside b"), ""), "nothing listens any more");
    to(&before);
}
