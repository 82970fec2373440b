//! The data: what they are, what the words mean, how complete they are, the files, corrections, contact.

mod files;
mod fill;

pub(super) use fill::field_fill;

use joint_procurement_core::domain::{
    Catalog, CorrectedField, Errata, Erratum, MissingReason, Scope, Snapshot, SnapshotMeta, Term,
};
use joint_procurement_core::query::{CaseFilter, ScopeFilter, Selection};
use joint_procurement_core::routes::{Address, Route};

use super::{Block, Cell, Column, Content, Fact, Inline, Link, Section, Table, Target, Text, cases_link};
use crate::words::Words;

pub fn data(snapshot: &Snapshot, catalog: &Catalog, words: &Words) -> Content {
    let title = words.route_name(&Route::Data).to_owned();
    let words_here = words.data;
    let meta = &snapshot.meta;
    Content {
        heading: words_here.heading.to_owned(),
        title,
        ancestors: vec![Route::Overview],
        lead: (words_here.lead)(meta.kind, &words.date(meta.as_of), meta.cases as usize).into(),
        blocks: vec![
            section("about", words_here.about, vec![Block::Facts(about(snapshot, words))]),
            section(
                "coverage",
                words_here.coverage,
                vec![Block::Prose(vec![Block::List(
                    (words_here.coverage_list)(meta.kind).iter().map(|&line| line.into()).collect(),
                )])],
            ),
            section("definitions", words_here.definitions, vec![Block::Facts(definitions(snapshot, words))]),
            Block::Section(Section {
                id: "fill".to_owned(),
                heading: words_here.fill.to_owned(),
                lead: words_here.fill_lead.into(),
                blocks: vec![Block::Later(super::Later::OfDetails(super::OfDetails::FieldFill))],
                ..Section::default()
            }),
            files::files(snapshot, catalog, words),
            Block::Section(Section {
                id: "errata".to_owned(),
                heading: words_here.errata.to_owned(),
                lead: words_here.errata_lead.into(),
                blocks: vec![Block::Later(super::Later::Errata)],
                ..Section::default()
            }),
            Block::Section(Section {
                id: "offline".to_owned(),
                heading: words.offline.heading.to_owned(),
                lead: words.offline.lead.into(),
                blocks: vec![Block::Later(super::Later::OfflineUse)],
                ..Section::default()
            }),
            section("credits", words_here.credits, vec![Block::List(credits(meta))]),
            section("contact", words_here.contact, contact(meta, words)),
        ],
        ..Content::default()
    }
}

fn section(id: &str, heading: &str, blocks: Vec<Block>) -> Block {
    Block::Section(Section { id: id.to_owned(), heading: heading.to_owned(), blocks, ..Section::default() })
}

fn about(snapshot: &Snapshot, words: &Words) -> Vec<Fact> {
    let (shell, here, meta) = (&words.shell, words.data, &snapshot.meta);
    let of_scope = |scope: ScopeFilter| {
        let count = Selection::all(&snapshot.cases).count(|case| scope.admits(case.scope()));
        cases_link(count, CaseFilter { scope, ..CaseFilter::default() })
    };
    let counts = Text::from(Scope::Prefecture.ja())
        .then(" ")
        .then(of_scope(ScopeFilter::Prefecture))
        .then(here.between)
        .then(Scope::Municipal.ja())
        .then(" ")
        .then(of_scope(ScopeFilter::Municipal));
    vec![
        Fact::new(here.snapshot, format!("{}（{}）", meta.title, meta.id)),
        Fact::new(shell.kind, words.snapshot_kind(meta.kind)),
        Fact::new(here.cases, counts),
        Fact::new(shell.period, meta.period.as_str()),
        Fact::new(shell.as_of, words.date(meta.as_of)),
        Fact::new(shell.published_at, words.date(meta.published_at)),
        Fact::new(here.updates, stated(&meta.update_note, words)),
        Fact::new(shell.licence, meta.licence.as_str()),
    ]
}

