//! The types that are confirmed in other prefectures and not here: where, at what cost, and whom to ask.

use joint_procurement_core::domain::{CaseRef, PrefectureCode, Slug, Snapshot};
use joint_procurement_core::query::{CaseFilter, Has, Matches, SearchIndex, Selection, Sort};
use joint_procurement_core::routes::Route;
use joint_procurement_core::stats::{ConfirmedElsewhere, CostFigures, Neighbours, StateTable};

use super::super::{Block, Cell, Column, Inline, Link, Section, Table, Text, cases_link};
use super::neighbours::{link, nationwide_cell, system_cell};
use super::{evidence, state_there, unknown};
use crate::words;

/// Types that are shown at once; the others are behind a line.
const FIRST: usize = 8;

/// Lists the types, those of most prefectures first.
pub(super) fn elsewhere(
    snapshot: &Snapshot,
    states: &StateTable,
    code: PrefectureCode,
    neighbours: &Neighbours,
) -> Block {
    let name = snapshot.prefecture_name(code);
    let found = neighbours.confirmed_elsewhere.as_slice();
    let heading = words::prefecture::elsewhere::heading(name);
    let (first, others) = found.split_at(found.len().min(FIRST));
    let list = |part: &[ConfirmedElsewhere], id: &str, caption: String| {
        Block::Table(table(snapshot, states, code, part, id, caption))
    };
    let mut blocks = Vec::new();
    if !first.is_empty() {
        blocks.push(list(first, "nearby-table", heading.clone()));
    }
    let mut folded = Vec::new();
    if !others.is_empty() {
        folded.push(list(others, "others-table", words::prefecture::elsewhere::others_table(name)));
    }
    folded.extend(evidence::later(code, neighbours));
    if !folded.is_empty() {
        let summary = words::prefecture::elsewhere::others(others.len());
        blocks.push(Block::Disclosure { summary: summary.into(), blocks: folded });
    }
    let lead = if found.is_empty() {
        words::prefecture::elsewhere::none(name)
    } else {
        words::prefecture::elsewhere::lead(found.len(), name, snapshot.absent(code))
    };
    Block::Section(Section {
        id: "nearby".to_owned(),
        heading,
        lead: lead.into(),
        blocks,
        ..Section::default()
    })
}

fn table(
    snapshot: &Snapshot,
    states: &StateTable,
    code: PrefectureCode,
    found: &[ConfirmedElsewhere],
    id: &str,
    caption: String,
) -> Table {
    let rows = found.iter().map(|it| {
        let mut system = system_cell(snapshot, &it.slug);
        if it.here.has_case() {
            // Cases of municipalities among themselves.
            system.text.push(Inline::Break);
            state_there(states, code, &it.slug).into_iter().for_each(|piece| system.text.push(piece));
        }
        let filter = CaseFilter { system: [it.slug.clone()].into(), ..CaseFilter::default() };
        let matches = Matches::new(snapshot, &SearchIndex::default(), &filter);
        let cases = matches.selection(&snapshot.cases);
        vec![
            system,
            nationwide_cell(snapshot, it.nationwide),
            Cell::new(neighbours_with(snapshot, it)),
            Cell::new(costs(snapshot, &cases, &it.slug)),
            Cell::new(to_ask(snapshot, it, &cases)),
        ]
    });
    Table {
        id: id.to_owned(),
        file_name: format!("{caption}_{}", snapshot.meta.id),
        caption,
        caption_hidden: true,
        columns: vec![
            Column::text(words::facet::SYSTEM),
            Column::number(words::prefecture::neighbours::NATIONWIDE),
            Column::text(words::prefecture::neighbours::NEARBY),
            Column::text(words::prefecture::elsewhere::COSTS),
            Column::text(words::prefecture::elsewhere::TO_ASK),
        ],
        rows: rows.collect(),
    }
}

fn neighbours_with(snapshot: &Snapshot, found: &ConfirmedElsewhere) -> Text {
    let mut text = Text::default();
    for it in &found.there {
        if !text.is_empty() {
            text.push(words::BETWEEN);
        }
        text.push(link(snapshot, it.neighbour.prefecture));
    }
    if text.is_empty() { unknown(words::absent(snapshot.meta.kind)).into() } else { text }
}

/// Tells the smallest and the largest amount, with the cases that state any. The kind is the first that readers ask
/// for and that a case states.
pub(in crate::content) fn costs(snapshot: &Snapshot, cases: &Selection<'_>, slug: &Slug) -> Text {
    let known = cases.count(|case| case.has_costs());
    if known == 0 {
        return unknown(words::missing(None, snapshot.meta.kind)).into();
    }
    let figures = CostFigures::of(cases);
    let kinds = [
        (words::facet::ANNUAL, &figures.annual),
        (words::facet::INITIAL, &figures.initial),
        (words::prefecture::elsewhere::TOTAL, &figures.total),
    ];
    let mut text = Text::default();
    let stated =
        kinds.into_iter().find_map(|(kind, figures)| Some((kind, figures.smallest?, figures.largest?)));
    if let Some((kind, smallest, largest)) = stated {
        text.push(Inline::Number(words::prefecture::elsewhere::amount(kind, smallest, largest)));
        text.push(" ");
    }
    let filter =
        CaseFilter { system: [slug.clone()].into(), has: [Has::Costs].into(), ..CaseFilter::default() };
    text.then(cases_link(known, filter))
}

/// Leads to the case to ask about. It names its department and is of a neighbour if there is one; else most is known
/// of it.
fn to_ask(snapshot: &Snapshot, found: &ConfirmedElsewhere, cases: &Selection<'_>) -> Text {
    let nearby = found.there.iter().flat_map(|it| &it.rows);
    let sorted = Sort::default().apply(snapshot, cases.clone());
    ask_first(snapshot, nearby.chain(sorted.rows()).copied().collect())
}

/// Leads to the first case that names its department, or else to the first.
pub(in crate::content) fn ask_first(snapshot: &Snapshot, rows: Vec<usize>) -> Text {
    let cases = || rows.iter().map(|&row| snapshot.cases.row(row));
    let names_one = |case: &CaseRef<'_>| case.contact_department().is_known();
    let Some(case) = cases().find(names_one).or_else(|| cases().next()) else { return Text::default() };
    let place = snapshot.prefecture_name(case.lead_prefecture());
    let said = match case.contact_department().known() {
        // Most begin with the prefecture themselves.
        Some(department) if department.starts_with(place) => department.to_owned(),
        Some(department) => words::prefecture::elsewhere::department(place, department),
        None => words::prefecture::elsewhere::case_of(place),
    };
    Link::new(Route::Case(case.id().clone()), said).into()
}
