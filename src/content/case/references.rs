//! The public pages behind a case.

use joint_procurement_core::domain::{CaseDetail, Date, Document, Field, Source, Term};

use super::{CasePage, section};
use crate::content::{Block, Inline, Reference, References, Section, Text};
use crate::words;

impl CasePage<'_> {
    /// Lists the pages that help to write a specification.
    pub(super) fn documents(&self, documents: &[Document]) -> Block {
        if documents.is_empty() {
            let unknown = self.case.reason(Field::Documents).map_or(words::case::NO_DOCUMENTS, Term::ja);
            return Block::paragraph(Inline::Unknown(unknown.to_owned()));
        }
        let entries = documents.iter().map(|document| {
            let (title, rehosted) = without_rehosted_mark(&document.title);
            let meta = document.published.map(|date| self.published(date)).unwrap_or_default();
            Reference {
                kind: Some(document.kind.ja()),
                title: Inline::external(document.url.clone(), title).into(),
                meta: self.flagged(meta, rehosted),
            }
        });
        Block::References(References { numbered: false, entries: entries.collect() })
    }

    /// Lists the pages that state the facts.
    pub(super) fn sources(&self, detail: &CaseDetail) -> Block {
        let meta = &self.snapshot.meta;
        let entries = detail.sources.iter().map(|source| self.source(source)).collect();
        Block::FactGroup(Section {
            lead: words::case::sources_note(meta.kind, meta.as_of, !detail.sources.is_empty()).into(),
            blocks: match detail.sources.is_empty() {
                true => Vec::new(),
                false => vec![Block::References(References { numbered: true, entries })],
            },
            ..section("sources", words::case::SOURCES_HEADING)
        })
    }

    fn source(&self, source: &Source) -> Reference {
        let (title, rehosted) = without_rehosted_mark(&source.title);
        let published = source.published.map(|date| format!("、{}", self.published(date)));
        let meta = format!("{}{}", source.publisher, published.unwrap_or_default());
        Reference {
            kind: None,
            title: Inline::external(source.url.clone(), title).into(),
            meta: self.flagged(meta, rehosted || source.publisher.contains("転載")),
        }
    }

    fn published(&self, date: Date) -> String {
        words::case::published(&words::date(date))
    }

    /// Marks a copy on somebody else's site: the reader should know before citing it.
    fn flagged(&self, meta: String, rehosted: bool) -> Text {
        let meta = Text::from(meta);
        if rehosted { meta.then(" ").then(Inline::Flag(words::site::REHOSTED)) } else { meta }
    }
}

/// Takes the mark of a copy off a title. The source tables set it in the last brackets, for a document that
/// was found only as a copy elsewhere.
pub(in crate::content) fn without_rehosted_mark(title: &str) -> (&str, bool) {
    match title.strip_suffix("転載)").and_then(|marked| marked.rsplit_once('(')) {
        Some((title, _)) => (title, true),
        None => (title, title.contains("転載")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_of_a_copy_is_taken_off_the_title() {
        let titles = [
            ("規約", ("規約", false)),
            ("規約(転載)", ("規約", true)),
            ("仕様書(長野県)(資料共有サイトの転載)", ("仕様書(長野県)", true)),
            ("転載された規約(案)", ("転載された規約(案)", true)),
        ];
        for (title, expected) in titles {
            assert_eq!(without_rehosted_mark(title), expected, "{title}");
        }
    }
}
