//! The words of maps.

pub struct MapWords {
    /// Past the areas of a map.
    pub skip: &'static str,
    pub loading: &'static str,
    pub legend: &'static str,
    /// A number of cases, or a range of it.
    pub class: fn(low: usize, high: usize) -> String,
    /// An area with its number of cases.
    pub area: fn(name: &str, cases: &str) -> String,
    pub small_islands: &'static str,
    pub japan: &'static str,
    pub japan_heading: &'static str,
    /// In how many prefectures there is a confirmed case.
    pub japan_reading: fn(prefectures: usize) -> String,
    pub of_system: fn(system: &str) -> String,
    pub of_system_reading: fn(prefectures: usize) -> String,
    pub of_prefecture: fn(prefecture: &str) -> String,
    pub of_prefecture_reading: fn(taking_part: usize, all: usize) -> String,
    pub of_case: fn(prefecture: &str) -> String,
    pub of_case_reading: fn(participants: usize, all: usize) -> String,
    pub takes_part: &'static str,
    pub other: &'static str,
}
