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
        ((), all([list.node(), "<i>文</i>".into()]).view())
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
        (clicks, all([button, el("output").child(shown)]).view())
    });
    let button = stage.find("button");
    assert_eq!(stage.find("output").text_content().as_deref(), Some("0回"));
    button.click();
    button.click();
    assert_eq!(clicks.get_untracked(), 2);
    let output = || stage.find("output").text_content().filter(|text| text == "2回");
    eventually("the number of clicks", output).await;
}

#[wasm_bindgen_test]
async fn what_stays_the_same_stays_in_the_document_and_what_reacts_goes_on() {
    let stage = Stage::new();
    let ((rows, last), _mounted) = mount(&stage, || {
        let (rows, last) = (RwSignal::new(1), RwSignal::new(String::new()));
        let table = move || {
            let rows = rows.get();
            let note = |text: String| el("p").child(text);
            // In a table the parser lets nothing stand that is not of a table.
            let body = (1..=rows).map(|row| {
                let act = move || last.set(format!("{row}行目/全{rows}行"));
                let cell = (move || format!("{row}: {}", last.get())).into_any();
                el("tr")
                    .child(el("td").child(cell))
                    .child(el("td").child(el("button").on_click(act).child("押す")))
            });
            let table = el("table").child(el("tbody").children(body));
            all([note("同じ & 文".to_owned()), note(format!("{rows}行")), table]).view()
        };
        ((rows, last), table.into_any())
    });
    let same = stage.find("p");
    let press = |row: &str| stage.find(&format!("tr:nth-child({row}) button")).click();
    let cell =
        |row: &str| stage.find(&format!("tr:nth-child({row}) > td")).text_content().unwrap_or_default();
    press("1");
    eventually("the cell", || (cell("1") == "1: 1行目/全1行").then_some(())).await;

    rows.set(3);
    eventually("the rows", || (stage.find("p + p").text_content()? == "3行").then_some(())).await;
    assert!(stage.find("p").is_same_node(Some(&same)), "the first paragraph is the one it was");
    press("3");
    eventually("the last cell", || (cell("3") == "3: 3行目/全3行").then_some(())).await;
    assert_eq!(cell("1"), "1: 3行目/全3行");
    assert_eq!(last.get_untracked(), "3行目/全3行");
}

#[wasm_bindgen_test]
fn the_first_line_break_of_a_preformatted_text_stays() {
    let stage = Stage::new();
    let ((), _mounted) = mount(&stage, || ((), el("pre").child("\n一行目\n\"二行目\"").view()));
    assert_eq!(stage.find("pre").text_content().as_deref(), Some("\n一行目\n\"二行目\""));
}
