//! Saving a file: what the browser is handed.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use joint_procurement::components::CsvButton;
use joint_procurement_core::export::{CsvTable, to_csv};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlAnchorElement, Response};

use crate::page::{Stage, mount};

// Instead of a download, which would end in a folder out of reach, the link that was to be followed. It is
// never part of the document, so that no listener sees its click.
#[wasm_bindgen(inline_js = r#"
    export function keep_downloads() {
        const kept = [];
        const click = HTMLAnchorElement.prototype.click;
        HTMLAnchorElement.prototype.click = function () {
            if (this.hasAttribute("download")) kept.push(this);
            else click.call(this);
        };
        return kept;
    }
"#)]
extern "C" {
    fn keep_downloads() -> js_sys::Array;
}

#[wasm_bindgen_test]
async fn a_button_saves_its_table_under_its_name() {
    let kept = keep_downloads();
    let table = CsvTable {
        header: vec!["都道府県".to_owned(), "件数".to_owned()],
        rows: vec![vec!["北海道, \"道\"".to_owned(), "12".to_owned()]],
    };
    let expected = to_csv(&table);
    let asked = Arc::new(AtomicU32::new(0));
    let stage = Stage::new();
    let counted = asked.clone();
    let ((), _mounted) = mount(&stage, move || {
        let file = move || {
            counted.fetch_add(1, Ordering::Relaxed);
            ("都道府県別の事例".to_owned(), table.clone())
        };
        ((), view! { <CsvButton label="CSVを保存" file/> }.into_any())
    });
    assert_eq!(asked.load(Ordering::Relaxed), 0, "made at the click");
    let button = stage.find("button[type=button]");
    assert_eq!(button.text_content().as_deref(), Some("CSVを保存"));
    button.click();
    assert_eq!((asked.load(Ordering::Relaxed), kept.length()), (1, 1), "one click, one file");

    let link: HtmlAnchorElement = kept.get(0).unchecked_into();
    assert_eq!(link.download(), "都道府県別の事例.csv");
    let answer = JsFuture::from(window().fetch_with_str(&link.href())).await.unwrap();
    let answer: Response = answer.unchecked_into();
    let blob: web_sys::Blob = JsFuture::from(answer.blob().unwrap()).await.unwrap().unchecked_into();
    assert_eq!(blob.type_(), "text/csv;charset=utf-8");
    let bytes = JsFuture::from(blob.array_buffer()).await.unwrap();
    assert_eq!(js_sys::Uint8Array::new(&bytes).to_vec(), expected);
}
