//! The list of cases on paper.

use joint_procurement_core::domain::{CaseRef, Municipalities, Snapshot, Term};
use joint_procurement_core::query::{CaseColumn, CaseQuery, Selection, SortKey, View};
use joint_procurement_core::routes::Route;
use joint_procurement_core::stats::Similarity;
use joint_procurement_core::text::cases as count_text;

use super::{Cell, Column, Inline, Link, Table, Text, case_cell, column_align, size_fit};
use crate::words;

/// Everything that was found, as one table, and above it what was asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct PrintedCases {
    pub lines: Vec<String>,
    /// No rows where nothing was found.
    pub table: Table,
}

/// The columns beside the name where the reader has not chosen any.
const COLUMNS: [CaseColumn; 7] = [
    CaseColumn::Pref,
    CaseColumn::System,
    CaseColumn::Introduced,
    CaseColumn::Members,
    CaseColumn::Initial,
    CaseColumn::Annual,
    CaseColumn::Total,
];
/// The number of columns for which a sheet has room.
const ROOM: usize = 9;

/// Makes the list of all `cases`, in their order. `conditions` are those of the query, in words; `near` is the size that
/// it compares with; `absolute` gives the address of a page.
pub fn printed_cases(
    snapshot: &Snapshot,
    query: &CaseQuery,
    cases: &Selection<'_>,
    conditions: &[String],
    near: Option<(&Similarity, &Municipalities)>,
    absolute: &dyn Fn(Route) -> String,
    address: &str,
) -> PrintedCases {
    let chosen = query.columns.set();
    let columns: Vec<CaseColumn> = match query.view {
        View::Table if chosen.iter().count() <= ROOM => chosen.iter().copied().collect(),
        _ => COLUMNS.to_vec(),
    };
    let mut lines =
        vec![words::list::printed_count(&count_text(cases.len()), words::list::sort_name(query.sort))];
    if !conditions.is_empty() {
        lines.push(words::copy::conditions(&conditions.join(words::BETWEEN)));
    }
    lines.push(words::snapshot::source_line(snapshot.meta.kind, snapshot.meta.as_of));
    lines.push(words::copy::address(address));
    if let Some(first) = cases.iter().next() {
        lines.push(words::list::printed_pages(&absolute(Route::Cases), first.id().as_str()));
    }
    let mut heads = vec![Column::prose(SortKey::Title.ja())];
    heads.extend(near.map(|_| Column::prose(words::size::CLOSENESS)));
    heads.extend(columns.iter().map(|&it| Column {
        name: it.ja().to_owned(),
        align: column_align(it),
        sort: Vec::new(),
    }));
    let row = |case: CaseRef<'_>| {
        let mut cells = vec![Cell::new(title(case))];
        cells.extend(near.map(|(similarity, municipalities)| {
            Cell::new(size_fit(similarity, municipalities, case).with_own())
        }));
        cells.extend(columns.iter().map(|&column| Cell::new(case_cell(snapshot, case, column))));
        cells
    };
    PrintedCases {
        lines,
        table: Table {
            id: "printed".to_owned(),
            caption: words::list::RESULTS.to_owned(),
            caption_hidden: true,
            columns: heads,
            rows: cases.iter().map(row).collect(),
            file_name: String::new(),
        },
    }
}

/// Names a case with its number, by which its page is found.
fn title(case: CaseRef<'_>) -> Text {
    let link = Link::new(Route::Case(case.id().clone()), case.title());
    Text::from(link).then(" ").then(Inline::Remark(case.id().to_string()))
}
