//! Sorting of any values by one compiled sort.

use std::cmp::Ordering;

/// The values in this order; equal ones keep theirs.
///
/// The standard library's `sort_by` is compiled anew for each type and comparison, 4 kB of the browser's
/// program each time; what is sorted here are places.
pub fn in_order<T: Clone>(values: &[T], compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let places = places(values.len(), &|a, b| compare(&values[a], &values[b]));
    places.into_iter().map(|place| values[place].clone()).collect()
}

fn places(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|&a, &b| compare(a, b));
    places
}
