//! Parts of pages that need files which are not loaded at the start.

use super::Block;
use crate::domain::{CaseDetail, Municipalities, PrefectureCode, Slug, Snapshot};
use crate::text::Words;

/// A part of a page that needs a file of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Later {
    OfDetails(OfDetails),
    OfMunicipalities(OfMunicipalities),
    /// The corrections.
    Errata,
}

/// What is made of the long texts of all cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OfDetails {
    /// The documents of the cases of a type.
    SystemDocuments(Slug),
    /// How many cases have each field.
    FieldFill,
}

/// What is made of the table of municipalities.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OfMunicipalities {
    /// The municipalities of a prefecture with the cases that each takes part in.
    OfPrefecture(PrefectureCode),
}

impl OfDetails {
    /// `details` are those of all cases, in order of id.
    pub fn blocks(&self, snapshot: &Snapshot, words: &Words, details: &[CaseDetail]) -> Vec<Block> {
        match self {
            Self::SystemDocuments(slug) => super::system::documents(snapshot, words, slug, details),
            Self::FieldFill => super::data::field_fill(snapshot, words, details),
        }
    }
}

impl OfMunicipalities {
    pub fn blocks(&self, snapshot: &Snapshot, words: &Words, municipalities: &Municipalities) -> Vec<Block> {
        match self {
            Self::OfPrefecture(code) => {
                super::prefecture::municipalities(snapshot, words, *code, municipalities)
            }
        }
    }
}
