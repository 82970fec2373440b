//! The overview: what there is, by domain and system type, where, and since when.

mod money;
mod places;

use joint_procurement_core::domain::{CostBasis, Domain, Snapshot, Term};
use joint_procurement_core::query::{
    CaseFilter, Has, Matches, Range, ScopeFilter, SearchIndex, Selection, Sort,
};
use joint_procurement_core::routes::Route;
use joint_procurement_core::stats::{DomainCount, KnownCount, Overview, Summary, SystemCount, YearCounts};
use joint_procurement_core::text::grouped;

use super::{
    Bar, Block, Card, Cell, Chart, Column, Content, DomainTile, KeyFigure, Link, Picture, Section, Table,
    Text,
};
use super::{cases_link, source_line};
use crate::charts::year_columns;
use crate::words::Words;

/// Cases under "newest".
const NEWEST: usize = 5;

pub fn overview(snapshot: &Snapshot, words: &Words) -> Content {
    let matches = Matches::new(snapshot, &SearchIndex::default(), &CaseFilter::default());
    let cases = matches.selection(&snapshot.cases);
    let summary = Summary::of(&cases);
    Content {
        heading: (words.overview.heading)(summary.total, summary.by_prefecture.len()),
        lead: (words.overview.lead)(snapshot.meta.kind).into(),
        blocks: vec![
            Block::info(words.overview.scope_note),
            Block::KeyFigures(key_figures(snapshot, words, &cases, &summary)),
            find_town(words),
            domains(snapshot, words, &cases),
            years(snapshot, words, &cases, CaseFilter::default()),
            places::places(snapshot, words, &summary),
            money::money(snapshot, words, &cases),
            newest(snapshot, words, &cases),
        ],
        ..Content::default()
    }
}

/// Makes the section that most readers come for.
fn find_town(words: &Words) -> Block {
    Block::Section(Section {
        id: "town-search".to_owned(),
        heading: words.town.heading.to_owned(),
        blocks: vec![Block::TownSearch],
        ..Section::default()
    })
}

/// The numbers one should know, each with what it leaves out.
fn key_figures(
    snapshot: &Snapshot,
    words: &Words,
    cases: &Selection<'_>,
    summary: &Summary,
) -> Vec<KeyFigure> {
    let words = &words.overview;
    let municipal = Selection::all(&snapshot.cases).count(|case| ScopeFilter::Municipal.admits(case.scope()));
    let municipal_filter = CaseFilter { scope: ScopeFilter::Municipal, ..CaseFilter::default() };
    let costs = KnownCount::of(cases, |case| case.has_costs());
    let not_budget = cases.count(|case| case.has_costs() && case.cost_basis() != Some(CostBasis::Budget));
    let documents = KnownCount::of(cases, |case| case.document_kinds().is_known());
    let participants = KnownCount { known: summary.participants.known, total: summary.total };
    let has = |has| CaseFilter { has: [has].into(), ..CaseFilter::default() };
    let figure = |label: &str, value: u64, unit: &str, filter: CaseFilter, note: Text| KeyFigure {
        label: label.to_owned(),
        value: grouped(value),
        unit: unit.to_owned(),
        to: filter.into(),
        note,
    };
    let mut prefectures = figure(
        words.prefectures,
        summary.by_prefecture.len() as u64,
        words.prefectures_unit,
        CaseFilter::default(),
        (words.prefectures_note)(summary.by_prefecture.len()).into(),
    );
    prefectures.to = Route::Prefectures.into();
    vec![
        figure(
            words.cases,
            summary.total as u64,
            "件",
            CaseFilter::default(),
            Link::new(municipal_filter, (words.municipal_cases)(municipal)).into(),
        ),
        prefectures,
        figure(
            words.participants,
            summary.participants.sum,
            words.participants_unit,
            has(Has::Participants),
            (words.participants_note)(participants).into(),
        ),
        figure(
            words.costs,
            costs.known as u64,
            "件",
            has(Has::Costs),
            (words.costs_note)(costs, not_budget).into(),
        ),
        figure(
            words.documents,
            documents.known as u64,
            "件",
            has(Has::Documents),
            (words.documents_note)(documents).into(),
        ),
    ]
}

