//! Tables.

use maud::{Markup, html};

use super::text::text;
use crate::content::{Align, Table, Text};

/// Rows after which a table goes on in the program: a page is read before that, and shorter to load.
const ROWS: usize = 60;
/// As in the application (`components/content/table.rs`).
const NARROW: usize = 3;
const WIDE: usize = 6;

pub(super) fn table(table: &Table) -> Markup {
    grid(table, &[])
}

/// A table with a last row that sums up the others, where there is one.
pub(super) fn grid(table: &Table, total: &[Text]) -> Markup {
    let aligns: Vec<Align> = table.columns.iter().map(|column| column.align).collect();
    let first = (aligns.len() >= WIDE).then_some("sticky");
    let width = (aligns.len() <= NARROW && !aligns.contains(&Align::Prose)).then_some("fit");
    let caption = if table.caption_hidden { "u-visually-hidden" } else { "table__caption" };
    html! {
        div.table-scroller role="group" aria-label=(table.caption) tabindex="0" {
            table.table data-size="dense" data-first=[first] data-width=[width] {
                caption class=(caption) { (table.caption) }
                thead {
                    tr {
                        @for column in &table.columns {
                            th.table__head scope="col" data-align=[end(column.align)] data-kind=[prose(column.align)] {
                                (column.name)
                            }
                        }
                    }
                }
                tbody {
                    @for cells in table.rows.iter().take(ROWS) {
                        (row(cells.iter().map(|cell| &cell.text), &aligns))
                    }
                }
                @if !total.is_empty() { tfoot { (row(total.iter(), &aligns)) } }
            }
        }
    }
}

fn row<'a>(cells: impl Iterator<Item = &'a Text>, aligns: &[Align]) -> Markup {
    html! {
        tr.table__row {
            @for (column, (words, align)) in cells.zip(aligns).enumerate() {
                @if column == 0 {
                    th.table__cell scope="row" data-align=[end(*align)] data-kind=[prose(*align)] { (text(words)) }
                } @else {
                    td.table__cell data-align=[end(*align)] data-kind=[prose(*align)] { (text(words)) }
                }
            }
        }
    }
}

fn end(align: Align) -> Option<&'static str> {
    (align == Align::End).then_some("end")
}

fn prose(align: Align) -> Option<&'static str> {
    (align == Align::Prose).then_some("text")
}
