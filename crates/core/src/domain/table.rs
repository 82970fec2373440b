//! The cases of a snapshot by column, as published and as the browser computes on them.

mod check;
mod row;

use serde::{Deserialize, Deserializer, Serialize};

use super::column::{Column, Known};
use super::{
    Case, CaseId, Coded, CodedSets, CostBasis, DocumentKind, Domain, Field, IntroducedKind, LeadKind,
    MissingReason, MunicipalityCode, PrefectureCode, PrefectureShare, ProcurementMethod, SCHEMA_VERSION,
    Saving, Scope, Slug, Status, YearMonth, YenRange,
};
pub use check::TableError;
pub use row::CaseRef;

// A column that may be unknown may also be absent. The others are required: nothing can be said of a case
// without them, or, as the basis of costs, something wrong.
/// All cases of a snapshot, in order of id. Every column has one entry a case.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct CaseTable {
    schema_version: u32,
    id: Vec<CaseId>,
    title: Vec<String>,
    lead_prefecture: Vec<PrefectureCode>,
    lead_organization: Vec<String>,
    lead_kind: Coded<LeadKind>,
    scope: Coded<Scope>,
    system_type: Coded<Slug>,
    domain: Coded<Domain>,
    participants_count: Column<Vec<Option<u32>>>,
    participants: Column<Vec<Option<Vec<MunicipalityCode>>>>,
    participants_all_in_prefecture: Column<Vec<Option<bool>>>,
    /// Persons, summed over the participants.
    population: Column<Vec<Option<u64>>>,
    /// Staff, summed over the participants.
    staff: Column<Vec<Option<u64>>>,
    prefecture_participates: Column<Vec<Option<bool>>>,
    partner_prefectures: Column<Vec<Vec<PrefectureCode>>>,
    introduced: Column<Vec<Option<YearMonth>>>,
    introduced_kind: Column<Coded<IntroducedKind>>,
    status: Column<Coded<Status>>,
    procurement_method: Column<Coded<ProcurementMethod>>,
    vendor: Column<Coded<String>>,
    product: Column<Coded<String>>,
    cost_basis: Coded<CostBasis>,
    initial_cost_yen: Column<Vec<Option<YenRange>>>,
    annual_cost_yen: Column<Vec<Option<YenRange>>>,
    contract_total_yen: Column<Vec<Option<YenRange>>>,
    contract_years: Column<Vec<Option<f64>>>,
    contract_end: Column<Vec<Option<YearMonth>>>,
    /// An empty list means that none is known.
    savings: Column<Vec<Vec<Saving>>>,
    prefecture_bears_cost: Column<Coded<PrefectureShare>>,
    subsidy_used: Column<Vec<Option<bool>>>,
    specification_available: Column<Vec<Option<bool>>>,
    benefits: Column<CodedSets<Slug>>,
    document_kinds: Column<CodedSets<DocumentKind>>,
    /// Why values are missing, where that is known; in order of row and field.
    #[serde(default, deserialize_with = "known_reasons")]
    #[cfg_attr(feature = "schema", schemars(!default))]
    missing: Vec<Missing>,
}

/// The reason for one missing value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Missing {
    pub row: u32,
    pub field: Field,
    pub reason: MissingReason,
}

/// Leaves out the fields and reasons that only a later version knows.
fn known_reasons<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Missing>, D::Error> {
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
    known.sort_by_key(|missing| (missing.row, missing.field));
    Ok(known)
}

