//! The key figures of the overview.

use joint_procurement_core::domain::{CostBasis, Snapshot};
use joint_procurement_core::query::{CaseFilter, Has, ScopeFilter, Selection};
use joint_procurement_core::routes::Route;
use joint_procurement_core::stats::{KnownCount, Summary};
use joint_procurement_core::text::grouped;

use crate::content::systems::prevailing;
use crate::content::{KeyFigure, Link, Text};
use crate::words;

/// Gives the numbers one should know, each with what it leaves out.
pub(super) fn key_figures(snapshot: &Snapshot, cases: &Selection<'_>, summary: &Summary) -> Vec<KeyFigure> {
    let municipal = Selection::all(&snapshot.cases).filter(|case| ScopeFilter::Municipal.counts(case));
    let municipal_filter = CaseFilter { scope: ScopeFilter::Municipal, ..CaseFilter::default() };
    let costs = KnownCount::of(cases, |case| case.has_costs());
    let not_budget = cases.count(|case| case.has_costs() && case.cost_basis() != Some(CostBasis::Budget));
    let documents = KnownCount::of(cases, |case| case.document_kinds().is_known());
    let participants = KnownCount { known: summary.participants.known, total: summary.total };
    let has = |has| CaseFilter { has: [has].into(), ..CaseFilter::default() };
    let missing = words::missing(None, snapshot.meta.kind);
    let figure = |label: &str, value: u64, unit: &str, filter: CaseFilter, note: Text| KeyFigure {
        label: label.to_owned(),
        value: if value == 0 { missing.to_owned() } else { grouped(value) },
        unit: if value == 0 { String::new() } else { unit.to_owned() },
        to: filter.into(),
        note,
    };
    let mut prefectures = figure(
        words::overview::PREFECTURES,
        summary.by_prefecture.len() as u64,
        words::overview::PREFECTURES_UNIT,
        CaseFilter::default(),
        words::overview::prefectures_note(summary.by_prefecture.len()).into(),
    );
    prefectures.to = Route::Prefectures.into();
    vec![
        figure(
            words::overview::CASES,
            summary.total as u64,
            words::unit::CASES,
            CaseFilter::default(),
            match municipal.len() {
                0 => words::system::no_municipal(snapshot.meta.kind).into(),
                count => {
                    let prevailing = prevailing(snapshot, &municipal, &municipal_filter);
                    let note = Link::new(municipal_filter, words::overview::municipal_cases(count));
                    Text::from(note).then(words::overview::STOP).into_iter().chain(prevailing).collect()
                }
            },
        ),
        prefectures,
        figure(
            words::overview::PARTICIPANTS,
            summary.participants.sum,
            words::overview::PARTICIPANTS_UNIT,
            has(Has::Participants),
            words::overview::participants_note(participants).into(),
        ),
        figure(
            words::overview::COSTS,
            costs.known as u64,
            words::unit::CASES,
            has(Has::Costs),
            words::overview::costs_note(costs, not_budget).into(),
        ),
        figure(
            words::overview::DOCUMENTS,
            documents.known as u64,
            words::unit::CASES,
            has(Has::Documents),
            words::overview::documents_note(documents).into(),
        ),
    ]
}
