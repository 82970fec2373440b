//! The parts of the address of a comparison that cannot be shown.

use joint_procurement_core::domain::{CaseId, Snapshot};
use joint_procurement_core::query::{CompareQuery, QueryProblem};
use joint_procurement_core::routes::{Address, Route};

use crate::content::{Block, Inline, Link, Text, Tone};
use crate::words;

/// Warns of the parts of the address that no comparison has.
pub(super) fn not_understood(query: &CompareQuery, problems: &[QueryProblem]) -> Option<Block> {
    crate::content::not_understood::not_understood(
        problems.iter().filter(|problem| no_room(query, problem).is_none()),
    )
}

/// Finds the case that a problem names, where all that is wrong is that there are four others.
fn no_room(query: &CompareQuery, problem: &QueryProblem) -> Option<CaseId> {
    let QueryProblem::Value { key, value } = problem else { return None };
    let id: CaseId = value.parse().ok().filter(|_| key == "ids")?;
    (query.ids().len() == CompareQuery::AT_MOST && !query.ids().contains(&id)).then_some(id)
}

pub(super) fn too_many(
    snapshot: &Snapshot,
    query: &CompareQuery,
    problems: &[QueryProblem],
) -> Option<Block> {
    let mut text = Text::from(words::compare::TOO_MANY);
    let mut ids: Vec<CaseId> = problems.iter().filter_map(|problem| no_room(query, problem)).collect();
    ids.dedup();
    for (place, id) in ids.iter().enumerate() {
        if place > 0 {
            text.push(words::BETWEEN);
        }
        match snapshot.cases.find(id) {
            Some(case) => text.push(Link::new(Route::Case(id.clone()), case.title())),
            None => text.push(Inline::Code(id.to_string())),
        }
    }
    (!ids.is_empty()).then(|| warning(vec![text]))
}

/// Names the ids that the snapshot does not have, and links to the comparison without them.
pub(super) fn not_there(query: &CompareQuery, unknown: &[&CaseId]) -> Option<Block> {
    let mut text = Text::from(words::compare::UNKNOWN_IDS);
    let mut rest = query.clone();
    for (place, id) in unknown.iter().enumerate() {
        if place > 0 {
            text.push(words::BETWEEN);
        }
        text.push(Inline::Code(id.to_string()));
        rest = rest.without(id);
    }
    text.push(words::compare::UNKNOWN_IDS_REST);
    text.push(Link::new(Address::with_query(Route::Compare, rest), words::compare::DROP_UNKNOWN));
    (!unknown.is_empty()).then(|| warning(vec![text]))
}

pub(super) fn warning(texts: Vec<Text>) -> Block {
    Block::Notice { tone: Tone::Warning, texts }
}
