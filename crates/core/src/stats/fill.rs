//! The extent to which each field of a case is known.

use super::{Count, KnownCount};
use crate::domain::{CaseDetail, Field, MissingReason, PrefectureCode, Term};
use crate::query::Selection;

/// The number of cases of which one field is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldFill {
    pub field: Field,
    /// Among the cases to which the field applies.
    pub known: KnownCount,
    /// Reasons why values are missing, where that is known: those that occur, in their order. Those to which the
    /// field does not apply are among them; the rest of `known.unknown()` is plainly unknown.
    pub reasons: Vec<Count<MissingReason>>,
}

/// The fields of the cases that one prefecture leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrefectureFill {
    pub prefecture: PrefectureCode,
    pub cases: usize,
    /// One entry each, in their order.
    pub fields: Vec<FieldFill>,
}

impl PrefectureFill {
    /// Gives every prefecture in its order, also those that lead no case. `details` are those of all cases.
    pub fn of(cases: &Selection<'_>, details: &[CaseDetail]) -> Vec<Self> {
        let one = |prefecture| {
            let own = cases.filter(|case| case.lead_prefecture() == prefecture);
            Self { prefecture, cases: own.len(), fields: FieldFill::of(&own, Some(details)) }
        };
        PrefectureCode::all().map(one).collect()
    }
}

impl FieldFill {
    /// Gives every field in its order. `details` are those of all cases, in order of id; without them the
    /// fields that only they hold are left out, since nothing can be said of them.
    pub fn of(cases: &Selection<'_>, details: Option<&[CaseDetail]>) -> Vec<Self> {
        let fields = Field::ALL.iter().filter(|field| details.is_some() || !field.is_in_details());
        fields.map(|&field| Self::of_field(cases, field, details.unwrap_or_default())).collect()
    }

    fn of_field(cases: &Selection<'_>, field: Field, details: &[CaseDetail]) -> Self {
        let mut known = KnownCount { known: 0, total: 0 };
        let mut reasons = [0_usize; MissingReason::ALL.len()];
        for case in cases.iter() {
            let detail = CaseDetail::find(details, case.id());
            if case.value(field, detail).is_known() {
                known.known += 1;
                known.total += 1;
                continue;
            }
            known.total += usize::from(case.lacks(field, detail));
            if let Some(reason) = case.reason(field)
                && let Some(count) = reasons.get_mut(reason as usize)
            {
                *count += 1;
            }
        }
        let reasons = MissingReason::ALL.iter().zip(reasons).filter(|(_, cases)| *cases > 0);
        Self { field, known, reasons: reasons.map(|(&value, cases)| Count { value, cases }).collect() }
    }
}
