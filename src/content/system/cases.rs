//! The cases of a type, or those of which most is known.

use joint_procurement_core::query::{ScopeFilter, Selection, Sort};

use super::{SHOWN, SystemPage, of_type};
use crate::content::{Block, Link, PICTURE_FROM, Section, cancelled};
use crate::words;

impl<'a> SystemPage<'a> {
    /// Lists the cases themselves, or those of which most is known.
    pub(super) fn case_list(&self) -> Block {
        self.list("cases", &self.cases, words::system::cases_heading, "", ScopeFilter::Prefecture)
    }

    /// Lists the cases that no figure counts, for reference.
    pub(super) fn municipal_cases(&self) -> Option<Block> {
        let (heading, lead) = (words::system::municipal_heading, words::system::MUNICIPAL_LEAD);
        (!self.municipal.is_empty())
            .then(|| self.list("municipal", &self.municipal, heading, lead, ScopeFilter::Municipal))
    }

    /// Sets apart the plans that came to nothing, of either scope.
    pub(super) fn cancelled(&self) -> Option<Block> {
        cancelled::section(self.snapshot, &self.system.slug)
    }

    fn list(
        &self,
        id: &str,
        cases: &Selection<'a>,
        heading: fn(usize, usize) -> String,
        lead: &str,
        scope: ScopeFilter,
    ) -> Block {
        // Beside figures a few are enough: the list is one click away.
        let shown = if self.cases.is_empty() { SHOWN } else { PICTURE_FROM };
        let sorted = Sort::default().apply(self.snapshot, cases.clone());
        let rows: Vec<usize> = sorted.rows().iter().copied().take(shown).collect();
        let heading = heading(cases.len(), rows.len());
        let filter = of_type(&self.system.slug, scope);
        Block::Section(Section {
            id: id.to_owned(),
            heading,
            lead: lead.into(),
            more: Link::new(filter, words::system::all_cases(cases.len())).into(),
            blocks: vec![Block::Cases { file_name: self.file_name(words::list::FILE_NAME), rows }],
        })
    }
}
