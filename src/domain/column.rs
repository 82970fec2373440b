//! Columns of a table whose values repeat: each value once in a dictionary, codes in the rows.

use serde::{Deserialize, Serialize};

use super::json::read_fields;

/// One optional value a row. The dictionary is in order of value, without repeats or unused entries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Coded<T> {
    dictionary: Vec<T>,
    /// Places in the dictionary; null where the value is unknown.
    codes: Vec<Option<u16>>,
}

read_fields!(Coded<T> { dictionary, codes });

impl<T: Clone + Ord> Coded<T> {
    /// Null where there are more different values than a code can tell apart, which no table reaches:
    /// the builder refuses such a table first.
    pub fn new(values: impl IntoIterator<Item = Option<T>>) -> Self {
        let values: Vec<Option<T>> = values.into_iter().collect();
        let dictionary = sorted_distinct(values.iter().flatten());
        let codes =
            values.iter().map(|value| value.as_ref().and_then(|value| code_of(&dictionary, value))).collect();
        Self { dictionary, codes }
    }
}

impl<T> Coded<T> {
    pub fn dictionary(&self) -> &[T] {
        &self.dictionary
    }

    /// The place of the row's value in the dictionary.
    pub fn code(&self, row: usize) -> Option<usize> {
        self.codes.get(row).copied().flatten().map(usize::from)
    }

    pub fn get(&self, row: usize) -> Option<&T> {
        self.dictionary.get(self.code(row)?)
    }

    pub fn len(&self) -> usize {
        self.codes.len()
    }

    pub fn is_empty(&self) -> bool {
        self.codes.is_empty()
    }

    /// Whether every code has its value.
    pub(super) fn is_sound(&self) -> bool {
        self.codes.iter().flatten().all(|&code| usize::from(code) < self.dictionary.len())
    }

    /// Whether every row has a value.
    pub(super) fn is_full(&self) -> bool {
        self.codes.iter().all(Option::is_some)
    }
}

/// A set of values a row; an empty set means that none is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CodedSets<T> {
    dictionary: Vec<T>,
    /// Places in the dictionary.
    codes: Vec<Vec<u16>>,
}

read_fields!(CodedSets<T> { dictionary, codes });

impl<T: Clone + Ord> CodedSets<T> {
    pub fn new(rows: impl IntoIterator<Item = Vec<T>>) -> Self {
        let rows: Vec<Vec<T>> = rows.into_iter().collect();
        let dictionary = sorted_distinct(rows.iter().flatten());
        let codes = rows
            .iter()
            .map(|values| values.iter().filter_map(|value| code_of(&dictionary, value)).collect())
            .collect();
        Self { dictionary, codes }
    }
}

impl<T> CodedSets<T> {
    pub fn dictionary(&self) -> &[T] {
        &self.dictionary
    }

    /// The places of the row's values in the dictionary, in the order of the source.
    pub fn codes(&self, row: usize) -> impl Iterator<Item = usize> + '_ {
        self.codes.get(row).into_iter().flatten().map(|&code| usize::from(code))
    }

    pub fn get(&self, row: usize) -> impl Iterator<Item = &T> + '_ {
        self.codes(row).filter_map(|code| self.dictionary.get(code))
    }

    pub fn len(&self) -> usize {
        self.codes.len()
    }

    pub fn is_empty(&self) -> bool {
        self.codes.is_empty()
    }

    pub(super) fn is_sound(&self) -> bool {
        self.codes.iter().flatten().all(|&code| usize::from(code) < self.dictionary.len())
    }
}

fn sorted_distinct<'a, T: Clone + Ord + 'a>(values: impl Iterator<Item = &'a T>) -> Vec<T> {
    let mut dictionary: Vec<T> = values.cloned().collect();
    dictionary.sort();
    dictionary.dedup();
    dictionary
}

fn code_of<T: Ord>(dictionary: &[T], value: &T) -> Option<u16> {
    dictionary.binary_search(value).ok().and_then(|place| u16::try_from(place).ok())
}
