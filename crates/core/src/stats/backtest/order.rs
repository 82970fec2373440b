//! Orders of types by the prefectures that have them.

use crate::domain::vocabulary;

vocabulary! {
    /// An order of the types that a prefecture does not have. The first of them has the highest score.
    Order {
        Prefectures = "prefectures", "都道府県の数";
        Neighbours = "neighbours", "近隣の数";
        Similar = "similar", "近い規模の数";
        PrefecturesThenNeighbours = "prefectures-then-neighbours", "都道府県の数、同数なら近隣の数";
        PrefecturesThenSimilar = "prefectures-then-similar", "都道府県の数、同数なら近い規模の数";
        /// As pages put them (`Neighbours`).
        Shown = "shown", "都道府県の数、同数なら近い規模、次に近隣の数";
        PrefecturesAndNeighbours = "prefectures-and-neighbours", "都道府県と近隣の割合の和";
        PrefecturesAndSimilar = "prefectures-and-similar", "都道府県と近い規模の割合の和";
        All = "all", "都道府県・近隣・近い規模の割合の和";
    }
}

/// The prefectures that have a type, or all that are asked, other than the one that the order is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub prefectures: u64,
    pub neighbours: u64,
    /// Prefectures with half to double the population.
    pub similar: u64,
}

/// More than any count of prefectures.
const MANY: u64 = 64;

impl Order {
    /// The order that the others are compared with.
    pub const BASIS: Self = Self::Prefectures;

    /// Weighs the prefectures that have the type against `all` that are asked. Sums of shares have the common
    /// denominator left out, so that what is equal is equal.
    pub fn score(self, have: Counts, all: Counts) -> u64 {
        let [prefectures, neighbours, similar] =
            [all.prefectures, all.neighbours, all.similar].map(|count| count.max(1));
        match self {
            Self::Prefectures => have.prefectures,
            Self::Neighbours => have.neighbours,
            Self::Similar => have.similar,
            Self::PrefecturesThenNeighbours => have.prefectures * MANY + have.neighbours,
            Self::PrefecturesThenSimilar => have.prefectures * MANY + have.similar,
            Self::Shown => (have.prefectures * MANY + have.similar) * MANY + have.neighbours,
            Self::PrefecturesAndNeighbours => have.prefectures * neighbours + have.neighbours * prefectures,
            Self::PrefecturesAndSimilar => have.prefectures * similar + have.similar * prefectures,
            Self::All => {
                have.prefectures * neighbours * similar
                    + have.neighbours * prefectures * similar
                    + have.similar * prefectures * neighbours
            }
        }
    }
}
