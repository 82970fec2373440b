//! Fetching: what came, and why something did not.

use joint_procurement::data::{Data, Loaded, Loader};
use joint_procurement_core::domain::Snapshot;
use joint_procurement_core::files::{Cause, DataError};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Gate, InHead, Mounted, Stage, eventually, mount, settled};

fn start(stage: &Stage, requested: Option<&str>) -> (Data, Mounted) {
    let requested = requested.map(|id| id.parse().unwrap());
    mount(stage, move || (Data::start(Memo::new(move |_| requested.clone())), ().into_any()))
}

/// The first answer that is none of `before`.
async fn answer(data: Data) -> Result<&'static Snapshot, DataError> {
    let settled = || {
        let there: Loaded<_> = untrack(|| data.snapshot());
        there.filter(|_| !untrack(|| data.attempt()).running)
    };
    eventually("an answer", settled).await
}

#[wasm_bindgen_test]
async fn a_missing_file_is_named_with_the_servers_status() {
    let _base = InHead::base("/tests/");
    let stage = Stage::new();
    let (data, _mounted) = start(&stage, None);
    let error = answer(data).await.unwrap_err();
    assert_eq!(error, DataError::new("catalog.json", Cause::Status(404)));
}

#[wasm_bindgen_test]
async fn what_failed_without_an_answer_is_there_after_another_attempt() {
    // No browser asks this port.
    let nowhere = InHead::base("http://127.0.0.1:1/");
    let stage = Stage::new();
    let (data, _mounted) = start(&stage, None);
    let error = answer(data).await.unwrap_err();
    assert_eq!(error.file, "catalog.json");
    assert!(matches!(&error.cause, Cause::Network(message) if !message.is_empty()), "{error:?}");
    assert_eq!(untrack(|| data.attempt()).number, 1);
    drop(nowhere);

    let _base = InHead::base("/public/");
    data.retry();
    let again = || Some(untrack(|| data.attempt())).filter(|attempt| attempt.number == 2 && !attempt.running);
    eventually("the second attempt", again).await;
    let snapshot = answer(data).await.unwrap();
    assert!(snapshot.cases.iter().count() > 0);
    let progress = untrack(|| data.progress());
    assert!(progress.total > 0 && progress.bytes == progress.total, "{progress:?}");
}

#[wasm_bindgen_test]
async fn a_snapshot_that_is_not_published_is_told_apart() {
    let _base = InHead::base("/public/");
    let stage = Stage::new();
    let (data, _mounted) = start(&stage, Some("1999-01"));
    let error = answer(data).await.unwrap_err();
    assert!(matches!(error.cause, Cause::UnknownSnapshot(_)), "{error:?}");
}

#[wasm_bindgen_test]
async fn an_answer_that_comes_too_late_changes_nothing() {
    let stage = Stage::new();
    let first = Gate::new();
    let held = first.clone();
    let ((wanted, loader), _mounted) = mount(&stage, move || {
        let wanted = RwSignal::new(1);
        let loader: Loader<i32> = Loader::new(move || {
            let number = wanted.get();
            let held = held.clone();
            Some(Box::pin(async move {
                if number == 1 {
                    held.passed().await;
                }
                Ok(number)
            }))
        });
        ((wanted, loader), ().into_any())
    });
    let get = || untrack(|| loader.get());
    settled().await;
    assert_eq!(get(), None, "the first is on its way");
    wanted.set(2);
    eventually("the second answer", || (get() == Some(Ok(2))).then_some(())).await;
    first.open();
    settled().await;
    assert_eq!(get(), Some(Ok(2)));
}
