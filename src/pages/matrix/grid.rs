use leptos::prelude::*;

use crate::components::{marks_row, text};
use crate::content::Matrix;

/// The table: a mark and a number a cell. The words are read aloud, stand in the title of the cell and in the legend.
///
/// It fits the window, and its heads stay at the upper edge of that. With a column for each type it scrolls in a region
/// of its own.
#[component]
pub(super) fn Grid(
    shown: Matrix,
    /// A flag for a column for each type.
    unfolded: bool,
) -> impl IntoView {
    let Matrix { table, heads, sorted, total, .. } = shown;
    let names: Vec<String> = table.columns.into_iter().map(|it| it.name).collect();
    let heads = heads.into_iter().enumerate().map(|(place, name)| {
        let order = (place == sorted).then_some("ascending");
        view! {
            <th class="table__head" scope="col" aria-sort=order>
                <span class="matrix__head">{text(name)}</span>
            </th>
        }
    });
    let heads = heads.collect_view();
    let rows =
        table.rows.into_iter().map(|cells| view! { <tr class="table__row">{marks_row(&names, cells)}</tr> });
    let rows = rows.collect_view();
    let grid = view! {
        <div class="matrix__frame">
            <table class="table matrix__table" id=table.id data-size="dense" data-first="sticky">
                <caption class="u-visually-hidden" id="matrix-caption">{table.caption}</caption>
                <thead><tr>{heads}</tr></thead>
                <tbody>{rows}</tbody>
                <tfoot><tr class="table__row" data-kind="total">{marks_row(&names, total)}</tr></tfoot>
            </table>
        </div>
    };
    if !unfolded {
        return grid.into_any();
    }
    view! {
        <div
            class="table-scroller"
            role="group"
            aria-labelledby="matrix-caption"
            data-height="bounded"
            tabindex="0"
        >
            {grid}
        </div>
    }
    .into_any()
}
