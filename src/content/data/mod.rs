//! The data: what they are, what the words mean, how complete they are, the files, corrections, contact.

mod answers;
mod by_prefecture;
mod files;
mod fill;
mod source_classes;

pub(super) use answers::answer;
pub(super) use fill::field_fill;

use joint_procurement_core::domain::{
    CaseField, Catalog, Errata, Erratum, Form, MissingReason, Scope, Snapshot, SnapshotMeta, Term,
};
use joint_procurement_core::query::{CaseFilter, ScopeFilter, Selection};
use joint_procurement_core::routes::{Address, Route};

use super::shared::shared_services;
use super::{Block, Cell, Column, FactRow, Inline, Link, PageContent, Section, Table, Text, cases_link};
use crate::words;

/// The place of the answers to a survey, where there was one.
const AFTER_COVERAGE: usize = 2;

pub fn data(snapshot: &Snapshot, catalog: &Catalog) -> PageContent {
    let title = words::site::page_name(&Route::Data).to_owned();
    let meta = &snapshot.meta;
    let mut page = PageContent {
        heading: words::data::HEADING.to_owned(),
        title,
        ancestors: vec![Route::Overview],
        lead: words::data::lead(meta.kind, &words::date(meta.as_of), meta.cases as usize).into(),
        blocks: vec![
            section("about", words::data::ABOUT, vec![Block::Facts(about(snapshot))]),
            section(
                "coverage",
                words::data::COVERAGE,
                vec![Block::Prose(vec![Block::List(
                    words::data::definitions::coverage_list(meta.kind)
                        .iter()
                        .map(|&line| line.into())
                        .collect(),
                )])],
            ),
            section("definitions", words::data::DEFINITIONS, vec![Block::Facts(definitions(snapshot))]),
            Block::Section(Section {
                id: "fill".to_owned(),
                heading: words::data::fill::HEADING.to_owned(),
                lead: words::data::fill::LEAD.into(),
                blocks: [Block::Later(super::Later::OfDetails(super::OfDetails::FieldFill))]
                    .into_iter()
                    .chain(source_classes::source_classes(snapshot))
                    .collect(),
                ..Section::default()
            }),
            files::files(snapshot, catalog),
            Block::Section(Section {
                id: "errata".to_owned(),
                heading: words::data::ERRATA.to_owned(),
                lead: words::data::ERRATA_LEAD.into(),
                blocks: vec![Block::Later(super::Later::Errata)],
                ..Section::default()
            }),
            Block::Section(Section {
                id: "offline".to_owned(),
                heading: words::offline::HEADING.to_owned(),
                lead: words::offline::LEAD.into(),
                blocks: vec![Block::Later(super::Later::OfflineUse)],
                ..Section::default()
            }),
            section("credits", words::data::CREDITS, vec![Block::List(credits(meta))]),
            Block::Section(Section {
                id: "cite".to_owned(),
                heading: words::cite::HEADING.to_owned(),
                lead: words::cite::lead(meta.kind).into(),
                blocks: vec![Block::Citation],
                ..Section::default()
            }),
            section("contact", words::data::CONTACT, contact(meta)),
        ],
        ..PageContent::default()
    };
    // After what the data hold.
    page.blocks.splice(AFTER_COVERAGE..AFTER_COVERAGE, answers::answers(snapshot));
    page.with_contents()
}

fn section(id: &str, heading: &str, blocks: Vec<Block>) -> Block {
    Block::Section(Section { id: id.to_owned(), heading: heading.to_owned(), blocks, ..Section::default() })
}

fn about(snapshot: &Snapshot) -> Vec<FactRow> {
    let meta = &snapshot.meta;
    let of_scope = |scope: ScopeFilter| {
        let count = Selection::all(&snapshot.cases).count(|case| scope.counts(case));
        cases_link(count, CaseFilter { scope, ..CaseFilter::default() })
    };
    let mut counts = Text::from(Scope::Prefecture.ja())
        .then(" ")
        .then(of_scope(ScopeFilter::Prefecture))
        .then(words::BETWEEN)
        .then(Scope::Municipal.ja())
        .then(" ")
        .then(of_scope(ScopeFilter::Municipal));
    let shared = Selection::all(&snapshot.cases).count(|case| !case.is_joint());
    if shared > 0 {
        counts = counts
            .then(format!("{}{} ", words::BETWEEN, Form::SharedService.ja()))
            .then(cases_link(shared, shared_services(CaseFilter::default())));
    }
    let cancelled = snapshot.cases.every().filter(|case| case.is_cancelled()).count();
    if cancelled > 0 {
        counts = counts
            .then(format!("{}{} ", words::BETWEEN, words::cancelled::NAME))
            .then(cases_link(cancelled, super::cancelled(CaseFilter::default())));
    }
    vec![
        FactRow::new(words::data::SNAPSHOT, format!("{}（{}）", meta.title, meta.id)),
        FactRow::new(words::snapshot::KIND, words::snapshot::kind_name(meta.kind)),
        FactRow::new(words::data::CASES, counts),
        FactRow::new(words::snapshot::PERIOD, meta.period.as_str()),
        FactRow::new(words::snapshot::AS_OF, words::date(meta.as_of)),
        FactRow::new(words::snapshot::PUBLISHED_AT, words::date(meta.published_at)),
        FactRow::new(words::data::UPDATES, stated(&meta.update_note)),
        FactRow::new(words::snapshot::LICENCE, meta.licence.as_str()),
    ]
}

