//! One case of a table: the value of each column in its row.

use super::CaseTable;
use crate::domain::{
    Case, CaseId, CostBasis, Costs, DocumentKind, Domain, Fact, Field, Introduction, Lead, LeadKind,
    MissingReason, MunicipalityCode, Participants, PrefectureCode, PrefectureShare, ProcurementMethod,
    Saving, Scope, Slug, Status, YearMonth, YenRange,
};

/// One case of a table.
#[derive(Clone, Copy, Debug)]
pub struct CaseRef<'a> {
    pub(super) table: &'a CaseTable,
    pub(super) row: usize,
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
        // A kind that only a later version knows.
        self.table.lead_kind.get(self.row).copied().unwrap_or(LeadKind::Other)
    }

    pub fn scope(self) -> Scope {
        // `check` has made sure that this column and the next two are full.
        self.table.scope.get(self.row).copied().unwrap_or(Scope::Municipal)
    }

    pub fn system_type(self) -> &'a Slug {
        &self.table.system_type.dictionary()[self.table.system_type.code(self.row).unwrap_or_default()]
    }

    pub fn domain(self) -> Domain {
        self.table.domain.get(self.row).copied().unwrap_or(Domain::Tools)
    }

    pub fn participants_count(self) -> Fact<u32> {
        self.fact(self.value(&self.table.participants_count), Field::ParticipantsCount)
    }

    /// The participants that a source names.
    pub fn participants(self) -> Fact<&'a [MunicipalityCode]> {
        let codes = self.table.participants.get(self.row).and_then(Option::as_deref);
        self.fact(codes, Field::ParticipantsNames)
    }

    pub fn participants_all_in_prefecture(self) -> Fact<bool> {
        self.fact(self.value(&self.table.participants_all_in_prefecture), Field::ParticipantsAllInPrefecture)
    }

    /// Whether the municipality takes part for certain: it is named, or all municipalities of its
    /// prefecture take part. The builder derives a population without names exactly when the stated
    /// count is today's number, so that it tells the latter.
    pub fn certainly_includes(self, municipality: MunicipalityCode) -> bool {
        match self.participants() {
            Fact::Known(codes) => codes.contains(&municipality),
            Fact::Missing(_) => {
                self.includes_all_in_prefecture() && municipality.prefecture() == self.lead_prefecture()
            }
        }
    }

    /// Whether all of today's municipalities of the lead's prefecture take part, without being named.
    pub fn includes_all_in_prefecture(self) -> bool {
        self.participants_all_in_prefecture() == Fact::Known(true)
            && !self.participants().is_known()
            && self.population().is_some()
    }

    /// Persons, summed over the participants.
    pub fn population(self) -> Option<u64> {
        self.value(&self.table.population)
    }

    /// Staff, summed over the participants.
    pub fn staff(self) -> Option<u64> {
        self.value(&self.table.staff)
    }

    pub fn prefecture_participates(self) -> Fact<bool> {
        self.fact(self.value(&self.table.prefecture_participates), Field::PrefectureParticipates)
    }

    pub fn partner_prefectures(self) -> &'a [PrefectureCode] {
        self.table.partner_prefectures.get(self.row).map_or(&[], Vec::as_slice)
    }

    pub fn introduced(self) -> Fact<Introduction> {
        let at = self.value(&self.table.introduced);
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
        self.fact(self.value(&self.table.initial_cost_yen), Field::InitialCost)
    }

    /// Yen a year.
    pub fn annual_cost(self) -> Fact<YenRange> {
        self.fact(self.value(&self.table.annual_cost_yen), Field::AnnualCost)
    }

    /// Yen over `contract_years`.
    pub fn contract_total(self) -> Fact<YenRange> {
        self.fact(self.value(&self.table.contract_total_yen), Field::ContractTotal)
    }

    pub fn contract_years(self) -> Fact<f64> {
        self.fact(self.value(&self.table.contract_years), Field::ContractYears)
    }

    pub fn contract_end(self) -> Fact<YearMonth> {
        self.fact(self.value(&self.table.contract_end), Field::ContractEnd)
    }

    pub fn savings(self) -> Fact<&'a [Saving]> {
        let savings = self.table.savings.get(self.row).map_or(&[][..], Vec::as_slice);
        self.fact(Some(savings).filter(|savings| !savings.is_empty()), Field::Savings)
    }

    pub fn prefecture_bears_cost(self) -> Fact<PrefectureShare> {
        self.fact(self.table.prefecture_bears_cost.get(self.row).copied(), Field::PrefectureBearsCost)
    }

    pub fn subsidy_used(self) -> Fact<bool> {
        self.fact(self.value(&self.table.subsidy_used), Field::SubsidyUsed)
    }

    pub fn specification_available(self) -> Fact<bool> {
        self.fact(self.value(&self.table.specification_available), Field::SpecificationAvailable)
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

    /// The row's value; none where the file lacks the column.
    fn value<T: Copy>(self, column: &[Option<T>]) -> Option<T> {
        column.get(self.row).copied().flatten()
    }

    fn fact<T>(self, value: Option<T>, field: Field) -> Fact<T> {
        match value {
            Some(value) => Fact::Known(value),
            None => Fact::Missing(self.table.reason(self.row, field)),
        }
    }
}
