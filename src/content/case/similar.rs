//! Cases like this one, each with the reason.

use joint_procurement_core::routes::Route;
use joint_procurement_core::stats::alike;

use super::{CasePage, section};
use crate::content::{Block, Link, Section, Text};
use crate::words;

/// The number of cases shown; more would be a list.
const SHOWN: usize = 5;

impl CasePage<'_> {
    /// Lists the cases like this one; `None` where there is none.
    pub(super) fn similar(&self) -> Option<Block> {
        let links: Vec<(Link, Text)> = alike(self.snapshot, self.case, SHOWN)
            .into_iter()
            .map(|it| {
                let other = self.snapshot.cases.row(it.row);
                let to = Link::new(Route::Case(other.id().clone()), other.title());
                let system = self.snapshot.system_name(other.system_type());
                (to, words::similar::reason(it, system, other.population()).into())
            })
            .collect();
        (!links.is_empty()).then(|| {
            Block::Section(Section {
                lead: words::similar::LEAD.into(),
                blocks: vec![Block::Links(links)],
                ..section("similar", words::similar::HEADING)
            })
        })
    }
}
