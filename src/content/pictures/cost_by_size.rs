//! The amounts that groups of different sizes paid.

use joint_procurement_core::domain::{Snapshot, YenRange};
use joint_procurement_core::routes::Route;
use joint_procurement_core::stats::{CostBySize, CostFigures, CostPoint, GroupMeasure};
use joint_procurement_core::text::yen;

use crate::charts::{Dot, dots};
use crate::content::{Block, Card, Cell, Chart, Column, Inline, Link, Picture, Table, source_line};
use crate::words::{self, cost_by_size as said};

/// Persons, and yen, that the axes count by.
const MAN: f64 = 10_000.0;
const OKU: f64 = 100_000_000.0;

/// Makes a card for each measure of size of which enough is known. `subject` is what the names of the files begin
/// with.
pub(in crate::content) fn costs_by_size(
    snapshot: &Snapshot,
    costs: &CostFigures,
    subject: &str,
) -> Vec<Block> {
    let found = CostBySize::of(&snapshot.cases, costs);
    found.iter().filter_map(|it| card(snapshot, it, subject)).collect()
}

fn card(snapshot: &Snapshot, of: &CostBySize, subject: &str) -> Option<Block> {
    let CostBySize { measure, points, .. } = of;
    let (least, most) = (points.first()?, points.last()?);
    let case = |point: &CostPoint| snapshot.cases.row(point.row);
    let unit = if *measure == GroupMeasure::Population { MAN } else { 1.0 };
    let description = said::chart(*measure, points.len());
    let all = points.iter().map(|point| Dot {
        across: point.size as f64 / unit,
        up: point.yen as f64 / OKU,
        cost: point.cost,
        label: words::map::short(snapshot.prefecture_name(case(point).lead_prefecture())).to_owned(),
        words: said::point(case(point).title(), *point, *measure),
        to: Route::Case(case(point).id().clone()).into(),
    });
    let all: Vec<Dot> = all.collect();
    let rows = points.iter().map(|point| {
        vec![
            Cell::new(Link::new(Route::Case(case(point).id().clone()), case(point).title())),
            Cell::number(said::size_value(point.size, *measure), point.size),
            Cell::new(words::field(point.cost)),
            Cell::number(Inline::Number(yen(YenRange::exact(point.yen))), point.yen),
        ]
    });
    let heading = said::heading(*measure).to_owned();
    let id = match measure {
        GroupMeasure::Participants => "costs-by-participants",
        GroupMeasure::Population => "costs-by-population",
    };
    Some(Block::Card(Box::new(Card {
        id: id.to_owned(),
        reading: said::reading(*least, *most, of.placed, points.len(), *measure).into(),
        picture: Some(Picture::Chart(Chart {
            option: dots(&all, said::size_axis(*measure), said::AMOUNT_AXIS, &description),
            caption: said::caption(of.left_out),
            description,
        })),
        table: Table {
            id: format!("{id}-table"),
            caption: heading.clone(),
            caption_hidden: true,
            columns: vec![
                Column::prose(words::system::CASE),
                Column::number(said::size(*measure)),
                Column::text(words::money::KIND),
                Column::number(said::AMOUNT),
            ],
            rows: rows.collect(),
            file_name: format!("{subject}_{heading}_{}", snapshot.meta.id),
        },
        source: source_line(snapshot),
        heading,
    })))
}
