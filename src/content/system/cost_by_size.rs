//! The amounts that groups of different sizes paid.

use joint_procurement_core::domain::Term;
use joint_procurement_core::stats::{CostBySize, CostPoint, GroupMeasure};

use super::Page;
use super::costs::amount_cell;
use crate::charts::{Dot, dots};
use crate::content::{Block, Card, Cell, Chart, Column, Picture, Table, source_line};

/// Yen, and persons, that the axes count by.
const MAN: f64 = 10_000.0;

impl Page<'_> {
    /// A card for each kind of cost of which enough is known.
    pub(super) fn costs_by_size(&self) -> Vec<Block> {
        let found = CostBySize::of(&self.snapshot.cases, &self.figures.costs);
        found.iter().filter_map(|it| self.cost_by_size(it)).collect()
    }

    fn cost_by_size(&self, of: &CostBySize) -> Option<Block> {
        let words = self.words.system_more;
        let CostBySize { cost, measure, points } = of;
        let (least, most) = (points.first()?, points.last()?);
        let description = (words.cost_by_size_chart)(*cost, *measure, points.len());
        let title = |point: &CostPoint| self.snapshot.cases.row(point.amount.row).title();
        let all = points.iter().map(|point| {
            let amount = point.amount.amount;
            Dot {
                across: point.size as f64 / if *measure == GroupMeasure::Population { MAN } else { 1.0 },
                up: (amount.lower() + amount.upper()) as f64 / 2.0 / MAN,
                words: (words.cost_by_size_point)(title(point), *point, *measure),
            }
        });
        let heading = (words.cost_by_size_heading)(*cost, *measure);
        let rows = points.iter().map(|point| {
            vec![
                Cell::new(self.case_link(point.amount.row)),
                Cell::number((words.size_value)(point.size, *measure), point.size),
                amount_cell(point.amount.amount),
            ]
        });
        let id = format!("{}-by-size", cost.slug().trim_end_matches("_yen").replace('_', "-"));
        Some(Block::Card(Box::new(Card {
            reading: (words.cost_by_size_reading)(*least, *most, points.len(), *measure).into(),
            picture: Some(Picture::Chart(Chart {
                option: dots(&all.collect::<Vec<_>>(), &description),
                caption: (words.cost_by_size_caption)(*cost, *measure),
                description,
            })),
            table: Table {
                id: format!("{id}-table"),
                caption: heading.clone(),
                caption_hidden: true,
                columns: vec![
                    Column::prose(self.words.system.case),
                    Column::number((words.size)(*measure)),
                    Column::number(self.words.field(*cost)),
                ],
                rows: rows.collect(),
                file_name: self.file_name(&heading),
            },
            source: source_line(self.snapshot, self.words),
            id,
            heading,
        })))
    }
}
