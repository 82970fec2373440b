//! The overview: what there is, by domain and system type, where, and since when.

mod doors;
mod figures;
mod money;
mod most;
mod places;

use joint_procurement_core::domain::{CaseRef, Domain, Snapshot, Status, Term};
use joint_procurement_core::query::{
    CaseFilter, CaseQuery, FormAnswer, Forms, Matches, NameScope, Range, ScopeFilter, SearchIndex, Selection,
    Set, Sort, StatusAnswer,
};
use joint_procurement_core::routes::{Address, Route};
use joint_procurement_core::stats::{DomainCount, Overview, Summary, SystemCount, YearCounts};

use super::subsidy::Subsidies;
use super::{
    Bar, Block, Card, Cell, Chart, Column, DomainTile, Link, PageContent, Picture, Section, Table, Text,
};
use super::{cases_link, find_by_name, list_of, source_line};
use crate::charts::year_columns;
use crate::words;

/// Cases that are shown of the newest and of the coming ones.
const SHOWN: usize = 4;

pub fn overview(snapshot: &Snapshot) -> PageContent {
    let matches = Matches::new(snapshot, &SearchIndex::default(), &CaseFilter::default());
    let cases = matches.selection(&snapshot.cases);
    let summary = Summary::of(&cases);
    if cases.is_empty() {
        return without_cases(snapshot);
    }
    let filter = CaseFilter::default();
    let subsidies = Subsidies { snapshot, cases: &cases, filter, by_type: true, subject: "" };
    PageContent {
        heading: words::overview::heading(summary.total, summary.by_prefecture.len()),
        lead: words::overview::lead(snapshot.meta.kind).into(),
        blocks: [
            // The first screen: a question, the ways, the figures with their limits.
            Some(find_by_name(words::town::HEADING, NameScope::All)),
            Some(doors::doors(&cases)),
            Some(Block::FigureLine(figures::key_figures(snapshot, &cases, &summary))),
            Some(counted(snapshot)),
            most::most(snapshot, &cases),
            Some(places::places(snapshot, &cases, &summary)),
            newest(snapshot, &cases),
            coming(snapshot, &cases),
            Some(domains(snapshot, &cases)),
            Some(years(snapshot, &cases)),
            Some(money::money(snapshot, &cases)),
            Some(subsidies.section()),
        ]
        .into_iter()
        .flatten()
        .collect(),
        ..PageContent::default()
    }
}

/// Says that there is no case to count, and leads to those of every scope and form.
fn without_cases(snapshot: &Snapshot) -> PageContent {
    let all = CaseFilter { scope: ScopeFilter::All, form: Forms::all(), ..CaseFilter::default() };
    let others = snapshot.cases.iter().count();
    PageContent {
        heading: words::overview::heading_none(snapshot.meta.kind).to_owned(),
        lead: words::overview::lead(snapshot.meta.kind).into(),
        blocks: (others > 0)
            .then(|| Block::paragraph(Link::new(all, words::overview::all_cases(others))))
            .into_iter()
            .collect(),
        ..PageContent::default()
    }
}

/// Says what the figures count, with the way to what they leave out.
fn counted(snapshot: &Snapshot) -> Block {
    let of_scope = Selection::all(&snapshot.cases).filter(|case| ScopeFilter::default().admits(case.scope()));
    let note = words::overview::scope_note(of_scope.iter().any(|case| case.form().is_known()));
    let shared = of_scope.count(|case| !case.is_joint());
    let mut text = Text::from(words::overview::limits(snapshot.meta.kind)).then(note);
    if shared > 0 {
        let form = Set::from([FormAnswer::SharedService]).into();
        text.push(" ");
        text.push(Link::new(
            CaseFilter { form, ..CaseFilter::default() },
            words::overview::shared_services(shared),
        ));
    }
    Block::Notice { tone: super::Tone::Info, texts: vec![text] }
}

/// Shows the three domains with their system types, by number of cases.
fn domains(snapshot: &Snapshot, cases: &Selection<'_>) -> Block {
    let overview = Overview::of(snapshot, cases);
    let largest = overview.domains.iter().flat_map(|domain| &domain.systems).map(|it| it.cases).max();
    let tiles = overview.domains.iter().map(|count| domain_tile(snapshot, count, largest.unwrap_or(1)));
    Block::Section(Section {
        id: "domains".to_owned(),
        heading: words::overview::DOMAINS.to_owned(),
        lead: words::overview::DOMAINS_LEAD.into(),
        more: Link::new(Route::Systems, words::overview::SEE_SYSTEMS).into(),
        blocks: vec![Block::Domains { tiles: tiles.collect(), file: domain_table(snapshot, &overview) }],
    })
}

fn of_system(domain: Domain, system: &SystemCount) -> CaseFilter {
    CaseFilter { domain: [domain].into(), system: [system.slug.clone()].into(), ..CaseFilter::default() }
}

