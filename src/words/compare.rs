//! The words of the comparison.

use joint_procurement_core::domain::IntroducedKind;
use joint_procurement_core::stats::DifferenceCounts;

pub struct CompareWords {
    /// How many of how many items differ.
    pub reading: fn(cases: usize, DifferenceCounts) -> String,
    pub one: &'static str,
    pub none: &'static str,
    /// How to choose cases; `[words in brackets]` lead to the list.
    pub steps: [&'static str; 3],
    pub one_more: &'static str,
    /// Before the ids that the snapshot does not have.
    pub unknown_ids: &'static str,
    pub unknown_ids_rest: &'static str,
    pub drop_unknown: &'static str,
    /// Before the ids for which there is no room.
    pub too_many: &'static str,
    pub bases_differ: &'static str,
    pub caption: fn(usize) -> String,
    pub difference: &'static str,
    pub group: &'static str,
    pub drop: &'static str,
    pub drop_label: fn(title: &str) -> String,
    pub choose_others: &'static str,
    pub who: &'static str,
    pub size: &'static str,
    pub money: &'static str,
    pub contract: &'static str,
    pub subsidy: &'static str,
    pub documents: &'static str,
    /// The name of the row with the documents themselves.
    pub links: &'static str,
    pub vendor: &'static str,
    pub benefits: &'static str,
    pub unit_members: &'static str,
    pub unit_persons: &'static str,
    pub unit_yen: &'static str,
    pub unit_years: &'static str,
    pub all_members: fn(bool) -> &'static str,
    /// The name of the row of a date of this kind.
    pub date: fn(IntroducedKind) -> &'static str,
    pub planned: fn(&str) -> String,
    pub population_note: fn(&str) -> String,
    pub staff_note: fn(&str) -> String,
    pub version_note: fn(&str) -> String,
}
