//! The cases of a type, or those of which most is known.

use joint_procurement_core::query::{CaseFilter, Matches, ScopeFilter, SearchIndex, Selection, Sort};

use super::{SHOWN, SystemPage, of_type};
use crate::content::shared::shared_services;
use crate::content::{Block, FIGURES_FROM, Link, Section, cancelled};
use crate::words;

impl<'a> SystemPage<'a> {
    /// Lists the cases themselves, or those of which most is known.
    pub(super) fn case_list(&self) -> Block {
        let filter = of_type(&self.system.slug, ScopeFilter::Prefecture);
        self.list("cases", &self.cases, words::system::cases_heading, "", filter)
    }

    /// Lists the cases that no figure counts, for reference.
    pub(super) fn municipal_cases(&self) -> Option<Block> {
        let (heading, lead) = (words::system::municipal_heading, words::system::MUNICIPAL_LEAD);
        let filter = of_type(&self.system.slug, ScopeFilter::Municipal);
        (!self.municipal.is_empty()).then(|| self.list("municipal", &self.municipal, heading, lead, filter))
    }

    /// Lists the systems of a prefecture that others use; no figure counts them either.
    pub(super) fn shared(&self) -> Option<Block> {
        let filter = shared_services(of_type(&self.system.slug, ScopeFilter::All));
        let cases = self.select(&filter);
        let (heading, lead) = (words::system::shared_heading, words::system::SHARED_LEAD);
        (!cases.is_empty()).then(|| self.list("shared", &cases, heading, lead, filter))
    }

    /// Sets apart the plans that came to nothing, of either scope.
    pub(super) fn cancelled(&self) -> Option<Block> {
        cancelled::section(self.snapshot, &self.system.slug)
    }

    /// Offers a search of other types, whose cases may be about the same thing; only where there are any.
    pub(super) fn search(&self) -> Option<Block> {
        let text = self.system.name.clone();
        let filter = CaseFilter { text, scope: ScopeFilter::All, ..CaseFilter::default() };
        // Without normalising, which the browser does: what is found here the list finds too.
        let index = SearchIndex::new(self.snapshot, None, &[], str::to_owned);
        let any = !Matches::new(self.snapshot, &index, &filter).selection(&self.snapshot.cases).is_empty();
        any.then(|| Block::paragraph(Link::new(filter, words::system::SEARCH)))
    }

    fn list(
        &self,
        id: &str,
        cases: &Selection<'a>,
        heading: fn(usize, usize) -> String,
        lead: &str,
        filter: CaseFilter,
    ) -> Block {
        // Beside figures a few are enough: the list is one click away.
        let shown = if self.cases.is_empty() { SHOWN } else { FIGURES_FROM };
        let sorted = Sort::default().apply(self.snapshot, cases.clone());
        let rows: Vec<usize> = sorted.rows().iter().copied().take(shown).collect();
        let heading = heading(cases.len(), rows.len());
        Block::Section(Section {
            id: id.to_owned(),
            heading,
            lead: lead.into(),
            more: Link::new(filter, words::system::all_cases(cases.len())).into(),
            blocks: vec![Block::Cases { file_name: self.file_name(words::list::FILE_NAME), rows }],
        })
    }
}
