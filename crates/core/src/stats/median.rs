//! Medians of whole numbers.

use crate::ordering;

/// Gives the middle value; of an even number of values the mean of the middle two, rounded half up. `None`
/// without values.
pub fn median(mut values: Vec<u64>) -> Option<u64> {
    ordering::sort(&mut values);
    let middle = values.len() / 2;
    if values.len().is_multiple_of(2) {
        Some(mean_half_up(*values.get(middle.checked_sub(1)?)?, *values.get(middle)?))
    } else {
        values.get(middle).copied()
    }
}

fn mean_half_up(a: u64, b: u64) -> u64 {
    let (low, high) = (a.min(b), a.max(b));
    // Not (a + b + 1) / 2, which could overflow.
    low + (high - low).div_ceil(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle_value() {
        assert_eq!(median(vec![]), None);
        assert_eq!(median(vec![7]), Some(7));
        assert_eq!(median(vec![9, 1, 5]), Some(5));
    }

    #[test]
    fn between_two_middle_values_it_is_rounded_half_up() {
        assert_eq!(median(vec![1, 2]), Some(2));
        assert_eq!(median(vec![4, 1, 2, 3]), Some(3));
        assert_eq!(median(vec![u64::MAX, u64::MAX]), Some(u64::MAX));
    }
}
