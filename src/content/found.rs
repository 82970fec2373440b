//! The places where a search has found its words.

use joint_procurement_core::domain::{CaseDetail, CaseRef, Field, Municipalities, Term};
use joint_procurement_core::text::{Normalize, excerpt, marked};

use super::{Inline, Text};
use crate::words;

/// The words of a search and the texts in which it looks beside those of the table.
#[derive(Clone, Copy)]
pub struct Found<'a> {
    /// The words of the search, folded.
    pub words: &'a [String],
    pub normalize: Normalize,
    pub municipalities: Option<&'a Municipalities>,
    /// The details of all cases, in order of id; empty until they have come.
    pub details: &'a [CaseDetail],
}

/// Marks the words of the search in the text.
pub fn mark(text: Text, found: Found<'_>) -> Text {
    let pieces = text.into_iter().flat_map(|piece| match piece {
        Inline::Plain(text) => marked(&text, found.words, found.normalize)
            .into_iter()
            .map(|it| if it.found { Inline::Mark(it.text.to_owned()) } else { it.text.into() })
            .collect(),
        other => vec![other],
    });
    pieces.collect()
}

/// Letters on either side of a word in an excerpt.
const AROUND: usize = 28;

impl Found<'_> {
    /// Tells if a word of the search stands in the text.
    pub fn is_in(self, text: &str) -> bool {
        marked(text, self.words, self.normalize).iter().any(|piece| piece.found)
    }

    /// Finds the first text that a list does not show in which a word stands. Gives its name, and what stands
    /// around the word, marked.
    pub fn excerpt(self, case: CaseRef<'_>) -> Option<(&'static str, Text)> {
        let detail = CaseDetail::find(self.details, case.id());
        let members = case.participants().known().unwrap_or_default();
        let names = members.iter().filter_map(|&code| Some(self.municipalities?.get(code)?.name));
        let names = names.collect::<Vec<_>>().join(words::BETWEEN);
        let texts = [
            (Field::Vendor, case.vendor().known().unwrap_or_default()),
            (Field::Product, case.product().known().unwrap_or_default()),
            (Field::ParticipantsNames, names.as_str()),
            (Field::Background, detail.and_then(|it| it.background.as_deref()).unwrap_or_default()),
            (Field::Process, detail.and_then(|it| it.process.as_deref()).unwrap_or_default()),
        ];
        texts.into_iter().find_map(|(field, text)| {
            let around = excerpt(text, self.words, self.normalize, AROUND)?;
            Some((field.ja(), mark(around.into(), self)))
        })
    }
}
