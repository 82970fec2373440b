use leptos::prelude::*;

use super::text::text;
use crate::components::csv_button;
use crate::components::element::{Element, all, classed, el};
use crate::content::{Align, Table};
use crate::shell::use_words;

/// Up to this many columns of figures a table is no wider than it needs to be.
const NARROW: usize = 3;
/// From this many columns on a table may not fit, and the names of its rows stay in sight.
const WIDE: usize = 6;

/// A table with its file.
pub(super) fn table(table: Table) -> AnyView {
    let file = csv_actions(&table);
    all([grid(table), file])
}

/// The button that saves a table, in a row of its own.
pub(super) fn csv_actions(table: &Table) -> AnyView {
    classed("p", "list-actions").child(csv_of(table)).view()
}

/// The button that saves a table.
pub(super) fn csv_of(table: &Table) -> AnyView {
    let (name, file) = (table.file_name.clone(), table.to_csv());
    csv_button(use_words().table.csv, Box::new(move || (name.clone(), file.clone())))
}

/// The table alone.
pub(super) fn grid(table: Table) -> AnyView {
    let caption_id = format!("{}-caption", table.id);
    let caption_class = if table.caption_hidden { "u-visually-hidden" } else { "table__caption" };
    let aligns: Vec<Align> = table.columns.iter().map(|column| column.align).collect();
    let first = (aligns.len() >= WIDE).then_some("names");
    let width = (aligns.len() <= NARROW && !aligns.contains(&Align::Prose)).then_some("fit");
    let head = table.columns.into_iter().map(|column| {
        aligned(classed("th", "table__head").attr("scope", "col"), column.align).child(column.name)
    });
    let rows = table.rows.into_iter().map(|cells| {
        let cells = cells.into_iter().zip(&aligns).enumerate();
        classed("tr", "table__row").children(cells.map(|(column, (cell, &align))| {
            let element = if column == 0 { el("th").attr("scope", "row") } else { el("td") }
                .attr("class", "table__cell");
            aligned(element, align).child(text(cell.text))
        }))
    });
    let caption = classed("caption", caption_class).attr("id", caption_id.clone()).child(table.caption);
    let grid = classed("table", "table")
        .attr("data-size", "dense")
        .maybe("data-first", first)
        .maybe("data-width", width)
        .child(caption)
        .child(el("thead").child(el("tr").children(head)))
        .child(el("tbody").children(rows));
    classed("div", "table-scroller")
        .attr("role", "region")
        .attr("aria-labelledby", caption_id)
        .attr("tabindex", "0")
        .child(grid)
        .view()
}

fn aligned(cell: Element, align: Align) -> Element {
    match align {
        Align::Start => cell,
        Align::End => cell.attr("data-align", "end"),
        Align::Prose => cell.attr("data-kind", "text"),
    }
}
