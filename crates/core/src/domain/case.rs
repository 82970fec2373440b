//! One case: the facts that filters and figures need, and the long texts that only its own page shows.

use serde::{Deserialize, Deserializer, Serialize};

use super::column::Known;
use super::{
    CaseId, Date, DocumentKind, IntroducedKind, SavingKind, SavingOf, WebAddress, YearMonth, web_address,
};

/// The time when the case began, and whether that is the procurement or the start of the service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Introduction {
    pub at: YearMonth,
    pub kind: IntroducedKind,
}

/// A saving that a source says was or will be reached; never computed here.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Saving {
    pub percent: Option<f64>,
    pub before_yen: Option<u64>,
    pub after_yen: Option<u64>,
    pub saved_yen: Option<u64>,
    pub period_years: Option<f64>,
    #[serde(deserialize_with = "known_cost")]
    pub of: SavingOf,
    pub kind: SavingKind,
    /// The body that says so or whose share it is, where that is not the project as a whole.
    pub by: Option<String>,
}

/// The long texts of one case, read when its page is opened or at the first text search.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct CaseDetail {
    pub id: CaseId,
    pub background: Option<String>,
    pub process: Option<String>,
    pub cost_sharing: Option<String>,
    /// The number of the department, never of a person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact_telephone: Option<String>,
    /// The address of the department, never of a person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact_email: Option<String>,
    #[serde(default, deserialize_with = "known_documents")]
    #[cfg_attr(feature = "schema", schemars(!default))]
    pub documents: Vec<Document>,
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(!default))]
    pub sources: Vec<Source>,
}

impl CaseDetail {
    /// Finds the details of a case among those in order of id.
    pub fn find<'a>(details: &'a [Self], id: &CaseId) -> Option<&'a Self> {
        details.binary_search_by(|detail| detail.id.cmp(id)).ok().map(|place| &details[place])
    }
}

/// One file of details: some cases of a snapshot, in the order of their ids.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct DetailShard {
    pub schema_version: u32,
    pub details: Vec<CaseDetail>,
}

/// Reads a cost; one that only a later version knows becomes `Other`.
fn known_cost<'de, D: Deserializer<'de>>(deserializer: D) -> Result<SavingOf, D::Error> {
    Ok(Known::deserialize(deserializer)?.0.unwrap_or(SavingOf::Other))
}

/// Leaves out the documents of a kind that only a later version knows.
fn known_documents<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Document>, D::Error> {
    #[derive(Deserialize)]
    struct Published {
        kind: Known<DocumentKind>,
        title: String,
        #[serde(deserialize_with = "web_address::read")]
        url: Option<WebAddress>,
        published: Option<Date>,
    }
    let documents = Vec::<Published>::deserialize(deserializer)?;
    let known = documents.into_iter().filter_map(|Published { kind, title, url, published }| {
        Some(Document { kind: kind.0?, title, url, published })
    });
    Ok(known.collect())
}

/// A page that helps to write a specification.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Document {
    pub kind: DocumentKind,
    pub title: String,
    /// http or https only.
    #[serde(deserialize_with = "web_address::read", serialize_with = "web_address::write")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub url: Option<WebAddress>,
    pub published: Option<Date>,
}

/// A public page that states the facts of the case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Source {
    pub title: String,
    pub publisher: String,
    /// http or https only.
    #[serde(deserialize_with = "web_address::read", serialize_with = "web_address::write")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub url: Option<WebAddress>,
    pub published: Option<Date>,
}

impl DetailShard {
    /// Cases in a shard, all but the last one. They are few enough to open one case quickly, and enough to
    /// compress well.
    pub const CASES: usize = 32;

    /// Gives the shard that holds the case of this row.
    pub fn of_row(row: usize) -> u16 {
        u16::try_from(row / Self::CASES).unwrap_or(u16::MAX)
    }
}
