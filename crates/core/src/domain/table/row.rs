//! One case of a table: the value of each column in its row.

use crate::domain::{
    CaseDetail, CaseId, CaseTable, CostBasis, Date, Domain, Fact, Field, Form, JoinAnswer, LeadKind,
    MissingReason, Municipalities, Municipality, MunicipalityCode, PrefectureCode, Scope, Slug, SourceClass,
    Status, WebAddress,
};

/// One case of a table.
#[derive(Clone, Copy, Debug)]
pub struct CaseRef<'a> {
    pub(in crate::domain) table: &'a CaseTable,
    pub(in crate::domain) row: usize,
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

    /// Tells if figures of joint procurement count the case. They leave out a system of one body that others are
    /// connected to; a case whose form is not known counts.
    pub fn is_joint(self) -> bool {
        self.form() != Fact::Known(Form::SharedService)
    }

    /// Tells if it is a plan that came to nothing.
    pub fn is_cancelled(self) -> bool {
        self.table.status.get(self.row) == Some(&Status::Cancelled)
    }

    /// Tells if nothing was procured: a plan, or one that came to nothing.
    pub fn is_plan(self) -> bool {
        self.table.status.get(self.row).is_some_and(|status| status.is_plan())
    }

    /// Tells if the municipality takes part for certain: it is named, or all municipalities of its prefecture
    /// take part. The builder derives a population without names exactly when the stated count is today's
    /// number, so that it tells the latter.
    pub fn certainly_includes(self, municipality: MunicipalityCode) -> bool {
        match self.participants() {
            Fact::Known(codes) => codes.contains(&municipality),
            Fact::Missing(_) => {
                self.includes_all_in_prefecture() && municipality.prefecture() == self.lead_prefecture()
            }
        }
    }

    /// Gives the municipalities that take part for certain, named or not.
    pub fn certain_participants(self, municipalities: &Municipalities) -> Vec<Municipality<'_>> {
        match self.participants() {
            Fact::Known(codes) => codes.iter().filter_map(|&code| municipalities.get(code)).collect(),
            Fact::Missing(_) if self.includes_all_in_prefecture() => {
                municipalities.of_prefecture(self.lead_prefecture()).collect()
            }
            Fact::Missing(_) => Vec::new(),
        }
    }

    /// Tells if all of today's municipalities of the lead's prefecture take part, without being named.
    pub fn includes_all_in_prefecture(self) -> bool {
        self.participants_all_in_prefecture() == Fact::Known(true)
            && !self.participants().is_known()
            && self.derived_population().is_some()
    }

    /// Gives the persons of the participants together: as stated, or else summed over them.
    pub fn population(self) -> Option<u64> {
        self.stated_population().known().or_else(|| self.derived_population())
    }

    /// Gives the staff of the participants together: as stated, or else summed over them.
    pub fn staff(self) -> Option<u64> {
        self.stated_staff().known().or_else(|| self.derived_staff())
    }

    /// Gives the persons summed over the participants, whatever is stated.
    pub fn derived_population(self) -> Option<u64> {
        self.derived(&self.table.derived_population)
    }

    /// Gives the staff summed over the participants, whatever is stated.
    pub fn derived_staff(self) -> Option<u64> {
        self.derived(&self.table.derived_staff)
    }

    pub fn partner_prefectures(self) -> &'a [PrefectureCode] {
        self.table.partner_prefectures.get(self.row).map_or(&[], Vec::as_slice)
    }

    /// Gives the confirmed year of introduction; none for a plan.
    pub fn introduction_year(self) -> Option<u16> {
        self.introduced().known().filter(|_| !self.is_plan()).map(|introduced| introduced.at.year)
    }

    /// Tells if the case can still be joined on this day, as a source says. On request counts too.
    pub fn can_be_joined(self, on: Date) -> Fact<bool> {
        let is_over = self.join_until().known().is_some_and(|until| until.is_before(on));
        self.open_to_join().map(|answer| answer != JoinAnswer::No && !is_over)
    }

    /// Tells what the amounts are; known exactly when any amount is.
    pub fn cost_basis(self) -> Option<CostBasis> {
        self.table.cost_basis.get(self.row).copied()
    }

    /// Gives the classes of its sources; none where the file is of the first version.
    pub fn source_classes(self) -> Vec<SourceClass> {
        self.table.source_classes.get(self.row).copied().collect()
    }

    /// Tells if a public body's page is among its sources.
    pub fn has_official_source(self) -> bool {
        self.source_classes().contains(&SourceClass::Official)
    }

    /// Gives the pages that state the amounts, as far as recorded.
    pub fn cost_sources(self) -> Vec<WebAddress> {
        self.table.cost_sources.get(self.row).cloned().collect()
    }

    pub fn has_costs(self) -> bool {
        self.initial_cost().is_known() || self.annual_cost().is_known() || self.contract_total().is_known()
    }

    /// Tells why a field of the details is missing, where that is known.
    pub fn reason(self, field: Field) -> Option<MissingReason> {
        self.table.reason(self.row, field)
    }

    /// Tells if a field applies to the case and is not known, for whatever reason. To have been introduced at some
    /// time applies to every case.
    pub fn lacks(self, field: Field, detail: Option<&CaseDetail>) -> bool {
        match self.value(field, detail) {
            Fact::Known(_) => false,
            Fact::Missing(reason) => {
                reason != Some(MissingReason::NotApplicable) || field == Field::Introduced
            }
        }
    }

    /// Gives the row's value; none where the file lacks the column.
    fn derived<T: Copy>(self, column: &[Option<T>]) -> Option<T> {
        column.get(self.row).copied().flatten()
    }
}
