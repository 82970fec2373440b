//! One prefecture: its cases, its neighbours, what is confirmed there and not here, and its
//! municipalities.

mod comparison;
mod evidence;
mod figures;
mod municipalities;
mod neighbours;
mod sheet;

pub(super) use evidence::cases_nearby;
pub(super) use municipalities::municipalities;

use joint_procurement_core::domain::{PrefectureCode, Slug, Snapshot, Term};
use joint_procurement_core::query::{CaseFilter, ScopeFilter, Selection, Sort};
use joint_procurement_core::routes::{Address, Route};
use joint_procurement_core::stats::{
    CellCounts, LedCases, Neighbours, PrefectureFigures, StateTable, YearCounts,
};

use super::matrix::counted;
use super::overview::years;
use super::prefectures::region_name;
use super::shared::with_shared;
use super::subsidy::Subsidies;
use super::{
    Block, Cell, Column, Inline, Later, Link, OfMunicipalities, PageContent, Section, Table, Target, Text,
    cases_link,
};
use crate::words;

/// Cases on the page; the list has the others.
const CASES: usize = 10;
/// The number of cases from which on a table tells more than the list of them.
const TABLE_FROM: usize = 3;

pub fn prefecture(snapshot: &Snapshot, code: PrefectureCode) -> PageContent {
    let name = snapshot.prefecture_name(code);
    let figures = PrefectureFigures::of(snapshot, code);
    let led = &figures.led;
    let (heading, lead) = if led.total > 0 {
        let lead = words::prefecture::lead(snapshot.meta.kind, led.total, led.systems());
        (words::prefecture::heading(name, led.total), lead)
    } else {
        let absent = snapshot.absent(code);
        let heading = words::prefecture::heading_unconfirmed(name, absent.ja());
        (heading, words::prefecture::lead_unconfirmed(absent).to_owned())
    };
    let region = snapshot.prefecture(code).map(|it| words::prefecture::region(region_name(snapshot, it)));
    PageContent {
        title: name.to_owned(),
        ancestors: vec![Route::Overview, Route::Prefectures],
        kicker: region.unwrap_or_default().into(),
        heading,
        lead: with_shared(snapshot, lead.into(), led_by(code)),
        blocks: blocks(snapshot, code, &figures),
    }
}

/// Orders the parts. A prefecture without a case of its own shows its neighbours first.
fn blocks(snapshot: &Snapshot, code: PrefectureCode, figures: &PrefectureFigures) -> Vec<Block> {
    let states = StateTable::of(snapshot);
    let neighbours = Neighbours::of(snapshot, &states, code);
    let own = own_cases(snapshot, code, figures);
    let around = [
        neighbours::who(snapshot, &neighbours),
        sheet::states_here(snapshot, &states, code, &neighbours),
        neighbours::nearby(snapshot, &states, code, &neighbours),
        sheet::not_known(snapshot, code, &neighbours),
        comparison::comparison(snapshot, &states, code, &neighbours),
        neighbours::notes(snapshot, &states, code, &neighbours),
    ];
    let municipalities = Block::Section(Section {
        id: "municipalities".to_owned(),
        heading: words::prefecture::municipalities::heading(snapshot.prefecture_name(code)),
        blocks: vec![Block::Later(Later::OfMunicipalities(OfMunicipalities::OfPrefecture(code)))],
        ..Section::default()
    });
    let mut sections: Vec<Block> = if figures.led.total > 0 {
        own.into_iter().chain(around).collect()
    } else {
        around.into_iter().chain(own).collect()
    };
    sections.push(municipalities);
    let mut blocks = Vec::new();
    if let Some(prefecture) = snapshot.prefecture(code) {
        blocks.push(Block::KeyFigures(figures::key_figures(snapshot, prefecture, figures)));
    }
    let parts = ["nearby", "comparison", "municipalities"].map(|id| part_of_page(code, id));
    blocks.push(Block::Paragraph(Text::linked(words::prefecture::CONTENTS, parts.to_vec())));
    blocks.extend(sections);
    blocks
}