fn domain_tile(snapshot: &Snapshot, count: &DomainCount, largest: usize) -> DomainTile {
    let domain = count.domain;
    let term = snapshot.terms.domains.iter().find(|term| term.slug == domain);
    let bars = |systems: &[SystemCount]| -> Vec<Bar> {
        let bars = systems.iter().map(|system| Bar {
            name: snapshot.system_name(&system.slug).to_owned(),
            page: Some(Route::System(system.slug.clone()).into()),
            cases: system.cases,
            largest,
            to: of_system(domain, system).into(),
        });
        bars.collect()
    };
    let others = (!count.others.is_empty()).then(|| {
        let summary = words::overview::others(count.other_cases());
        (summary, words::overview::OTHERS_HINT.to_owned(), bars(&count.others))
    });
    DomainTile {
        domain,
        cases: count.cases,
        to: CaseFilter { domain: [domain].into(), ..CaseFilter::default() }.into(),
        note: term.and_then(|term| term.description.clone()).unwrap_or_default(),
        bars: bars(&count.systems),
        others,
    }
}

fn domain_table(snapshot: &Snapshot, overview: &Overview) -> Table {
    let rows = overview.domains.iter().flat_map(|domain| {
        let systems = domain.systems.iter().chain(&domain.others);
        systems.map(|system| {
            let name = Cell::new(snapshot.system_name(&system.slug));
            vec![Cell::new(domain.domain.ja()), name, Cell::new(system.cases.to_string())]
        })
    });
    let columns = [words::facet::DOMAIN, words::facet::SYSTEM, words::overview::COUNT];
    Table {
        columns: columns.map(Column::text).to_vec(),
        rows: rows.collect(),
        file_name: format!("{}_{}", words::overview::SYSTEM_TABLE, snapshot.meta.id),
        ..Table::default()
    }
}

/// Counts the confirmed years of introduction: picture and table of the same rows. `filter` is what `cases`
/// were selected by.
fn years(snapshot: &Snapshot, cases: &Selection<'_>) -> Block {
    let years = YearCounts::of(cases);
    let description = words::overview::years_chart(&years);
    let as_of = snapshot.meta.as_of;
    let filter = |year: u16| {
        let year = Some(u64::from(year));
        CaseFilter { year: Range::new(year, year), ..CaseFilter::default() }
    };
    let links = years.years.iter().map(|row| Some(list_of(filter(row.year)))).collect();
    let shown = years.years.iter().filter(|row| row.cases > 0);
    let rows = shown.map(|row| {
        vec![
            Cell::number(words::overview::year_of_data(row.year, as_of), row.year),
            Cell::number(cases_link(row.cases, filter(row.year)), row.cases),
        ]
    });
    let heading = words::overview::years_heading(&years);
    let table = Table {
        id: "years-table".to_owned(),
        caption: heading.clone(),
        caption_hidden: true,
        columns: vec![Column::text(words::overview::YEAR), Column::number(words::overview::COUNT)],
        rows: rows.collect(),
        file_name: format!("{}_{}", words::overview::YEAR, snapshot.meta.id),
    };
    Block::Card(Box::new(Card {
        id: "years".to_owned(),
        heading,
        reading: words::overview::years_reading(snapshot.meta.kind, &years, as_of).into(),
        picture: (years.confirmed.known >= super::PICTURE_FROM).then(|| {
            Picture::Chart(Chart {
                option: year_columns(&years, as_of.year_month().year, words::unit::CASES, &description)
                    .linked(vec![links]),
                caption: words::overview::years_caption(&years, as_of),
                description,
            })
        }),
        table,
        source: source_line(snapshot),
    }))
}

/// Shows the cases that were introduced last. Plans are no introductions.
fn newest(snapshot: &Snapshot, cases: &Selection<'_>) -> Option<Block> {
    let dated = cases.filter(|case| case.introduction_year().is_some() && !is_planned(case));
    let query = CaseQuery { sort: Sort::NEWEST, ..CaseQuery::default() };
    few(snapshot, "newest", words::overview::NEWEST, words::overview::SEE_NEWEST.to_owned(), &dated, query)
}

/// Shows the cases that are planned.
fn coming(snapshot: &Snapshot, cases: &Selection<'_>) -> Option<Block> {
    let planned = cases.filter(is_planned);
    let filter = CaseFilter { status: [StatusAnswer::Planned].into(), ..CaseFilter::default() };
    let query = CaseQuery { filter, sort: Sort::NEWEST, ..CaseQuery::default() };
    let more = words::doors::planned(planned.len());
    few(snapshot, "coming", words::overview::COMING, more, &planned, query)
}

fn is_planned(case: CaseRef<'_>) -> bool {
    case.status().known() == Some(Status::Planned)
}

/// Shows the first cases in the order of a list, and the way to it; `None` where there are none.
fn few(
    snapshot: &Snapshot,
    id: &str,
    heading: &str,
    more: String,
    cases: &Selection<'_>,
    query: CaseQuery,
) -> Option<Block> {
    let sorted = query.sort.apply(snapshot, cases.clone());
    (!cases.is_empty()).then(|| {
        Block::Section(Section {
            id: id.to_owned(),
            heading: heading.to_owned(),
            more: Link::new(Address::with_query(Route::Cases, query), more).into(),
            blocks: vec![Block::Cases {
                rows: sorted.rows().iter().copied().take(SHOWN).collect(),
                file_name: format!("{heading}_{}", snapshot.meta.id),
            }],
            ..Section::default()
        })
    })
}
