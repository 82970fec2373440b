//! The conditions that a case must meet to be shown.

use strum::VariantArray;

use super::{Answer, Forms, Has, MonthRange, Range, ScopeFilter, Set, StatusAnswer, Unknown};
use crate::domain::{Domain, LeadKind, MunicipalityCode, PrefectureCode, Slug, SourceClass};

/// All conditions hold together. Within one condition any of its values suffices, except for `has`,
/// where each named thing must be known. An empty condition admits every case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseFilter {
    /// Words that must all occur; empty for none.
    pub text: String,
    pub domain: Set<Domain>,
    pub system: Set<Slug>,
    /// The lead's prefecture.
    pub pref: Set<PrefectureCode>,
    /// The region of the lead's prefecture.
    pub region: Set<Slug>,
    pub subsidy: Set<Answer>,
    pub spec: Set<Answer>,
    /// The case can still be joined when the data were read.
    pub open: Set<Answer>,
    /// Empty for every one but plans that came to nothing.
    pub status: Set<StatusAnswer>,
    pub scope: ScopeFilter,
    pub lead: Set<LeadKind>,
    pub benefit: Set<Slug>,
    pub has: Set<Has>,
    pub vendor: Set<String>,
    pub product: Set<String>,
    /// Participants.
    pub members: Option<Range>,
    /// Persons, summed over the participants.
    pub pop: Option<Range>,
    /// Staff, summed over the participants.
    pub staff: Option<Range>,
    /// Yen.
    pub initial: Option<Range>,
    /// Yen a year.
    pub annual: Option<Range>,
    /// Confirmed year of introduction.
    pub year: Option<Range>,
    /// Prefectures that take part without leading.
    pub partner: Set<PrefectureCode>,
    /// Municipalities that certainly take part.
    pub participant: Set<MunicipalityCode>,
    /// Contract end.
    pub end: Option<MonthRange>,
    pub form: Forms,
    /// Classes of sources, of which it has one.
    pub source: Set<SourceClass>,
    /// Values that must all be unknown.
    pub missing: Set<Unknown>,
}

/// One condition of a filter. Its number is its bit in `Matches`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, VariantArray)]
pub enum Facet {
    Text,
    Domain,
    System,
    Pref,
    Region,
    Subsidy,
    Spec,
    Status,
    Scope,
    Lead,
    Benefit,
    Has,
    Vendor,
    Product,
    Members,
    Pop,
    Staff,
    Initial,
    Annual,
    Year,
    Partner,
    Participant,
    End,
    Form,
    Source,
    Missing,
    Open,
}

impl Facet {
    pub(super) fn bit(self) -> u32 {
        1 << (self as u32)
    }
}
