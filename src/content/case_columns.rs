//! Cases as a table whose columns the reader chooses.

use joint_procurement_core::domain::{CaseRef, Fact, FieldKind, Snapshot, Term};
use joint_procurement_core::query::{CaseColumn, Columns, Set, SortKey, StatusAnswer};

use super::case::fact_text;
use super::fields::{self, Size};
use super::{Align, Inline, Text};

/// Gives the columns of a table of cases. Where none were chosen, the contract total is among them if it is the only
/// amount that is known of one.
pub fn shown_columns(columns: &Columns, mut cases: &mut dyn Iterator<Item = CaseRef<'_>>) -> Set<CaseColumn> {
    let mut shown = columns.set().clone();
    let has_total_only = |case: CaseRef<'_>| {
        case.has_costs() && !case.initial_cost().is_known() && !case.annual_cost().is_known()
    };
    if *columns == Columns::default() && Iterator::any(&mut cases, has_total_only) {
        shown.insert(CaseColumn::Total);
    }
    shown
}

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
