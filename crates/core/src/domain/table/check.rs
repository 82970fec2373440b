//! What must hold of a table that was read.

use std::fmt;

use super::CaseTable;
use crate::domain::CaseId;
use crate::domain::column::Rows;

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
        let amounts = [&self.initial_cost_yen, &self.annual_cost_yen, &self.contract_total_yen];
        let all_amounts = !amounts.iter().any(|column| column.is_absent());
        for case in self.iter() {
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
        let columns: [(&'static str, &dyn Rows); 32] = [
            ("title", &self.title),
            ("lead_prefecture", &self.lead_prefecture),
            ("lead_organization", &self.lead_organization),
            ("lead_kind", &self.lead_kind),
            ("scope", &self.scope),
            ("system_type", &self.system_type),
            ("domain", &self.domain),
            ("participants_count", &self.participants_count),
            ("participants", &self.participants),
            ("participants_all_in_prefecture", &self.participants_all_in_prefecture),
            ("population", &self.population),
            ("staff", &self.staff),
            ("prefecture_participates", &self.prefecture_participates),
            ("partner_prefectures", &self.partner_prefectures),
            ("introduced", &self.introduced),
            ("introduced_kind", &self.introduced_kind),
            ("status", &self.status),
            ("procurement_method", &self.procurement_method),
            ("vendor", &self.vendor),
            ("product", &self.product),
            ("cost_basis", &self.cost_basis),
            ("initial_cost_yen", &self.initial_cost_yen),
            ("annual_cost_yen", &self.annual_cost_yen),
            ("contract_total_yen", &self.contract_total_yen),
            ("contract_years", &self.contract_years),
            ("contract_end", &self.contract_end),
            ("savings", &self.savings),
            ("prefecture_bears_cost", &self.prefecture_bears_cost),
            ("subsidy_used", &self.subsidy_used),
            ("specification_available", &self.specification_available),
            ("benefits", &self.benefits),
            ("document_kinds", &self.document_kinds),
        ];
        // Of the other terms there is one that stands for what is not known.
        let full = [
            ("scope", self.scope.is_full()),
            ("system_type", self.system_type.is_full()),
            ("domain", self.domain.is_full()),
        ];
        let ill_fitting = columns.iter().find(|(_, column)| !column.fits(self.len())).map(|(name, _)| *name);
        let incomplete = full.iter().find(|(_, is_full)| !is_full).map(|(name, _)| *name);
        match ill_fitting.or(incomplete) {
            Some(name) => Err(TableError::Column(name)),
            None => Ok(()),
        }
    }
}
