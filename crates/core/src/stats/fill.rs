//! The extent to which each field of a case is known.

use super::{Count, KnownCount};
use crate::domain::{CaseDetail, Field, MissingReason, Term};
use crate::query::Selection;

/// The number of cases of which one field is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldFill {
    pub field: Field,
    pub known: KnownCount,
    /// Reasons why values are missing, where that is known: those that occur, in their order. The rest of
    /// `known.unknown()` is plainly unknown.
    pub reasons: Vec<Count<MissingReason>>,
}

impl FieldFill {
    /// Gives every field in its order. `details` are those of all cases, in order of id; without them the
    /// fields that only they hold are left out, since nothing can be said of them.
    pub fn of(cases: &Selection<'_>, details: Option<&[CaseDetail]>) -> Vec<Self> {
        let fields = Field::ALL.iter().filter(|field| details.is_some() || !field.is_in_details());
        fields.map(|&field| Self::of_field(cases, field, details.unwrap_or_default())).collect()
    }

    fn of_field(cases: &Selection<'_>, field: Field, details: &[CaseDetail]) -> Self {
        let mut known = 0;
        let mut reasons = [0_usize; MissingReason::ALL.len()];
        for case in cases.iter() {
            if case.value(field, CaseDetail::find(details, case.id())).is_known() {
                known += 1;
            } else if let Some(reason) = case.reason(field)
                && let Some(count) = reasons.get_mut(reason as usize)
            {
                *count += 1;
            }
        }
        let reasons = MissingReason::ALL.iter().zip(reasons).filter(|(_, cases)| *cases > 0);
        Self {
            field,
            known: KnownCount { known, total: cases.len() },
            reasons: reasons.map(|(&value, cases)| Count { value, cases }).collect(),
        }
    }
}
