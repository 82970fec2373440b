//! The system types by domain.

use std::cmp::Reverse;

use joint_procurement_core::domain::{CaseRef, Domain, Field, Slug, Snapshot, SystemType, Term};
use joint_procurement_core::ordering;
use joint_procurement_core::query::{
    Answer, CaseFilter, CaseQuery, Has, Matches, ScopeFilter, SearchIndex, Selection,
};
use joint_procurement_core::routes::{Address, Route};
use joint_procurement_core::stats::{CostFigures, SystemFigures, prevailing_type};
use joint_procurement_core::text::grouped;

use super::{Block, Cell, Column, Inline, Link, PageContent, Section, Table, Text, cases_link};
use crate::words::{self, TypesFound};

/// A type with its cases in one domain.
struct Row<'a> {
    system: &'a SystemType,
    figures: SystemFigures<'a>,
}

/// Lists the types with what is known of each, of the cases of one scope.
pub fn systems(snapshot: &Snapshot, scope: ScopeFilter) -> PageContent {
    let filter = CaseFilter { scope, ..CaseFilter::default() };
    let cases = Matches::new(snapshot, &SearchIndex::default(), &filter).selection(&snapshot.cases);
    let kind = snapshot.meta.kind;
    let domains = Domain::ALL.iter().map(|&domain| (domain, rows(snapshot, &cases, domain)));
    let domains: Vec<(Domain, Vec<Row<'_>>)> = domains.filter(|(_, rows)| !rows.is_empty()).collect();

    let has_cases = |slug: &Slug| cases.iter().any(|case| case.system_type() == slug);
    let (confirmed, unconfirmed): (Vec<&SystemType>, Vec<&SystemType>) =
        named_types(snapshot).partition(|system| has_cases(&system.slug));
    let unclear = cases.count(|case| case.system_type().as_str() == Slug::OTHER);
    let prevailing = prevailing(snapshot, &cases, &filter);
    let found = TypesFound {
        scope,
        cases: cases.len() - unclear,
        unclear,
        types: confirmed.len(),
        domains: domains.len(),
    };

    let other = if scope == ScopeFilter::Prefecture { ScopeFilter::All } else { ScopeFilter::Prefecture };
    let other = CaseFilter { scope: other, ..CaseFilter::default() };
    let other = Address::with_query(Route::Systems, CaseQuery { filter: other, ..CaseQuery::default() });
    let counted = Text::from(words::systems::scope_counted(scope))
        .then(" ")
        .then(Link::new(other, words::systems::scope_other(scope)));
    let mut blocks = vec![
        Block::Notice { tone: super::Tone::Info, texts: vec![counted] },
        Block::paragraph(words::systems::counting(kind)),
    ];
    let funding = super::funding::link(snapshot, None, words::funding::LINK);
    if !funding.is_empty() {
        blocks.push(Block::Paragraph(funding));
    }
    blocks.extend(domains.iter().map(|(domain, rows)| section(snapshot, scope, *domain, rows)));
    blocks.extend(super::schedule::section(snapshot, &cases, &filter));
    blocks.extend(pictures(snapshot, &cases, &filter));
    if !unconfirmed.is_empty() {
        blocks.push(Block::Section(Section {
            id: "unconfirmed".to_owned(),
            heading: words::systems::unconfirmed_heading(kind, scope, unconfirmed.len()),
            lead: words::systems::unconfirmed_text(kind, scope).into(),
            blocks: vec![Block::Links(unconfirmed.iter().map(|it| entry(snapshot, scope, it)).collect())],
            ..Section::default()
        }));
    }
    blocks.extend(super::funding::section(snapshot, None));
    PageContent {
        title: words::site::page_name(&Route::Systems).to_owned(),
        ancestors: vec![Route::Overview],
        heading: words::systems::heading(confirmed.len()),
        lead: Text::from(words::systems::lead(&found)).into_iter().chain(prevailing).collect(),
        blocks,
        ..PageContent::default()
    }
}

/// Shows the cases of all types in pictures, each of which says what it leaves out; `None` of too few.
fn pictures(snapshot: &Snapshot, cases: &Selection<'_>, filter: &CaseFilter) -> Option<Block> {
    let costs = CostFigures::of(cases);
    let ends = format!("{}_{}", words::field(Field::ContractEnd), snapshot.meta.id);
    let mut blocks: Vec<Block> = super::pictures::system_years(snapshot, cases, filter).into_iter().collect();
    blocks.extend(super::pictures::costs_by_size(snapshot, &costs, words::systems::ALL));
    blocks.extend(super::pictures::contract_ends(snapshot, cases, ends));
    (!blocks.is_empty()).then(|| {
        Block::Section(Section {
            id: "pictures".to_owned(),
            heading: words::system_years::PICTURES.to_owned(),
            blocks,
            ..Section::default()
        })
    })
}

/// Names the type that prevails among cases that hold those of municipalities: their number is not understood
/// without it. `filter` is what the cases were selected by.
pub(super) fn prevailing(snapshot: &Snapshot, cases: &Selection<'_>, filter: &CaseFilter) -> Text {
    let Some((slug, count)) = prevailing_type(snapshot, filter.scope, cases) else { return Text::default() };
    let list = CaseFilter { system: [slug.clone()].into(), ..filter.clone() };
    let sentence = words::systems::prevailing(snapshot.system_name(slug), count);
    Text::linked(&sentence, vec![list.into()])
}

/// Gives the types that are one thing each.
pub(super) fn named_types(snapshot: &Snapshot) -> impl Iterator<Item = &SystemType> {
    snapshot.terms.system_types.iter().filter(|system| system.slug.as_str() != Slug::OTHER)
}

/// Sorts the types: most cases first, then in order of the terms. Cases whose type is not clear come last.
fn rows<'a>(snapshot: &'a Snapshot, cases: &Selection<'a>, domain: Domain) -> Vec<Row<'a>> {
    let types = snapshot.terms.system_types.iter().map(|system| {
        let cases = cases.filter(|case| case.domain() == domain && *case.system_type() == system.slug);
        Row { system, figures: SystemFigures::of(snapshot, &cases) }
    });
    let mut rows: Vec<Row<'a>> = types.filter(|row| row.figures.total > 0).collect();
    ordering::sort_by_key(&mut rows, |row| {
        (row.system.slug.as_str() == Slug::OTHER, Reverse(row.figures.total))
    });
    rows
}

fn section(snapshot: &Snapshot, scope: ScopeFilter, domain: Domain, rows: &[Row<'_>]) -> Block {
    let cases = rows.iter().map(|row| row.figures.total).sum();
    let types = rows.iter().filter(|row| row.system.slug.as_str() != Slug::OTHER).count();
    let heading = words::systems::domain_heading(domain.ja(), types, cases);
    let term = snapshot.terms.domains.iter().find(|term| term.slug == domain);
    let noted = rows.iter().any(|row| !row.system.policy_notes.is_empty());
    let mut columns = vec![
        Column::text(words::facet::SYSTEM),
        Column::number(words::overview::COUNT),
        Column::number(words::systems::PREFECTURES),
    ];
    if scope == ScopeFilter::Prefecture {
        columns.push(Column::number(words::systems::MUNICIPAL));
    }
    columns.extend(
        [words::systems::SUBSIDY, words::systems::SPECIFICATION, words::systems::DOCUMENTS]
            .map(Column::number),
    );
    if noted {
        columns.push(Column::text(words::systems::NOTE));
    }
    let table = Table {
        id: format!("{}-table", domain.slug()),
        caption: words::systems::domain_table(domain.ja()),
        caption_hidden: true,
        columns,
        rows: rows.iter().map(|row| cells(snapshot, scope, domain, row, noted)).collect(),
        file_name: format!("{}_{}", words::systems::domain_table(domain.ja()), snapshot.meta.id),
    };
    let filter = CaseFilter { domain: [domain].into(), scope, ..CaseFilter::default() };
    Block::Section(Section {
        id: domain.slug().to_owned(),
        heading,
        lead: term.and_then(|term| term.description.clone()).unwrap_or_default().into(),
        more: Link::new(filter, words::systems::domain_list(domain.ja(), cases)).into(),
        blocks: vec![Block::Table(table)],
    })
}

fn cells(snapshot: &Snapshot, scope: ScopeFilter, domain: Domain, row: &Row<'_>, noted: bool) -> Vec<Cell> {
    let Row { system, figures } = row;
    let filter = || CaseFilter {
        domain: [domain].into(),
        system: [system.slug.clone()].into(),
        scope,
        ..CaseFilter::default()
    };
    let count = |cases: usize, filter: CaseFilter| match cases {
        0 => Cell::new(Inline::Unknown(words::missing(None, snapshot.meta.kind).to_owned())),
        _ => Cell::number(cases_link(cases, filter), cases),
    };
    let prefectures = figures.prefectures.len();
    let mut cells = vec![
        Cell::new(Link::system(&system.slug, system.name.as_str())),
        count(figures.total, filter()),
        Cell::number(words::systems::prefectures_value(prefectures), grouped(prefectures as u64)),
    ];
    if scope == ScopeFilter::Prefecture {
        let of_type = |case: CaseRef<'_>| case.domain() == domain && *case.system_type() == system.slug;
        let municipal = Selection::all(&snapshot.cases);
        let municipal = municipal.count(|case| of_type(case) && ScopeFilter::Municipal.counts(case));
        cells.push(count(municipal, CaseFilter { scope: ScopeFilter::Municipal, ..filter() }));
    }
    cells.extend([
        count(figures.subsidy.yes, CaseFilter { subsidy: [Answer::Yes].into(), ..filter() }),
        count(figures.specification.yes, CaseFilter { spec: [Answer::Yes].into(), ..filter() }),
        count(figures.documents.stated.known, CaseFilter { has: [Has::Documents].into(), ..filter() }),
    ]);
    if noted {
        let page = Address::with_card(Route::System(system.slug.clone()), super::system::NOTES);
        cells.push(match system.policy_notes.is_empty() {
            true => Cell::new(words::systems::NOT_NOTED),
            false => Cell::new(Link::new(page, words::systems::NOTED)),
        });
    }
    cells
}

/// Shows a type without cases: what it is, and those of the other scope where there are any.
fn entry(snapshot: &Snapshot, scope: ScopeFilter, system: &SystemType) -> (Link, Text) {
    let (other, name): (_, fn(usize) -> String) = match scope {
        ScopeFilter::Municipal => (ScopeFilter::Prefecture, words::systems::prefecture_cases),
        ScopeFilter::Prefecture | ScopeFilter::All => {
            (ScopeFilter::Municipal, words::overview::municipal_cases)
        }
    };
    let of_type = |case: &CaseRef<'_>| *case.system_type() == system.slug && other.counts(*case);
    let mut note = Text::from(system.description.as_str());
    let cases = snapshot.cases.iter().filter(of_type).count();
    if cases > 0 {
        note.push(" ");
        note.push(Link::new(super::system::of_type(&system.slug, other), name(cases)));
    }
    (Link::system(&system.slug, system.name.as_str()), note)
}
