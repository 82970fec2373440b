//! The number of times that each value occurs.

use serde::{Serialize, Serializer};

use crate::ordering;

/// The values that occur, in order, each with its number. A sorted list and not a map of the standard
/// library: a handful of values does not need a tree, whose code is compiled anew for every type.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally<V>(Vec<(V, usize)>);

impl<V: Ord> Tally<V> {
    pub fn of(values: impl IntoIterator<Item = V>) -> Self {
        let mut values: Vec<V> = values.into_iter().collect();
        ordering::sort(&mut values);
        let mut counts: Vec<(V, usize)> = Vec::new();
        for value in values {
            match counts.last_mut() {
                Some((last, count)) if *last == value => *count += 1,
                _ => counts.push((value, 1)),
            }
        }
        Self(counts)
    }

    /// Gives the number of a value that occurs.
    pub fn get(&self, value: &V) -> Option<usize> {
        let place = self.0.binary_search_by(|(it, _)| it.cmp(value)).ok()?;
        self.0.get(place).map(|(_, count)| *count)
    }
}

impl<V> Tally<V> {
    /// Counts the different values.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = (&V, usize)> {
        self.0.iter().map(|(value, count)| (value, *count))
    }

    pub fn values(&self) -> impl Iterator<Item = &V> {
        self.0.iter().map(|(value, _)| value)
    }

    /// Adds up the numbers of all values.
    pub fn sum(&self) -> usize {
        self.0.iter().map(|(_, count)| count).sum()
    }
}

impl<V: Serialize> Serialize for Tally<V> {
    /// Writes an object from value to number.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(value, count)| (value, count)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_value_is_counted_once_and_in_order() {
        let tally = Tally::of(["b", "a", "b"]);
        assert_eq!(tally.iter().collect::<Vec<_>>(), [(&"a", 1), (&"b", 2)]);
        assert_eq!((tally.get(&"b"), tally.get(&"c"), tally.len(), tally.sum()), (Some(2), None, 2, 3));
        assert_eq!(Tally::<u8>::of([]), Tally::default());
    }
}
