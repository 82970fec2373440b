//! The cases of a snapshot by column, as published and as the browser computes on them.

use serde::{Deserialize, Serialize};
use std::fmt;

use super::json::read_fields;
use super::{
    Case, CaseId, Coded, CodedSets, CostBasis, Costs, DocumentKind, Domain, Fact, Field, IntroducedKind,
    Introduction, Lead, LeadKind, MissingReason, MunicipalityCode, Participants, PrefectureCode,
    PrefectureShare, ProcurementMethod, SCHEMA_VERSION, Saving, Scope, Slug, Status, YearMonth, YenRange,
};

/// All cases of a snapshot, in order of id. Every column has one entry a case.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
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
    participants_count: Vec<Option<u32>>,
    participants: Vec<Option<Vec<MunicipalityCode>>>,
    participants_all_in_prefecture: Vec<Option<bool>>,
    /// Persons, summed over the participants.
    population: Vec<Option<u64>>,
    /// Staff, summed over the participants.
    staff: Vec<Option<u64>>,
    prefecture_participates: Vec<Option<bool>>,
    partner_prefectures: Vec<Vec<PrefectureCode>>,
    introduced: Vec<Option<YearMonth>>,
    introduced_kind: Coded<IntroducedKind>,
    status: Coded<Status>,
    procurement_method: Coded<ProcurementMethod>,
    vendor: Coded<String>,
    product: Coded<String>,
    cost_basis: Coded<CostBasis>,
    initial_cost_yen: Vec<Option<YenRange>>,
    annual_cost_yen: Vec<Option<YenRange>>,
    contract_total_yen: Vec<Option<YenRange>>,
    contract_years: Vec<Option<f64>>,
    contract_end: Vec<Option<YearMonth>>,
    /// An empty list means that none is known.
    savings: Vec<Vec<Saving>>,
    prefecture_bears_cost: Coded<PrefectureShare>,
    subsidy_used: Vec<Option<bool>>,
    specification_available: Vec<Option<bool>>,
    benefits: CodedSets<Slug>,
    document_kinds: CodedSets<DocumentKind>,
    /// Why values are missing, where that is known; in order of row and field.
    missing: Vec<Missing>,
}

read_fields!(CaseTable {
    schema_version,
    id,
    title,
    lead_prefecture,
    lead_organization,
    lead_kind,
    scope,
    system_type,
    domain,
    participants_count,
    participants,
    participants_all_in_prefecture,
    population,
    staff,
    prefecture_participates,
    partner_prefectures,
    introduced,
    introduced_kind,
    status,
    procurement_method,
    vendor,
    product,
    cost_basis,
    initial_cost_yen,
    annual_cost_yen,
    contract_total_yen,
    contract_years,
    contract_end,
    savings,
    prefecture_bears_cost,
    subsidy_used,
    specification_available,
    benefits,
    document_kinds,
    missing,
});

/// The reason for one missing value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Missing {
    pub row: u32,
    pub field: Field,
    pub reason: MissingReason,
}

read_fields!(Missing { row, field, reason });

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
            ),
            document_kinds: CodedSets::new(
                cases.iter().map(|case| case.document_kinds.clone().known().unwrap_or_default()),
            ),
            missing: missing_reasons(cases, reasons),
        }
    }

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

fn column<T>(cases: &[Case], value: impl Fn(&Case) -> T) -> Vec<T> {
    cases.iter().map(value).collect()
}

fn coded<T: Clone + Ord>(cases: &[Case], value: impl Fn(&Case) -> Option<T>) -> Coded<T> {
    Coded::new(cases.iter().map(value))
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

/// One case of a table.
#[derive(Clone, Copy, Debug)]
pub struct CaseRef<'a> {
    table: &'a CaseTable,
    row: usize,
}

impl<'a> CaseRef<'a> {
    pub fn row(self) -> usize {
        self.row
    }

