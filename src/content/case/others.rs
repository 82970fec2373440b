//! The way on from a case to others like it.

use joint_procurement_core::query::{CaseFilter, Has, Matches, SearchIndex};

use super::{CasePage, group};
use crate::content::{Block, Link};
use crate::words;

impl CasePage<'_> {
    /// Gives the ways to lists that hold any other case.
    pub(super) fn others(&self) -> Option<Block> {
        let (system, prefecture) = (self.case.system_type().clone(), self.case.lead_prefecture());
        let of_type = self.beside(|it| it.system = [system].into());
        let with_documents = CaseFilter { has: [Has::Documents].into(), ..of_type.clone() };
        let of_prefecture = self.beside(|it| it.pref = [prefecture].into());
        let links = [
            self.list_of_others(of_type, words::case::others_of_type),
            self.list_of_others(of_prefecture, words::case::others_of_prefecture),
            self.list_of_others(with_documents, words::case::others_with_documents),
        ];
        let links: Vec<_> = links.into_iter().flatten().map(Into::into).collect();
        (!links.is_empty()).then(|| group("others", words::case::OTHERS_HEADING, vec![Block::List(links)]))
    }

    fn list_of_others(&self, filter: CaseFilter, name: fn(usize) -> String) -> Option<Link> {
        let matches = Matches::new(self.snapshot, &SearchIndex::default(), &filter);
        let found = matches.selection(&self.snapshot.cases);
        let any_other = found.iter().any(|case| case.row() != self.case.row());
        any_other.then(|| Link::new(filter, name(found.len())))
    }
}
