//! Terms that the source tables define: system types, domains, benefits and kinds of lead.

use serde::{Deserialize, Deserializer, Serialize};

use super::column::Known;
use super::{Date, DictionaryEntry, Domain, LeadKind, Slug, WebAddress, web_address};

/// The vocabularies of a snapshot, each in the order in which pages list them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Terms {
    pub schema_version: u32,
    #[serde(deserialize_with = "known_terms")]
    pub domains: Vec<TermEntry<Domain>>,
    pub system_types: Vec<SystemType>,
    pub benefits: Vec<TermEntry<Slug>>,
    #[serde(deserialize_with = "known_terms")]
    pub lead_kinds: Vec<TermEntry<LeadKind>>,
    /// Words that the search takes for the same, two at a time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub synonyms: Vec<Vec<String>>,
}

impl Terms {
    /// Gives the words that the search takes for the same as this one.
    pub fn synonyms_of<'a>(&'a self, word: &str) -> impl Iterator<Item = &'a str> {
        self.synonyms.iter().filter_map(move |pair| match pair.as_slice() {
            [one, other] if other == word => Some(one.as_str()),
            [one, other] if one == word => Some(other.as_str()),
            _ => None,
        })
    }

    pub fn system_type(&self, slug: &Slug) -> Option<&SystemType> {
        self.system_types.iter().find(|system| system.slug == *slug)
    }

    pub fn benefit(&self, slug: &Slug) -> Option<&TermEntry<Slug>> {
        self.benefits.iter().find(|benefit| benefit.slug == *slug)
    }
}

/// Leaves out the terms that only a later version knows.
fn known_terms<'de, T, D>(deserializer: D) -> Result<Vec<TermEntry<T>>, D::Error>
where
    T: DictionaryEntry,
    D: Deserializer<'de>,
{
    let published = Vec::<TermEntry<Known<T>>>::deserialize(deserializer)?;
    let known = published.into_iter().filter_map(|TermEntry { slug, name, name_en, description }| {
        Some(TermEntry { slug: slug.0?, name, name_en, description })
    });
    Ok(known.collect())
}

/// A term with its names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct TermEntry<T> {
    pub slug: T,
    pub name: String,
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(!default))]
    pub name_en: String,
    /// One sentence, where one is needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
}

/// A type of system that is procured.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct SystemType {
    pub slug: Slug,
    pub name: String,
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(!default))]
    pub name_en: String,
    /// One sentence: what such a system does.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(!default))]
    pub description: String,
    /// Remarks shown wherever the type is compared; a noted type is never suggested as a gap.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub policy_notes: Vec<PolicyNote>,
}

/// A sourced remark on a system type, for example that the state standardises it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct PolicyNote {
    pub note: String,
    pub source_title: String,
    pub source_publisher: String,
    /// http or https only.
    #[serde(deserialize_with = "web_address::read", serialize_with = "web_address::write")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub source_url: Option<WebAddress>,
    pub source_published: Option<Date>,
}
