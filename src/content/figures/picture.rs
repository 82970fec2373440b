//! The figures as bars and as squares.

use joint_procurement_core::domain::Term;
use joint_procurement_core::query::FiguresView;
use joint_procurement_core::stats::CrossCell;

use super::Drawn;
use crate::charts::{ChartOption, Heat, PARTS, heat_map, shades, stacked_bars};
use crate::content::Chart;
use crate::words;

impl Drawn<'_> {
    /// Gives the picture that is asked for; none for a table, and where there is nothing to draw.
    pub(super) fn chart(&self) -> Option<Chart> {
        let view = self.query.view;
        self.table.total.value?;
        let description = words::figures::described(&self.heading, view.ja());
        let (option, more) = match view {
            FiguresView::Table => return None,
            FiguresView::Heatmap => (self.squares(&description), String::new()),
            FiguresView::Bars => self.bars(&description),
        };
        let caption = [self.caption.as_str(), words::figures::measured(self.query.measure), &more].concat();
        Some(Chart { option, description, caption })
    }

    fn squares(&self, description: &str) -> ChartOption {
        let columns = self.drawn_columns();
        let mut cells = Vec::new();
        for (row, name) in self.rows.iter().enumerate() {
            for (column, (of, values)) in columns.iter().enumerate() {
                let Some(value) = values.get(row).and_then(|cell| cell.value) else { continue };
                let words = words::figures::value(self.query.measure, value);
                let label = words::figures::label(self.query.measure, value);
                cells.push(Heat { row, column, value, label, words: format!("{name}・{of}：{words}") });
            }
        }
        let columns: Vec<String> = columns.into_iter().map(|(name, _)| name).collect();
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
            columns.retain(|(_, values)| {
                let kept = !rest.contains(&place);
                place += 1;
                if !kept {
                    others.iter_mut().zip(values).for_each(|(sum, cell)| {
                        sum.value = match (sum.value, cell.value) {
                            (Some(one), Some(other)) => Some(one + other),
                            (one, other) => one.or(other),
                        };
                    });
                }
                kept
            });
            columns.push((words::figures::OTHERS.to_owned(), others));
            said = words::figures::others(rest.len());
        }
        let parts: Vec<(String, Vec<Option<u64>>)> = columns
            .into_iter()
            .map(|(name, values)| (name, values.iter().map(|cell| cell.value).collect()))
            .collect();
        let unit = words::figures::unit(self.query.measure);
        (stacked_bars(&self.rows, &parts, unit, description), said)
    }

    /// Gives the columns by row; the totals where there are none.
    fn drawn_columns(&self) -> Vec<(String, Vec<CrossCell>)> {
        if self.query.columns.is_none() {
            return vec![(self.query.measure.ja().to_owned(), self.table.row_totals.clone())];
        }
        let columns = self.columns.iter().enumerate();
        let cells = |column: usize| self.table.cells.iter().filter_map(move |row| row.get(column).copied());
        columns.map(|(column, name)| (name.clone(), cells(column).collect())).collect()
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
