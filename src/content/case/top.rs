//! The parts that a reader came for: documents, money, whom to ask.

use joint_procurement_core::domain::{self, CaseDetail, Field};

use super::{Page, amount, section};
use crate::content::{Block, Inline, Section};
use crate::words;

impl Page<'_> {
    pub(super) fn top(&self, detail: &CaseDetail) -> Block {
        let documents = vec![self.documents(&detail.documents)];
        let amounts = vec![self.amounts()];
        Block::Tiles(vec![
            Section { blocks: documents, ..section("documents", words::case::DOCUMENTS_HEADING) },
            Section { blocks: amounts, ..section("money-top", words::case::MONEY_HEADING) },
            Section { blocks: self.contact(detail), ..section("contact", words::case::CONTACT_HEADING) },
        ])
    }

    /// As people say them; the group about money has them to the yen.
    fn amounts(&self) -> Block {
        let case = self.case;
        let amounts = [
            (Field::InitialCost, case.initial_cost()),
            (Field::AnnualCost, case.annual_cost()),
            (Field::ContractTotal, case.contract_total()),
        ];
        let mut rows = self.rows();
        for (field, cost) in amounts {
            rows.add(words::field(field), cost.map(|yen| amount(case, yen)));
        }
        match rows.all_missing() {
            Some(missing) => Block::paragraph(Inline::Unknown(missing.to_owned())),
            None => Block::Amounts(rows.finish()),
        }
    }

    fn contact(&self, detail: &CaseDetail) -> Vec<Block> {
        match self.stated(Field::ContactDepartment, detail.contact_department.as_ref()) {
            domain::Fact::Known(name) => {
                vec![Block::paragraph(Inline::Strong(name)), Block::paragraph(words::case::CONTACT_TEXT)]
            }
            unknown => vec![Block::Paragraph(self.said(unknown))],
        }
    }
}
