//! Parts of pages that need files which are not loaded at the start.

use joint_procurement_core::domain::{CaseDetail, Municipalities, PrefectureCode, Slug, Snapshot};
use joint_procurement_core::query::Near;
use joint_procurement_core::stats::Home;

use super::Block;

/// A part of a page that needs a file of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Later {
    OfDetails(OfDetails),
    OfMunicipalities(OfMunicipalities),
    OfCase(OfCase),
    /// The corrections.
    Errata,
    /// The money that can pay for a type, or all of it.
    Funding(Option<Slug>),
    /// The state of the copy on this device; nothing of it is in any file.
    OfflineUse,
}

/// A part made of the long texts of all cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OfDetails {
    /// The documents of the cases of a type.
    SystemDocuments(Slug),
    /// The plans of a type that came to nothing, with the reasons.
    Cancelled(Slug),
    /// The cases of neighbours of types that are not confirmed in a prefecture.
    CasesNearby(PrefectureCode),
    /// The number of cases that have each field.
    FieldFill,
}

/// A part made of the table of municipalities.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OfMunicipalities {
    /// The municipalities of a prefecture with the cases that each takes part in.
    OfPrefecture(PrefectureCode),
    /// The counterparts of a prefecture for the type that the address asks for; nothing where it asks for none.
    Counterparts(PrefectureCode),
}

/// The parts made of the long texts of one case and of the table of municipalities.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfCase {
    /// The row of the case in the snapshot's table.
    pub row: usize,
    /// The size that the reader compares with.
    pub near: Option<Near>,
}

impl OfDetails {
    /// Gives the part once its files are there. `details` are those of all cases, in order of id.
    pub fn blocks(&self, snapshot: &Snapshot, details: &[CaseDetail]) -> Vec<Block> {
        match self {
            Self::SystemDocuments(slug) => super::system::documents(snapshot, slug, details),
            Self::Cancelled(slug) => super::cancelled::reasons(snapshot, slug, details),
            Self::CasesNearby(code) => super::prefecture::cases_nearby(snapshot, *code, details),
            Self::FieldFill => super::data::field_fill(snapshot, details),
        }
    }
}

impl OfMunicipalities {
    /// Gives the part once the table is there. `query` is that of the address.
    pub fn blocks(&self, snapshot: &Snapshot, municipalities: &Municipalities, query: &str) -> Vec<Block> {
        match self {
            Self::Counterparts(code) => {
                super::counterparts::of_query(snapshot, municipalities, Home::Prefecture(*code), query)
            }
            Self::OfPrefecture(code) => super::prefecture::municipalities(snapshot, *code, municipalities),
        }
    }
}

impl OfCase {
    /// Gives all that can be shown of the case without a file that did not come.
    pub fn blocks(
        self,
        snapshot: &Snapshot,
        detail: Option<&CaseDetail>,
        municipalities: Option<&Municipalities>,
    ) -> Vec<Block> {
        super::case::parts(snapshot, self, detail, municipalities)
    }
}
