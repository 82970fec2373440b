//! The public pages behind a case.

use joint_procurement_core::domain::{
    CaseDetail, CaseField, Date, Document, Fact, Field, Link as DomainLink, LinkState, Source, SourceClass,
    Term, WebAddress,
};
use joint_procurement_core::ordering;
use joint_procurement_core::routes::{Address, Route};

use super::{CasePage, section};
use crate::content::{Block, Inline, Link, Reference, References, Section, Text};
use crate::words::{self, Evident};

impl CasePage<'_> {
    /// Lists the pages that help to write a specification.
    pub(super) fn documents(&self, documents: &[Document]) -> Block {
        if documents.is_empty() {
            let unknown = self.case.reason(Field::Documents).map_or(words::case::NO_DOCUMENTS, Term::ja);
            return Block::paragraph(Inline::Unknown(unknown.to_owned()));
        }
        let entries = documents.iter().map(|document| {
            let meta = document.published.map(published).unwrap_or_default();
            Reference { kind: Some(document.kind.ja()), ..Page::of_document(document).reference(meta) }
        });
        Block::References(References { numbered: false, entries: entries.collect() })
    }

    /// Lists the pages that state the facts, those of public bodies first.
    pub(super) fn sources(&self, detail: &CaseDetail) -> Block {
        let meta = &self.snapshot.meta;
        let entries = in_order(&detail.sources).into_iter().map(|place| {
            let source = &detail.sources[place];
            let published = source.published.map(|date| format!("、{}", published(date)));
            let meta = format!("{}{}", source.publisher, published.unwrap_or_default());
            Reference { id: Some(id(source, place)), ..Page::of_source(source).reference(meta) }
        });
        Block::FactGroup(Section {
            lead: words::case::sources_note(meta.kind, meta.as_of, self.evident(detail)).into(),
            blocks: match detail.sources.is_empty() {
                true => Vec::new(),
                false => vec![Block::References(References { numbered: true, entries: entries.collect() })],
            },
            ..section("sources", words::case::SOURCES_HEADING)
        })
    }

    fn evident(&self, detail: &CaseDetail) -> Evident {
        match detail.sources.len() {
            0 => Evident::NoSource,
            1 => Evident::OneSource,
            _ if detail.evidence.is_empty() => Evident::AsAWhole,
            _ => Evident::InPart,
        }
    }

    /// Puts links to the sources that state a value behind it, numbered as they are listed.
    pub(super) fn with_evidence(&self, field: CaseField, value: impl Into<Text>) -> Text {
        let mut text = value.into();
        let Some(detail) = self.detail else { return text };
        let order = in_order(&detail.sources);
        let mut places = detail.evidence_of(field);
        ordering::sort_by_key(&mut places, |place| order.iter().position(|it| it == place));
        for place in places {
            let number = order.iter().position(|it| *it == place).unwrap_or_default() + 1;
            let here = Address::from(Route::Case(self.case.id().clone()));
            let there = Address { card: id(&detail.sources[place], place), ..here };
            text = text.then(Inline::Evidence(Link::new(there, words::case::source(number))));
        }
        text
    }

    /// Gives the value of a field with its evidence.
    pub(super) fn evident_fact<T: Into<Text>>(&self, field: Field, value: Fact<T>) -> Fact<Text> {
        value.map(|value| self.with_evidence(CaseField::Field(field), value))
    }
}

/// Gives the places of the sources as they are listed: those of public bodies first, then the others.
fn in_order(sources: &[Source]) -> Vec<usize> {
    let is_official = |place: &usize| sources[*place].class == Some(SourceClass::Official);
    let (official, others): (Vec<usize>, Vec<usize>) = (0..sources.len()).partition(is_official);
    official.into_iter().chain(others).collect()
}

/// Gives the id of a source on the page. In the first version it has no key, and its place is its name.
fn id(source: &Source, place: usize) -> String {
    match &source.key {
        Some(key) => format!("source-{key}"),
        None => format!("source-{}", place + 1),
    }
}

fn published(date: Date) -> String {
    words::case::published(&words::date(date))
}

/// The parts that sources and documents share.
struct Page<'a> {
    title: &'a str,
    url: &'a Option<WebAddress>,
    class: Option<SourceClass>,
    link: Option<DomainLink>,
    archived: &'a Option<WebAddress>,
    is_copy: bool,
}

impl<'a> Page<'a> {
    fn of_document(it: &'a Document) -> Self {
        let (title, is_copy) = without_rehosted_mark(&it.title);
        Self { title, url: &it.url, class: it.class, link: it.link, archived: &it.archived_url, is_copy }
    }

    fn of_source(it: &'a Source) -> Self {
        let (title, marked) = without_rehosted_mark(&it.title);
        let is_copy = marked || it.publisher.contains(words::site::REHOSTED);
        Self { title, url: &it.url, class: it.class, link: it.link, archived: &it.archived_url, is_copy }
    }

    /// Leads to the page, or to its archived copy where it is gone. Class and state of the address stand beside it.
    fn reference(&self, meta: String) -> Reference {
        let is_gone = self.link.is_some_and(|link| link.state == Some(LinkState::Gone));
        let url = self.archived.as_ref().filter(|_| is_gone).or(self.url.as_ref());
        let mut meta = Text::from(meta);
        let mut add = |piece: Inline| {
            if !meta.is_empty() {
                meta.push(" ");
            }
            meta.push(piece);
        };
        if let Some(class) = self.class {
            let tone = if class == SourceClass::Official { "success" } else { "neutral" };
            add(Inline::Label { tone, text: class.ja() });
        }
        // A copy on somebody else's site: the reader should know before citing it.
        if self.is_copy && self.class != Some(SourceClass::Copy) {
            add(Inline::Flag(words::site::REHOSTED));
        }
        if let Some(said) = self.link.and_then(words::case::link_state) {
            add(said.into());
        }
        if let Some(archived) = self.archived.as_ref().filter(|_| !is_gone) {
            add(Link::new(archived.clone(), words::case::ARCHIVED).into());
        }
        Reference { id: None, kind: None, title: Inline::external(url.cloned(), self.title).into(), meta }
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
