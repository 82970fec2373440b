//! Elements in a document: their attributes, their children, their clicks.

use joint_procurement::components::element::{all, classed, el};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Stage, eventually, mount};

#[wasm_bindgen_test]
fn an_element_stands_in_the_document_as_it_was_put_together() {
    let stage = Stage::new();
    let ((), mounted) = mount(&stage, || {
        let bar = classed("span", "bar").property("--share", "calc(1 / 3)".to_owned());
        let list = classed("ul", "list")
            .attr("aria-label", "一覧 <b>")
            .maybe("data-span", Some("2"))
            .maybe("data-icon", None)
            .children([el("li").child("北海道"), el("li").child(bar)])
            .some(None::<&str>);
        ((), all([list.view(), "<i>文</i>".to_owned().into_any()]))
    });

    let list = stage.find("ul.list");
    assert_eq!(list.get_attribute("aria-label").as_deref(), Some("一覧 <b>"));
    assert_eq!(list.get_attribute("data-span").as_deref(), Some("2"));
    assert!(!list.has_attribute("data-icon"));
    assert_eq!(stage.0.text_content().as_deref(), Some("北海道<i>文</i>"), "texts are no markup");
    let style = stage.find("li > .bar").get_attribute("style").unwrap_or_default();
    assert_eq!(style.trim_end_matches(';').replace(' ', ""), "--share:calc(1/3)");

    drop(mounted);
    assert_eq!(stage.0.child_element_count(), 0, "taken down");
}

#[wasm_bindgen_test]
async fn a_click_acts_and_shows_what_came_of_it() {
    let stage = Stage::new();
    let (clicks, _mounted) = mount(&stage, || {
        let clicks = RwSignal::new(0);
        let button = el("button").child("数える").on_click(move || clicks.update(|clicks| *clicks += 1));
        let shown = (move || format!("{}回", clicks.get())).into_any();
        (clicks, all([button.view(), el("output").child(shown).view()]))
    });
    let button = stage.find("button");
    assert_eq!(stage.find("output").text_content().as_deref(), Some("0回"));
    button.click();
    button.click();
    assert_eq!(clicks.get_untracked(), 2);
    let output = || stage.find("output").text_content().filter(|text| text == "2回");
    eventually("the number of clicks", output).await;
}
