//! A text with which readers tell the maintainer what they know of a case.

use joint_procurement_core::domain::{CaseDetail, Field, Term};
use joint_procurement_core::routes::{Address, Route};

use super::CasePage;
use crate::content::fields::is_asked;
use crate::content::{Block, CopyText, Mail, Text};
use crate::words::{self, report as said};

impl CasePage<'_> {
    /// Writes the text, with the fields that are not known. It is a mail too where the maintainer has an address.
    pub(super) fn report(&self, detail: &CaseDetail) -> Block {
        let (case, meta) = (self.case, &self.snapshot.meta);
        let missing: Vec<&str> = Field::ALL
            .iter()
            .filter(|&&field| {
                is_asked(self.snapshot, case, Some(detail), field) && case.lacks(field, Some(detail))
            })
            .map(|&field| words::field_of(meta.kind, field))
            .collect();
        let id = case.id().as_str();
        let version = said::version(meta.id.as_str(), meta.as_of);
        let letter = |title: &str, named: usize| said::letter(title, id, &version, &missing, named);
        let mail = meta.maintainer.email.clone().map(|to| Mail {
            to,
            subject: said::subject(id),
            texts: (0..=missing.len())
                .rev()
                .map(|named| letter(case.title(), named))
                .chain([letter("", 0)])
                .collect(),
        });
        let contact = Address::with_card(Route::Data, "contact").into();
        let lead = if meta.maintainer.can_be_reached() { said::LEAD } else { said::LEAD_WITHOUT_ADDRESS };
        Block::Disclosure {
            summary: said::HEADING.into(),
            blocks: vec![
                Block::Paragraph(Text::linked(lead, vec![contact])),
                Block::CopyText(CopyText {
                    label: said::COPY,
                    text: letter(case.title(), missing.len()),
                    page_address: true,
                    mail,
                }),
            ],
        }
    }
}
