//! Facts that only a browser can tell: the doors between the program and JavaScript. Run by tools/test.sh
//! (step wasm) in headless Chromium. The runner serves the repository's folder beside the page, so that
//! `target/web` and `public/data` can be fetched.
#![cfg(target_arch = "wasm32")]
// Clippy knows its exceptions for tests by the attribute of native ones.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod chart;
mod data;
mod navigation;
mod normalize;
mod page;
mod requests;
mod save;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
