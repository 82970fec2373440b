//! The parts of an address that are not understood.

use joint_procurement_core::query::QueryProblem;

use super::{Block, Text, Tone};
use crate::words;

/// Warns that parts of the address are left out; nothing where all of it is understood.
pub(super) fn not_understood<'a>(problems: impl Iterator<Item = &'a QueryProblem>) -> Option<Block> {
    let mut texts = vec![Text::from(words::notice::IGNORED_QUERY)];
    texts.extend(problems.map(|problem| Text::from(words::notice::query_problem(problem))));
    (texts.len() > 1).then_some(Block::Notice { tone: Tone::Warning, texts })
}
