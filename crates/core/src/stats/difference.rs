//! Differences between cases in a field.

use crate::domain::vocabulary;

vocabulary! {
    /// The relation of the values of one field to each other.
    Difference {
        /// Two known values are not the same, whatever the others are.
        Differs = "differs", "違いあり";
        /// All are known and the same.
        Same = "same", "同じ";
        /// Some are not known, and those known are the same: absence is no evidence of either.
        Unclear = "unclear", "比べられない";
    }
}

impl Difference {
    /// Compares values, of which `None` is one that is not known.
    pub fn of(values: &[Option<String>]) -> Self {
        let mut known = values.iter().flatten();
        let first = known.next();
        if known.any(|value| Some(value) != first) {
            Self::Differs
        } else if values.iter().any(Option::is_none) {
            Self::Unclear
        } else {
            Self::Same
        }
    }
}

/// Numbers of fields that differ, are the same, and cannot be compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DifferenceCounts {
    pub differs: usize,
    pub same: usize,
    pub unclear: usize,
}

impl DifferenceCounts {
    pub fn of(differences: impl Iterator<Item = Difference>) -> Self {
        let mut counts = Self::default();
        for difference in differences {
            match difference {
                Difference::Differs => counts.differs += 1,
                Difference::Same => counts.same += 1,
                Difference::Unclear => counts.unclear += 1,
            }
        }
        counts
    }

    pub fn total(self) -> usize {
        self.differs + self.same + self.unclear
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_is_neither_the_same_nor_different() {
        let cases = [
            ("aa", Difference::Same),
            ("ab", Difference::Differs),
            ("a?", Difference::Unclear),
            ("??", Difference::Unclear),
            ("a?a", Difference::Unclear),
            ("?ab", Difference::Differs),
            ("aaa", Difference::Same),
            ("aaab", Difference::Differs),
        ];
        for (values, expected) in cases {
            let values: Vec<_> =
                values.chars().map(|value| (value != '?').then(|| value.to_string())).collect();
            assert_eq!(Difference::of(&values), expected, "{values:?}");
        }
    }

    #[test]
    fn each_field_is_counted_once() {
        use Difference::{Differs, Same, Unclear};
        let counts = DifferenceCounts::of([Same, Differs, Unclear, Same, Unclear, Unclear].into_iter());
        assert_eq!(counts, DifferenceCounts { differs: 1, same: 2, unclear: 3 });
        assert_eq!(counts.total(), 6);
    }
}
