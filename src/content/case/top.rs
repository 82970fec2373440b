//! The parts that a reader came for: documents, money, whom to ask.

use joint_procurement_core::domain::{CaseDetail, Fact, Field};

use super::{CasePage, fact_text, section};
use crate::content::fields::{AMOUNTS, CONTACT, is_asked};
use crate::content::{Block, Inline, Section, Text};
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
        let department = match self.field(Field::ContactDepartment, Some(detail)) {
            // The name, and behind it the sources.
            Fact::Known(name) => name
                .into_iter()
                .map(|piece| if let Inline::Plain(name) = piece { Inline::Strong(name) } else { piece })
                .collect(),
            unknown => fact_text(self.snapshot, unknown),
        };
        let is_known = self.case.contact_department().is_known();
        let [_, ways @ ..] = CONTACT;
        let asked = ways.into_iter().filter(|&it| is_asked(self.snapshot, self.case, Some(detail), it));
        let mut lines: Vec<Block> = asked
            .map(|field| {
                let mut line = Text::from(words::case::contact_line(words::field(field)));
                for piece in fact_text(self.snapshot, self.field(field, Some(detail))) {
                    line.push(piece);
                }
                Block::Paragraph(line)
            })
            .collect();
        if lines.is_empty() && is_known {
            lines.push(Block::paragraph(words::case::CONTACT_TEXT));
        }
        [Block::Paragraph(department)].into_iter().chain(lines).collect()
    }
}
