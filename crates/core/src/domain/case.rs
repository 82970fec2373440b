//! One case: the facts that filters and figures need, and the long texts that only its own page shows.

use serde::{Deserialize, Deserializer, Serialize};

use super::column::Known;
use super::errata::known_field;
use super::{
    CaseField, CaseId, Date, DictionaryEntry, DocumentKind, IntroducedKind, LinkState, SavingKind, SavingOf,
    Slug, SourceClass, WebAddress, YearMonth, web_address,
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
    /// Conditions on those who join, in short.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub join_terms: Option<String>,
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
    /// The sources of single facts, as far as recorded. A case with one source needs none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
}

/// The sources that state a fact of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Evidence {
    // `None` where only a later version knows the field: nobody asks for it.
    #[serde(deserialize_with = "known_field")]
    #[cfg_attr(feature = "schema", schemars(with = "CaseField"))]
    pub field: Option<CaseField>,
    /// Keys of sources.
    pub sources: Vec<Slug>,
}

impl CaseDetail {
    /// Gives the places of the sources that state a field. None where only the case as a whole has sources.
    pub fn evidence_of(&self, field: CaseField) -> Vec<usize> {
        if self.sources.len() == 1 {
            return vec![0];
        }
        let keys = self.evidence.iter().find(|evidence| evidence.field == Some(field));
        let keys = keys.map(|evidence| evidence.sources.as_slice()).unwrap_or_default();
        let place = |key| self.sources.iter().position(|source| source.key.as_ref() == Some(key));
        keys.iter().filter_map(place).collect()
    }

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
        #[serde(default, deserialize_with = "known")]
        class: Option<SourceClass>,
        #[serde(default)]
        link: Option<Link>,
        #[serde(default, deserialize_with = "web_address::read")]
        archived_url: Option<WebAddress>,
    }
    let documents = Vec::<Published>::deserialize(deserializer)?;
    let known = documents.into_iter().filter_map(|it| {
        let Published { kind, title, url, published, class, link, archived_url } = it;
        Some(Document { kind: kind.0?, title, url, published, class, link, archived_url })
    });
    Ok(known.collect())
}

/// Reads a term; one that only a later version knows is as none.
pub(super) fn known<'de, D: Deserializer<'de>, T: DictionaryEntry>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    Ok(Option::<Known<T>>::deserialize(deserializer)?.and_then(|known| known.0))
}

/// The state of an address, and the day when it was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Link {
    // `None` where only a later version knows the state.
    #[serde(deserialize_with = "known")]
    #[cfg_attr(feature = "schema", schemars(with = "LinkState"))]
    pub state: Option<LinkState>,
    pub seen_on: Date,
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
    // The first version has none.
    #[serde(default, deserialize_with = "known")]
    #[cfg_attr(feature = "schema", schemars(!default, with = "SourceClass"))]
    pub class: Option<SourceClass>,
    /// The state of the address, where it was seen to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<Link>,
    /// A copy in an archive of web pages.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "web_address::read")]
    pub archived_url: Option<WebAddress>,
}

/// A public page that states the facts of the case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Source {
    /// The name of the source within the case, which it keeps. The first version has none.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(!default, with = "Slug"))]
    pub key: Option<Slug>,
    pub title: String,
    pub publisher: String,
    /// http or https only.
    #[serde(deserialize_with = "web_address::read", serialize_with = "web_address::write")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub url: Option<WebAddress>,
    pub published: Option<Date>,
    // The first version has none.
    #[serde(default, deserialize_with = "known")]
    #[cfg_attr(feature = "schema", schemars(!default, with = "SourceClass"))]
    pub class: Option<SourceClass>,
    /// The state of the address, where it was seen to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<Link>,
    /// A copy in an archive of web pages.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "web_address::read")]
    pub archived_url: Option<WebAddress>,
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
