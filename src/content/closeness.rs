//! The closeness of a case in size, in words and as a strip.

use joint_procurement_core::domain::{CaseRef, Municipalities, Snapshot};
use joint_procurement_core::query::{Near, TownSize};
use joint_procurement_core::stats::{
    Closeness, Similarity, SizeComparison, SizeGroup, sized_participants, town_size,
};

use super::SizeStrip;
use crate::words;

/// The way in which a case fits the size of a municipality.
#[derive(Clone, Debug, PartialEq)]
pub struct SizeFit {
    /// The municipality itself takes part.
    pub is_own: bool,
    pub words: String,
    /// The sizes of the participants, where they are known.
    pub strip: Option<SizeStrip>,
}

impl SizeFit {
    /// Gives the words, after those that the municipality itself takes part.
    pub fn with_own(self) -> String {
        if self.is_own { words::size::own_first(&self.words) } else { self.words }
    }
}

/// Says how a case fits, or why it cannot be compared.
pub fn size_fit(similarity: &Similarity, municipalities: &Municipalities, case: CaseRef<'_>) -> SizeFit {
    let town = similarity.town;
    let is_own = similarity.group(case.row()) == SizeGroup::Own;
    let (words, strip) = match similarity.row(case.row()) {
        Closeness::Compared(comparison) => {
            let strip = strip(town, comparison, case, municipalities);
            let range = strip.as_ref().map(|strip| [strip.smallest, strip.largest]);
            (words::size::compared(town, comparison, range.unwrap_or_default()), strip)
        }
        Closeness::CountOnly(count) => (words::size::count_only(count), None),
        Closeness::Unknown => (words::size::UNKNOWN.to_owned(), None),
    };
    SizeFit { is_own, words, strip }
}

fn strip(
    town: TownSize,
    comparison: SizeComparison,
    case: CaseRef<'_>,
    municipalities: &Municipalities,
) -> Option<SizeStrip> {
    let (_, participants) = sized_participants(case, municipalities)?;
    let staff = || participants.iter().filter_map(|it| it.staff).map(u64::from).collect();
    match (town.population(), town.staff()) {
        (Some(own), _) => {
            let persons = participants.iter().map(|it| it.population).collect();
            SizeStrip::of_persons(persons, comparison.median_population, own)
        }
        (None, Some(own)) => SizeStrip::of_staff(staff(), comparison.median_staff?, own),
        (None, None) => None,
    }
}

/// Writes a size with the municipality that has it, if any: `岩美町（鳥取県）：人口10,799人、職員150人`.
pub fn town_text(snapshot: &Snapshot, municipalities: &Municipalities, near: Near) -> Option<String> {
    let size = town_size(near, municipalities)?;
    let size_text = words::size::of_town(size);
    Some(match near {
        Near::Size(_) => size_text,
        Near::Municipality(code) => {
            let it = municipalities.get(code)?;
            words::town::with_size(it.name, snapshot.prefecture_name(code.prefecture()), &size_text)
        }
    })
}
