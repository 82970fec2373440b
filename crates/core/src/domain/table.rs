//! The cases of a snapshot by column, as published and as the browser computes on them.

mod check;
mod row;

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize};

use super::column::Known;
use super::{Case, CaseId, CaseTable, Coded, CodedSets, Domain, Field, MissingReason, Slug};
use crate::ordering;
pub use check::TableError;
pub use row::CaseRef;

/// The reason for one missing value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Missing {
    pub row: u32,
    pub field: Field,
    pub reason: MissingReason,
}

/// Leaves out the fields and reasons that only a later version knows.
pub(super) fn known_reasons<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Missing>, D::Error> {
    #[derive(Deserialize)]
    struct Published {
        row: u32,
        field: Known<Field>,
        reason: Known<MissingReason>,
    }
    let published = Vec::<Published>::deserialize(deserializer)?;
    let known = published.into_iter().filter_map(|Published { row, field, reason }| {
        Some(Missing { row, field: field.0?, reason: reason.0? })
    });
    let mut known: Vec<Missing> = known.collect();
    // That version may list its fields in another order.
    ordering::sort_by_key(&mut known, |missing| (missing.row, missing.field));
    Ok(known)
}

impl CaseTable {
    /// Builds the table of these cases, in order of id. `reasons` gives why a field of a case is missing, for
    /// the fields that only its details hold; the reasons of the others are in the cases themselves.
    pub fn new(mut cases: Vec<Case>, reasons: &[(CaseId, Field, MissingReason)]) -> Self {
        cases.sort_by(|a, b| a.id.cmp(&b.id));
        let missing = missing_reasons(&cases, reasons);
        Self::by_column(&cases, missing)
    }

    pub fn len(&self) -> usize {
        self.id.len()
    }

    pub fn is_empty(&self) -> bool {
        self.id.is_empty()
    }

    /// Gives the case of a row below `len()`.
    pub fn row(&self, row: usize) -> CaseRef<'_> {
        CaseRef { table: self, row }
    }

    /// Gives the cases that count, in order of id. Plans that came to nothing are none of them: what begins here
    /// cannot forget to leave them out.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = CaseRef<'_>> {
        self.every().filter(|case| !case.is_cancelled())
    }

    /// Gives every row, plans that came to nothing too, in order of id.
    pub fn every(&self) -> impl DoubleEndedIterator<Item = CaseRef<'_>> + ExactSizeIterator {
        (0..self.len()).map(|row| self.row(row))
    }

    pub fn find(&self, id: &CaseId) -> Option<CaseRef<'_>> {
        self.id.binary_search(id).ok().map(|row| self.row(row))
    }

    pub fn system_types(&self) -> &Coded<Slug> {
        &self.system_type
    }

    pub fn domains(&self) -> &Coded<Domain> {
        &self.domain
    }

    pub fn vendors(&self) -> &Coded<String> {
        &self.vendor
    }

    pub fn products(&self) -> &Coded<String> {
        &self.product
    }

    pub fn benefits(&self) -> &CodedSets<Slug> {
        &self.benefits
    }

    fn reason(&self, row: usize, field: Field) -> Option<MissingReason> {
        let key = (u32::try_from(row).ok()?, field);
        let place = self.missing.binary_search_by_key(&key, |missing| (missing.row, missing.field)).ok()?;
        Some(self.missing[place].reason)
    }
}

fn missing_reasons(cases: &[Case], others: &[(CaseId, Field, MissingReason)]) -> Vec<Missing> {
    // The reasons of the other fields are in the cases.
    let mut of_details: BTreeMap<&CaseId, Vec<(Field, MissingReason)>> = BTreeMap::new();
    for (id, field, reason) in others.iter().filter(|(_, field, _)| field.is_in_details()) {
        of_details.entry(id).or_default().push((*field, *reason));
    }
    let mut missing = Vec::new();
    for (row, case) in (0_u32..).zip(cases) {
        let others = of_details.remove(&case.id).unwrap_or_default();
        missing.extend(case.reasons().chain(others).map(|(field, reason)| Missing { row, field, reason }));
    }
    missing.sort_by_key(|missing| (missing.row, missing.field));
    missing
}
