//! Cases as a table whose columns the reader chooses.

use joint_procurement_core::domain::{self, CaseRef, Snapshot, Term, YenRange};
use joint_procurement_core::export::{ClipCell, ClipTable};
use joint_procurement_core::query::{Answer, CaseColumn, Selection, SortKey, StatusAnswer};

use super::case::{amount, said};
use super::{Align, Inline, Text};
use crate::words;

/// Gives the text that the table shows of a case in a column.
pub fn case_cell(snapshot: &Snapshot, case: CaseRef<'_>, column: CaseColumn) -> Text {
    let said = |value| said(snapshot, value);
    let known = |value: Option<u64>, written: fn(u64) -> String| said(domain::Fact::from(value.map(written)));
    let cost = |yen: domain::Fact<YenRange>| match yen {
        domain::Fact::Known(yen) => amount(case, yen),
        domain::Fact::Missing(reason) => said(domain::Fact::Missing(reason)),
    };
    match column {
        CaseColumn::Domain => case.domain().ja().into(),
        CaseColumn::System => snapshot.system_name(case.system_type()).into(),
        CaseColumn::Pref => snapshot.prefecture_name(case.lead_prefecture()).into(),
        CaseColumn::Lead => case.lead_organization().into(),
        CaseColumn::Members => said(case.participants_count().map(words::case::participants_count)),
        CaseColumn::Pop => known(case.population(), words::case::population_value),
        CaseColumn::Staff => known(case.staff(), words::case::staff_value),
        CaseColumn::Introduced => {
            said(case.introduced().map(|introduced| words::case::introduced_value(case, introduced)))
        }
        CaseColumn::Status => Inline::Status(StatusAnswer::from(case.status())).into(),
        CaseColumn::Initial => cost(case.initial_cost()),
        CaseColumn::Annual => cost(case.annual_cost()),
        CaseColumn::Total => cost(case.contract_total()),
        CaseColumn::Subsidy => said(
            case.subsidy_used()
                .map(|used| words::facet::subsidy_answer(Answer::from(domain::Fact::Known(used))).to_owned()),
        ),
        CaseColumn::Spec => said(case.specification_available().map(|available| {
            words::facet::specification_answer(Answer::from(domain::Fact::Known(available))).to_owned()
        })),
        CaseColumn::Documents => said(
            case.document_kinds()
                .map(|kinds| kinds.into_iter().map(Term::ja).collect::<Vec<_>>().join(words::BETWEEN)),
        ),
        CaseColumn::Vendor => said(case.vendor().map(str::to_owned)),
        CaseColumn::Product => said(case.product().map(str::to_owned)),
        CaseColumn::End => said(case.contract_end().map(words::year_month)),
    }
}

/// Numbers stand at the end of their column.
pub fn column_align(column: CaseColumn) -> Align {
    match column {
        CaseColumn::Members
        | CaseColumn::Pop
        | CaseColumn::Staff
        | CaseColumn::Initial
        | CaseColumn::Annual
        | CaseColumn::Total => Align::End,
        _ => Align::Start,
    }
}

/// By what the list can be sorted in this column.
pub fn column_sort(column: CaseColumn) -> Option<SortKey> {
    match column {
        CaseColumn::System => Some(SortKey::System),
        CaseColumn::Pref => Some(SortKey::Pref),
        CaseColumn::Members => Some(SortKey::Members),
        CaseColumn::Pop => Some(SortKey::Pop),
        CaseColumn::Staff => Some(SortKey::Staff),
        CaseColumn::Introduced => Some(SortKey::Introduced),
        CaseColumn::Initial => Some(SortKey::Initial),
        CaseColumn::Annual => Some(SortKey::Annual),
        _ => None,
    }
}

/// Cases as a table to be pasted. `link` gives the absolute address of a case; `notes` stand below.
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
