//! The cases found, one below the other.

use leptos::prelude::*;

use super::picked::pick_box;
use super::state::ListState;
use crate::components::element::{Node, all, classed};
use crate::components::{Level, case_item_with};
use crate::content::{self, CaseItem, Fact, Found, closeness};
use crate::data::Data;
use crate::domain::{CaseRef, Snapshot};
use crate::query::CaseQuery;
use crate::shell::{Part, in_steps, is_behind_sent_page, normalize, use_words};

/// Cases that fill the largest of usual windows.
const FIRST_SCREEN: usize = 4;

/// Cases made in one task behind the page that was sent.
const STEP: usize = 4;

/// A numbered list that begins with `first`.
pub fn items(
    snapshot: &'static Snapshot,
    state: ListState,
    query: &CaseQuery,
    mut rows: Vec<usize>,
    first: usize,
) -> AnyView {
    if is_behind_sent_page() {
        // What these react to is noted here, since steps react to nothing.
        drawn(snapshot, state, &[]);
        let step = |rows: &[usize]| -> Part {
            let rows = rows.to_vec();
            Box::new(move || all(drawn(snapshot, state, &rows)).view())
        };
        let steps = in_steps(rows.chunks(STEP).map(step).collect());
        return classed("ol", "case-list").attr("start", first.to_string()).children(steps).view();
    }
    let at_once = if state.may_follow() { FIRST_SCREEN } else { usize::MAX };
    let later = rows.split_off(rows.len().min(at_once));
    let query = query.clone();
    let later = move || {
        let later = state.is_painted(&query).then(|| untrack(|| drawn(snapshot, state, &later)));
        later.map(|items| all(items).view())
    };
    classed("ol", "case-list")
        .attr("start", first.to_string())
        .children(drawn(snapshot, state, &rows))
        .child(later.into_any())
        .view()
}

fn drawn(snapshot: &'static Snapshot, state: ListState, rows: &[usize]) -> Vec<Node> {
    let data: Data = expect_context();
    let municipalities = data.municipalities().get().and_then(Result::ok);
    let details = data.details().get().and_then(Result::ok).unwrap_or_default();
    let search = state.words();
    let found = Found { words: &search, normalize, municipalities, details };
    let similarity = state.similarity().get();
    let words = use_words();
    let items = rows.iter().map(|&row| {
        let case = snapshot.cases.row(row);
        let mut item = content::case_item(snapshot, words, case);
        let mut title = item.title.text.as_str().into();
        let mut remarks = Vec::new();
        if let Some(similarity) = &similarity {
            let text = closeness(words, similarity.town, similarity.row(row));
            remarks.push(Fact::new(words.find.closeness, text));
        }
        if !search.is_empty() {
            title = content::mark(title, found);
            remarks.extend(mark_facts(&mut item, found, case));
        }
        case_item_with(snapshot, item, title, Level::H3, Some(pick_box(case).into()), remarks)
    });
    items.collect()
}

/// Marks the words in what is shown; where they stand elsewhere only, gives what stands around them.
fn mark_facts(item: &mut CaseItem, found: Found<'_>, case: CaseRef<'_>) -> Option<Fact> {
    let shown = [item.title.text.as_str(), &item.system, &item.prefecture];
    let mut seen = shown.iter().any(|text| found.is_in(text));
    for fact in &mut item.facts {
        seen |= found.is_in(&fact.value.plain());
        fact.value = content::mark(std::mem::take(&mut fact.value), found);
    }
    let (field, text) = found.excerpt(case).filter(|_| !seen)?;
    Some(Fact::new((use_words().find.found_in)(field), text))
}
