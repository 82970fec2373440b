//! How much is known of each field of a case.

use super::{Count, KnownCount};
use crate::domain::{CaseDetail, CaseId, CaseRef, Field, MissingReason, Term};
use crate::query::Selection;

/// The number of cases of which one field is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldFill {
    pub field: Field,
    pub known: KnownCount,
    /// Why values are missing, where that is known: the reasons that occur, in their order. What is
    /// left of `known.unknown()` is plainly unknown.
    pub reasons: Vec<Count<MissingReason>>,
}

impl FieldFill {
    /// Every field in its order. `details` are those of all cases, in order of id; without them the
    /// fields that only they hold are left out, since nothing can be said of them.
    pub fn of(cases: &Selection<'_>, details: Option<&[CaseDetail]>) -> Vec<Self> {
        let fields = Field::ALL.iter().filter(|field| details.is_some() || !is_long_text(**field));
        fields.map(|&field| Self::of_field(cases, field, details.unwrap_or_default())).collect()
    }

    fn of_field(cases: &Selection<'_>, field: Field, details: &[CaseDetail]) -> Self {
        let mut known = 0;
        let mut reasons = [0_usize; MissingReason::ALL.len()];
        for case in cases.iter() {
            if is_known(case, field, details) {
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

/// Tells if only the details of a case hold the field.
fn is_long_text(field: Field) -> bool {
    matches!(
        field,
        Field::CostSharing
            | Field::SubsidyName
            | Field::Background
            | Field::Process
            | Field::ContactDepartment
    )
}

fn is_known(case: CaseRef<'_>, field: Field, details: &[CaseDetail]) -> bool {
    let text = |text: fn(&CaseDetail) -> &Option<String>| {
        detail(details, case.id()).is_some_and(|detail| text(detail).is_some())
    };
    match field {
        Field::ParticipantsNames => case.participants().is_known(),
        Field::ParticipantsCount => case.participants_count().is_known(),
        Field::ParticipantsAllInPrefecture => case.participants_all_in_prefecture().is_known(),
        Field::PrefectureParticipates => case.prefecture_participates().is_known(),
        Field::Introduced => case.introduced().is_known(),
        Field::ProcurementMethod => case.procurement_method().is_known(),
        Field::Vendor => case.vendor().is_known(),
        Field::Product => case.product().is_known(),
        Field::InitialCost => case.initial_cost().is_known(),
        Field::AnnualCost => case.annual_cost().is_known(),
        Field::ContractTotal => case.contract_total().is_known(),
        Field::ContractYears => case.contract_years().is_known(),
        Field::ContractEnd => case.contract_end().is_known(),
        Field::Savings => case.savings().is_known(),
        Field::CostSharing => text(|detail| &detail.cost_sharing),
        Field::PrefectureBearsCost => case.prefecture_bears_cost().is_known(),
        Field::SubsidyUsed => case.subsidy_used().is_known(),
        Field::SubsidyName => text(|detail| &detail.subsidy_name),
        Field::SpecificationAvailable => case.specification_available().is_known(),
        Field::Benefits => case.benefits().is_known(),
        Field::Background => text(|detail| &detail.background),
        Field::Process => text(|detail| &detail.process),
        Field::ContactDepartment => text(|detail| &detail.contact_department),
        Field::Status => case.status().is_known(),
        Field::Documents => case.document_kinds().is_known(),
    }
}

fn detail<'a>(details: &'a [CaseDetail], id: &CaseId) -> Option<&'a CaseDetail> {
    details.get(details.binary_search_by(|detail| detail.id.cmp(id)).ok()?)
}
