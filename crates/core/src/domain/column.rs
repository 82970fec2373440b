//! Columns of a table. Where values repeat, each stands once in a dictionary, and codes in the rows.

use std::ops::Deref;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{CodeError, Slug};

/// A column that a file of another version may lack: then the value is unknown in every row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OptionalColumn<C> {
    entries: C,
    is_there: bool,
}

impl<C> OptionalColumn<C> {
    /// Tells if the file lacks the column.
    pub(super) fn is_absent(&self) -> bool {
        !self.is_there
    }
}

impl<T> OptionalColumn<Vec<T>> {
    pub(super) fn push(&mut self, entry: T) {
        self.entries.push(entry);
    }
}

impl<C> From<C> for OptionalColumn<C> {
    fn from(entries: C) -> Self {
        Self { entries, is_there: true }
    }
}

impl<C> Deref for OptionalColumn<C> {
    type Target = C;

    fn deref(&self) -> &C {
        &self.entries
    }
}

impl<C: Serialize> Serialize for OptionalColumn<C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.entries.serialize(serializer)
    }
}

impl<'de, C: Deserialize<'de> + Default> Deserialize<'de> for OptionalColumn<C> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // serde reads a field that is not there as it reads an option.
        Ok(Option::<C>::deserialize(deserializer)?.map(Self::from).unwrap_or_default())
    }
}

/// The schema says what is written.
#[cfg(feature = "schema")]
impl<C: schemars::JsonSchema> schemars::JsonSchema for OptionalColumn<C> {
    fn inline_schema() -> bool {
        C::inline_schema()
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        C::schema_name()
    }

    fn schema_id() -> std::borrow::Cow<'static, str> {
        C::schema_id()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        C::json_schema(generator)
    }
}

/// Entries by row, as a table checks them.
pub(in crate::domain) trait Fits {
    /// Tells if there is one entry a row, and a value for each code.
    fn fits(&self, rows: usize) -> bool;
}

impl<T> Fits for Vec<T> {
    fn fits(&self, rows: usize) -> bool {
        self.len() == rows
    }
}

impl<C: Fits> Fits for OptionalColumn<C> {
    fn fits(&self, rows: usize) -> bool {
        !self.is_there || self.entries.fits(rows)
    }
}

/// A value in a dictionary, which is published as text.
pub trait DictionaryEntry: Sized {
    /// Reads a value; `None` for a term that only a later version knows.
    fn read(text: String) -> Result<Option<Self>, CodeError>;
}

impl DictionaryEntry for String {
    fn read(text: String) -> Result<Option<Self>, CodeError> {
        Ok(Some(text))
    }
}

impl DictionaryEntry for Slug {
    fn read(text: String) -> Result<Option<Self>, CodeError> {
        text.parse().map(Some)
    }
}

/// A value that is `None` where only a later version knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Known<T>(pub Option<T>);

impl<'de, T: DictionaryEntry> Deserialize<'de> for Known<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        T::read(text).map(Self).map_err(D::Error::custom)
    }
}

/// A dictionary with its rows, as published. It is the same for all types of values: code that reads JSON is large,
/// and each type of its own would bring it again.
#[derive(Deserialize)]
struct Published<C> {
    dictionary: Vec<String>,
    codes: Vec<C>,
}

/// The known values, the rows, and for each published code its place among the known values.
type Read<T, C, F> = (Vec<T>, Vec<C>, F);

impl<C> Published<C> {
    /// Reads the dictionary. A place is `None` for an unknown value, and beyond the dictionary for a code that is,
    /// where `fits` finds it.
    fn known<T: DictionaryEntry>(self) -> Result<Read<T, C, impl Fn(u16) -> Option<u16>>, CodeError> {
        let published = self.dictionary.len();
        let mut dictionary = Vec::with_capacity(published);
        let mut places = Vec::with_capacity(published);
        for text in self.dictionary {
            places.push(T::read(text)?.map(|value| {
                dictionary.push(value);
                dictionary.len() - 1
            }));
        }
        let place = move |code: u16| match places.get(usize::from(code)) {
            Some(place) => place.and_then(|place| u16::try_from(place).ok()),
            None => Some(u16::MAX),
        };
        Ok((dictionary, self.codes, place))
    }
}

// A term of a later version is left out of the dictionary; its rows are unknown.
/// One optional value a row. The dictionary is in order of value, without repeats or unused entries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Coded<T> {
    dictionary: Vec<T>,
    /// Places in the dictionary; null where the value is unknown.
    codes: Vec<Option<u16>>,
}

impl<T> Default for Coded<T> {
    fn default() -> Self {
        Self { dictionary: Vec::new(), codes: Vec::new() }
    }
}

impl<'de, T: DictionaryEntry> Deserialize<'de> for Coded<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let published = Published::<Option<u16>>::deserialize(deserializer)?;
        let (dictionary, codes, place) = published.known().map_err(D::Error::custom)?;
        Ok(Self { dictionary, codes: codes.into_iter().map(|code| code.and_then(&place)).collect() })
    }
}

impl<T> Fits for Coded<T> {
    fn fits(&self, rows: usize) -> bool {
        self.codes.len() == rows
            && self.codes.iter().flatten().all(|&code| usize::from(code) < self.dictionary.len())
    }
}

impl<T: Clone + Ord> Coded<T> {
    /// Gives nulls where a code cannot tell all values apart, which no table reaches: the builder refuses it first.
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

    /// Gives the place of the row's value in the dictionary.
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

    /// Tells if every row has a value.
    pub(super) fn is_full(&self) -> bool {
        self.codes.iter().all(Option::is_some)
    }
}

/// A set of values a row; an empty set means that none is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct CodedSets<T> {
    dictionary: Vec<T>,
    /// Places in the dictionary.
    codes: Vec<Vec<u16>>,
}

impl<T> Default for CodedSets<T> {
    fn default() -> Self {
        Self { dictionary: Vec::new(), codes: Vec::new() }
    }
}

impl<'de, T: DictionaryEntry> Deserialize<'de> for CodedSets<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let published = Published::<Vec<u16>>::deserialize(deserializer)?;
        let (dictionary, rows, place) = published.known().map_err(D::Error::custom)?;
        let codes = rows.into_iter().map(|row| row.into_iter().filter_map(&place).collect()).collect();
        Ok(Self { dictionary, codes })
    }
}

impl<T> Fits for CodedSets<T> {
    fn fits(&self, rows: usize) -> bool {
        self.codes.len() == rows
            && self.codes.iter().flatten().all(|&code| usize::from(code) < self.dictionary.len())
    }
}

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

    /// Gives the places of the row's values in the dictionary, in the order of the source.
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
}

fn sorted_distinct<'a, T: Clone + Ord + 'a>(values: impl Iterator<Item = &'a T>) -> Vec<T> {
    values.cloned().collect::<std::collections::BTreeSet<T>>().into_iter().collect()
}

fn code_of<T: Ord>(dictionary: &[T], value: &T) -> Option<u16> {
    dictionary.binary_search(value).ok().and_then(|place| u16::try_from(place).ok())
}
