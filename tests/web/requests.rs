//! Requests: what is asked of the browser, and what becomes of them.

use std::cell::RefCell;
use std::rc::Rc;

use joint_procurement::data::{Data, Loader, Progress};
use joint_procurement_core::domain::{FileRole, Outlines, Snapshot};
use joint_procurement_core::files::Cause;
use js_sys::{Array, Function, Promise, Reflect};
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{InHead, Mounted, Stage, eventually, mount, settled};

/// A function in place of `fetch`, until it is dropped; the requests that it was given.
struct InPlaceOfFetch {
    requests: Array,
    real: JsValue,
}

impl InPlaceOfFetch {
    /// `answer` is the body of `async (request, real, requests) => …`.
    fn new(answer: &str) -> Self {
        let requests = Array::new();
        let real = Reflect::get(&window(), &"fetch".into()).unwrap();
        let make = format!(
            "return (request) => {{ requests.push(request); return (async () => {{ {answer} }})(); }};"
        );
        let put = Function::new_with_args("real, requests", &make);
        let put = put.call2(&JsValue::NULL, &real, &requests).unwrap();
        Reflect::set(&window(), &"fetch".into(), &put).unwrap();
        Self { requests, real }
    }

    /// A property of each request whose address contains the text.
    fn of_requests(&self, address: &str, property: &str) -> Vec<JsValue> {
        let read = |from: &JsValue, name: &str| Reflect::get(from, &name.into()).unwrap();
        let asked = self.requests.iter();
        let asked = asked.filter(|request| read(request, "url").as_string().unwrap().contains(address));
        asked.map(|request| property.split('.').fold(request, |value, name| read(&value, name))).collect()
    }
}

impl Drop for InPlaceOfFetch {
    fn drop(&mut self) {
        Reflect::set(&window(), &"fetch".into(), &self.real).unwrap();
    }
}

async fn opened(data: Data) -> &'static Snapshot {
    eventually("the snapshot", || untrack(|| data.snapshot()).and_then(Result::ok)).await
}

fn start(stage: &Stage) -> (Data, Mounted) {
    mount(stage, || (Data::start(Memo::new(|_| None)), ().into_any()))
}

/// Answers only when the request is broken off.
const NEVER: &str = "return new Promise((_, end) => request.signal.addEventListener('abort', () => end(request.signal.reason)));";

#[wasm_bindgen_test]
async fn a_request_is_broken_off_when_what_asked_for_it_is_gone() {
    let _base = InHead::base("/public/");
    let stage = Stage::new();
    let (data, _mounted) = start(&stage);
    let snapshot = opened(data).await;

    let fetch = InPlaceOfFetch::new(NEVER);
    let seen = Rc::new(RefCell::new(Vec::new()));
    let see = seen.clone();
    let map = Stage::new();
    let (_, mounted) = mount(&map, move || {
        let outlines: Loader<Outlines> = Data::outlines(snapshot, FileRole::MapOfJapan);
        Effect::new(move |_| see.borrow_mut().push(outlines.get().map(|answer| answer.is_ok())));
        data.municipalities().want();
        ((), ().into_any())
    });
    let both = || (fetch.requests.length() == 2).then_some(());
    eventually("both requests", both).await;
    assert_eq!(fetch.of_requests("map-japan", "signal.aborted"), [JsValue::FALSE]);

    let unhandled = Rc::new(RefCell::new(0));
    let count = unhandled.clone();
    let listener = window_event_listener_untyped("unhandledrejection", move |_| *count.borrow_mut() += 1);
    drop(mounted);
    assert_eq!(fetch.of_requests("map-japan", "signal.aborted"), [JsValue::TRUE]);
    assert_eq!(
        fetch.of_requests("municipalities", "signal.aborted"),
        [JsValue::FALSE],
        "it stays for the visit"
    );
    settled().await;
    assert_eq!(*seen.borrow(), [None], "no failure is shown");
    // Another one comes after them.
    let _another = Promise::reject(&JsValue::NULL);
    eventually("a failure that nobody handles", || (*unhandled.borrow() > 0).then_some(())).await;
    assert_eq!(*unhandled.borrow(), 1, "nor told of in the console");
    listener.remove();
}

