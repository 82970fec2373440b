//! The parts that a reader came for: documents, money, whom to ask.

use joint_procurement_core::domain::{CaseDetail, Fact, Field};

use super::{CasePage, fact_text, section};
use crate::content::fields::AMOUNTS;
use crate::content::{Block, Inline, Section};
use crate::words;

impl CasePage<'_> {
    pub(super) fn top(&self, detail: &CaseDetail) -> Block {
        let documents = vec![self.documents(&detail.documents)];
        let amounts = vec![self.amounts()];
        Block::Tiles(vec![
            Section { blocks: documents, ..section("documents", words::case::DOCUMENTS_HEADING) },
            Section { blocks: amounts, ..section("money-top", words::case::MONEY_HEADING) },
            Section { blocks: self.contact(detail), ..section("contact", words::case::CONTACT_HEADING) },
        ])
    }

    /// Shows the amounts as people say them; the group about money has them to the yen.
    fn amounts(&self) -> Block {
        let mut rows = self.rows();
        for field in AMOUNTS {
            rows.add(words::field(field), self.field(field, None));
        }
        match rows.all_missing() {
            Some(missing) => Block::paragraph(Inline::Unknown(missing.to_owned())),
            None => Block::Amounts(rows.finish()),
        }
    }

    fn contact(&self, detail: &CaseDetail) -> Vec<Block> {
        match self.field(Field::ContactDepartment, Some(detail)) {
            Fact::Known(name) => {
                vec![
                    Block::paragraph(Inline::Strong(name.plain())),
                    Block::paragraph(words::case::CONTACT_TEXT),
                ]
            }
            unknown => vec![Block::Paragraph(fact_text(self.snapshot, unknown))],
        }
    }
}
