//! The words of a case page beyond its facts: costs that can be compared, similar cases, a letter to the lead.

use joint_procurement_core::domain::{Date, YenRange};
use joint_procurement_core::stats::Alike;

pub struct CaseMoreWords {
    pub total_per_year: &'static str,
    pub initial_per_thousand: &'static str,
    pub annual_per_thousand: &'static str,
    pub total_per_year_per_thousand: &'static str,
    /// An amount that was computed here.
    pub computed: fn(YenRange) -> String,
    pub reuse_heading: &'static str,
    pub reuse_specification: &'static str,
    pub reuse_call: &'static str,
    pub reuse_agreement: &'static str,
    pub reuse_cost_sharing: &'static str,
    /// Above the participants where no source names them.
    pub participants_derived: &'static str,
    pub alike_heading: &'static str,
    pub alike_lead: &'static str,
    pub alike_reason: fn(Alike, system: &str, population: Option<u64>) -> String,
    pub inquiry_heading: &'static str,
    pub inquiry_lead: fn(missing: &str) -> String,
    pub inquiry_copy: &'static str,
    pub inquiry: fn(&Inquiry<'_>) -> String,
    pub ask_specification: &'static str,
    pub ask_conditions: &'static str,
    pub json: &'static str,
    pub pick: &'static str,
    pub compare: fn(usize) -> String,
}

/// The values of which the letter to the lead of a case is made.
pub struct Inquiry<'a> {
    pub title: &'a str,
    pub lead: &'a str,
    pub department: Option<&'a str>,
    pub system: &'a str,
    /// The reader's municipality with its size, where it was chosen.
    pub own: Option<&'a str>,
    /// The facts that public sources do not say.
    pub missing: &'a [&'static str],
    pub as_of: Date,
}