#[wasm_bindgen_test]
async fn progress_counts_the_bytes_as_they_arrive() {
    let _base = InHead::base("/public/");
    let _fetch = InPlaceOfFetch::new(
        "const response = await real(request);
        if (request.url.endsWith('catalog.json')) return response;
        const bytes = new Uint8Array(await response.arrayBuffer());
        let from = 0;
        return new Response(new ReadableStream({
            async pull(out) {
                await new Promise((done) => setTimeout(done));
                if (from < bytes.length) out.enqueue(bytes.slice(from, from += 20000));
                else out.close();
            },
        }));",
    );
    let stage = Stage::new();
    let seen: Rc<RefCell<Vec<Progress>>> = Rc::default();
    let see = seen.clone();
    let (data, _mounted) = mount(&stage, move || {
        let data = Data::start(Memo::new(|_| None));
        Effect::new(move |_| see.borrow_mut().push(data.progress()));
        (data, ().into_any())
    });
    let snapshot = opened(data).await;
    let seen = seen.borrow();
    let roles = [FileRole::Cases, FileRole::Terms, FileRole::Prefectures];
    let total = roles.iter().map(|role| snapshot.meta.file(*role).unwrap().bytes).sum();
    assert!(seen.len() > 5, "more steps than files: {seen:?}");
    assert!(seen.is_sorted_by_key(|progress| progress.bytes), "{seen:?}");
    assert_eq!(seen.last(), Some(&Progress { bytes: total, total }));
}

#[wasm_bindgen_test]
async fn a_file_that_differs_is_asked_for_again_past_the_caches_and_counted_once() {
    let _base = InHead::base("/public/");
    let fetch = InPlaceOfFetch::new(
        "const response = await real(request);
        const wrong = request.url.includes('/terms.') && request.cache !== 'reload';
        return wrong ? new Response((await response.text()).replace('a', 'b')) : response;",
    );
    let stage = Stage::new();
    let (data, _mounted) = start(&stage);
    opened(data).await;
    let caches: Vec<String> =
        fetch.of_requests("/terms.", "cache").iter().map(|mode| mode.as_string().unwrap()).collect();
    assert_eq!(caches, ["default", "reload"]);
    let progress = untrack(|| data.progress());
    assert!(progress.total > 0 && progress.bytes == progress.total, "{progress:?}");
}

#[wasm_bindgen_test]
async fn the_files_of_a_snapshot_are_on_their_way_together_and_as_the_page_preloads_them() {
    let _base = InHead::base("/public/");
    let fetch = InPlaceOfFetch::new(
        "if (!request.url.endsWith('catalog.json')) return new Promise(() => {});
        return real(request);",
    );
    let stage = Stage::new();
    let (_data, _mounted) = start(&stage);
    eventually("all requests", || (fetch.requests.length() == 4).then_some(())).await;
    // Those of <link rel="preload" as="fetch" crossorigin="anonymous">.
    for (property, value) in
        [("mode", "cors"), ("credentials", "same-origin"), ("cache", "default"), ("method", "GET")]
    {
        let values = fetch.of_requests("", property);
        assert!(values.iter().all(|it| it.as_string().as_deref() == Some(value)), "{property}: {values:?}");
    }
}

#[wasm_bindgen_test]
async fn an_answer_that_ends_before_its_end_is_a_broken_connection() {
    let _base = InHead::base("/public/");
    let _fetch = InPlaceOfFetch::new(
        "return new Response(new ReadableStream({
            start(out) { out.enqueue(new Uint8Array(3)); },
            pull(out) { out.error(new TypeError('network error')); },
        }));",
    );
    let stage = Stage::new();
    let (data, _mounted) = start(&stage);
    let error = eventually("an answer", || untrack(|| data.snapshot()).and_then(Result::err)).await;
    assert_eq!(error.cause, Cause::Network("network error".to_owned()));
}
