//! The words of the page of a system type beyond its counts: who takes part, what groups cost, what ends.

use joint_procurement_core::domain::{Field, YearMonth};
use joint_procurement_core::stats::{CostPoint, GroupMeasure, KnownCount, PrefectureReach};

pub struct SystemMoreWords {
    pub reach_heading: &'static str,
    /// Municipalities that take part, among those of the prefectures of which the number is known.
    pub reach_reading: fn(prefectures: usize, together: KnownCount) -> String,
    pub reach_map: fn(system: &str) -> String,
    /// The classes of the map, from the lowest share on.
    pub reach_classes: [&'static str; 4],
    pub reach_share: fn(KnownCount) -> String,
    pub reach_caption: fn(capped: bool) -> String,
    pub reach_taking_part: &'static str,
    pub reach_municipalities: &'static str,
    pub reach_percent: &'static str,
    pub reach_basis: &'static str,
    pub reach_basis_value: fn(PrefectureReach) -> String,

    pub middle_half: &'static str,
    pub middle_half_value: fn(low: u64, high: u64) -> String,
    pub population_median: &'static str,
    pub population_median_value: fn(persons: u64, cases: usize) -> String,

    pub cost_by_size_heading: fn(Field, GroupMeasure) -> String,
    pub cost_by_size_reading: fn(least: CostPoint, most: CostPoint, cases: usize, GroupMeasure) -> String,
    pub cost_by_size_chart: fn(Field, GroupMeasure, cases: usize) -> String,
    pub cost_by_size_caption: fn(Field, GroupMeasure) -> String,
    pub cost_by_size_point: fn(title: &str, CostPoint, GroupMeasure) -> String,
    pub size: fn(GroupMeasure) -> &'static str,
    pub size_value: fn(u64, GroupMeasure) -> String,

    pub ending_heading: fn(cases: usize) -> String,
    pub ending_lead: fn(from: YearMonth, to: YearMonth, known: KnownCount) -> String,
    pub ending_table: &'static str,
    pub ending_list: fn(cases: usize) -> String,
}
