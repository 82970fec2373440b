//! The facts and documents that another municipality needs to take the case as its model, or to join it.

use joint_procurement_core::domain::{CaseDetail, DocumentKind, Fact, Field};

use super::{CasePage, group, without_rehosted_mark};
use crate::content::fields::{JOINING, is_asked};
use crate::content::{Block, Inline, Text};
use crate::words;

impl CasePage<'_> {
    pub(super) fn reuse(&self, detail: &CaseDetail) -> Block {
        let mut rows = self.rows();
        for field in JOINING {
            if field == Field::OpenToJoin || is_asked(self.snapshot, self.case, Some(detail), field) {
                rows.add(words::field(field), self.joining(field, detail));
            }
        }
        let available = self.field(Field::SpecificationAvailable, Some(detail));
        rows.add(words::field(Field::SpecificationAvailable), available);
        let documents: [(&str, &[DocumentKind]); 4] = [
            (words::case::REUSE_SPECIFICATION, &[DocumentKind::Specification, DocumentKind::Requirements]),
            (words::case::REUSE_CALL, &[DocumentKind::Call, DocumentKind::Rfi]),
            (words::case::REUSE_AGREEMENT, &[DocumentKind::Agreement]),
            (words::case::REUSE_COST_SHARING, &[DocumentKind::CostSharing]),
        ];
        for (name, kinds) in documents {
            rows.add(name, self.documents_of(detail, kinds));
        }
        group("reuse", words::case::REUSE_HEADING, vec![Block::Facts(rows.finish())])
    }

    /// Says if and how the case can still be joined. Beside the day on which that ended, it says that it did.
    fn joining(&self, field: Field, detail: &CaseDetail) -> Fact<Text> {
        let until = self.case.join_until().known().filter(|_| field == Field::JoinUntil);
        let is_over = until.is_some_and(|until| until.is_before(self.snapshot.meta.as_of));
        let said = self.field(field, Some(detail));
        if !is_over {
            return said;
        }
        said.map(|text| text.then(" ").then(Inline::Remark(words::case::JOINING_OVER.to_owned())))
    }

    /// Links the documents of these kinds, one below the other.
    fn documents_of(&self, detail: &CaseDetail, kinds: &[DocumentKind]) -> Fact<Text> {
        let mut text = Text::default();
        for document in detail.documents.iter().filter(|document| kinds.contains(&document.kind)) {
            if !text.is_empty() {
                text.push(Inline::Break);
            }
            let (title, _) = without_rehosted_mark(&document.title);
            text.push(Inline::external(document.url.clone(), title));
        }
        Fact::new((!text.is_empty()).then_some(text), self.case.reason(Field::Documents))
    }
}
