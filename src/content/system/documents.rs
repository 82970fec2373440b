//! The documents of all cases of a type.

use std::cmp::Reverse;

use joint_procurement_core::domain::{CaseDetail, CaseRef, Document, Slug, Snapshot, Term, WebAddress};
use joint_procurement_core::ordering;
use joint_procurement_core::query::{CaseFilter, Has, Matches, ScopeFilter, SearchIndex};
use joint_procurement_core::routes::Route;

use super::{SystemPage, of_type};
use crate::content::case::without_rehosted_mark;
use crate::content::shared::shared_services;
use crate::content::{Block, Cell, Column, Inline, Later, Link, OfDetails, Section, Table, Text};
use crate::words;

impl SystemPage<'_> {
    /// Tells if any case of the type has documents, counted or not.
    pub(super) fn has_documents(&self) -> bool {
        let mut of_type = self.snapshot.cases.iter().filter(|case| *case.system_type() == self.system.slug);
        of_type.any(|case| case.document_kinds().is_known())
    }

    /// Asks for the file in which the documents come, only where there are any.
    pub(super) fn documents(&self) -> Block {
        let stated = self.figures.documents.stated;
        let later = self
            .has_documents()
            .then(|| Block::Later(Later::OfDetails(OfDetails::SystemDocuments(self.system.slug.clone()))));
        let filter = CaseFilter { has: [Has::Documents].into(), ..self.filter() };
        Block::Section(Section {
            id: "documents".to_owned(),
            heading: words::system::documents::HEADING.to_owned(),
            lead: match stated.known {
                0 => words::system::documents::none(self.snapshot.meta.kind).into(),
                _ => words::system::documents::lead(stated).into(),
            },
            more: match stated.known {
                0 => Default::default(),
                known => Link::new(filter, words::system::documents::link(known)).into(),
            },
            blocks: later.into_iter().collect(),
        })
    }
}

/// Lists the documents of cases with a prefecture, then those of the others.
pub(in crate::content) fn documents(snapshot: &Snapshot, slug: &Slug, details: &[CaseDetail]) -> Vec<Block> {
    let table = |filter: CaseFilter, id: &str, caption: &str| {
        let cases = Matches::new(snapshot, &SearchIndex::default(), &filter).selection(&snapshot.cases);
        let mut found: Vec<(&Document, CaseRef<'_>)> = Vec::new();
        for case in cases.iter() {
            let detail = details.get(case.row()).filter(|detail| detail.id == *case.id());
            found.extend(detail.into_iter().flat_map(|it| &it.documents).map(|document| (document, case)));
        }
        // Kind by kind, the newest first; stable, so that the rest keeps the order of the cases.
        ordering::sort_by_key(&mut found, |(document, _)| (document.kind, Reverse(document.published)));
        let rows = found.into_iter().map(|(document, case)| row(snapshot, document, case));
        let table = Table {
            id: format!("documents-{id}"),
            caption: caption.to_owned(),
            caption_hidden: false,
            columns: vec![
                Column::prose(words::system::documents::DOCUMENT),
                Column::text(words::system::documents::KIND),
                Column::prose(words::system::CASE),
                Column::text(words::facet::PREFECTURE),
                Column::text(words::system::documents::PUBLISHED),
                Column::text(words::system::documents::SITE),
            ],
            rows: rows.collect(),
            file_name: format!("{}_{caption}_{}", snapshot.system_name(slug), snapshot.meta.id),
        };
        (!table.rows.is_empty()).then_some(table)
    };
    let with_prefecture =
        table(of_type(slug, ScopeFilter::Prefecture), "prefecture", words::system::documents::TABLE);
    let shared = shared_services(of_type(slug, ScopeFilter::All));
    let others = [
        (of_type(slug, ScopeFilter::Municipal), "municipal", words::system::documents::MUNICIPAL),
        (shared, "shared", words::system::documents::SHARED),
    ];
    // No figure counts these, and they may be many more.
    let others = others.into_iter().filter_map(|(filter, id, caption)| {
        let table = table(filter, id, caption)?;
        let summary = words::system::documents::with_count(caption, table.rows.len());
        Some(Block::Disclosure { summary: summary.into(), blocks: vec![Block::Table(table)] })
    });
    with_prefecture.map(Block::Table).into_iter().chain(others).collect()
}

fn row(snapshot: &Snapshot, document: &Document, case: CaseRef<'_>) -> Vec<Cell> {
    let undated = || Inline::Unknown(words::missing(None, snapshot.meta.kind).to_owned());
    let (title, rehosted) = without_rehosted_mark(&document.title);
    let mut name = Text::from(Inline::external(document.url.clone(), title));
    if rehosted {
        name = name.then(" ").then(Inline::Flag(words::site::REHOSTED));
    }
    let url = document.url.as_ref().map_or("", WebAddress::as_str);
    let published = document.published.map(|date| Inline::Number(words::date(date)));
    vec![
        Cell::new(name),
        Cell::new(document.kind.ja()),
        Cell::new(Link::new(Route::Case(case.id().clone()), case.title())),
        Cell::new(snapshot.prefecture_name(case.lead_prefecture())),
        Cell::new(published.unwrap_or_else(undated)),
        // The host is enough to see where it leads; a file needs the whole address.
        Cell::number(host(url), url),
    ]
}

fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split('/').next().unwrap_or(rest)
}
