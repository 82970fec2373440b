//! Some cases of a table, in an order.

use crate::domain::{CaseRef, CaseTable};

/// Rows of a table.
#[derive(Clone, Debug)]
pub struct Selection<'a> {
    cases: &'a CaseTable,
    rows: Vec<usize>,
}

impl<'a> Selection<'a> {
    /// Takes `rows` below the table's length, each at most once.
    pub fn new(cases: &'a CaseTable, rows: Vec<usize>) -> Self {
        Self { cases, rows }
    }

    /// Selects every case of the table that counts.
    pub fn all(cases: &'a CaseTable) -> Self {
        Self::new(cases, cases.iter().map(CaseRef::row).collect())
    }

    pub fn len(&self) -> usize {
        self.rows.len()
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    pub fn iter(&self) -> impl DoubleEndedIterator<Item = CaseRef<'a>> + '_ {
        self.rows.iter().map(|&row| self.cases.row(row))
    }

    pub fn rows(&self) -> &[usize] {
        &self.rows
    }

    /// Selects the cases that also satisfy `condition`.
    pub fn filter(&self, condition: impl Fn(CaseRef<'a>) -> bool) -> Self {
        let rows = self.rows.iter().copied().filter(|&row| condition(self.cases.row(row))).collect();
        Self::new(self.cases, rows)
    }

    /// Counts the cases that satisfy `condition`.
    pub fn count(&self, condition: impl Fn(CaseRef<'a>) -> bool) -> usize {
        self.iter().filter(|&case| condition(case)).count()
    }

    pub(crate) fn into_rows(self) -> (&'a CaseTable, Vec<usize>) {
        (self.cases, self.rows)
    }
}
