//! One prefecture: what is confirmed elsewhere and not here, its cases, its neighbours and its municipalities.

mod cases;
mod comparison;
mod elsewhere;
mod evidence;
mod figures;
mod municipalities;
mod neighbours;
mod sheet;

pub(super) use cases::{LED, PARTNER, table as case_table};
pub(super) use evidence::cases_nearby;
pub(super) use municipalities::municipalities;

use joint_procurement_core::domain::{PrefectureCode, Slug, Snapshot, Term};
use joint_procurement_core::query::{CaseFilter, ScopeFilter};
use joint_procurement_core::routes::{Address, Route};
use joint_procurement_core::stats::{CellCounts, Neighbours, PrefectureFigures, StateTable};

use super::matrix::counted;
use super::prefectures::region_name;
use super::shared::with_shared;
use super::{
    Block, Cell, Contents, Inline, Later, Link, OfMunicipalities, PageContent, Section, Target, Text,
    cases_link,
};
use crate::words;

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
    let (blocks, contents) = parts(snapshot, code, &figures);
    let region = snapshot.prefecture(code).map(|it| words::prefecture::region(region_name(snapshot, it)));
    PageContent {
        title: name.to_owned(),
        ancestors: vec![Route::Overview, Route::Prefectures],
        kicker: region.unwrap_or_default().into(),
        heading,
        lead: with_shared(snapshot, lead.into(), led_by(code)),
        contents,
        blocks,
    }
}

/// Orders the parts: what this prefecture lacks, with whom to ask, then what it has.
fn parts(snapshot: &Snapshot, code: PrefectureCode, figures: &PrefectureFigures) -> (Vec<Block>, Contents) {
    let states = StateTable::of(snapshot);
    let neighbours = Neighbours::of(snapshot, &states, code);
    let mut blocks = vec![
        elsewhere::elsewhere(snapshot, &states, code, &neighbours),
        Block::Later(Later::OfMunicipalities(OfMunicipalities::Counterparts(code))),
    ];
    if let Some(prefecture) = snapshot.prefecture(code) {
        blocks.push(Block::KeyFigures(figures::key_figures(snapshot, prefecture, figures)));
    }
    let mut contents = vec![("nearby", words::prefecture::PART_ELSEWHERE)];
    let (own, mut folded) = cases::led(snapshot, code, figures);
    if let Some(own) = own {
        blocks.push(own);
        contents.push(("cases", words::prefecture::CASES_HEADING));
    }
    blocks.extend(cases::taken_part_in(snapshot, code, figures));
    blocks.extend([
        neighbours::who(snapshot, &neighbours),
        comparison::comparison(snapshot, &states, code, &neighbours),
        sheet::states_here(snapshot, &states, code, &neighbours),
        sheet::not_known(snapshot, code, &neighbours),
    ]);
    let summary = if folded.is_empty() { words::prefecture::FOLDED_NOTES } else { words::prefecture::FOLDED };
    folded.push(neighbours::notes(snapshot, &states, code, &neighbours));
    blocks.push(Block::Disclosure { summary: summary.into(), blocks: folded });
    blocks.push(Block::Section(Section {
        id: "municipalities".to_owned(),
        heading: words::prefecture::municipalities::heading(snapshot.prefecture_name(code)),
        blocks: vec![Block::Later(Later::OfMunicipalities(OfMunicipalities::OfPrefecture(code)))],
        ..Section::default()
    }));
    contents.extend([
        ("comparison", words::prefecture::neighbours::COMPARISON_HEADING),
        ("not-known", words::prefecture::sheet::NOT_KNOWN_HEADING),
        ("notes", words::prefecture::PART_FIGURES),
        ("municipalities", words::prefecture::PART_MUNICIPALITIES),
    ]);
    let parts = contents.into_iter().map(|(id, name)| (id.to_owned(), name.to_owned()));
    (blocks, Contents { parts: parts.collect(), has_sheet: true })
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
