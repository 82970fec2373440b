//! The cases found as a table whose columns the reader chooses and sorts.

use leptos::prelude::*;

use super::picked::pick_box;
use super::state::ListState;
use crate::components::element::{Element, classed, el};
use crate::components::text;
use crate::content::{Align, Text, case_cell, closeness, column_align, column_sort};
use crate::domain::{CaseRef, Snapshot, Term};
use crate::query::{CaseColumn, CaseQuery, Direction, Sort, SortKey};
use crate::routes::{Address, Route};
use crate::shell::{use_navigation, use_words};

pub fn case_table(
    snapshot: &'static Snapshot,
    state: ListState,
    query: &CaseQuery,
    rows: Vec<usize>,
) -> AnyView {
    let (words, find) = (use_words(), use_words().find);
    let similarity = state.similarity().get();
    let columns: Vec<CaseColumn> = query.columns.set().iter().copied().collect();

    let mut head = vec![
        heading(Align::Start).child(classed("span", "u-visually-hidden").child(find.pick_column)),
        sortable(state, query.sort, SortKey::Title, SortKey::Title.ja(), Align::Start),
    ];
    if similarity.is_some() {
        head.push(sortable(state, query.sort, SortKey::Near, find.closeness, Align::Start));
    }
    head.extend(columns.iter().map(|&column| match column_sort(column) {
        Some(key) => sortable(state, query.sort, key, column.ja(), column_align(column)),
        None => heading(column_align(column)).child(column.ja()),
    }));
    let body = rows.into_iter().map(|row| {
        let case = snapshot.cases.row(row);
        let mut cells = vec![cell(Align::Start).child(pick_box(case)), name(case)];
        if let Some(similarity) = &similarity {
            let words = closeness(words, similarity.town, similarity.row(row));
            cells.push(cell(Align::Prose).child(text(words)));
        }
        cells.extend(columns.iter().map(|&column| {
            let words: Text = case_cell(snapshot, words, case, column);
            cell(column_align(column)).child(text(words))
        }));
        classed("tr", "table__row").children(cells)
    });
    let caption = classed("caption", "u-visually-hidden").attr("id", "cases-caption").child(find.table);
    let table = classed("table", "table")
        .attr("data-size", "dense")
        .attr("data-picks", "")
        .child(caption)
        .child(el("thead").child(el("tr").children(head)))
        .child(el("tbody").children(body));
    classed("div", "table-scroller")
        .attr("role", "group")
        .attr("aria-labelledby", "cases-caption")
        .attr("tabindex", "0")
        .child(table)
        .view()
}

fn name(case: CaseRef<'_>) -> Element {
    let href = use_navigation().href(&Address::from(Route::Case(case.id().clone())));
    let link = el("a").attr("href", href).child(case.title().to_owned());
    classed("th", "table__cell").attr("scope", "row").attr("data-kind", "text").child(link)
}

fn heading(align: Align) -> Element {
    aligned(classed("th", "table__head").attr("scope", "col"), align)
}

fn cell(align: Align) -> Element {
    aligned(classed("td", "table__cell"), align)
}

fn aligned(cell: Element, align: Align) -> Element {
    match align {
        Align::Start => cell,
        Align::End => cell.attr("data-align", "end"),
        Align::Prose => cell.attr("data-kind", "text"),
    }
}

/// A heading that sorts by its column: ascending first, then the other way.
fn sortable(state: ListState, sort: Sort, key: SortKey, name: &'static str, align: Align) -> Element {
    let order = (sort.key == key).then_some(match sort.direction {
        Direction::Ascending => "ascending",
        Direction::Descending => "descending",
    });
    let next = match order {
        Some("ascending") => Direction::Descending,
        _ => Direction::Ascending,
    };
    let act = move || state.change_view(|query| query.sort = Sort { key, direction: next });
    let icon = classed("span", "table__sort-icon").attr("aria-hidden", "true");
    let button = classed("button", "table__sort")
        .attr("id", format!("sort-{}", key.slug()))
        .attr("type", "button")
        .on_click(act)
        .child(name)
        .child(icon);
    heading(align).maybe("aria-sort", order).child(button)
}