/// Shows the cases that it leads, their years, and those in which it takes part.
fn own_cases(snapshot: &Snapshot, code: PrefectureCode, figures: &PrefectureFigures) -> Vec<Block> {
    let name = snapshot.prefecture_name(code);
    let mut found = Vec::new();
    let total = figures.led.total;
    if total > 0 {
        let filter = led_by(code);
        let cases = Selection::all(&snapshot.cases)
            .filter(|case| case.lead_prefecture() == code && filter.scope.counts(case));
        let sorted = Sort::default().apply(snapshot, cases.clone());
        let shown = sorted.rows().iter().copied().take(CASES).collect();
        let mut blocks = Vec::new();
        if total >= TABLE_FROM {
            blocks.push(Block::Table(system_table(snapshot, code, &figures.led)));
        }
        if total > CASES {
            blocks.push(Block::paragraph(words::prefecture::cases_shown(CASES)));
        }
        blocks.push(Block::Cases {
            rows: shown,
            file_name: format!("{name}_{}_{}", words::prefecture::CASES_SHOWN, snapshot.meta.id),
        });
        found.push(Block::Section(Section {
            id: "cases".to_owned(),
            heading: words::prefecture::CASES_HEADING.to_owned(),
            lead: Text::default(),
            more: Link::new(filter.clone(), words::prefecture::cases_all(total)).into(),
            blocks,
        }));
        if YearCounts::of(&cases).confirmed.known >= super::PICTURE_FROM {
            found.push(years(snapshot, &cases, filter.clone()));
        }
        found.push(Subsidies { snapshot, cases: &cases, filter, by_type: true, subject: name }.section());
    }
    if !figures.partner.is_empty() {
        let partner = Selection::new(&snapshot.cases, figures.partner.clone());
        found.push(Block::Section(Section {
            id: "partner".to_owned(),
            heading: words::prefecture::PARTNER_HEADING.to_owned(),
            lead: words::prefecture::PARTNER_LEAD.into(),
            more: Link::new(taken_part_in_by(code), words::prefecture::cases_all(figures.partner.len()))
                .into(),
            blocks: vec![Block::Cases {
                rows: Sort::default().apply(snapshot, partner).rows().to_vec(),
                file_name: format!("{name}_{}_{}", words::prefectures::PARTNER, snapshot.meta.id),
            }],
        }));
    }
    found
}

/// Counts the cases by domain and system type.
fn system_table(snapshot: &Snapshot, code: PrefectureCode, led: &LedCases) -> Table {
    let rows = led.domains.iter().flat_map(|domain| {
        domain.systems.iter().map(move |system| {
            let filter = CaseFilter {
                domain: [domain.domain].into(),
                system: [system.slug.clone()].into(),
                ..led_by(code)
            };
            vec![
                Cell::new(Link::system(&system.slug, snapshot.system_name(&system.slug))),
                Cell::new(Inline::Domain(domain.domain)),
                Cell::number(cases_link(system.cases, filter), system.cases),
            ]
        })
    });
    Table {
        id: "cases-table".to_owned(),
        caption: words::prefecture::CASES_TABLE.to_owned(),
        caption_hidden: false,
        columns: vec![
            Column::text(words::facet::SYSTEM),
            Column::text(words::facet::DOMAIN),
            Column::number(words::overview::COUNT),
        ],
        rows: rows.collect(),
        file_name: format!(
            "{}_{}_{}",
            snapshot.prefecture_name(code),
            words::prefecture::CASES_TABLE,
            snapshot.meta.id
        ),
    }
}

/// Links to a part of the page of a prefecture.
fn part_of_page(code: PrefectureCode, id: &str) -> Target {
    Address::with_card(Route::Prefecture(code), id).into()
}

/// Selects the cases that count for a prefecture.
pub(super) fn led_by(code: PrefectureCode) -> CaseFilter {
    CaseFilter { pref: [code].into(), ..CaseFilter::default() }
}

/// Selects the cases that others lead.
pub(super) fn taken_part_in_by(code: PrefectureCode) -> CaseFilter {
    CaseFilter { partner: [code].into(), ..CaseFilter::default() }
}

/// Selects the cases of its municipalities among themselves.
pub(super) fn municipal_of(code: PrefectureCode) -> CaseFilter {
    CaseFilter { scope: ScopeFilter::Municipal, ..led_by(code) }
}

pub(super) fn unknown(words: &str) -> Inline {
    Inline::Unknown(words.to_owned())
}

/// Writes a number of cases that leads to their list; the words for finding none where there are none.
pub(super) fn count_cell(cases: usize, filter: CaseFilter, absent: &str) -> Cell {
    if cases > 0 { Cell::number(cases_link(cases, filter), cases) } else { Cell::new(unknown(absent)) }
}

/// Tells the states of a system type in a prefecture, with the cases behind each. Those that it leads and those
/// in which it takes part have a list each.
fn state_there(states: &StateTable, at: PrefectureCode, system: &Slug) -> Text {
    cell_text(at, &states.counts(at, [system]), &|filter| filter)
}

/// Tells the same of a cell, a line a state. So no number stands beside a state that it is not of. `narrow` adds
/// to the filter of a list what the cell is of.
pub(super) fn cell_text(
    at: PrefectureCode,
    cell: &CellCounts,
    narrow: &dyn Fn(CaseFilter) -> CaseFilter,
) -> Text {
    if cell.parts.is_empty() {
        return Inline::State(cell.state).into();
    }
    let mut text = Text::default();
    for part in &cell.parts {
        if !text.is_empty() {
            text.push(Inline::Break);
        }
        text.push(Inline::State(part.state));
        if part.led > 0 {
            text.push(" ");
            text.push(cases_link(part.led, narrow(counted(part, led_by(at)))));
        }
        if part.partner > 0 {
            text.push(" ");
            let words = words::prefecture::neighbours::takes_part(part.partner);
            text.push(Link::new(narrow(counted(part, taken_part_in_by(at))), words));
        }
    }
    text
}
