//! A name of the index.

use super::forms::folded;
use crate::domain::{MunicipalityCode, PrefectureCode};

/// The thing that a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Named {
    Municipality(MunicipalityCode),
    Prefecture(PrefectureCode),
    /// Its place among the system types.
    System(usize),
    /// The row of a case.
    Case(usize),
}

/// Ends of the names of places, each with its readings.
const ENDS: [(&str, [&str; 2]); 7] = [
    ("市", ["し", "し"]),
    ("町", ["ちょう", "まち"]),
    ("村", ["むら", "そん"]),
    ("区", ["く", "く"]),
    ("県", ["けん", "けん"]),
    ("府", ["ふ", "ふ"]),
    ("都", ["と", "と"]),
];

/// Tells if a text is the end of a name and nothing else: 市, ちょう.
pub(super) fn is_end(text: &str) -> bool {
    ENDS.iter().any(|(end, readings)| *end == text || readings.contains(&text))
}

/// A name with its reading, each also without 市, 町, 県 and the like; empty where there is none.
#[derive(Clone, Debug, Default)]
pub(super) struct Forms {
    pub name: String,
    pub kana: String,
    stem: usize,
    kana_stem: usize,
}

impl Forms {
    /// Makes the forms of a name that has no end.
    pub fn whole(name: String, kana: String) -> Self {
        Self { name, kana, stem: 0, kana_stem: 0 }
    }

    pub fn of_place(name: &str, kana: &str) -> Self {
        let mut forms = Self::whole(folded(name), kana.to_owned());
        if let Some((end, readings)) = ENDS.iter().find(|(end, _)| name.ends_with(end)) {
            forms.stem = forms.name.len() - end.len();
            let reading = readings.iter().find(|reading| kana.ends_with(*reading));
            forms.kana_stem = reading.map_or(0, |reading| kana.len() - reading.len());
        }
        forms
    }

    pub fn stem(&self) -> &str {
        self.name.get(..self.stem).unwrap_or_default()
    }

    pub fn kana_stem(&self) -> &str {
        self.kana.get(..self.kana_stem).unwrap_or_default()
    }
}

/// A name of the index.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub named: Named,
    /// The name as it is written.
    pub written: String,
    pub forms: Forms,
    /// Six digits; empty where there is none.
    pub code: String,
    /// The place of the prefecture in which it lies; beyond them for what lies in none.
    pub prefecture: usize,
    /// The county or the city that people write before the name.
    pub within: Forms,
    pub population: u64,
    /// A flag for wards, whose target is their city.
    pub is_ward: bool,
    /// The place of the entry that `target` has for itself.
    pub main: usize,
}
