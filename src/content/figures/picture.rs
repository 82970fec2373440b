//! The figures as bars and as squares.

use joint_procurement_core::domain::Term;
use joint_procurement_core::query::{Class, FiguresView};
use joint_procurement_core::routes::Address;
use joint_procurement_core::stats::CrossCell;

use super::Drawn;
use crate::charts::{ChartOption, Heat, PARTS, heat_map, shades, stacked_bars};
use crate::content::{Chart, PICTURE_FROM, list_of};
use crate::words;

/// A column that is drawn.
struct DrawnColumn {
    name: String,
    /// A value a row.
    cells: Vec<CrossCell>,
    counts: Counts,
}

/// The cases that a column counts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Counts {
    Class(Class),
    /// All cases of each row.
    All,
    /// The cases of several columns, for which there is no one list.
    Several,
}

impl Drawn<'_> {
    /// Gives the picture that is asked for; none for a table, and where there is little to draw.
    pub(super) fn chart(&self) -> Option<Chart> {
        let view = self.query.view;
        self.table.total.value?;
        if self.is_short() {
            return None;
        }
        let description = words::figures::described(&self.heading, view.ja());
        let (option, more) = match view {
            FiguresView::Table => return None,
            FiguresView::Heatmap => (self.squares(&description), String::new()),
            FiguresView::Bars => self.bars(&description),
        };
        let caption = [self.caption.as_str(), words::figures::measured(self.query.measure), &more].concat();
        Some(Chart { option, description, caption })
    }

    /// Tells if a picture is asked for that would be of fewer cases than a list shows better.
    pub(super) fn is_short(&self) -> bool {
        self.query.view != FiguresView::Table && self.table.total.known < PICTURE_FROM
    }

    fn squares(&self, description: &str) -> ChartOption {
        let columns = self.drawn_columns();
        let mut cells = Vec::new();
        for (row, name) in self.rows.iter().enumerate() {
            for (column, DrawnColumn { name: of, cells: values, counts }) in columns.iter().enumerate() {
                let Some(value) = values.get(row).and_then(|cell| cell.value) else { continue };
                let words = words::figures::value(self.query.measure, value);
                let label = words::figures::label(self.query.measure, value);
                cells.push(Heat {
                    row,
                    column,
                    value,
                    label,
                    words: format!("{name}・{of}：{words}"),
                    to: self.list(row, *counts),
                });
            }
        }
        let columns: Vec<String> = columns.into_iter().map(|it| it.name).collect();
        heat_map(
            &self.rows,
            &columns,
            &cells,
            &shades(&cells),
            &|value| words::figures::label(self.query.measure, value),
            description,
        )
    }

    /// Makes the bars. The columns for which there is no colour are one part, which the words say.
    fn bars(&self, description: &str) -> (ChartOption, String) {
        let mut columns = self.drawn_columns();
        let mut said = String::new();
        if columns.len() > PARTS.len() {
            let rest = self.smallest(columns.len() + 1 - PARTS.len());
            let mut others = vec![CrossCell::default(); self.rows.len()];
            let mut place = 0;
            columns.retain(|column| {
                let kept = !rest.contains(&place);
                place += 1;
                if !kept {
                    others.iter_mut().zip(&column.cells).for_each(|(sum, cell)| {
                        sum.value = match (sum.value, cell.value) {
                            (Some(one), Some(other)) => Some(one + other),
                            (one, other) => one.or(other),
                        };
                    });
                }
                kept
            });
            let name = words::figures::OTHERS.to_owned();
            columns.push(DrawnColumn { name, cells: others, counts: Counts::Several });
            said = words::figures::others(rest.len());
        }
        let rows = 0..self.rows.len();
        let links = columns.iter().map(|it| rows.clone().map(|row| self.list(row, it.counts)).collect());
        let links = links.collect();
        let parts: Vec<(String, Vec<Option<u64>>)> = columns
            .into_iter()
            .map(|it| (it.name, it.cells.iter().map(|cell| cell.value).collect()))
            .collect();
        let unit = words::figures::unit(self.query.measure);
        (stacked_bars(&self.rows, &parts, unit, description).linked(links), said)
    }

    /// Gives the list of the cases that a drawn value counts.
    fn list(&self, row: usize, counts: Counts) -> Option<Address> {
        let row = self.table.rows.get(row).copied();
        match counts {
            Counts::Class(column) => Some(list_of(self.counted(row, Some(column)))),
            Counts::All => Some(list_of(self.counted(row, None))),
            Counts::Several => None,
        }
    }

    /// Gives the columns by row; the totals where there are none.
    fn drawn_columns(&self) -> Vec<DrawnColumn> {
        if self.query.columns.is_none() {
            let name = self.query.measure.ja().to_owned();
            return vec![DrawnColumn { name, cells: self.table.row_totals.clone(), counts: Counts::All }];
        }
        let cells = |column: usize| self.table.cells.iter().filter_map(move |row| row.get(column).copied());
        let columns = self.columns.iter().zip(&self.table.columns).enumerate();
        let drawn = columns.map(|(column, (name, class))| DrawnColumn {
            name: name.clone(),
            cells: cells(column).collect(),
            counts: Counts::Class(*class),
        });
        drawn.collect()
    }

    /// Finds the columns with the smallest totals, of equal ones the last.
    fn smallest(&self, count: usize) -> Vec<usize> {
        let mut left: Vec<usize> = (0..self.columns.len()).collect();
        let total = |column: &usize| self.table.column_totals.get(*column).and_then(|cell| cell.value);
        let mut found = Vec::new();
        for _ in 0..count {
            let Some(least) = left.iter().map(total).min() else { break };
            if let Some(place) = left.iter().rposition(|column| total(column) == least) {
                found.push(left.remove(place));
            }
        }
        found
    }
}