impl CaseTable {
    /// The table of these cases, in order of id. `reasons` gives why a field of a case is missing, for
    /// the fields that only its details hold; the reasons of the others are in the cases themselves.
    pub fn new(mut cases: Vec<Case>, reasons: &[(CaseId, Field, MissingReason)]) -> Self {
        cases.sort_by(|a, b| a.id.cmp(&b.id));
        let cases = &cases;
        Self {
            schema_version: SCHEMA_VERSION,
            id: column(cases, |case| case.id.clone()),
            title: column(cases, |case| case.title.clone()),
            lead_prefecture: column(cases, |case| case.lead.prefecture),
            lead_organization: column(cases, |case| case.lead.organization.clone()),
            lead_kind: coded(cases, |case| Some(case.lead.kind)),
            scope: coded(cases, |case| Some(case.scope)),
            system_type: coded(cases, |case| Some(case.system_type.clone())),
            domain: coded(cases, |case| Some(case.domain)),
            participants_count: column(cases, |case| case.participants.count.known()),
            participants: column(cases, |case| case.participants.codes.clone().known()),
            participants_all_in_prefecture: column(cases, |case| case.participants.all_in_prefecture.known()),
            population: column(cases, |case| case.participants.population),
            staff: column(cases, |case| case.participants.staff),
            prefecture_participates: column(cases, |case| case.prefecture_participates.known()),
            partner_prefectures: column(cases, |case| case.partner_prefectures.clone()),
            introduced: column(cases, |case| case.introduced.known().map(|introduced| introduced.at)),
            introduced_kind: coded(cases, |case| case.introduced.known().map(|introduced| introduced.kind)),
            status: coded(cases, |case| case.status.known()),
            procurement_method: coded(cases, |case| case.procurement_method.known()),
            vendor: coded(cases, |case| case.vendor.clone().known()),
            product: coded(cases, |case| case.product.clone().known()),
            cost_basis: coded(cases, |case| case.costs.basis),
            initial_cost_yen: column(cases, |case| case.costs.initial.known()),
            annual_cost_yen: column(cases, |case| case.costs.annual.known()),
            contract_total_yen: column(cases, |case| case.costs.total.known()),
            contract_years: column(cases, |case| case.costs.years.known()),
            contract_end: column(cases, |case| case.contract_end.known()),
            savings: column(cases, |case| case.savings.clone().known().unwrap_or_default()),
            prefecture_bears_cost: coded(cases, |case| case.prefecture_bears_cost.known()),
            subsidy_used: column(cases, |case| case.subsidy_used.known()),
            specification_available: column(cases, |case| case.specification_available.known()),
            benefits: CodedSets::new(
                cases.iter().map(|case| case.benefits.clone().known().unwrap_or_default()),
            )
            .into(),
            document_kinds: CodedSets::new(
                cases.iter().map(|case| case.document_kinds.clone().known().unwrap_or_default()),
            )
            .into(),
            missing: missing_reasons(cases, reasons),
        }
    }

    pub fn len(&self) -> usize {
        self.id.len()
    }

    pub fn is_empty(&self) -> bool {
        self.id.is_empty()
    }

    /// The case of a row below `len()`.
    pub fn row(&self, row: usize) -> CaseRef<'_> {
        CaseRef { table: self, row }
    }

    /// All cases, in order of id.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = CaseRef<'_>> + ExactSizeIterator {
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

fn column<T, C: From<Vec<T>>>(cases: &[Case], value: impl Fn(&Case) -> T) -> C {
    cases.iter().map(value).collect::<Vec<T>>().into()
}

fn coded<T: Clone + Ord, C: From<Coded<T>>>(cases: &[Case], value: impl Fn(&Case) -> Option<T>) -> C {
    Coded::new(cases.iter().map(value)).into()
}

fn missing_reasons(cases: &[Case], others: &[(CaseId, Field, MissingReason)]) -> Vec<Missing> {
    let mut missing = Vec::new();
    for (row, case) in (0_u32..).zip(cases) {
        let own = [
            (Field::ParticipantsNames, case.participants.codes.reason()),
            (Field::ParticipantsCount, case.participants.count.reason()),
            (Field::ParticipantsAllInPrefecture, case.participants.all_in_prefecture.reason()),
            (Field::PrefectureParticipates, case.prefecture_participates.reason()),
            (Field::Introduced, case.introduced.reason()),
            (Field::ProcurementMethod, case.procurement_method.reason()),
            (Field::Vendor, case.vendor.reason()),
            (Field::Product, case.product.reason()),
            (Field::InitialCost, case.costs.initial.reason()),
            (Field::AnnualCost, case.costs.annual.reason()),
            (Field::ContractTotal, case.costs.total.reason()),
            (Field::ContractYears, case.costs.years.reason()),
            (Field::ContractEnd, case.contract_end.reason()),
            (Field::Savings, case.savings.reason()),
            (Field::PrefectureBearsCost, case.prefecture_bears_cost.reason()),
            (Field::SubsidyUsed, case.subsidy_used.reason()),
            (Field::SpecificationAvailable, case.specification_available.reason()),
            (Field::Benefits, case.benefits.reason()),
            (Field::Status, case.status.reason()),
            (Field::Documents, case.document_kinds.reason()),
        ];
        let others =
            others.iter().filter(|(id, ..)| *id == case.id).map(|(_, field, reason)| (*field, Some(*reason)));
        let mut of_case: Vec<Missing> = own
            .into_iter()
            .chain(others)
            .filter_map(|(field, reason)| Some(Missing { row, field, reason: reason? }))
            .collect();
        of_case.sort_by_key(|missing| missing.field);
        missing.extend(of_case);
    }
    missing
}
