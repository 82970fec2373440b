//! Classes of numbers, for maps.

use crate::ordering;

/// Ranges of numbers that are shown alike, ascending and without gaps in what occurs. Zero is in none: that
/// nothing is known is not a small number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Classes(Vec<(usize, usize)>);

impl Classes {
    /// Shades that can be told apart on a map.
    pub const AT_MOST: usize = 4;

    /// Puts about as many of the values in each class; equal values are never parted.
    pub fn of(values: impl IntoIterator<Item = usize>) -> Self {
        let mut values: Vec<usize> = values.into_iter().filter(|&value| value > 0).collect();
        ordering::sort(&mut values);
        let mut ranges: Vec<(usize, usize)> = Vec::new();
        for class in 1..=Self::AT_MOST {
            // Rounded up, so that the last class ends with the largest value.
            let end = (values.len() * class).div_ceil(Self::AT_MOST);
            let Some(&upper) = end.checked_sub(1).and_then(|place| values.get(place)) else { continue };
            match ranges.last().map(|(_, before)| *before) {
                Some(before) if before >= upper => {}
                before => ranges.push((before.map_or(values[0], |before| before + 1), upper)),
            }
        }
        Self(ranges)
    }

    /// Gives the smallest and the largest number of each class.
    pub fn ranges(&self) -> &[(usize, usize)] {
        &self.0
    }

    /// Gives the class, from 1 up; 0 for zero.
    pub fn class_of(&self, value: usize) -> usize {
        if value == 0 {
            return 0;
        }
        self.0.iter().position(|(_, upper)| value <= *upper).map_or(self.0.len(), |place| place + 1)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Classes;

    #[test]
    fn classes_hold_about_as_many_each() {
        assert_eq!(Classes::of([1, 2, 3, 4, 5, 6, 7, 8, 0]).ranges(), [(1, 2), (3, 4), (5, 6), (7, 8)]);
        assert_eq!(Classes::of([1, 1, 1, 1, 1, 2, 9]).ranges(), [(1, 1), (2, 2), (3, 9)]);
        assert_eq!(Classes::of([3, 3]).ranges(), [(3, 3)]);
        assert!(Classes::of([0, 0]).ranges().is_empty());
    }

    proptest! {
        #[test]
        fn each_number_is_in_the_class_that_holds_it(values in prop::collection::vec(0_usize..40, 0..60)) {
            let classes = Classes::of(values.iter().copied());
            let ranges = classes.ranges();
            prop_assert!(ranges.len() <= Classes::AT_MOST);
            prop_assert!(ranges.windows(2).all(|pair| pair[0].1 < pair[1].0));
            prop_assert!(ranges.iter().all(|(low, high)| low <= high));
            for value in values {
                match classes.class_of(value) {
                    0 => prop_assert_eq!(value, 0),
                    class => prop_assert!((ranges[class - 1].0..=ranges[class - 1].1).contains(&value)),
                }
            }
        }
    }
}
