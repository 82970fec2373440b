//! The cases that count only where they are asked for: shared services, and plans that came to nothing.

use joint_procurement_core::domain::{CaseId, CaseRef, CaseTable, Snapshot, Status, Term};
use joint_procurement_core::query::{
    CaseFilter, Facet, FormAnswer, Forms, Matches, ScopeFilter, SearchIndex, Selection, Sort, StatusAnswer,
};
use joint_procurement_core::routes::Route;
use joint_procurement_core::stats::Summary;
use joint_procurement_core::text::normalize;
use joint_procurement_testing::{every_row, generate, is_cancelled, is_joint, rows as counted};
use proptest::prelude::*;
use strum::VariantArray;

use crate::query::rows;
use crate::query_properties::{filter, set};

/// The same snapshot as if nobody had ever made the plans that came to nothing.
fn without_cancelled(snapshot: &Snapshot) -> Snapshot {
    let Snapshot { meta, terms, prefectures, .. } = snapshot.clone();
    Snapshot::new(meta, CaseTable::new(counted(snapshot), &[]), terms, prefectures).unwrap()
}

fn ids(cases: &Selection<'_>) -> Vec<CaseId> {
    cases.iter().map(|case| case.id().clone()).collect()
}

/// The cases of a list with their figures, and those behind the choices of each control.
fn told(snapshot: &Snapshot, filter: &CaseFilter) -> Vec<(Vec<CaseId>, Summary)> {
    let index = SearchIndex::new(snapshot, None, &[], normalize);
    let matches = Matches::new(snapshot, &index, filter);
    let others = Facet::VARIANTS.iter().filter(|it| **it != Facet::Status);
    let others = others.map(|&facet| matches.selection_without(&snapshot.cases, facet));
    let all = [matches.selection(&snapshot.cases)].into_iter().chain(others);
    all.map(|cases| (ids(&cases), Summary::of(&cases))).collect()
}

proptest! {
    #[test]
    fn a_shared_service_counts_only_where_it_is_asked_for(
        snapshot in generate::snapshot(),
        forms in set(0.8, generate::term::<FormAnswer>(), 4),
    ) {
        let filter = CaseFilter { scope: ScopeFilter::All, form: forms.clone().into(), ..CaseFilter::default() };
        let expected: Vec<usize> = (0..snapshot.cases.len())
            .filter(|&row| {
                let case = snapshot.cases.row(row).to_case();
                let asked = if forms.is_empty() { is_joint(&case) } else { forms.contains(&FormAnswer::from(case.form)) };
                asked && !is_cancelled(&case)
            })
            .collect();
        prop_assert_eq!(rows(&snapshot, &SearchIndex::default(), &filter), expected);
    }

    #[test]
    fn a_plan_that_came_to_nothing_changes_no_list_that_does_not_ask_for_it(
        snapshot in generate::snapshot(),
        mut filter in filter(0.1),
    ) {
        filter.status.remove(&StatusAnswer::Cancelled);
        prop_assert_eq!(told(&snapshot, &filter), told(&without_cancelled(&snapshot), &filter));
    }

    #[test]
    fn a_plan_that_came_to_nothing_is_found_by_its_status_alone_or_beside_others(
        snapshot in generate::snapshot(),
        others in set(0.5, generate::term::<StatusAnswer>(), 3),
    ) {
        let mut status = others;
        status.insert(StatusAnswer::Cancelled);
        let filter = CaseFilter { status: status.clone(), scope: ScopeFilter::All, form: Forms::all(), ..CaseFilter::default() };
        let expected = every_row(&snapshot).into_iter().enumerate();
        let expected = expected.filter(|(_, case)| status.contains(&StatusAnswer::from(case.status)));
        let expected: Vec<usize> = expected.map(|(row, _)| row).collect();
        prop_assert_eq!(rows(&snapshot, &SearchIndex::default(), &filter), expected);

        // The choice says so before anybody asks.
        let any = CaseFilter { status: Default::default(), ..filter };
        let matches = Matches::new(&snapshot, &SearchIndex::default(), &any);
        let of = |case: CaseRef<'_>| vec![StatusAnswer::from(case.status())];
        let count = matches.tally(&snapshot.cases, Facet::Status, &[StatusAnswer::Cancelled], &of);
        prop_assert_eq!(count, [every_row(&snapshot).iter().filter(|case| is_cancelled(case)).count()]);
    }

    #[test]
    fn asked_for_it_stands_behind_plans_and_these_behind_all_others(snapshot in generate::snapshot()) {
        let status = StatusAnswer::ALL.iter().copied().collect();
        let filter = CaseFilter { status, scope: ScopeFilter::All, form: Forms::all(), ..CaseFilter::default() };
        let cases = Matches::new(&snapshot, &SearchIndex::default(), &filter).selection(&snapshot.cases);
        for sort in ["known", "-known"] {
            let sorted = sort.parse::<Sort>().unwrap().apply(&snapshot, cases.clone());
            prop_assert_eq!(sorted.len(), snapshot.cases.len());
            let behind = |case: CaseRef<'_>| match case.status().known() {
                Some(Status::Planned) => 1,
                Some(Status::Cancelled) => 2,
                _ => 0,
            };
            prop_assert!(sorted.iter().map(behind).is_sorted(), "{}", sort);
        }
    }

    #[test]
    fn every_case_keeps_its_page(snapshot in generate::snapshot()) {
        let pages = Route::all(&snapshot);
        for case in every_row(&snapshot) {
            prop_assert!(pages.contains(&Route::Case(case.id)));
        }
    }
}
