//! The places where a search has found its words.

use joint_procurement_core::domain::{CaseDetail, CaseRef, Fact, Field, Municipalities, Prefectures, Term};
use joint_procurement_core::query::{Also, SearchIndex};
use joint_procurement_core::text::{Normalize, excerpt, marked};

use super::{Inline, Text};
use crate::words;

/// The words of a search and the texts in which it looks beside those of the table.
#[derive(Clone, Copy)]
pub struct Found<'a> {
    /// The words of the search, folded.
    pub words: &'a [String],
    pub normalize: Normalize,
    pub prefectures: &'a Prefectures,
    pub municipalities: Option<&'a Municipalities>,
    /// The details of all cases, in order of id; empty until they have come.
    pub details: &'a [CaseDetail],
}

/// Says by which synonyms a search looks too; nothing where there is none.
pub fn also_searched(index: &SearchIndex, text: &str) -> String {
    let also = index.also(text);
    let of_one_word = also.chunk_by(|[word, _], [next, _]| word == next);
    let sentence = |same: &[Also<'_>]| {
        let others: Vec<&str> = same.iter().map(|[_, other]| *other).collect();
        same.first().map(|[word, _]| words::list::also(word, &others))
    };
    of_one_word.filter_map(sentence).collect()
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
        let text = |text: fn(&CaseDetail) -> &Option<String>| {
            detail.and_then(|it| text(it).as_deref()).unwrap_or_default()
        };
        let members = self.municipalities.map(|all| case.certain_participants(all)).unwrap_or_default();
        let names: Vec<&str> = members.iter().map(|it| it.name).collect();
        // As it may have been asked for: behind the name of the prefecture, or by its reading.
        let in_full = members.iter().map(|it| {
            let prefecture = self.prefectures.name(it.code.prefecture());
            words::list::in_full(&prefecture, it.name, it.kana)
        });
        let in_full = in_full.collect::<Vec<_>>().join(words::BETWEEN);
        let participants = match case.participants() {
            Fact::Known(_) => Field::ParticipantsNames.ja(),
            Fact::Missing(_) => words::list::ALL_IN_PREFECTURE,
        };
        let texts = [
            (Field::Vendor.ja(), case.vendor().known().unwrap_or_default()),
            (Field::Product.ja(), case.product().known().unwrap_or_default()),
            (Field::SubsidyName.ja(), case.subsidy_name().known().unwrap_or_default()),
            (participants, &names.join(words::BETWEEN)),
            (participants, &in_full),
            (Field::Background.ja(), text(|it| &it.background)),
            (Field::Process.ja(), text(|it| &it.process)),
        ];
        texts.into_iter().find_map(|(name, text)| {
            let around = excerpt(text, self.words, self.normalize, AROUND)?;
            Some((name, mark(around.into(), self)))
        })
    }
}
