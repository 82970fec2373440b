//! The order by what is known, against a plain one of tuples.

use std::cmp::Reverse;

use joint_procurement_core::domain::{Case, CaseId, DocumentKind, Fact, Snapshot, Status, YearMonth};
use joint_procurement_core::query::{
    CaseFilter, CaseQuery, Matches, SearchIndex, Selection, Sort, SortKey, is_plan, things_known,
};
use joint_procurement_testing::{generate, published};
use proptest::prelude::*;

/// Counts what people come for, from the case as a whole.
fn known_of(case: &Case, participants: bool) -> usize {
    let mut known = 0;
    if case.initial_cost.is_known() || case.annual_cost.is_known() || case.contract_total.is_known() {
        known += 1;
    }
    let kinds = case.document_kinds.clone().known().unwrap_or_default();
    if !kinds.is_empty() {
        known += 1;
    }
    if case.contact_department.is_known() {
        known += 1;
    }
    if participants {
        known += 1;
    }
    if kinds.contains(&DocumentKind::Specification) || case.specification_available == Fact::Known(true) {
        known += 1;
    }
    known
}

/// Plans last, then by what is known, then the newest and those without a date, then by id.
type Place = (bool, usize, bool, Reverse<Option<YearMonth>>, CaseId);

fn places(snapshot: &Snapshot, most_first: bool, participants: impl Fn(&Case) -> bool) -> Vec<Place> {
    let place = |case: Case| {
        let known = known_of(&case, participants(&case));
        let introduced = case.introduced.known().map(|it| it.at);
        let planned = case.status == Fact::Known(Status::Planned);
        let by_known = if most_first { 5 - known } else { known };
        (planned, by_known, introduced.is_none(), Reverse(introduced), case.id)
    };
    let mut places: Vec<Place> = snapshot.cases.iter().map(|case| place(case.to_case())).collect();
    places.sort();
    places
}

fn sorted(snapshot: &Snapshot, sort: &str) -> Vec<CaseId> {
    let sort: Sort = sort.parse().unwrap();
    let all = sort.apply(snapshot, Selection::all(&snapshot.cases));
    all.iter().map(|case| case.id().clone()).collect()
}

fn ids(places: Vec<Place>) -> Vec<CaseId> {
    places.into_iter().map(|(.., id)| id).collect()
}

#[test]
fn the_published_cases_are_in_order_of_what_is_known() {
    let data = published();
    let certain = |case: &Case| {
        let all = data.municipalities.of_prefecture(case.lead_prefecture).count();
        let count = case.participants_count.known().map(|count| count as usize);
        let whole = case.participants_all_in_prefecture == Fact::Known(true) && count == Some(all);
        case.participants.is_known() || whole
    };
    for (sort, most_first) in [("-known", true), ("known", false)] {
        assert_eq!(sorted(&data.snapshot, sort), ids(places(&data.snapshot, most_first, certain)), "{sort}");
    }
}

#[test]
fn a_list_begins_with_the_cases_that_answer_most() {
    let snapshot = published().snapshot;
    let found = Matches::new(&snapshot, &SearchIndex::default(), &CaseFilter::default());
    let query = CaseQuery::parse("").0;
    let cases = query.sort.apply(&snapshot, found.selection(&snapshot.cases));
    let known: Vec<usize> = cases.iter().filter(|case| !is_plan(*case)).map(things_known).collect();
    assert!(known.is_sorted_by(|a, b| a >= b));
    assert!(known.first() > known.last(), "the examples show nothing");
    let on_page =
        |cases: &Selection<'_>| -> usize { cases.iter().take(query.per.rows()).map(things_known).sum() };
    let newest = Sort::NEWEST.apply(&snapshot, cases.clone());
    assert!(on_page(&cases) > on_page(&newest), "the first page answers more than that of the newest");
}

#[test]
fn an_order_that_is_named_is_kept() {
    assert_eq!(CaseQuery::parse("sort=-introduced").0.sort, Sort::NEWEST);
    assert_eq!(CaseQuery::parse("sort=-introduced").0.to_string(), "sort=-introduced");
    assert_eq!(CaseQuery::parse("").0.sort.key, SortKey::Known);
    let mut query = CaseQuery::parse("sort=-introduced").0;
    query.set_near("8000-120".parse().ok());
    assert_eq!(query.to_string(), "near=8000-120&sort=-introduced");
}

proptest! {
    #[test]
    fn what_most_is_known_of_comes_first_and_plans_last(snapshot in generate::snapshot(), most_first: bool) {
        let sort = if most_first { "-known" } else { "known" };
        let certain = |case: &Case| {
            let whole = case.participants_all_in_prefecture == Fact::Known(true);
            case.participants.is_known() || whole && case.derived_population.is_some()
        };
        let order = sorted(&snapshot, sort);
        prop_assert_eq!(&order, &ids(places(&snapshot, most_first, certain)));
        let planned: Vec<bool> =
            order.iter().map(|id| is_plan(snapshot.cases.find(id).unwrap())).collect();
        prop_assert!(planned.is_sorted(), "no plan stands before another case");
    }

    #[test]
    fn the_order_is_one_whatever_order_the_cases_came_in(snapshot in generate::snapshot(), seed in any::<usize>()) {
        let mut rows: Vec<usize> = snapshot.cases.iter().map(|case| case.row()).collect();
        rows.sort_by_key(|row| row.wrapping_mul(seed | 1).rotate_left(7));
        let mixed = Sort::default().apply(&snapshot, Selection::new(&snapshot.cases, rows));
        let all = Sort::default().apply(&snapshot, Selection::all(&snapshot.cases));
        prop_assert_eq!(mixed.rows(), all.rows());
    }
}
