use joint_procurement_core::export::CsvTable;
use leptos::prelude::*;

use super::sort::{Sorted, announced, buttons, menu};
use super::text::text;
use crate::components::{CsvButton, InBrowser, JsonButton};
use crate::content::{self, Align, Cell, Save, SavedFile, Text};
use crate::words;

/// The most columns of figures with which a table is no wider than it needs to be.
const NARROW: usize = 3;
/// The number of columns from which on a table may not fit. The names of its rows then stay in sight.
const WIDE: usize = 6;
/// The number of columns from which on a narrow window shows each row as an entry.
const STACKED: usize = 4;
/// The most rows that are shown so. A longer table is there to be looked up, and would be a page of its own.
const ENTRIES: usize = 12;

/// A table with its file.
#[component]
pub(super) fn Table(table: content::Table) -> impl IntoView {
    let (file_name, file) = (table.file_name.clone(), table.to_csv());
    view! {
        <Grid table/>
        <CsvActions file_name file/>
    }
}

/// A table with its last row and its file.
#[component]
pub(super) fn SummedTable(data: content::SummedTable) -> impl IntoView {
    let content::SummedTable { table, note, total, file } = data;
    let file_name = table.file_name.clone();
    view! {
        <Grid table note total/>
        <CsvActions file_name file/>
    }
}

/// The button that saves a table, in a row of its own.
#[component]
pub(super) fn CsvActions(
    /// The name without its ending.
    file_name: String,
    file: CsvTable,
) -> impl IntoView {
    view! {
        <p class="list-actions">
            <InBrowser>
                <SaveCsv label=words::table::CSV file_name file/>
            </InBrowser>
        </p>
    }
}

/// The button of a file.
#[component]
pub(super) fn SaveButton(save: Save) -> impl IntoView {
    let Save { label, file_name, file } = save;
    match file {
        SavedFile::Csv(file) => view! { <SaveCsv label file_name file/> }.into_any(),
        SavedFile::Json(text) => view! { <JsonButton label name=file_name text/> }.into_any(),
    }
}

/// A button that saves what is known already.
#[component]
pub(super) fn SaveCsv(
    label: &'static str,
    /// The name without its ending.
    file_name: String,
    file: CsvTable,
) -> impl IntoView {
    view! { <CsvButton label file=move || (file_name.clone(), file.clone())/> }
}

/// A table alone.
#[component]
pub fn Grid(
    table: content::Table,
    /// A remark beside the caption.
    #[prop(optional)]
    note: String,
    /// The last row, where there is one.
    #[prop(optional)]
    total: Vec<Text>,
    #[prop(optional)] in_card: bool,
) -> impl IntoView {
    let content::Table { id, caption, caption_hidden, columns, rows, .. } = table;
    let caption_id = format!("{id}-caption");
    let caption_class = if caption_hidden { "u-visually-hidden" } else { "table__caption" };
    let aligns: Vec<Align> = columns.iter().map(|column| column.align).collect();
    let first = (aligns.len() >= WIDE).then_some("sticky");
    let width = (aligns.len() <= NARROW && !aligns.contains(&Align::Prose)).then_some("fit");
    // Numbers of a card are read from top to bottom, and so is what has its sum below.
    let is_read_down = in_card && aligns.iter().skip(1).all(|&it| it == Align::End);
    let is_stacked = aligns.len() >= STACKED && rows.len() <= ENTRIES && total.is_empty() && !is_read_down;
    let stack = is_stacked.then_some("");
    let role = move |role| is_stacked.then_some(role);
    let names: Vec<String> =
        if is_stacked { columns.iter().map(|it| it.name.clone()).collect() } else { Vec::new() };
    let is_sorted = columns.iter().any(|column| !column.sort.is_empty());
    let sorted = is_sorted.then(use_context::<Sorted>).flatten();
    let said = RwSignal::new(String::new());
    let menu = sorted.filter(|_| is_stacked).map(|sorted| menu(sorted, &id, &columns, said));
    let head = columns.into_iter().enumerate().map(|(place, column)| {
        let (align, kind) = aligned(column.align);
        let Some(sorted) = sorted.filter(|_| !column.sort.is_empty()) else {
            return view! {
                <th class="table__head" scope="col" role=role("columnheader") data-align=align data-kind=kind>
                    {column.name}
                </th>
            }
            .into_any();
        };
        let sorts = column.sort.len().to_string();
        view! {
            <th
                class="table__head"
                scope="col"
                role=role("columnheader")
                data-align=align
                data-sorts=sorts
                aria-sort=move || sorted.direction(place, None)
            >
                {column.name}
                {buttons(sorted, place, column.sort, said)}
            </th>
        }
        .into_any()
    });
    let foot_aligns = aligns.clone();
    let draw = move |rows: Vec<Vec<Cell>>| {
        let rows = rows.into_iter().map(|mut cells| {
            let area = cells.first_mut().and_then(|cell| cell.area.take());
            row(cells.into_iter().map(|cell| cell.text).collect(), &aligns, &names, None, area)
        });
        rows.collect_view()
    };
    let rows = match sorted {
        Some(sorted) => {
            let places = sorted.add(rows);
            (move || draw(sorted.rows(&places))).into_any()
        }
        None => draw(rows).into_any(),
    };
    let note = (!note.is_empty()).then(|| view! { <span class="table__caption-note">{note}</span> });
    let foot = (!total.is_empty())
        .then(|| view! { <tfoot>{row(total, &foot_aligns, &[], Some("total"), None)}</tfoot> });
    view! {
        <div class="table-scroller" role="group" aria-labelledby=caption_id tabindex="0">
            {menu}
            <table class="table" role=role("table") data-size="dense" data-first=first data-width=width data-stack=stack>
                <caption class=caption_class id=caption_id.clone()>{caption}{note}</caption>
                <thead><tr role=role("row")>{head.collect_view()}</tr></thead>
                <tbody>{rows}</tbody>
                {foot}
            </table>
        </div>
        {sorted.map(|_| announced(said))}
    }
}

/// Draws a row whose first cell names it. `names` are those of the columns where cells may stand without their heads.
/// Laid out so, a table stays one for screen readers by its roles alone.
fn row(
    cells: Vec<Text>,
    aligns: &[Align],
    names: &[String],
    kind: Option<&'static str>,
    area: Option<String>,
) -> impl IntoView + use<> {
    let is_stacked = !names.is_empty();
    let role = move |role| is_stacked.then_some(role);
    let cells = cells.into_iter().zip(aligns).enumerate().map(|(column, (words, &align))| {
        let words = text(words);
        let (align, kind) = aligned(align);
        if column == 0 {
            view! {
                <th scope="row" class="table__cell" role=role("rowheader") data-align=align data-kind=kind>
                    {words}
                </th>
            }
            .into_any()
        } else {
            let name = names.get(column).cloned();
            view! {
                <td class="table__cell" role=role("cell") data-align=align data-kind=kind data-name=name>
                    {words}
                </td>
            }
            .into_any()
        }
    });
    view! { <tr class="table__row" role=role("row") data-kind=kind data-area=area>{cells.collect_view()}</tr> }
}

/// Gives the attributes `data-align` and `data-kind` of a cell.
fn aligned(align: Align) -> (Option<&'static str>, Option<&'static str>) {
    match align {
        Align::Start => (None, None),
        Align::End => (Some("end"), None),
        Align::Prose => (None, Some("text")),
    }
}