/// The three domains with their system types, by number of cases.
fn domains(snapshot: &Snapshot, words: &Words, cases: &Selection<'_>) -> Block {
    let overview = Overview::of(snapshot, cases);
    let largest = overview.domains.iter().flat_map(|domain| &domain.systems).map(|it| it.cases).max();
    let tiles =
        overview.domains.iter().map(|count| domain_tile(snapshot, words, count, largest.unwrap_or(1)));
    Block::Section(Section {
        id: "domains".to_owned(),
        heading: words.overview.domains.to_owned(),
        lead: words.overview.domains_lead.into(),
        more: Link::new(Route::Systems, words.overview.see_systems).into(),
        blocks: vec![Block::Domains {
            tiles: tiles.collect(),
            file: domain_table(snapshot, words, &overview),
        }],
    })
}

fn of_system(domain: Domain, system: &SystemCount) -> CaseFilter {
    CaseFilter { domain: [domain].into(), system: [system.slug.clone()].into(), ..CaseFilter::default() }
}

fn domain_tile(snapshot: &Snapshot, words: &Words, count: &DomainCount, largest: usize) -> DomainTile {
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
        let summary = (words.overview.others)(count.other_cases());
        (summary, words.overview.others_hint.to_owned(), bars(&count.others))
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

fn domain_table(snapshot: &Snapshot, words: &Words, overview: &Overview) -> Table {
    let rows = overview.domains.iter().flat_map(|domain| {
        let systems = domain.systems.iter().chain(&domain.others);
        systems.map(|system| {
            let name = Cell::new(snapshot.system_name(&system.slug));
            vec![Cell::new(domain.domain.ja()), name, Cell::new(system.cases.to_string())]
        })
    });
    let columns = [words.list.domain, words.list.system, words.overview.count];
    Table {
        columns: columns.map(Column::text).to_vec(),
        rows: rows.collect(),
        file_name: format!("{}_{}", words.overview.system_table, snapshot.meta.id),
        ..Table::default()
    }
}

/// Confirmed years of introduction: picture and table of the same rows. `filter` is what `cases` were
/// selected by.
pub(super) fn years(snapshot: &Snapshot, words: &Words, cases: &Selection<'_>, filter: CaseFilter) -> Block {
    let years = YearCounts::of(cases);
    let words_of_years = &words.overview;
    let description = (words_of_years.years_chart)(&years);
    let shown = years.years.iter().filter(|row| row.cases > 0);
    let rows = shown.map(|row| {
        let year = Some(u64::from(row.year));
        let filter = CaseFilter { year: Range::new(year, year), ..filter.clone() };
        vec![
            Cell::number((words_of_years.year_value)(row.year), row.year),
            Cell::number(cases_link(row.cases, filter), row.cases),
        ]
    });
    let heading = (words_of_years.years_heading)(&years);
    let table = Table {
        id: "years-table".to_owned(),
        caption: heading.clone(),
        caption_hidden: true,
        columns: vec![Column::text(words_of_years.year), Column::number(words_of_years.count)],
        rows: rows.collect(),
        file_name: format!("{}_{}", words_of_years.year, snapshot.meta.id),
    };
    Block::Card(Box::new(Card {
        id: "years".to_owned(),
        heading,
        reading: (words_of_years.years_reading)(&years).into(),
        picture: (years.confirmed.known >= super::PICTURE_FROM).then(|| {
            Picture::Chart(Chart {
                option: year_columns(&years, "件", &description),
                caption: (words_of_years.years_caption)(years.confirmed),
                description,
            })
        }),
        table,
        source: source_line(snapshot, words),
    }))
}

fn newest(snapshot: &Snapshot, words: &Words, cases: &Selection<'_>) -> Block {
    let dated = cases.filter(|case| case.introduction_year().is_some());
    let newest = Sort::default().apply(snapshot, dated);
    Block::Section(Section {
        id: "newest".to_owned(),
        heading: words.overview.newest.to_owned(),
        more: Link::new(Route::Cases, words.overview.see_list).into(),
        blocks: vec![Block::Cases {
            rows: newest.rows().iter().copied().take(NEWEST).collect(),
            file_name: format!("{}_{}", words.overview.newest, snapshot.meta.id),
        }],
        ..Section::default()
    })
}
