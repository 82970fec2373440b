//! One sentence read from the figures.

use joint_procurement_core::query::{Class, Dimension};
use joint_procurement_core::stats::CrossCell;

use super::Drawn;
use crate::words;

impl Drawn<'_> {
    /// Says where most are, and how many cases it rests on. Classes that are not known are left aside, and
    /// prefectures are not compared.
    pub(super) fn reading(&self) -> String {
        let (measure, total) = (self.query.measure, self.table.total);
        let Some(all) = total.value else { return words::figures::none_known(measure, total.cases) };
        let rest = words::figures::rest_on(measure, total.known, total.cases);
        let found = self.places();
        let most = found.iter().filter_map(|(_, cell)| cell.value).max();
        let said = match most {
            None if self.is_of_prefectures() => words::figures::prefectures(self.prefectures(), total.cases),
            None => words::figures::none_told_apart(total.cases),
            Some(most) => {
                let largest: Vec<String> = found
                    .iter()
                    .filter(|(_, cell)| cell.value == Some(most))
                    .map(|(name, _)| name.clone())
                    .collect();
                let value = words::figures::value(measure, most);
                let known = found.iter().filter(|(_, cell)| cell.value.is_some()).count();
                let hidden = self.leaves_out();
                if known > 1 && largest.len() == known && most < all {
                    words::figures::alike(measure, &value, hidden)
                } else {
                    words::figures::largest(&largest, measure, &value, hidden)
                }
            }
        };
        said + &rest
    }

    /// Gives what is compared: the cells, or the rows or columns where the others are prefectures.
    fn places(&self) -> Vec<(String, CrossCell)> {
        let mut found = Vec::new();
        let rows = || self.table.rows.iter().zip(&self.rows);
        let columns = || self.table.columns.iter().zip(&self.columns);
        if self.query.rows == Dimension::Pref {
            for ((class, name), total) in columns().zip(&self.table.column_totals) {
                add(&mut found, &[*class], words::figures::of_row(name), *total);
            }
        } else if self.query.columns.is_none_or(|columns| columns == Dimension::Pref) {
            for ((class, name), total) in rows().zip(&self.table.row_totals) {
                add(&mut found, &[*class], words::figures::of_row(name), *total);
            }
        } else {
            for ((row, name), cells) in rows().zip(&self.table.cells) {
                for ((column, of), cell) in columns().zip(cells) {
                    add(&mut found, &[*row, *column], words::figures::of_cell(name, of), *cell);
                }
            }
        }
        found
    }

    /// Tells if there are cases in no known class.
    fn leaves_out(&self) -> bool {
        let classes = self.table.rows.iter().chain(&self.table.columns);
        classes.copied().any(|class| !is_known(class))
    }

    fn is_of_prefectures(&self) -> bool {
        self.query.rows == Dimension::Pref && self.query.columns.is_none()
    }

    fn prefectures(&self) -> usize {
        self.table.rows.len()
    }
}

fn add(found: &mut Vec<(String, CrossCell)>, classes: &[Class], name: String, cell: CrossCell) {
    if cell.cases > 0 && classes.iter().copied().all(is_known) {
        found.push((name, cell));
    }
}

/// Tells if a class says something: a plan has no year yet.
fn is_known(class: Class) -> bool {
    matches!(class, Class::Nth(_))
}