/// Gives what the maintainer has written, or that nothing is set.
fn stated(text: &str) -> Text {
    if text.is_empty() { Inline::Unknown(words::data::NOT_SET.to_owned()).into() } else { text.into() }
}

fn definitions(snapshot: &Snapshot) -> Vec<FactRow> {
    let own = words::data::definitions::definition_list(snapshot.meta.kind);
    let own = own.map(|(name, meaning)| FactRow::new(name, meaning));
    // Where a reason is known it stands in place of the plain unknown.
    let reasons =
        MissingReason::ALL.iter().map(|reason| reason.ja()).collect::<Vec<_>>().join(words::BETWEEN);
    own.chain([FactRow::new(words::data::REASONS, words::data::reasons_text(&reasons))]).collect()
}

/// Lists the corrections, the newest first.
pub fn errata(snapshot: &Snapshot, errata: &Errata) -> Vec<Block> {
    if errata.entries.is_empty() {
        return vec![Block::paragraph(words::data::no_errata(&words::date(snapshot.meta.published_at)))];
    }
    vec![Block::Table(Table {
        id: "errata-table".to_owned(),
        caption: words::data::ERRATA.to_owned(),
        caption_hidden: true,
        columns: words::data::ERRATA_COLUMNS.map(Column::text).to_vec(),
        rows: errata.entries.iter().map(|entry| erratum(snapshot, entry)).collect(),
        file_name: format!("{}_{}", words::data::ERRATA, snapshot.meta.id),
    })]
}

fn erratum(snapshot: &Snapshot, entry: &Erratum) -> Vec<Cell> {
    let case: Inline = match &entry.case {
        // A case that was taken out has no page any more.
        Some(id) if snapshot.cases.find(id).is_some() => {
            Link::new(Route::Case(id.clone()), id.as_str()).into()
        }
        Some(id) => id.as_str().into(),
        None => words::data::ERRATA_GENERAL.into(),
    };
    let text = |text: &Option<String>| Cell::new(text.as_deref().unwrap_or(words::data::ERRATA_NOTHING));
    let mut reason = Text::from(entry.reason.as_str());
    if let Some(url) = &entry.url {
        reason.push(" ");
        reason.push(Link::new(url.clone(), words::data::ERRATA_SOURCE));
    }
    vec![
        Cell::new(words::date(entry.date)),
        Cell::new(case),
        Cell::new(entry.field.map_or("", CaseField::ja)),
        text(&entry.wrong),
        text(&entry.right),
        Cell::new(reason),
    ]
}

fn credits(meta: &SnapshotMeta) -> Vec<Text> {
    let credits = meta.credits.iter().map(|credit| {
        let subject = format!("{}：", credit.subject);
        match &credit.url {
            Some(url) => Text::from(subject).then(Link::new(url.clone(), credit.text.as_str())),
            None => Text::from(format!("{subject}{}", credit.text)),
        }
    });
    credits.collect()
}

fn contact(meta: &SnapshotMeta) -> Vec<Block> {
    let maintainer = match (meta.maintainer.name.as_str(), &meta.maintainer.url) {
        (name, None) => stated(name),
        ("", Some(url)) => Link::new(url.clone(), url.as_str()).into(),
        (name, Some(url)) => Link::new(url.clone(), name).into(),
    };
    let mut facts = vec![FactRow::new(words::data::MAINTAINER, maintainer)];
    let email = meta.maintainer.email.as_ref().map(|email| Inline::Code(email.as_str().to_owned()));
    facts.extend(email.map(|email| FactRow::new(words::data::MAINTAINER_EMAIL, email)));
    facts.extend(words::data::ORIGINAL_OFFICES.iter().map(|&(office, reach)| FactRow::new(office, reach)));
    vec![
        Block::paragraph(if meta.maintainer.can_be_reached() {
            words::data::CONTACT_CASES
        } else {
            words::data::CONTACT_CASES_ONLY
        }),
        Block::Facts(facts),
        Block::Paragraph(
            Text::from(words::data::ORIGINAL_NOTE)
                .then(" ")
                .then(Inline::external(words::data::ORIGINAL_URL.parse().ok(), words::data::ORIGINAL)),
        ),
    ]
}

/// Links to a published snapshot.
fn snapshot_link(meta: &SnapshotMeta) -> Link {
    Link::new(Address::with_query(Route::Overview, format!("snapshot={}", meta.id)), meta.id.as_str())
}
