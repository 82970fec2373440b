//! The cases that a list shows, in their order.

use std::ops::Range;

use joint_procurement_core::domain::Snapshot;
use joint_procurement_core::query::{CaseQuery, Matches, SearchIndex, Selection, Sort, SortKey};
use joint_procurement_core::stats::{Similarity, SizeGroup};
use leptos::prelude::*;

use crate::browser::normalize;
use crate::data::Data;
use crate::words;

/// Sorts the cases as asked for. Where it is not known how close they are, the order is that by what is known.
pub fn in_order(
    snapshot: &'static Snapshot,
    cases: Selection<'static>,
    sort: Sort,
    similarity: Option<&Similarity>,
) -> Selection<'static> {
    if sort.key != SortKey::Near {
        return sort.apply(snapshot, cases);
    }
    let by_default = Sort::default().apply(snapshot, cases);
    match similarity {
        Some(similarity) => similarity.sort(by_default, sort.direction),
        None => by_default,
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
        Some(near) => Some(Similarity::of(snapshot, municipalities?, near)?),
        None => None,
    };
    let cases = Matches::new(snapshot, &index, &query.filter).selection(&snapshot.cases);
    Some(in_order(snapshot, cases, query.sort, similarity.as_ref()))
}

/// A part of the list under a heading, or all of it without one.
pub struct ListPart {
    pub heading: Option<String>,
    /// The cases of it that the page shows.
    pub rows: Vec<usize>,
    /// The number of the first; `None` where the order says nothing.
    pub first: Option<usize>,
}

/// Divides the cases that a page shows into parts, of which there are several in order of closeness. The headings count the cases of all pages.
pub fn parts(
    cases: &[usize],
    shown: Range<usize>,
    sort: Sort,
    similarity: Option<&Similarity>,
) -> Vec<ListPart> {
    let Some(similarity) = similarity.filter(|_| sort.key == SortKey::Near) else {
        let rows = cases[shown.clone()].to_vec();
        return vec![ListPart { heading: None, rows, first: Some(shown.start + 1) }];
    };
    let parts = [SizeGroup::Own, SizeGroup::Ranked, SizeGroup::Unranked].into_iter().filter_map(|group| {
        let is_of = |row: &&usize| similarity.group(**row) == group;
        let rows: Vec<usize> = cases[shown.clone()].iter().filter(is_of).copied().collect();
        // The groups follow each other, so that all that is above stands in earlier ones.
        let above = cases.iter().position(|row| similarity.group(*row) == group)?;
        let first = (group != SizeGroup::Unranked).then_some(above.max(shown.start) + 1);
        let heading = words::size::group(group, cases.iter().filter(is_of).count());
        (!rows.is_empty()).then_some(ListPart { heading: Some(heading), rows, first })
    });
    parts.collect()
}
