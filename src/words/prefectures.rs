//! The words of the pages about prefectures.

use joint_procurement_core::domain::SnapshotKind;
use joint_procurement_core::stats::KnownCount;

pub struct PrefectureWords {
    // All prefectures.
    pub list_heading: &'static str,
    pub list_lead: fn(SnapshotKind, confirmed: usize) -> String,
    pub list_order: &'static str,
    pub list_counting: &'static str,
    pub by_region: &'static str,
    pub table: &'static str,
    pub table_lead: fn(absent: &str) -> String,
    pub led: &'static str,
    pub partner: &'static str,
    pub municipal: &'static str,
    pub systems: &'static str,
    pub systems_value: fn(usize) -> String,
    pub municipalities: &'static str,
    pub municipalities_value: fn(u32) -> String,
    pub population: &'static str,
    pub staff: &'static str,
    /// A credit line with what it is owed for.
    pub credit: fn(subject: &str, text: &str) -> String,

    // One prefecture.
    pub region: fn(&str) -> String,
    pub heading: fn(name: &str, cases: usize) -> String,
    pub heading_unconfirmed: fn(name: &str, absent: &str) -> String,
    pub lead: fn(SnapshotKind, cases: usize, systems: usize) -> String,
    pub lead_unconfirmed: &'static str,
    /// Links to the parts of the page, in brackets.
    pub contents: &'static str,
    pub led_figure: fn(name: &str) -> String,
    pub led_note: &'static str,
    pub systems_unit: &'static str,
    pub systems_note: fn(domains: usize) -> String,
    pub partner_note: &'static str,
    pub municipal_note: &'static str,
    pub municipal_partner: &'static str,
    pub municipal_partner_note: &'static str,
    pub municipalities_unit: &'static str,
    pub size: fn(population: u64, staff: Option<u64>) -> String,
    pub cases_heading: &'static str,
    pub cases_shown: fn(usize) -> String,
    pub cases_all: fn(usize) -> String,
    pub cases_table: &'static str,
    pub cases_newest: &'static str,
    pub partner_heading: &'static str,
    pub partner_lead: &'static str,

    // Neighbours.
    pub neighbours_heading: &'static str,
    pub on_land: &'static str,
    pub none_on_land: &'static str,
    pub by_crossing: &'static str,
    pub crossing: fn(by: &str) -> String,
    /// Between names.
    pub comma: &'static str,
    pub nearby_heading: fn(name: &str) -> String,
    pub nearby_lead: fn(systems: usize, name: &str) -> String,
    pub nearby_none: fn(name: &str) -> String,
    pub nearby: &'static str,
    pub nationwide: &'static str,
    pub nationwide_value: fn(usize) -> String,
    pub evidence_table: fn(name: &str) -> String,
    pub state: &'static str,
    pub evidence_case: &'static str,
    pub evidence_documents: &'static str,
    pub evidence_contact: &'static str,
    /// Before the title of a document.
    pub document: fn(kind: &str) -> String,
    pub takes_part: fn(cases: usize) -> String,
    pub notes_heading: &'static str,
    pub notes_lead: &'static str,
    pub noted_table: fn(name: &str) -> String,
    pub noted: &'static str,
    /// Before the source of a note.
    pub note_from: &'static str,
    pub note_source: fn(title: &str, publisher: &str) -> String,
    pub comparison_heading: &'static str,
    pub comparison_lead: fn(absent: &str) -> String,
    pub comparison_table: fn(name: &str) -> String,
    pub elsewhere: fn(systems: usize, absent: &str) -> String,
    pub elsewhere_table: &'static str,

    // The sheet on paper.
    pub sheet_heading: fn(name: &str) -> String,
    pub sheet_lead: &'static str,
    pub sheet_type: fn(system: &str, led: usize, partner: usize, nationwide: usize) -> String,
    pub not_known_heading: &'static str,
    pub not_known_lead: &'static str,
    pub not_known_types: fn(absent: &str, types: usize) -> String,
    pub not_known_cases: fn(cases: &str) -> String,
    pub not_known_field: fn(field: &str, KnownCount) -> String,

    // Municipalities.
    pub municipalities_heading: fn(name: &str) -> String,
    pub taking_part: fn(taking_part: usize, all: usize) -> String,
    pub taking_part_known: fn(KnownCount) -> String,
    pub taking_part_absent: fn(absent: &str) -> String,
    pub municipality: &'static str,
    pub municipality_kind: &'static str,
    pub staff_of_one: &'static str,
    pub takes_part_in: &'static str,
    pub size_sources: fn(population_as_of: &str, staff_as_of: &str) -> String,
}
