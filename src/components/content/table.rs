use leptos::prelude::*;

use super::text::text;
use crate::components::CsvButton;
use crate::content::{Align, Cell, SummedTable, Table, Text};
use crate::export::CsvTable;

/// Up to this many columns of figures a table is no wider than it needs to be.
const NARROW: usize = 3;
/// From this many columns on a table may not fit, and the names of its rows stay in sight.
const WIDE: usize = 6;

/// A table with its file.
pub(super) fn table(table: Table) -> AnyView {
    let button = save_button(table.file_name.clone(), None, table.to_csv());
    view! { {grid(table)}<p class="list-actions">{button}</p> }.into_any()
}

/// A table with its last row and its file.
pub(super) fn summed_table(data: SummedTable) -> AnyView {
    let button = save_button(data.table.file_name.clone(), None, data.file);
    let grid = whole_grid(data.table, data.note, data.total);
    view! { {grid}<p class="list-actions">{button}</p> }.into_any()
}

/// Saves what is known already.
pub(super) fn save_button(file_name: String, label: Option<&'static str>, file: CsvTable) -> AnyView {
    let file = StoredValue::new(file);
    view! { <CsvButton file_name label rows=move || file.get_value()/> }.into_any()
}

/// The table alone.
pub(super) fn grid(table: Table) -> AnyView {
    whole_grid(table, String::new(), Vec::new())
}

fn whole_grid(table: Table, note: String, total: Vec<Text>) -> AnyView {
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
    let note = (!note.is_empty()).then(|| view! { <span class="table__caption-note">{note}</span> });
    let foot = (!total.is_empty()).then(|| {
        let cells = total.into_iter().zip(&aligns).enumerate();
        let cells = cells.map(|(column, (words, &align))| cell(Cell::new(words), align, column == 0));
        view! { <tfoot><tr class="table__row" data-kind="total">{cells.collect_view()}</tr></tfoot> }
    });
    view! {
        <div class="table-scroller" role="region" aria-labelledby=labelled_by tabindex="0">
            <table class="table" data-size="dense" data-first=first data-width=width>
                <caption class=caption_class id=caption_id>{table.caption}{note}</caption>
                <thead><tr>{head}</tr></thead>
                <tbody>{rows}</tbody>
                {foot}
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
