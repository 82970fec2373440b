//! A letter that asks the lead for what public sources do not say.

use joint_procurement_core::domain::{CaseDetail, DocumentKind, Fact, Field, Municipalities};
use joint_procurement_core::query::Near;

use super::CasePage;
use crate::content::{Block, CopyText, Text, town_text};
use crate::words::{self, Inquiry};

impl CasePage<'_> {
    /// Writes the letter; `None` where nothing of what readers ask for is missing. `own` is the municipality
    /// that the reader has chosen before.
    pub(super) fn inquiry(
        &self,
        detail: &CaseDetail,
        municipalities: Option<&Municipalities>,
        own: Option<Near>,
    ) -> Option<Block> {
        let missing = self.to_ask_for(detail);
        if missing.is_empty() {
            return None;
        }
        let own = own.zip(municipalities).and_then(|(near, table)| town_text(self.snapshot, table, near));
        let text = words::inquiry::letter(&Inquiry {
            title: self.case.title(),
            lead: self.case.lead_organization(),
            department: self.case.contact_department().known(),
            system: self.snapshot.system_name(self.case.system_type()),
            own: own.as_deref(),
            kind: self.snapshot.meta.kind,
            missing: &missing,
            as_of: self.snapshot.meta.as_of,
        });
        Some(Block::Disclosure {
            summary: words::inquiry::HEADING.into(),
            blocks: vec![
                Block::Paragraph(Text::from(words::inquiry::lead(
                    self.snapshot.meta.kind,
                    &missing.join(words::BETWEEN),
                ))),
                Block::CopyText(CopyText {
                    label: words::inquiry::COPY,
                    text,
                    page_address: true,
                    mail: None,
                }),
            ],
        })
    }

    /// Names the facts that a town that considers the same would need and that are missing. It would need the
    /// specification, what it costs and who pays, and on which conditions others can join.
    fn to_ask_for(&self, detail: &CaseDetail) -> Vec<&'static str> {
        let case = self.case;
        let has_document = |kind: DocumentKind| detail.documents.iter().any(|it| it.kind == kind);
        let specification = has_document(DocumentKind::Specification);
        let agreement = has_document(DocumentKind::Agreement);
        let sharing = detail.cost_sharing.is_some() || has_document(DocumentKind::CostSharing);
        let wanted = [
            (
                !specification && case.specification_available() != Fact::Known(false),
                words::inquiry::ASK_SPECIFICATION,
            ),
            (!case.initial_cost().is_known(), words::field(Field::InitialCost)),
            (!case.annual_cost().is_known(), words::field(Field::AnnualCost)),
            (!case.contract_total().is_known(), words::field(Field::ContractTotal)),
            (!sharing, words::field(Field::CostSharing)),
            (!agreement, words::inquiry::ASK_CONDITIONS),
        ];
        wanted.into_iter().filter_map(|(is_missing, what)| is_missing.then_some(what)).collect()
    }
}
