//! The number of cases that have each field.

use joint_procurement_core::domain::{CaseDetail, Field, Snapshot, SnapshotKind, Term};
use joint_procurement_core::query::{
    Answer, CaseFilter, Has, Matches, Range, SearchIndex, StatusAnswer, Unknown,
};
use joint_procurement_core::stats::FieldFill;
use joint_procurement_core::text::cases;

use crate::content::share_cell;
use crate::content::{Block, Cell, Column, Inline, Table, Text, cases_link};
use crate::words;

pub(in crate::content) fn field_fill(snapshot: &Snapshot, details: &[CaseDetail]) -> Vec<Block> {
    let matches = Matches::new(snapshot, &SearchIndex::default(), &CaseFilter::default());
    let selection = matches.selection(&snapshot.cases);
    let mut fills = FieldFill::of(&selection, Some(details));
    if snapshot.meta.kind != SnapshotKind::Official {
        fills.retain(|fill| !fill.field.is_of_survey() || fill.known.known > 0 || !fill.reasons.is_empty());
    }
    // A column that is empty throughout says nothing.
    let with_reasons = fills.iter().any(|fill| !fill.reasons.is_empty());
    let rows = fills.iter().map(|fill| {
        let mut cells = vec![
            Cell::new(words::field_of(snapshot.meta.kind, fill.field)),
            Cell::number(known(snapshot, fill), fill.known.known),
            percent(snapshot, fill),
            Cell::number(unknown(fill), fill.known.unknown()),
        ];
        if with_reasons {
            cells.push(Cell::new(reasons(fill)));
        }
        cells
    });
    let mut columns = vec![
        Column::text(words::table::FIELD),
        Column::number(words::data::fill::KNOWN),
        Column::number(words::data::fill::PERCENT),
        Column::number(words::data::fill::UNKNOWN),
    ];
    columns.extend(with_reasons.then(|| Column::text(words::data::fill::REASONS)));
    vec![Block::Table(Table {
        id: "fill-table".to_owned(),
        caption: words::data::fill::caption(selection.len()),
        columns,
        rows: rows.collect(),
        file_name: format!("{}_{}", words::data::fill::HEADING, snapshot.meta.id),
        ..Table::default()
    })]
}

/// Counts the cases of which it is known; linked where the list can show these very cases.
fn known(snapshot: &Snapshot, fill: &FieldFill) -> Text {
    let count = fill.known.known;
    let holds = |filter: &CaseFilter| {
        Matches::new(snapshot, &SearchIndex::default(), filter).selection(&snapshot.cases).len() == count
    };
    match cases_with(fill.field).filter(|filter| count > 0 && holds(filter)) {
        Some(filter) => cases_link(count, filter).into(),
        None => cases(count).into(),
    }
}

/// Counts the cases of which it is not known, linked to their list; the list cannot tell of long texts.
fn unknown(fill: &FieldFill) -> Text {
    let count = fill.known.unknown();
    if count == 0 || fill.field.is_in_details() {
        return cases(count).into();
    }
    let missing = [Unknown::Field(fill.field)].into();
    cases_link(count, CaseFilter { missing, ..CaseFilter::default() }).into()
}

/// Gives the filter that lets through the cases of which the field is known, where there is one.
fn cases_with(field: Field) -> Option<CaseFilter> {
    let all = CaseFilter::default();
    let has = |has: Has| CaseFilter { has: [has].into(), ..CaseFilter::default() };
    let any = Range::new(Some(0), None);
    Some(match field {
        Field::Savings => has(Has::Savings),
        Field::ParticipantsCount => has(Has::Participants),
        Field::Documents => has(Has::Documents),
        Field::InitialCost => CaseFilter { initial: any, ..all },
        Field::AnnualCost => CaseFilter { annual: any, ..all },
        Field::SubsidyUsed => CaseFilter { subsidy: [Answer::Yes, Answer::No].into(), ..all },
        Field::SpecificationAvailable => CaseFilter { spec: [Answer::Yes, Answer::No].into(), ..all },
        Field::Status => {
            let known = StatusAnswer::ALL.iter().copied().filter(|it| *it != StatusAnswer::Unknown);
            CaseFilter { status: known.collect(), ..all }
        }
        _ => return None,
    })
}

fn percent(snapshot: &Snapshot, fill: &FieldFill) -> Cell {
    let Some(percent) = fill.known.percent() else {
        return Cell::new(Inline::Unknown(words::missing(None, snapshot.meta.kind).to_owned()));
    };
    share_cell(percent)
}

fn reasons(fill: &FieldFill) -> String {
    let reasons = fill.reasons.iter().map(|it| format!("{} {}", it.value.ja(), cases(it.cases)));
    match reasons.collect::<Vec<_>>().join(words::BETWEEN) {
        reasons if !reasons.is_empty() => reasons,
        _ if fill.known.unknown() == 0 => words::data::fill::COMPLETE.to_owned(),
        _ => words::data::fill::NO_REASON.to_owned(),
    }
}
