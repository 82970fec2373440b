//! The words of the search for a municipality.

pub struct TownWords {
    pub heading: &'static str,
    pub lead: &'static str,
    pub name: &'static str,
    pub hint: &'static str,
    pub candidates: fn(usize) -> String,
    pub no_candidate: &'static str,
    pub candidate: fn(name: &str, prefecture: &str, population: u64) -> String,
}
