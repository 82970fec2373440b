//! The cases found as a table whose columns the reader chooses and sorts.

use std::sync::Arc;

use joint_procurement_core::domain::{Snapshot, Term};
use joint_procurement_core::query::{CaseColumn, CaseQuery, Direction, Sort, SortKey};
use joint_procurement_core::routes::{Address, Route};
use leptos::prelude::*;

use super::listed::ListPart;
use super::picked::PickBox;
use super::state::ListState;
use crate::components::{SizeFit, text};
use crate::content::{Align, case_cell, column_align, column_sort, shown_columns};
use crate::navigation::use_navigation;
use crate::words;

/// The table of the cases. Before the columns that are chosen it has those that pick and name a case and say
/// how close it is.
#[component]
pub fn CaseTable(
    snapshot: &'static Snapshot,
    state: ListState,
    /// The query for the cases, with the columns and their order.
    query: CaseQuery,
    parts: Vec<ListPart>,
) -> impl IntoView {
    let mut cases = parts.iter().flat_map(|part| &part.rows).map(|&row| snapshot.cases.row(row));
    let columns: Arc<[CaseColumn]> = shown_columns(&query.columns, &mut cases).iter().copied().collect();
    let sort = query.sort;
    let key = SortKey::Title;
    let by_title = view! { <SortHeading state sort key name=key.ja() align=Align::Start/> };
    let has_closeness = state.similarity().with_untracked(Option::is_some);
    let by_closeness = has_closeness.then(|| {
        view! { <SortHeading state sort key=SortKey::Near name=words::size::CLOSENESS align=Align::Start/> }
    });
    let headings = columns.iter().map(|&column| {
        let (name, align) = (column.ja(), column_align(column));
        match column_sort(column) {
            Some(key) => view! { <SortHeading state sort key name align/> }.into_any(),
            None => view! { <Heading align>{name}</Heading> }.into_any(),
        }
    });
    let headings = headings.collect_view();
    // Those that pick, that name and, where there is one, that says how close a case is.
    let width = columns.len() + 2 + usize::from(has_closeness);
    let bodies = parts.into_iter().map(|part| {
        let heading = part.heading.map(|heading| view! { <PartHeading width heading/> });
        let rows = part.rows.into_iter().map(|row| {
            view! { <FoundRow snapshot state columns=columns.clone() row/> }
        });
        view! { <tbody>{heading}{rows.collect_view()}</tbody> }
    });
    let bodies = bodies.collect_view();
    view! {
        <div class="table-scroller" role="group" aria-labelledby="cases-caption" tabindex="0">
            <table class="table" data-size="dense" data-picks="">
                <caption class="u-visually-hidden" id="cases-caption">{words::list::TABLE}</caption>
                <thead>
                    <tr>
                        <Heading align=Align::Start>
                            <span class="u-visually-hidden">{words::compare::PICK_COLUMN}</span>
                        </Heading>
                        {by_title}
                        {by_closeness}
                        {headings}
                    </tr>
                </thead>
                {bodies}
            </table>
        </div>
    }
}

/// A case as a row.
#[component]
fn FoundRow(
    snapshot: &'static Snapshot,
    state: ListState,
    columns: Arc<[CaseColumn]>,
    row: usize,
) -> impl IntoView {
    let case = snapshot.cases.row(row);
    let href = use_navigation().href(&Address::from(Route::Case(case.id().clone())));
    // The table is made anew where the town that cases are compared with changes.
    let fit = state.size_fit(case);
    let cells = columns.iter().map(|&column| {
        let cell = text(case_cell(snapshot, case, column));
        view! { <Cell align=column_align(column)>{cell}</Cell> }
    });
    let cells = cells.collect_view();
    view! {
        <tr class="table__row">
            <Cell align=Align::Start><PickBox case/></Cell>
            <th class="table__cell" scope="row" data-kind="text">
                <a href=href>{case.title().to_owned()}</a>
            </th>
            {fit.map(|fit| view! { <Cell align=Align::Prose><SizeFit fit/></Cell> })}
            {cells}
        </tr>
    }
}

/// The heading of a part, above its rows.
#[component]
fn PartHeading(
    /// The number of columns.
    width: usize,
    heading: String,
) -> impl IntoView {
    view! {
        <tr>
            <th class="table__part" scope="rowgroup" colspan=width.to_string()>
                <span class="table__part-name">{heading}</span>
            </th>
        </tr>
    }
}

/// A cell of a column.
#[component]
fn Cell(align: Align, children: Children) -> impl IntoView {
    view! {
        <td class="table__cell" data-align=data_align(align) data-kind=data_kind(align)>
            {children()}
        </td>
    }
}

/// The heading of a column.
#[component]
fn Heading(
    align: Align,
    /// The direction in which the rows are ordered by this column.
    #[prop(default = None)]
    order: Option<&'static str>,
    children: Children,
) -> impl IntoView {
    view! {
        <th
            class="table__head"
            scope="col"
            data-align=data_align(align)
            data-kind=data_kind(align)
            aria-sort=order
        >
            {children()}
        </th>
    }
}

fn data_align(align: Align) -> Option<&'static str> {
    (align == Align::End).then_some("end")
}

fn data_kind(align: Align) -> Option<&'static str> {
    (align == Align::Prose).then_some("text")
}

/// A heading that sorts by its column: ascending first, then the other way.
#[component]
fn SortHeading(
    state: ListState,
    /// The order of the rows.
    sort: Sort,
    /// The one that the heading asks for.
    key: SortKey,
    name: &'static str,
    align: Align,
) -> impl IntoView {
    let order = (sort.key == key).then_some(match sort.direction {
        Direction::Ascending => "ascending",
        Direction::Descending => "descending",
    });
    let next = match order {
        Some("ascending") => Direction::Descending,
        _ => Direction::Ascending,
    };
    let act = move |_| state.change_view(|query| query.sort = Sort { key, direction: next });
    view! {
        <Heading align order>
            <button class="table__sort" id=format!("sort-{}", key.slug()) type="button" on:click=act>
                {name}
                <span class="table__sort-icon" aria-hidden="true"></span>
            </button>
        </Heading>
    }
}
