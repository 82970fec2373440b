//! Cases side by side.

use leptos::prelude::*;

use super::element::{Element, Node, all, classed, el};
use super::{content_page, copy_button, csv_button, text};
use crate::content::{Compared, ComparedCase, ComparedRow, Comparison};
use crate::domain::{Snapshot, Term};
use crate::export::Clip;
use crate::routes::{Address, Route};
use crate::shell::{take_lost_focus, use_navigation, use_words};

/// The page of the comparison.
pub fn comparison_page(snapshot: &'static Snapshot, compared: Compared) -> Node {
    let page = content_page(snapshot, compared.page);
    all([page].into_iter().chain(compared.comparison.map(comparison)))
}

fn comparison(it: Comparison) -> Node {
    let table = classed("div", "compare__scroller")
        .attr("role", "region")
        .attr("aria-labelledby", "comparison-caption")
        .attr("tabindex", "0")
        .child(grid(&it));
    let address = (use_words().find.address)(&absolute(&it.address));
    let notes = it.notes.iter().cloned().chain([address]).map(|note| el("p").child(note));
    classed("div", "compare")
        .attr("data-cases", ["1", "2", "3", "4"][it.cases.len().clamp(1, 4) - 1])
        .child(table)
        .child(classed("div", "compare__notes").children(notes))
        .child(actions(it))
        .node()
}

/// The file, the copy for pasting, and the way back to the list.
fn actions(it: Comparison) -> Element {
    let words = use_words();
    let list = classed("a", "button")
        .attr("data-variant", "tertiary")
        .attr("data-size", "sm")
        .attr("href", use_navigation().href(&Route::Cases.into()))
        .child(words.compare.choose_others);
    let file = it.clone();
    let csv = csv_button(
        words.table.csv,
        Box::new(move || {
            let table = file.table(words);
            (file.file_name.clone(), table.to_csv())
        }),
    );
    let copy = copy_button(words.find.paste, Box::new(move || Clip::from(&it.clip(words, &absolute))));
    classed("div", "compare__actions").child(csv).child(copy).child(list)
}

/// With the site's own address before it, which only the browser knows.
fn absolute(address: &Address) -> String {
    use_navigation().absolute(address)
}

/// The roles are written out: on phones the rows are laid out as grids, which takes a table's own roles
/// away in some browsers.
fn grid(it: &Comparison) -> Element {
    let words = use_words();
    let caption =
        classed("caption", "u-visually-hidden").attr("id", "comparison-caption").child(it.caption.clone());
    let corner = cell("th", "columnheader", "compare__corner").attr("scope", "col").child(words.table.field);
    let heads = it.cases.iter().map(head);
    let head =
        el("thead").attr("role", "rowgroup").child(row("compare__heads").child(corner).children(heads));
    let width = (it.cases.len() + 1).to_string();
    let groups = it.groups.iter().map(|group| {
        let name = cell("th", "rowheader", "compare__group")
            .attr("scope", "rowgroup")
            .attr("colspan", width.clone())
            .child(classed("span", "compare__name").child(group.name));
        el("tbody")
            .attr("role", "rowgroup")
            .child(row("compare__subject").child(name))
            .children(group.rows.iter().map(|item| values(item, &it.cases)))
    });
    classed("table", "compare__table").attr("role", "table").child(caption).child(head).children(groups)
}

fn head(case: &ComparedCase) -> Element {
    let words = use_words().compare;
    let navigation = use_navigation();
    let title =
        el("a").attr("href", navigation.href(&Route::Case(case.id.clone()).into())).child(case.title.clone());
    let label = classed("span", "u-visually-hidden").child((words.drop_label)(&case.title));
    let drop = classed("a", "compare__drop")
        .attr("href", navigation.href(&case.without))
        .attr("data-noscroll", "")
        .child(label)
        .child(words.drop);
    cell("th", "columnheader", "compare__head")
        .attr("scope", "col")
        .child(classed("span", "compare__mark").child(case.mark))
        .child(" ")
        .child(title)
        .child(drop)
}

fn values(item: &ComparedRow, cases: &[ComparedCase]) -> Element {
    let difference = item
        .difference()
        .map(|it| classed("span", "compare__difference").attr("data-difference", it.slug()).child(it.ja()));
    let words = classed("span", "compare__name").child(item.name.clone()).some(difference);
    let name = cell("th", "rowheader", "compare__item").attr("scope", "row").child(words);
    let values = cases.iter().zip(&item.values).map(|(case, value)| {
        // Read out with the column's head already.
        let mark = classed("span", "compare__mark").attr("aria-hidden", "true").child(case.mark);
        let value = el("div").child(text(value.cell.text.clone()));
        cell("td", "cell", "compare__value").child(mark).child(value)
    });
    row("compare__row").child(name).children(values)
}

fn row(class: &'static str) -> Element {
    classed("tr", class).attr("role", "row")
}

fn cell(tag: &'static str, role: &'static str, class: &'static str) -> Element {
    classed(tag, class).attr("role", role)
}

/// The link that was pressed is gone with its column: the reader goes on at the table.
pub fn focus_comparison() {
    let find = |selector| document().query_selector(selector).ok().flatten();
    take_lost_focus(find(".compare__scroller").or_else(|| find("main h1")));
}
