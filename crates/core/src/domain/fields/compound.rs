//! Types of several values: lists, and the introduction, which takes two columns.

use super::types::{ByColumn, FactSource, FieldType};
use super::{Field, FieldKind, FieldValue};
use crate::domain::{
    Coded, CodedSets, DocumentKind, IntroducedKind, Introduction, MunicipalityCode, Saving, Slug, YearMonth,
};

impl FieldType for Vec<MunicipalityCode> {
    type Column = Vec<Option<Self>>;
    type Ref<'a> = &'a [MunicipalityCode];
    const KIND: FieldKind = FieldKind::Municipalities;

    fn owned(value: Self::Ref<'_>) -> Self {
        value.to_vec()
    }

    fn view(value: Self::Ref<'_>) -> FieldValue<'_> {
        FieldValue::Municipalities(value)
    }

    fn read(source: &mut impl FactSource, field: Field) -> Option<Self> {
        source.municipalities(field)
    }
}

impl ByColumn for Vec<MunicipalityCode> {
    fn store(values: &mut dyn Iterator<Item = Option<&Self>>) -> Self::Column {
        values.map(Option::<&Self>::cloned).collect()
    }

    fn at(column: &Self::Column, row: usize) -> Option<Self::Ref<'_>> {
        column.get(row)?.as_deref()
    }
}

impl FieldType for Vec<Saving> {
    type Column = Vec<Self>;
    type Ref<'a> = &'a [Saving];
    const KIND: FieldKind = FieldKind::Savings;

    fn owned(value: Self::Ref<'_>) -> Self {
        value.to_vec()
    }

    fn view(value: Self::Ref<'_>) -> FieldValue<'_> {
        FieldValue::Savings(value)
    }

    fn read(source: &mut impl FactSource, field: Field) -> Option<Self> {
        source.savings(field)
    }
}

impl ByColumn for Vec<Saving> {
    fn store(values: &mut dyn Iterator<Item = Option<&Self>>) -> Self::Column {
        values.map(|savings| savings.cloned().unwrap_or_default()).collect()
    }

    fn at(column: &Self::Column, row: usize) -> Option<Self::Ref<'_>> {
        column.get(row).map(Self::as_slice).filter(|savings| !savings.is_empty())
    }
}

impl FieldType for Vec<Slug> {
    type Column = CodedSets<Slug>;
    type Ref<'a> = Vec<&'a Slug>;
    const KIND: FieldKind = FieldKind::Benefits;

    fn owned(value: Self::Ref<'_>) -> Self {
        value.into_iter().cloned().collect()
    }

    fn view(value: Self::Ref<'_>) -> FieldValue<'_> {
        FieldValue::Benefits(value)
    }

    fn read(source: &mut impl FactSource, field: Field) -> Option<Self> {
        source.benefits(field)
    }
}

impl ByColumn for Vec<Slug> {
    fn store(values: &mut dyn Iterator<Item = Option<&Self>>) -> Self::Column {
        CodedSets::new(values.map(|slugs| slugs.cloned().unwrap_or_default()))
    }

    fn at(column: &Self::Column, row: usize) -> Option<Self::Ref<'_>> {
        Some(column.get(row).collect::<Vec<_>>()).filter(|slugs| !slugs.is_empty())
    }
}

impl FieldType for Vec<DocumentKind> {
    type Column = CodedSets<DocumentKind>;
    type Ref<'a> = Self;
    const KIND: FieldKind = FieldKind::DocumentKinds;

    fn owned(value: Self::Ref<'_>) -> Self {
        value
    }

    fn view(value: Self::Ref<'_>) -> FieldValue<'_> {
        FieldValue::DocumentKinds(value)
    }

    fn read(source: &mut impl FactSource, field: Field) -> Option<Self> {
        source.document_kinds(field)
    }
}

impl ByColumn for Vec<DocumentKind> {
    fn store(values: &mut dyn Iterator<Item = Option<&Self>>) -> Self::Column {
        CodedSets::new(values.map(|kinds| kinds.cloned().unwrap_or_default()))
    }

    fn at(column: &Self::Column, row: usize) -> Option<Self::Ref<'_>> {
        Some(column.get(row).copied().collect::<Self>()).filter(|kinds| !kinds.is_empty())
    }
}

/// The date and what it tells stand in two columns.
impl FieldType for Introduction {
    type Column = Vec<Option<YearMonth>>;
    type Ref<'a> = Self;
    const KIND: FieldKind = FieldKind::Introduction;

    fn owned(value: Self) -> Self {
        value
    }

    fn view(value: Self::Ref<'_>) -> FieldValue<'_> {
        FieldValue::Introduction(value)
    }

    fn read(source: &mut impl FactSource, field: Field) -> Option<Self> {
        source.introduction(field)
    }
}

impl Introduction {
    pub(super) fn store(values: &mut dyn Iterator<Item = Option<&Self>>) -> Vec<Option<YearMonth>> {
        values.map(|value| value.map(|it| it.at)).collect()
    }

    pub(super) fn store_second(values: impl Iterator<Item = Option<Self>>) -> Coded<IntroducedKind> {
        Coded::new(values.map(|value| value.map(|it| it.kind)))
    }

    pub(super) fn at(dates: &[Option<YearMonth>], kinds: &Coded<IntroducedKind>, row: usize) -> Option<Self> {
        let at = dates.get(row).copied().flatten();
        at.zip(kinds.get(row).copied()).map(|(at, kind)| Self { at, kind })
    }
}
