//! The values with the most cases. Several can share them, so that none of them has the most.

/// The most that any value has, among the values that occur.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Most<V> {
    /// No value occurs.
    None,
    /// One value alone occurs.
    Only(V, usize),
    /// One of several values has more cases than every other.
    One(V, usize),
    /// Some of the values have the same number of cases, and the others fewer.
    Tied(Vec<V>, usize),
    /// All values have the same number of cases, and there is more than one.
    Even(Vec<V>, usize),
}

impl<V: Copy> Most<V> {
    /// Finds the most among counted values, and keeps their order.
    pub fn of(counted: impl Iterator<Item = (V, usize)>) -> Self {
        let counted: Vec<(V, usize)> = counted.filter(|(_, cases)| *cases > 0).collect();
        let Some(most) = counted.iter().map(|(_, cases)| *cases).max() else { return Self::None };
        let values: Vec<V> =
            counted.iter().filter(|(_, cases)| *cases == most).map(|(value, _)| *value).collect();
        match (values.as_slice(), counted.len()) {
            (&[value], 1) => Self::Only(value, most),
            (&[value], _) => Self::One(value, most),
            (several, all) if several.len() == all => Self::Even(values, most),
            _ => Self::Tied(values, most),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_value_above_every_other_has_the_most() {
        let most = |counted: &[(&'static str, usize)]| Most::of(counted.iter().copied());
        assert_eq!(most(&[]), Most::None);
        assert_eq!(most(&[("a", 0)]), Most::None);
        assert_eq!(most(&[("a", 3), ("b", 0)]), Most::Only("a", 3));
        assert_eq!(most(&[("a", 3), ("b", 4)]), Most::One("b", 4));
        assert_eq!(most(&[("a", 4), ("b", 1), ("c", 4)]), Most::Tied(vec!["a", "c"], 4));
        assert_eq!(most(&[("a", 1), ("b", 1)]), Most::Even(vec!["a", "b"], 1));
    }
}
