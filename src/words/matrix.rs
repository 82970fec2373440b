//! The words of the matrix of prefectures and system types.

pub struct MatrixWords {
    pub heading: &'static str,
    pub lead: fn(absent: &str) -> String,
    /// Beside the states, in their order.
    pub legend: &'static str,
    pub order_of_states: &'static str,
    pub rest: fn(absent: &str) -> String,
    pub shown: fn(prefectures: usize, types: usize) -> String,
    pub caption: &'static str,
    pub domain: &'static str,
    pub region: &'static str,
    pub all: &'static str,
    pub by_code: &'static str,
    pub by_system: fn(&str) -> String,
    /// The last column.
    pub confirmed: &'static str,
    /// The last row.
    pub prefectures: &'static str,
    pub types: fn(usize) -> String,
    /// The words of a sentence on one prefecture.
    pub item: fn(usize) -> String,
    pub item_none: fn(absent: &str) -> String,
    pub state: fn(state: &str) -> String,
    pub stop: &'static str,
    pub led: fn(system: &str, cases: usize) -> String,
    pub partner: fn(system: &str, cases: usize) -> String,
}
