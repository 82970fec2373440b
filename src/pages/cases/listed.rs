//! The cases that a list shows, in their order.

use joint_procurement_core::domain::Snapshot;
use joint_procurement_core::query::{CaseQuery, Matches, SearchIndex, Selection, Sort, SortKey};
use joint_procurement_core::stats::{Similarity, town_size};
use leptos::prelude::*;

use crate::browser::normalize;
use crate::data::Data;

/// Sorts the cases as asked for; the newest come first where it is not known how close they are.
pub fn in_order(
    snapshot: &'static Snapshot,
    cases: Selection<'static>,
    sort: Sort,
    similarity: Option<&Similarity>,
) -> Selection<'static> {
    if sort.key != SortKey::Near {
        return sort.apply(snapshot, cases);
    }
    let newest = Sort::default().apply(snapshot, cases);
    match similarity {
        Some(similarity) => similarity.sort(newest, sort.direction),
        None => newest,
    }
}

/// Gives the cases that the list of a query shows, in order, where what it needs has been fetched.
pub fn listed(snapshot: &'static Snapshot, query: &CaseQuery) -> Option<Selection<'static>> {
    let data: Data = expect_context();
    let municipalities = untrack(|| data.municipalities().get()).and_then(Result::ok);
    let details = untrack(|| data.details().get()).and_then(Result::ok);
    let index = match query.filter.text.as_str() {
        "" => SearchIndex::default(),
        _ => SearchIndex::new(snapshot, municipalities, details?, normalize),
    };
    let similarity = match query.near {
        Some(near) => Some(Similarity::of(snapshot, municipalities?, town_size(near, municipalities?)?)),
        None => None,
    };
    let cases = Matches::new(snapshot, &index, &query.filter).selection(&snapshot.cases);
    Some(in_order(snapshot, cases, query.sort, similarity.as_ref()))
}
