//! Cases as a table whose columns the reader chooses.

use joint_procurement_core::domain::{CaseRef, Fact, FieldKind, Snapshot, Term};
use joint_procurement_core::export::{ClipCell, ClipTable};
use joint_procurement_core::query::{CaseColumn, Selection, SortKey, StatusAnswer};

use super::case::fact_text;
use super::fields::{self, Size};
use super::{Align, Inline, Text};
use crate::words;

/// Gives the text that the table shows of a case in a column.
pub fn case_cell(snapshot: &Snapshot, case: CaseRef<'_>, column: CaseColumn) -> Text {
    let size = |size: Fact<Size>| fact_text(snapshot, size.map(|size| size.said(snapshot).into()));
    match column {
        CaseColumn::Domain => case.domain().ja().into(),
        CaseColumn::System => snapshot.system_name(case.system_type()).into(),
        CaseColumn::Pref => snapshot.prefecture_name(case.lead_prefecture()).into(),
        CaseColumn::Lead => case.lead_organization().into(),
        CaseColumn::Pop => size(Size::population(case)),
        CaseColumn::Staff => size(Size::staff(case)),
        CaseColumn::Status => Inline::Status(StatusAnswer::from(case.status())).into(),
        // Every other column shows a field.
        _ => column.field().map_or_else(Text::default, |field| {
            fact_text(snapshot, fields::text(snapshot, case, None, field))
        }),
    }
}

/// Aligns a column; numbers stand at its end.
pub fn column_align(column: CaseColumn) -> Align {
    let is_number = match column.field() {
        Some(field) => matches!(field.kind(), FieldKind::Count | FieldKind::Yen),
        None => matches!(column, CaseColumn::Pop | CaseColumn::Staff),
    };
    if is_number { Align::End } else { Align::Start }
}

/// Gives the key by which the list can be sorted in this column: that of the same name.
pub fn column_sort(column: CaseColumn) -> Option<SortKey> {
    SortKey::from_slug(column.slug())
}

/// Writes cases as a table to be pasted. `link` gives the absolute address of a case; `notes` stand below.
pub fn case_clip(
    snapshot: &Snapshot,
    cases: &Selection<'_>,
    columns: &[CaseColumn],
    link: &dyn Fn(CaseRef<'_>) -> String,
    notes: Vec<String>,
) -> ClipTable {
    let rows = cases.iter().map(|case| {
        let title = ClipCell { text: case.title().to_owned(), link: Some(link(case)) };
        let cells = columns.iter().map(|&column| case_cell(snapshot, case, column).plain().into());
        [title].into_iter().chain(cells).collect()
    });
    ClipTable {
        title: words::list::FILE_NAME.to_owned(),
        header: [SortKey::Title.ja()]
            .into_iter()
            .chain(columns.iter().map(|column| column.ja()))
            .map(str::to_owned)
            .collect(),
        rows: rows.collect(),
        notes,
    }
}
