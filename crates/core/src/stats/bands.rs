//! Amounts that are known only as a range, such as the bands of a survey (金額帯).

use serde::{Serialize, Serializer};

use super::Tally;
use crate::domain::YenRange;

/// The ranges that occur, the lowest first, each with its number of cases. A range has no middle that anybody
/// stated: it is counted, and enters no median.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bands(Tally<YenRange>);

impl Bands {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = (YenRange, usize)> {
        self.0.iter().map(|(band, cases)| (*band, cases))
    }

    /// Counts the cases of all bands.
    pub fn cases(&self) -> usize {
        self.0.sum()
    }
}

impl Serialize for Bands {
    /// Writes an object from `lower-upper` to the number of cases; an open upper bound is left out.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let name = |band: YenRange| {
            let upper = band.upper().map(|upper| upper.to_string());
            format!("{}-{}", band.lower(), upper.unwrap_or_default())
        };
        serializer.collect_map(self.iter().map(|(band, cases)| (name(band), cases)))
    }
}

/// Parts the exact amounts, in yen, from those known only as a range.
pub(super) fn exact_and_bands(amounts: impl Iterator<Item = YenRange>) -> (Vec<u64>, Bands) {
    let (mut exact, mut bands) = (Vec::new(), Vec::new());
    for amount in amounts {
        match amount.exact_yen() {
            Some(yen) => exact.push(yen),
            None => bands.push(amount),
        }
    }
    (exact, Bands(Tally::of(bands)))
}