    pub fn id(self) -> &'a CaseId {
        &self.table.id[self.row]
    }

    pub fn title(self) -> &'a str {
        &self.table.title[self.row]
    }

    pub fn lead_prefecture(self) -> PrefectureCode {
        self.table.lead_prefecture[self.row]
    }

    pub fn lead_organization(self) -> &'a str {
        &self.table.lead_organization[self.row]
    }

    pub fn lead_kind(self) -> LeadKind {
        // `check` has made sure that this column and the next three are full.
        self.table.lead_kind.get(self.row).copied().unwrap_or(LeadKind::Other)
    }

    pub fn scope(self) -> Scope {
        self.table.scope.get(self.row).copied().unwrap_or(Scope::Municipal)
    }

    pub fn system_type(self) -> &'a Slug {
        &self.table.system_type.dictionary()[self.table.system_type.code(self.row).unwrap_or_default()]
    }

    pub fn domain(self) -> Domain {
        self.table.domain.get(self.row).copied().unwrap_or(Domain::Tools)
    }

    pub fn participants_count(self) -> Fact<u32> {
        self.fact(self.table.participants_count[self.row], Field::ParticipantsCount)
    }

    /// The participants that a source names.
    pub fn participants(self) -> Fact<&'a [MunicipalityCode]> {
        self.fact(self.table.participants[self.row].as_deref(), Field::ParticipantsNames)
    }

    pub fn participants_all_in_prefecture(self) -> Fact<bool> {
        self.fact(self.table.participants_all_in_prefecture[self.row], Field::ParticipantsAllInPrefecture)
    }

    /// Persons, summed over the participants.
    pub fn population(self) -> Option<u64> {
        self.table.population[self.row]
    }

    /// Staff, summed over the participants.
    pub fn staff(self) -> Option<u64> {
        self.table.staff[self.row]
    }

    pub fn prefecture_participates(self) -> Fact<bool> {
        self.fact(self.table.prefecture_participates[self.row], Field::PrefectureParticipates)
    }

    pub fn partner_prefectures(self) -> &'a [PrefectureCode] {
        &self.table.partner_prefectures[self.row]
    }

    pub fn introduced(self) -> Fact<Introduction> {
        let at = self.table.introduced[self.row];
        let kind = self.table.introduced_kind.get(self.row).copied();
        self.fact(at.zip(kind).map(|(at, kind)| Introduction { at, kind }), Field::Introduced)
    }

    /// The confirmed year of introduction; none for a case that is only planned.
    pub fn introduction_year(self) -> Option<u16> {
        let planned = self.status().known() == Some(Status::Planned);
        self.introduced().known().filter(|_| !planned).map(|introduced| introduced.at.year)
    }

    pub fn status(self) -> Fact<Status> {
        self.fact(self.table.status.get(self.row).copied(), Field::Status)
    }

    pub fn procurement_method(self) -> Fact<ProcurementMethod> {
        self.fact(self.table.procurement_method.get(self.row).copied(), Field::ProcurementMethod)
    }

    pub fn vendor(self) -> Fact<&'a str> {
        self.fact(self.table.vendor.get(self.row).map(String::as_str), Field::Vendor)
    }

    pub fn product(self) -> Fact<&'a str> {
        self.fact(self.table.product.get(self.row).map(String::as_str), Field::Product)
    }

    /// What the amounts are; known exactly when any amount is.
    pub fn cost_basis(self) -> Option<CostBasis> {
        self.table.cost_basis.get(self.row).copied()
    }

    pub fn has_costs(self) -> bool {
        self.initial_cost().is_known() || self.annual_cost().is_known() || self.contract_total().is_known()
    }

    pub fn initial_cost(self) -> Fact<YenRange> {
        self.fact(self.table.initial_cost_yen[self.row], Field::InitialCost)
    }

    /// Yen a year.
    pub fn annual_cost(self) -> Fact<YenRange> {
        self.fact(self.table.annual_cost_yen[self.row], Field::AnnualCost)
    }

    /// Yen over `contract_years`.
    pub fn contract_total(self) -> Fact<YenRange> {
        self.fact(self.table.contract_total_yen[self.row], Field::ContractTotal)
    }

    pub fn contract_years(self) -> Fact<f64> {
        self.fact(self.table.contract_years[self.row], Field::ContractYears)
    }

    pub fn contract_end(self) -> Fact<YearMonth> {
        self.fact(self.table.contract_end[self.row], Field::ContractEnd)
    }

    pub fn savings(self) -> Fact<&'a [Saving]> {
        let savings = self.table.savings[self.row].as_slice();
        self.fact(Some(savings).filter(|savings| !savings.is_empty()), Field::Savings)
    }

    pub fn prefecture_bears_cost(self) -> Fact<PrefectureShare> {
        self.fact(self.table.prefecture_bears_cost.get(self.row).copied(), Field::PrefectureBearsCost)
    }

    pub fn subsidy_used(self) -> Fact<bool> {
        self.fact(self.table.subsidy_used[self.row], Field::SubsidyUsed)
    }

    pub fn specification_available(self) -> Fact<bool> {
        self.fact(self.table.specification_available[self.row], Field::SpecificationAvailable)
    }

    /// In the order of the source.
    pub fn benefits(self) -> Fact<Vec<&'a Slug>> {
        let benefits: Vec<_> = self.table.benefits.get(self.row).collect();
        self.fact(Some(benefits).filter(|benefits| !benefits.is_empty()), Field::Benefits)
    }

    /// The kinds of its documents, each once.
    pub fn document_kinds(self) -> Fact<Vec<DocumentKind>> {
        let kinds: Vec<_> = self.table.document_kinds.get(self.row).copied().collect();
        self.fact(Some(kinds).filter(|kinds| !kinds.is_empty()), Field::Documents)
    }

    /// Why a field of the details is missing, where that is known.
    pub fn reason(self, field: Field) -> Option<MissingReason> {
        self.table.reason(self.row, field)
    }

    /// The same facts as a row.
    pub fn to_case(self) -> Case {
        Case {
            id: self.id().clone(),
            title: self.title().to_owned(),
            lead: Lead {
                prefecture: self.lead_prefecture(),
                organization: self.lead_organization().to_owned(),
                kind: self.lead_kind(),
            },
            scope: self.scope(),
            system_type: self.system_type().clone(),
            domain: self.domain(),
            participants: Participants {
                count: self.participants_count(),
                codes: self.participants().map(<[MunicipalityCode]>::to_vec),
                all_in_prefecture: self.participants_all_in_prefecture(),
                population: self.population(),
                staff: self.staff(),
            },
            prefecture_participates: self.prefecture_participates(),
            partner_prefectures: self.partner_prefectures().to_vec(),
            introduced: self.introduced(),
            status: self.status(),
            procurement_method: self.procurement_method(),
            vendor: self.vendor().map(str::to_owned),
            product: self.product().map(str::to_owned),
            costs: Costs {
                basis: self.cost_basis(),
                initial: self.initial_cost(),
                annual: self.annual_cost(),
                total: self.contract_total(),
                years: self.contract_years(),
            },
            contract_end: self.contract_end(),
            savings: self.savings().map(<[Saving]>::to_vec),
            prefecture_bears_cost: self.prefecture_bears_cost(),
            subsidy_used: self.subsidy_used(),
            specification_available: self.specification_available(),
            benefits: self.benefits().map(|benefits| benefits.into_iter().cloned().collect()),
            document_kinds: self.document_kinds(),
        }
    }

    fn fact<T>(self, value: Option<T>, field: Field) -> Fact<T> {
        match value {
            Some(value) => Fact::Known(value),
            None => Fact::Missing(self.table.reason(self.row, field)),
        }
    }
}
