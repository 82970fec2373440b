//! The number of cases that have each field.

use joint_procurement_core::domain::{CaseDetail, Field, PrefectureCode, Snapshot, SnapshotKind, Term};
use joint_procurement_core::query::{
    Answer, CaseFilter, Has, Matches, Range, SearchIndex, StatusAnswer, Unknown,
};
use joint_procurement_core::stats::FieldFill;
use joint_procurement_core::text::cases;

use super::by_prefecture::by_prefecture;
use crate::content::share_cell;
use crate::content::{Block, Cell, Column, Inline, Link, Table, Text, cases_link};
use crate::words;

pub(in crate::content) fn field_fill(snapshot: &Snapshot, details: &[CaseDetail]) -> Vec<Block> {
    let kind = snapshot.meta.kind;
    let matches = Matches::new(snapshot, &SearchIndex::default(), &CaseFilter::default());
    let selection = matches.selection(&snapshot.cases);
    let mut fills = FieldFill::of(&selection, Some(details));
    if kind != SnapshotKind::Official {
        fills.retain(|fill| !fill.field.is_of_survey() || fill.known.known > 0 || !fill.reasons.is_empty());
    }
    // A column that is empty throughout says nothing.
    let with_reasons = fills.iter().any(|fill| !fill.reasons.is_empty());
    let rows = fills.iter().map(|fill| {
        let mut cells = vec![
            Cell::new(words::field_of(kind, fill.field)),
            Cell::number(known(snapshot, fill), fill.known.known),
            percent(snapshot, fill),
            Cell::number(unknown(fill, cases(fill.known.unknown()), None), fill.known.unknown()),
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
    let table = Table {
        id: "fill-table".to_owned(),
        caption: words::data::fill::caption(selection.len()),
        columns,
        rows: rows.collect(),
        file_name: format!("{}_{}", words::data::fill::HEADING, snapshot.meta.id),
        ..Table::default()
    };
    let fields: Vec<Field> = fills.iter().map(|fill| fill.field).collect();
    vec![Block::Table(table), by_prefecture(snapshot, &selection, details, &fields)]
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

/// Says in these words how many cases lack the field, with the way to them. They may be those of one prefecture.
/// The list cannot tell of long texts.
pub(super) fn unknown(fill: &FieldFill, words: String, lead: Option<PrefectureCode>) -> Inline {
    if fill.known.unknown() == 0 || fill.field.is_in_details() {
        return words.into();
    }
    let missing = [Unknown::Field(fill.field)].into();
    let pref = lead.into_iter().collect();
    Link::new(CaseFilter { missing, pref, ..CaseFilter::default() }, words).into()
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
            let mut known = StatusAnswer::counted();
            known.remove(&StatusAnswer::Unknown);
            CaseFilter { status: known, ..all }
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
