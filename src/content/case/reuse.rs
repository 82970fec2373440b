//! The facts and documents that another municipality needs to take the case as its model, or to join it.

use joint_procurement_core::domain::{self, CaseDetail, DocumentKind, Field};

use super::{Page, group, without_rehosted_mark};
use crate::content::{Block, Inline, Link, Target, Text};

impl Page<'_> {
    pub(super) fn reuse(&self, detail: &CaseDetail) -> Block {
        let words = self.words.case_more;
        let available = self.case.specification_available().map(self.words.case.specification);
        let mut rows = self.rows();
        rows.add(self.words.field(Field::SpecificationAvailable), available);
        let documents: [(&str, &[DocumentKind]); 4] = [
            (words.reuse_specification, &[DocumentKind::Specification, DocumentKind::Requirements]),
            (words.reuse_call, &[DocumentKind::Call, DocumentKind::Rfi]),
            (words.reuse_agreement, &[DocumentKind::Agreement]),
            (words.reuse_cost_sharing, &[DocumentKind::CostSharing]),
        ];
        for (name, kinds) in documents {
            rows.add(name, self.documents_of(detail, kinds));
        }
        group("reuse", words.reuse_heading, vec![Block::Facts(rows.finish())])
    }

    /// One below the other.
    fn documents_of(&self, detail: &CaseDetail, kinds: &[DocumentKind]) -> domain::Fact<Text> {
        let mut text = Text::default();
        for document in detail.documents.iter().filter(|document| kinds.contains(&document.kind)) {
            if !text.is_empty() {
                text.push(Inline::Break);
            }
            let (title, _) = without_rehosted_mark(&document.title);
            text.push(Link::new(Target::External(document.url.clone()), title));
        }
        domain::Fact::new((!text.is_empty()).then_some(text), self.case.reason(Field::Documents))
    }
}
