use super::text::text;
use crate::components::element::{Element, Node, all, classed, el};
use crate::components::{csv_button, json_button};
use crate::content::{Align, Save, SavedFile, SummedTable, Table, Text};
use crate::export::CsvTable;
use crate::shell::use_words;

/// Up to this many columns of figures a table is no wider than it needs to be.
const NARROW: usize = 3;
/// From this many columns on a table may not fit, and the names of its rows stay in sight.
const WIDE: usize = 6;

/// A table with its file.
pub(super) fn table(table: Table) -> Node {
    let file = csv_actions(&table);
    all([grid(table), file])
}

/// A table with its last row and its file.
pub(super) fn summed_table(data: SummedTable) -> Node {
    let save = save_button(use_words().table.csv, data.table.file_name.clone(), data.file);
    let grid = whole_grid(data.table, data.note, data.total);
    all([grid, classed("p", "list-actions").child(save).node()])
}

/// The button that saves a table, in a row of its own.
pub(super) fn csv_actions(table: &Table) -> Node {
    classed("p", "list-actions").child(csv_of(table)).node()
}

/// The button that saves a table.
pub(super) fn csv_of(table: &Table) -> Node {
    save_button(use_words().table.csv, table.file_name.clone(), table.to_csv())
}

/// The button of a file.
pub(super) fn save_file(Save { label, file_name, file }: Save) -> Node {
    match file {
        SavedFile::Csv(rows) => save_button(label, file_name, rows),
        SavedFile::Json(text) => json_button(label, file_name, text),
    }
}

/// Saves what is known already.
pub(super) fn save_button(label: &'static str, file_name: String, file: CsvTable) -> Node {
    csv_button(label, Box::new(move || (file_name.clone(), file.clone())))
}

/// The table alone.
pub(super) fn grid(table: Table) -> Node {
    whole_grid(table, String::new(), Vec::new())
}

fn whole_grid(table: Table, note: String, total: Vec<Text>) -> Node {
    let caption_id = format!("{}-caption", table.id);
    let caption_class = if table.caption_hidden { "u-visually-hidden" } else { "table__caption" };
    let aligns: Vec<Align> = table.columns.iter().map(|column| column.align).collect();
    let first = (aligns.len() >= WIDE).then_some("sticky");
    let width = (aligns.len() <= NARROW && !aligns.contains(&Align::Prose)).then_some("fit");
    let head = table.columns.into_iter().map(|column| {
        aligned(classed("th", "table__head").attr("scope", "col"), column.align).child(column.name)
    });
    let rows = table.rows.into_iter().map(|cells| row(cells.into_iter().map(|cell| cell.text), &aligns));
    let note = (!note.is_empty()).then(|| classed("span", "table__caption-note").child(note));
    let foot = (!total.is_empty())
        .then(|| el("tfoot").child(row(total.into_iter(), &aligns).attr("data-kind", "total")));
    let caption =
        classed("caption", caption_class).attr("id", caption_id.clone()).child(table.caption).some(note);
    let grid = classed("table", "table")
        .attr("data-size", "dense")
        .maybe("data-first", first)
        .maybe("data-width", width)
        .child(caption)
        .child(el("thead").child(el("tr").children(head)))
        .child(el("tbody").children(rows))
        .some(foot);
    classed("div", "table-scroller")
        .attr("role", "group")
        .attr("aria-labelledby", caption_id)
        .attr("tabindex", "0")
        .child(grid)
        .node()
}

/// A row whose first cell names it.
fn row(cells: impl Iterator<Item = Text>, aligns: &[Align]) -> Element {
    let cells = cells.zip(aligns).enumerate().map(|(column, (words, &align))| {
        let cell = if column == 0 { el("th").attr("scope", "row") } else { el("td") };
        aligned(cell.attr("class", "table__cell"), align).child(text(words))
    });
    classed("tr", "table__row").children(cells)
}

fn aligned(cell: Element, align: Align) -> Element {
    match align {
        Align::Start => cell,
        Align::End => cell.attr("data-align", "end"),
        Align::Prose => cell.attr("data-kind", "text"),
    }
}
