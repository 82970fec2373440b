//! The value of any field.

use serde_json::Value;

use super::Field;
use crate::domain::{Date, DocumentKind, Introduction, MunicipalityCode, Saving, Slug, YearMonth, YenRange};
use crate::json;

/// A kind of values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    Text,
    /// A text of the details.
    LongText,
    /// A word of a closed vocabulary.
    Word,
    /// Yes or no.
    Answer,
    Count,
    Persons,
    Years,
    Yen,
    Month,
    Date,
    Introduction,
    Municipalities,
    Savings,
    Benefits,
    DocumentKinds,
}

impl FieldKind {
    /// Tells if an empty list stands in the published file where none is known.
    pub(super) fn is_list(self) -> bool {
        matches!(self, Self::Savings | Self::Benefits | Self::DocumentKinds)
    }
}

impl Field {
    /// Tells if only the details of a case hold the field.
    pub fn is_in_details(self) -> bool {
        self.kind() == FieldKind::LongText
    }

    /// Tells if a survey asks for the field and public pages are not searched for it. A snapshot compiled from
    /// those does not call it unknown: nobody was asked.
    pub fn is_of_survey(self) -> bool {
        matches!(
            self,
            Self::StatedPopulation
                | Self::StatedStaff
                | Self::ContactTelephone
                | Self::ContactEmail
                | Self::JoinUntil
                | Self::JoinTerms
        )
    }
}

/// A value of a field, by its kind.
#[derive(Clone, Debug, PartialEq)]
pub enum FieldValue<'a> {
    Text(&'a str),
    /// A word of a closed vocabulary.
    Word {
        slug: &'static str,
        ja: &'static str,
    },
    Answer(bool),
    Count(u32),
    Persons(u64),
    Years(f64),
    Yen(YenRange),
    Month(YearMonth),
    Date(Date),
    Introduction(Introduction),
    Municipalities(&'a [MunicipalityCode]),
    Savings(&'a [Saving]),
    Benefits(Vec<&'a Slug>),
    DocumentKinds(Vec<DocumentKind>),
}

impl FieldValue<'_> {
    /// Writes the value as the published file does.
    pub(super) fn json(&self) -> Value {
        match self {
            Self::Text(text) | Self::Word { slug: text, .. } => json::value(text),
            Self::Answer(answer) => json::value(answer),
            Self::Count(count) => json::value(count),
            Self::Persons(count) => json::value(count),
            Self::Years(years) => json::value(years),
            Self::Yen(yen) => json::value(yen),
            Self::Month(at) | Self::Introduction(Introduction { at, .. }) => json::value(at),
            Self::Date(date) => json::value(date),
            Self::Municipalities(codes) => json::value(codes),
            Self::Savings(savings) => json::value(savings),
            Self::Benefits(slugs) => json::value(slugs),
            Self::DocumentKinds(kinds) => json::value(kinds),
        }
    }
}
