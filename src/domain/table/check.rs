//! What must hold of a table that was read.

use std::fmt;

use super::CaseTable;
use crate::domain::{CaseId, SCHEMA_VERSION};

/// A table that cannot be what the builder wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableError {
    /// The file is of a newer format than this program knows.
    NewerSchema { found: u32 },
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
            Self::NewerSchema { found } => write!(f, "schema version {found} is newer than {SCHEMA_VERSION}"),
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
        if self.schema_version > SCHEMA_VERSION {
            return Err(TableError::NewerSchema { found: self.schema_version });
        }
        self.check_columns()?;
        if !self.id.is_sorted_by(|a, b| a < b) {
            return Err(TableError::Ids);
        }
        for case in self.iter() {
            if !case.id().as_str().starts_with(&case.lead_prefecture().to_string()) {
                return Err(TableError::Prefecture(case.id().clone()));
            }
            if case.has_costs() != case.cost_basis().is_some() {
                return Err(TableError::CostBasis(case.id().clone()));
            }
        }
        Ok(())
    }

    fn check_columns(&self) -> Result<(), TableError> {
        let columns = [
            ("title", self.title.len(), true),
            ("lead_prefecture", self.lead_prefecture.len(), true),
            ("lead_organization", self.lead_organization.len(), true),
            ("lead_kind", self.lead_kind.len(), self.lead_kind.is_sound() && self.lead_kind.is_full()),
            ("scope", self.scope.len(), self.scope.is_sound() && self.scope.is_full()),
            (
                "system_type",
                self.system_type.len(),
                self.system_type.is_sound() && self.system_type.is_full(),
            ),
            ("domain", self.domain.len(), self.domain.is_sound() && self.domain.is_full()),
            ("participants_count", self.participants_count.len(), true),
            ("participants", self.participants.len(), true),
            ("participants_all_in_prefecture", self.participants_all_in_prefecture.len(), true),
            ("population", self.population.len(), true),
            ("staff", self.staff.len(), true),
            ("prefecture_participates", self.prefecture_participates.len(), true),
            ("partner_prefectures", self.partner_prefectures.len(), true),
            ("introduced", self.introduced.len(), true),
            ("introduced_kind", self.introduced_kind.len(), self.introduced_kind.is_sound()),
            ("status", self.status.len(), self.status.is_sound()),
            ("procurement_method", self.procurement_method.len(), self.procurement_method.is_sound()),
            ("vendor", self.vendor.len(), self.vendor.is_sound()),
            ("product", self.product.len(), self.product.is_sound()),
            ("cost_basis", self.cost_basis.len(), self.cost_basis.is_sound()),
            ("initial_cost_yen", self.initial_cost_yen.len(), true),
            ("annual_cost_yen", self.annual_cost_yen.len(), true),
            ("contract_total_yen", self.contract_total_yen.len(), true),
            ("contract_years", self.contract_years.len(), true),
            ("contract_end", self.contract_end.len(), true),
            ("savings", self.savings.len(), true),
            (
                "prefecture_bears_cost",
                self.prefecture_bears_cost.len(),
                self.prefecture_bears_cost.is_sound(),
            ),
            ("subsidy_used", self.subsidy_used.len(), true),
            ("specification_available", self.specification_available.len(), true),
            ("benefits", self.benefits.len(), self.benefits.is_sound()),
            ("document_kinds", self.document_kinds.len(), self.document_kinds.is_sound()),
        ];
        match columns.iter().find(|(_, length, sound)| *length != self.len() || !sound) {
            Some((name, ..)) => Err(TableError::Column(name)),
            None => Ok(()),
        }
    }
}
