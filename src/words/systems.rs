//! The words of the pages about system types.

use joint_procurement_core::domain::{Date, SnapshotKind};
use joint_procurement_core::query::ScopeFilter;
use joint_procurement_core::stats::{
    AnswerCounts, BenefitCounts, CostFigures, KnownCount, Participation, SystemFigures,
};

pub struct SystemWords {
    // The list of the types.
    pub list_heading: fn(types: usize) -> String,
    pub list_lead: fn(&TypesFound) -> String,
    pub scope_counted: fn(ScopeFilter) -> &'static str,
    pub scope_other: fn(ScopeFilter) -> &'static str,
    pub domain_heading: fn(domain: &str, types: usize, cases: usize) -> String,
    pub domain_table: fn(domain: &str) -> String,
    pub domain_list: fn(domain: &str, cases: usize) -> String,
    pub prefectures: &'static str,
    pub prefectures_value: fn(usize) -> String,
    pub subsidy: &'static str,
    pub specification: &'static str,
    pub documents: &'static str,
    pub note: &'static str,
    pub noted: &'static str,
    pub not_noted: &'static str,
    pub list_note: fn(SnapshotKind) -> &'static str,
    pub unconfirmed_heading: fn(SnapshotKind, ScopeFilter, types: usize) -> String,
    pub unconfirmed_text: fn(SnapshotKind, ScopeFilter) -> &'static str,
    pub prefecture_cases: fn(usize) -> String,

    // One type.
    pub heading: fn(name: &str, cases: usize, prefectures: usize) -> String,
    pub heading_none: fn(name: &str, SnapshotKind) -> String,
    pub lead: fn(description: &str, &SystemFigures<'_>) -> String,
    /// Its `[words in brackets]` are a link.
    pub lead_municipal: fn(cases: usize) -> String,
    pub lead_none: fn(description: &str, SnapshotKind, municipal: usize) -> String,
    pub note_source: fn(title: &str, publisher: &str, published: Option<Date>) -> String,
    pub contents: &'static str,
    pub no_municipal: fn(SnapshotKind) -> &'static str,
    pub prefectures_note: fn(leads: usize, partners: usize) -> String,
    pub participants_note: fn(&Participation) -> String,
    pub subsidy_label: &'static str,
    pub specification_label: &'static str,
    pub answer_note: fn(AnswerCounts, SnapshotKind) -> String,
    pub answer_no: fn(usize) -> String,
    pub documents_note: fn(KnownCount) -> String,

    pub answers_heading: &'static str,
    pub answers_table: &'static str,
    pub item: &'static str,
    pub share: &'static str,
    pub share_value: fn(AnswerCounts) -> String,
    pub confirmed: fn(usize) -> String,
    pub statuses: &'static str,

    pub benefits_heading: fn(SnapshotKind, &str, usize) -> String,
    pub benefits_reading: fn(SnapshotKind, KnownCount) -> String,
    pub benefits_chart: fn(&BenefitCounts) -> String,
    pub benefits_caption: fn(KnownCount) -> String,
    pub benefit: fn(SnapshotKind) -> &'static str,

    pub participation_heading: &'static str,
    pub participation_lead: fn(&Participation) -> String,
    pub stated: &'static str,
    pub smallest: &'static str,
    pub median: &'static str,
    pub largest: &'static str,
    pub named: &'static str,
    pub named_value: fn(&Participation) -> String,
    pub participants_value: fn(u64) -> String,

    pub costs_heading: &'static str,
    pub costs_lead: fn(&CostFigures, cases: usize) -> String,
    pub costs_note: &'static str,
    pub costs_link: fn(usize) -> String,
    pub costs_table: &'static str,
    pub few_for_median: fn(usize) -> String,
    pub no_budgets: &'static str,
    pub amounts_table: &'static str,
    pub case: &'static str,
    pub basis: &'static str,

    pub savings_lead: fn(KnownCount) -> String,
    pub savings_table: &'static str,
    pub savings_link: fn(usize) -> String,
    pub saving_of: &'static str,
    pub saving: &'static str,
    pub saving_kind: &'static str,
    pub saving_by: &'static str,
    pub saving_whole: &'static str,

    pub names_heading: &'static str,
    pub names_lead: fn(vendors: KnownCount, products: KnownCount) -> String,
    pub names_all: fn(table: &str, names: usize) -> String,

    pub places_heading: &'static str,
    pub places_lead: fn(SnapshotKind, leads: usize, partners: usize) -> String,
    pub places_table: &'static str,
    pub state: &'static str,
    pub leads: &'static str,
    pub partners: &'static str,
    pub not_lead: &'static str,
    pub as_partner: &'static str,

    pub documents_heading: &'static str,
    pub documents_lead: fn(KnownCount) -> String,
    pub documents_link: fn(usize) -> String,
    pub no_documents: fn(SnapshotKind) -> &'static str,
    pub documents_table: &'static str,
    pub municipal_documents: &'static str,
    pub municipal_documents_count: fn(documents: usize) -> String,
    pub document: &'static str,
    pub document_kind: &'static str,
    pub published: &'static str,
    pub site: &'static str,

    pub cases_heading: fn(cases: usize, shown: usize) -> String,
    pub all_cases: fn(usize) -> String,
    pub municipal_heading: fn(cases: usize, shown: usize) -> String,
    pub municipal_lead: &'static str,
    pub known_heading: &'static str,
    pub found: fn(usize) -> String,
    pub name_with_cases: fn(name: &str, cases: usize) -> String,
    pub participants_known: fn(&Participation) -> String,
    /// The heading for a type whose domains are known, and for one without a domain.
    pub near_heading: fn(with_domain: bool) -> &'static str,
    pub near_lead: fn(with_domain: bool) -> &'static str,
    pub search: &'static str,

    // A slug that no type has.
    pub unknown_heading: &'static str,
    pub unknown_text: fn(asked: &str) -> String,
    pub see_all: &'static str,
}

/// The values of which the first sentence of the list of types is made.
pub struct TypesFound {
    pub scope: ScopeFilter,
    /// Without `unclear`.
    pub cases: usize,
    /// Cases whose type is not clear.
    pub unclear: usize,
    pub types: usize,
    pub domains: usize,
}
