//! The systems that are bought together most, with all that is known of what they cost.

use std::cmp::Reverse;

use joint_procurement_core::domain::{Field, Snapshot, SystemType};
use joint_procurement_core::ordering;
use joint_procurement_core::query::{Answer, CaseFilter, Has, Selection};
use joint_procurement_core::routes::Route;
use joint_procurement_core::stats::{AmountFigures, SystemFigures};

use crate::content::systems::named_types;
use crate::content::{Block, Cell, Column, Inline, Link, Section, Table, Text, cases_link};
use crate::words;

/// Types that are shown.
const SHOWN: usize = 8;

/// Lists the types with most cases; `None` where no case has a type.
pub(super) fn most(snapshot: &Snapshot, selection: &Selection<'_>) -> Option<Block> {
    let types = named_types(snapshot).map(|system| {
        let of_type = selection.filter(|case| *case.system_type() == system.slug);
        (system, SystemFigures::of(snapshot, &of_type))
    });
    let mut types: Vec<_> = types.filter(|(_, figures)| figures.total > 0).collect();
    ordering::sort_by_key(&mut types, |(_, figures)| Reverse(figures.total));
    types.truncate(SHOWN);
    let table = Table {
        id: "most-table".to_owned(),
        caption: words::most::HEADING.to_owned(),
        caption_hidden: true,
        columns: vec![
            Column::text(words::facet::SYSTEM),
            Column::number(words::overview::COUNT),
            Column::number(words::systems::PREFECTURES),
            Column::prose(words::most::AMOUNTS),
            Column::number(words::systems::DOCUMENTS),
            Column::number(words::systems::SUBSIDY),
        ],
        rows: types.iter().map(|(system, figures)| row(snapshot, system, figures)).collect(),
        file_name: format!("{}_{}", words::most::HEADING, snapshot.meta.id),
    };
    (!types.is_empty()).then(|| {
        Block::Section(Section {
            id: "most".to_owned(),
            heading: words::most::HEADING.to_owned(),
            lead: words::most::lead(types.len()).into(),
            more: Link::new(Route::Systems, words::overview::SEE_SYSTEMS).into(),
            blocks: vec![Block::Table(table)],
        })
    })
}

fn row(snapshot: &Snapshot, system: &SystemType, figures: &SystemFigures<'_>) -> Vec<Cell> {
    let unknown = || Inline::Unknown(words::missing(None, snapshot.meta.kind).to_owned());
    let filter = || CaseFilter { system: [system.slug.clone()].into(), ..CaseFilter::default() };
    let count = |number: usize, filter: CaseFilter| match number {
        0 => Cell::new(unknown()),
        _ => Cell::number(cases_link(number, filter), number),
    };
    let prefectures = figures.prefectures.len();
    let amounts = amounts(figures);
    vec![
        Cell::new(Link::system(&system.slug, system.name.as_str())),
        count(figures.total, filter()),
        Cell::number(words::systems::prefectures_value(prefectures), prefectures),
        Cell::new(if amounts.is_empty() { unknown().into() } else { amounts }),
        count(figures.documents.stated.known, CaseFilter { has: [Has::Documents].into(), ..filter() }),
        count(figures.subsidy.yes, CaseFilter { subsidy: [Answer::Yes].into(), ..filter() }),
    ]
}

/// Writes from which to which amount each kind goes, a line each, with the number of cases that tell.
fn amounts(figures: &SystemFigures<'_>) -> Text {
    let costs = &figures.costs;
    let kinds = [
        (Field::InitialCost, &costs.initial),
        (Field::AnnualCost, &costs.annual),
        (Field::ContractTotal, &costs.total),
    ];
    let mut text = Text::default();
    for (field, amounts) in kinds {
        let Some(range) = range(amounts) else { continue };
        if !text.is_empty() {
            text.push(Inline::Break);
        }
        text.push(Inline::Number(words::most::amounts(words::field(field), &range, amounts.exact)));
    }
    text
}

fn range(amounts: &AmountFigures) -> Option<String> {
    let (smallest, largest) = amounts.smallest.zip(amounts.largest)?;
    Some(words::money::range_value(smallest, largest))
}
