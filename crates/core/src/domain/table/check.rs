//! Conditions that a table that was read must meet.

use std::fmt;

use crate::domain::{CaseId, CaseTable};

/// A table that cannot be what the builder wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableError {
    /// A column has another number of entries than there are cases, or codes without a value.
    Column(&'static str),
    /// Ids are not in order or not unique.
    Ids,
    /// A case's lead prefecture is not the one its id begins with.
    Prefecture(CaseId),
    /// Amounts without a basis, or a basis without amounts.
    CostBasis(CaseId),
}

impl fmt::Display for TableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Column(name) => write!(f, "column {name} does not fit the table"),
            Self::Ids => f.write_str("case ids are not in order"),
            Self::Prefecture(id) => write!(f, "{id}: the lead's prefecture is not that of the id"),
            Self::CostBasis(id) => write!(f, "{id}: amounts and their basis do not go together"),
        }
    }
}

impl std::error::Error for TableError {}

impl CaseTable {
    /// Checks what the types alone cannot: call it on every table that was read.
    pub fn check(&self) -> Result<(), TableError> {
        self.check_columns()?;
        if !self.id.is_sorted_by(|a, b| a < b) {
            return Err(TableError::Ids);
        }
        let amounts = [&self.initial_cost, &self.annual_cost, &self.contract_total];
        let all_amounts = !amounts.iter().any(|column| column.is_absent());
        for case in self.every() {
            if !case.id().as_str().starts_with(&case.lead_prefecture().to_string()) {
                return Err(TableError::Prefecture(case.id().clone()));
            }
            let has_basis = case.cost_basis().is_some();
            if case.has_costs() != has_basis && (all_amounts || !has_basis) {
                return Err(TableError::CostBasis(case.id().clone()));
            }
        }
        Ok(())
    }

    fn check_columns(&self) -> Result<(), TableError> {
        // The other terms have one that stands for what is not known.
        let full = [
            ("scope", self.scope.is_full()),
            ("system_type", self.system_type.is_full()),
            ("domain", self.domain.is_full()),
        ];
        let mut ill_fitting = None;
        self.each_column(&mut |name, column| {
            if !column.fits(self.len()) {
                ill_fitting.get_or_insert(name);
            }
        });
        let incomplete = full.iter().find(|(_, is_full)| !is_full).map(|(name, _)| *name);
        match ill_fitting.or(incomplete) {
            Some(name) => Err(TableError::Column(name)),
            None => Ok(()),
        }
    }
}
