//! The types that the value of a field can have.

use serde_json::{Value, json};

use super::{Field, FieldKind, FieldValue};
use crate::domain::column::OptionalColumn;
use crate::domain::{
    Coded, CodedSets, Date, DocumentKind, Fact, Introduction, MissingReason, MunicipalityCode, Saving, Slug,
    Term, YearMonth, YenRange,
};

/// A type that a field of a case can have: how it is stored, published, read and seen.
pub trait FieldType: Sized {
    /// The entries of all rows.
    type Column;
    /// The value as a table gives it.
    type Ref<'a>;
    const KIND: FieldKind;

    fn owned(value: Self::Ref<'_>) -> Self;

    fn view(value: Self::Ref<'_>) -> FieldValue<'_>;

    /// Writes a value as the published file does; null where none is known, or an empty list.
    fn json(value: Fact<Self::Ref<'_>>) -> Value {
        match value.known() {
            Some(value) => Self::view(value).json(),
            None if Self::KIND.is_list() => json!([]),
            None => Value::Null,
        }
    }

    /// Reads the field from a source, which reports what is wrong with it.
    fn read(source: &mut impl FactSource, field: Field) -> Option<Self>;
}

/// The column of a field.
pub(in crate::domain) type FieldColumn<T> = OptionalColumn<<T as FieldType>::Column>;

/// A type that takes one column.
pub(in crate::domain) trait ByColumn: FieldType {
    fn store(values: &mut dyn Iterator<Item = Option<&Self>>) -> Self::Column;

    /// Gives the row's value; `None` too where the file lacks the column.
    fn at(column: &Self::Column, row: usize) -> Option<Self::Ref<'_>>;
}

/// A source of facts, by the kinds of their values. Each method reports what is wrong and then gives `None`,
/// as it does where nothing is stated.
pub trait FactSource {
    /// Gives why the field is missing, where that is known.
    fn reason(&mut self, field: Field) -> Option<MissingReason>;
    fn text(&mut self, field: Field) -> Option<String>;
    fn word<T: Term>(&mut self, field: Field) -> Option<T>;
    fn answer(&mut self, field: Field) -> Option<bool>;
    fn count(&mut self, field: Field) -> Option<u32>;
    fn persons(&mut self, field: Field) -> Option<u64>;
    fn years(&mut self, field: Field) -> Option<f64>;
    fn yen(&mut self, field: Field) -> Option<YenRange>;
    fn month(&mut self, field: Field) -> Option<YearMonth>;
    fn date(&mut self, field: Field) -> Option<Date>;
    fn introduction(&mut self, field: Field) -> Option<Introduction>;
    fn municipalities(&mut self, field: Field) -> Option<Vec<MunicipalityCode>>;
    fn savings(&mut self, field: Field) -> Option<Vec<Saving>>;
    fn benefits(&mut self, field: Field) -> Option<Vec<Slug>>;
    fn document_kinds(&mut self, field: Field) -> Option<Vec<DocumentKind>>;
}

/// A column of a fact that is known of every case, or that is derived.
pub(in crate::domain) trait Stored<T> {
    fn of(values: &mut dyn Iterator<Item = &T>) -> Self;
}

impl<T: Clone> Stored<T> for Vec<T> {
    fn of(values: &mut dyn Iterator<Item = &T>) -> Self {
        values.cloned().collect()
    }
}

impl<T: Clone, C: Stored<T>> Stored<T> for OptionalColumn<C> {
    fn of(values: &mut dyn Iterator<Item = &T>) -> Self {
        C::of(values).into()
    }
}

impl<T: Clone + Ord> Stored<T> for Coded<T> {
    fn of(values: &mut dyn Iterator<Item = &T>) -> Self {
        Self::new(values.cloned().map(Some))
    }
}

impl<T: Clone + Ord> Stored<Option<T>> for Coded<T> {
    fn of(values: &mut dyn Iterator<Item = &Option<T>>) -> Self {
        Self::new(values.cloned())
    }
}

impl<T: Clone + Ord> Stored<Vec<T>> for CodedSets<T> {
    fn of(values: &mut dyn Iterator<Item = &Vec<T>>) -> Self {
        Self::new(values.cloned())
    }
}

/// Implements a type of small values, each of which stands in its row.
macro_rules! scalar {
    ($($ty:ty: $seen:ident, $read:ident;)*) => { $(
        impl FieldType for $ty {
            type Column = Vec<Option<Self>>;
            type Ref<'a> = Self;
    const KIND: FieldKind = FieldKind::$seen;

            fn owned(value: Self) -> Self {
                value
            }

            fn view(value: Self::Ref<'_>) -> FieldValue<'_> {
                FieldValue::$seen(value)
            }

            fn read(source: &mut impl FactSource, field: Field) -> Option<Self> {
                source.$read(field)
            }
        }

        impl ByColumn for $ty {
            fn store(values: &mut dyn Iterator<Item = Option<&Self>>) -> Self::Column {
                values.map(Option::<&Self>::copied).collect()
            }

            fn at(column: &Self::Column, row: usize) -> Option<Self> {
                column.get(row).copied().flatten()
            }
        }
    )* };
}

scalar! {
    bool: Answer, answer;
    u32: Count, count;
    u64: Persons, persons;
    f64: Years, years;
    YenRange: Yen, yen;
    YearMonth: Month, month;
    Date: Date, date;
}

impl<T: Term> FieldType for T {
    type Column = Coded<T>;
    type Ref<'a> = T;
    const KIND: FieldKind = FieldKind::Word;

    fn owned(value: Self::Ref<'_>) -> Self {
        value
    }

    fn view(value: Self::Ref<'_>) -> FieldValue<'_> {
        FieldValue::Word { slug: value.slug(), ja: value.ja() }
    }

    fn read(source: &mut impl FactSource, field: Field) -> Option<Self> {
        source.word(field)
    }
}

impl<T: Term> ByColumn for T {
    fn store(values: &mut dyn Iterator<Item = Option<&Self>>) -> Self::Column {
        Coded::new(values.map(Option::<&T>::copied))
    }

    fn at(column: &Self::Column, row: usize) -> Option<Self::Ref<'_>> {
        column.get(row).copied()
    }
}

impl FieldType for String {
    type Column = Coded<Self>;
    type Ref<'a> = &'a str;
    const KIND: FieldKind = FieldKind::Text;

    fn owned(value: Self::Ref<'_>) -> Self {
        value.to_owned()
    }

    fn view(value: Self::Ref<'_>) -> FieldValue<'_> {
        FieldValue::Text(value)
    }

    fn read(source: &mut impl FactSource, field: Field) -> Option<Self> {
        source.text(field)
    }
}

impl ByColumn for String {
    fn store(values: &mut dyn Iterator<Item = Option<&Self>>) -> Self::Column {
        Coded::new(values.map(Option::<&Self>::cloned))
    }

    fn at(column: &Self::Column, row: usize) -> Option<Self::Ref<'_>> {
        column.get(row).map(Self::as_str)
    }
}