/// Gives what the maintainer has written, or that nothing is set.
fn stated(text: &str, words: &Words) -> Text {
    if text.is_empty() { Inline::Unknown(words.data.not_set.to_owned()).into() } else { text.into() }
}

fn definitions(snapshot: &Snapshot, words: &Words) -> Vec<Fact> {
    let own = (words.data.definition_list)(snapshot.meta.kind);
    let own = own.iter().map(|&(name, meaning)| Fact::new(name, meaning));
    // Where a reason is known it stands in place of the plain unknown.
    let reasons = MissingReason::ALL.iter().map(|reason| reason.ja()).collect::<Vec<_>>().join("、");
    own.chain([Fact::new(words.data.reasons, (words.data.reasons_text)(&reasons))]).collect()
}

/// The corrections, the newest first.
pub fn errata(snapshot: &Snapshot, words: &Words, errata: &Errata) -> Vec<Block> {
    let here = words.data;
    if errata.entries.is_empty() {
        return vec![Block::paragraph((here.no_errata)(&words.date(snapshot.meta.published_at)))];
    }
    vec![Block::Table(Table {
        id: "errata-table".to_owned(),
        caption: here.errata.to_owned(),
        caption_hidden: true,
        columns: here.errata_columns.map(Column::text).to_vec(),
        rows: errata.entries.iter().map(|entry| erratum(snapshot, words, entry)).collect(),
        file_name: format!("{}_{}", here.errata, snapshot.meta.id),
    })]
}

fn erratum(snapshot: &Snapshot, words: &Words, entry: &Erratum) -> Vec<Cell> {
    let case: Inline = match &entry.case {
        // A case that was taken out has no page any more.
        Some(id) if snapshot.cases.find(id).is_some() => {
            Link::new(Route::Case(id.clone()), id.as_str()).into()
        }
        Some(id) => id.as_str().into(),
        None => words.data.errata_general.into(),
    };
    let text = |text: &Option<String>| Cell::new(text.as_deref().unwrap_or(words.data.errata_nothing));
    let mut reason = Text::from(entry.reason.as_str());
    if let Some(url) = &entry.url {
        reason.push(" ");
        reason.push(Link::new(Target::External(url.clone()), words.data.errata_source));
    }
    vec![
        Cell::new(words.date(entry.date)),
        Cell::new(case),
        Cell::new(entry.field.map_or("", CorrectedField::ja)),
        text(&entry.wrong),
        text(&entry.right),
        Cell::new(reason),
    ]
}

fn credits(meta: &SnapshotMeta) -> Vec<Text> {
    let credits = meta.credits.iter().map(|credit| {
        let subject = format!("{}：", credit.subject);
        match &credit.url {
            Some(url) => {
                Text::from(subject).then(Link::new(Target::External(url.clone()), credit.text.as_str()))
            }
            None => Text::from(format!("{subject}{}", credit.text)),
        }
    });
    credits.collect()
}

fn contact(meta: &SnapshotMeta, words: &Words) -> Vec<Block> {
    let here = words.data;
    let maintainer = match (meta.maintainer.name.as_str(), meta.maintainer.url.as_str()) {
        ("", "") => stated("", words),
        (name, "") => name.into(),
        ("", url) => Link::new(Target::External(url.to_owned()), url).into(),
        (name, url) => Link::new(Target::External(url.to_owned()), name).into(),
    };
    let mut facts = vec![Fact::new(here.maintainer, maintainer)];
    facts.extend(here.original_offices.iter().map(|&(office, reach)| Fact::new(office, reach)));
    vec![
        Block::paragraph(if meta.maintainer.url.is_empty() {
            here.contact_cases_only
        } else {
            here.contact_cases
        }),
        Block::Facts(facts),
        Block::Paragraph(
            Text::from(here.original_note)
                .then(" ")
                .then(Link::new(Target::External(here.original_url.to_owned()), here.original)),
        ),
    ]
}

/// A published snapshot as a link that shows it.
fn snapshot_link(meta: &SnapshotMeta) -> Link {
    Link::new(Address::with_query(Route::Overview, format!("snapshot={}", meta.id)), meta.id.as_str())
}
