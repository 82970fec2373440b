//! The amounts that groups of different sizes paid.

use joint_procurement_core::domain::{Term, YenRange};
use joint_procurement_core::stats::{CostBySize, CostPoint, GroupMeasure};

use super::SystemPage;
use super::costs::amount_cell;
use crate::charts::{Dot, dots};
use crate::content::{Block, Card, Cell, Chart, Column, Picture, Table, source_line};
use crate::words;

/// Yen, and persons, that the axes count by.
const MAN: f64 = 10_000.0;

impl SystemPage<'_> {
    /// Makes a card for each kind of cost of which enough is known.
    pub(super) fn costs_by_size(&self) -> Vec<Block> {
        let found = CostBySize::of(&self.snapshot.cases, &self.figures.costs);
        found.iter().filter_map(|it| self.cost_by_size(it)).collect()
    }

    fn cost_by_size(&self, of: &CostBySize) -> Option<Block> {
        let CostBySize { cost, measure, points } = of;
        let (least, most) = (points.first()?, points.last()?);
        let description = words::system::cost_by_size::chart(*cost, *measure, points.len());
        let title = |point: &CostPoint| self.snapshot.cases.row(point.row).title();
        let all = points.iter().map(|point| Dot {
            across: point.size as f64 / if *measure == GroupMeasure::Population { MAN } else { 1.0 },
            up: point.yen as f64 / MAN,
            words: words::system::cost_by_size::point(title(point), *point, *measure),
        });
        let heading = words::system::cost_by_size::heading(*cost, *measure);
        let rows = points.iter().map(|point| {
            vec![
                Cell::new(self.case_link(point.row)),
                Cell::number(words::system::cost_by_size::size_value(point.size, *measure), point.size),
                amount_cell(YenRange::exact(point.yen)),
            ]
        });
        let id = format!("{}-by-size", cost.slug().trim_end_matches("_yen").replace('_', "-"));
        Some(Block::Card(Box::new(Card {
            reading: words::system::cost_by_size::reading(*least, *most, points.len(), *measure).into(),
            picture: Some(Picture::Chart(Chart {
                option: dots(&all.collect::<Vec<_>>(), &description),
                caption: words::system::cost_by_size::caption(*cost, *measure),
                description,
            })),
            table: Table {
                id: format!("{id}-table"),
                caption: heading.clone(),
                caption_hidden: true,
                columns: vec![
                    Column::prose(words::system::CASE),
                    Column::number(words::system::cost_by_size::size(*measure)),
                    Column::number(words::field(*cost)),
                ],
                rows: rows.collect(),
                file_name: self.file_name(&heading),
            },
            source: source_line(self.snapshot),
            id,
            heading,
        })))
    }
}
