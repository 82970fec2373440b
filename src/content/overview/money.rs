use joint_procurement_core::domain::{Field, Snapshot, YenRange};
use joint_procurement_core::query::{CaseFilter, Has, Selection};
use joint_procurement_core::stats::{AmountFigures, CostFigures, KnownCount};
use joint_procurement_core::text::{cases, yen};

use crate::content::bands::{bands, no_median};
use crate::content::{Block, Cell, Column, Inline, Link, Section, Table, Text};
use crate::words;

/// Shows what is known of costs and savings, and of how many cases it is not.
pub(super) fn money(snapshot: &Snapshot, selection: &Selection<'_>) -> Block {
    let costs = CostFigures::of(selection);
    let stated = KnownCount::of(selection, |case| case.savings().is_known());
    let kinds = [
        (Field::AnnualCost, &costs.annual),
        (Field::InitialCost, &costs.initial),
        (Field::ContractTotal, &costs.total),
    ];
    let table = Table {
        id: "money-table".to_owned(),
        caption: words::overview::MONEY_TABLE.to_owned(),
        caption_hidden: true,
        columns: vec![
            Column::text(words::money::KIND),
            Column::number(words::money::KNOWN),
            Column::number(words::money::MEDIAN),
            Column::number(words::money::RANGE),
            Column::number(words::money::BUDGETS),
        ],
        rows: kinds.iter().map(|(field, figures)| row(snapshot, *field, figures)).collect(),
        file_name: format!("{}_{}", words::overview::MONEY, snapshot.meta.id),
    };
    let has = |has| CaseFilter { has: [has].into(), ..CaseFilter::default() };
    let mut savings = Text::from(words::overview::savings_reading(snapshot.meta.kind, stated));
    if stated.known > 0 {
        savings = savings.then(" ").then(Link::new(has(Has::Savings), words::overview::SAVINGS_MORE));
    }
    Block::Section(Section {
        id: "money".to_owned(),
        heading: words::overview::MONEY.to_owned(),
        lead: words::overview::money_lead(&costs, selection.len()).into(),
        more: if selection.iter().any(|case| case.has_costs()) {
            Link::new(has(Has::Costs), words::overview::MONEY_MORE).into()
        } else {
            Text::default()
        },
        blocks: [Block::Table(table)]
            .into_iter()
            .chain(bands(&kinds, format!("{}_{}", words::money::BANDS, snapshot.meta.id)))
            .chain([Block::Paragraph(savings)])
            .collect(),
    })
}

fn row(snapshot: &Snapshot, field: Field, figures: &AmountFigures) -> Vec<Cell> {
    let unknown = || Cell::new(Inline::Unknown(words::missing(None, snapshot.meta.kind).to_owned()));
    let median = figures.median.map(|median| Cell::number(yen(YenRange::exact(median)), median));
    let range = figures.smallest.zip(figures.largest).map(|(smallest, largest)| {
        Cell::number(words::money::range_value(smallest, largest), format!("{smallest}-{largest}"))
    });
    let budgets = match figures.budgets {
        0 => words::money::NO_BUDGETS.to_owned(),
        count => cases(count),
    };
    vec![
        Cell::new(words::field(field)),
        match figures.known.known {
            0 => unknown(),
            known => Cell::number(cases(known), known),
        },
        median.or_else(|| no_median(figures)).unwrap_or_else(unknown),
        range.unwrap_or_else(unknown),
        Cell::number(budgets, figures.budgets),
    ]
}
