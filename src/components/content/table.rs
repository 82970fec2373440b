use leptos::prelude::*;

use super::text::text;
use crate::components::CsvButton;
use crate::content::{Align, Cell, Table};

/// Up to this many columns of figures a table is no wider than it needs to be.
const NARROW: usize = 3;
/// From this many columns on a table may not fit, and the names of its rows stay in sight.
const WIDE: usize = 6;

/// A table with its file.
pub(super) fn table(table: Table) -> AnyView {
    let file = StoredValue::new(table.to_csv());
    let file_name = table.file_name.clone();
    view! {
        {grid(table)}
        <p class="list-actions"><CsvButton file_name rows=move || file.get_value()/></p>
    }
    .into_any()
}

/// The table alone.
pub(super) fn grid(table: Table) -> AnyView {
    let caption_id = format!("{}-caption", table.id);
    let labelled_by = caption_id.clone();
    let caption_class = if table.caption_hidden { "u-visually-hidden" } else { "table__caption" };
    let aligns: Vec<Align> = table.columns.iter().map(|column| column.align).collect();
    let first = (aligns.len() >= WIDE).then_some("names");
    let width = (aligns.len() <= NARROW && !aligns.contains(&Align::Prose)).then_some("fit");
    let head = table.columns.into_iter().map(|column| {
        let (align, kind) = attributes(column.align);
        view! {
            <th class="table__head" scope="col" data-align=align data-kind=kind>{column.name}</th>
        }
    });
    let head = head.collect_view();
    let rows = table.rows.into_iter().map(|cells| {
        let cells = cells.into_iter().zip(&aligns).enumerate();
        let cells = cells.map(|(column, (data, &align))| cell(data, align, column == 0)).collect_view();
        view! { <tr class="table__row">{cells}</tr> }
    });
    let rows = rows.collect_view();
    view! {
        <div class="table-scroller" role="region" aria-labelledby=labelled_by tabindex="0">
            <table class="table" data-size="dense" data-first=first data-width=width>
                <caption class=caption_class id=caption_id>{table.caption}</caption>
                <thead><tr>{head}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn cell(data: Cell, align: Align, names_row: bool) -> AnyView {
    let (align, kind) = attributes(align);
    let words = text(data.text);
    if names_row {
        view! { <th class="table__cell" scope="row" data-align=align data-kind=kind>{words}</th> }.into_any()
    } else {
        view! { <td class="table__cell" data-align=align data-kind=kind>{words}</td> }.into_any()
    }
}

/// `data-align` and `data-kind`.
fn attributes(align: Align) -> (Option<&'static str>, Option<&'static str>) {
    match align {
        Align::Start => (None, None),
        Align::End => (Some("end"), None),
        Align::Prose => (None, Some("text")),
    }
}
