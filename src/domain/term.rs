//! Terms that the source tables define: system types, domains, benefits and kinds of lead.

use miniserde::json::Value;
use serde::{Deserialize, Serialize};

use super::json::{FromJson, JsonError, field, read_fields};
use super::{Date, Domain, LeadKind, Slug};

/// The vocabularies of a snapshot, each in the order in which pages list them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Terms {
    pub schema_version: u32,
    pub domains: Vec<TermEntry<Domain>>,
    pub system_types: Vec<SystemType>,
    pub benefits: Vec<TermEntry<Slug>>,
    pub lead_kinds: Vec<TermEntry<LeadKind>>,
}

read_fields!(Terms { schema_version, domains, system_types, benefits, lead_kinds });

impl Terms {
    pub fn system_type(&self, slug: &Slug) -> Option<&SystemType> {
        self.system_types.iter().find(|system| system.slug == *slug)
    }

    pub fn benefit(&self, slug: &Slug) -> Option<&TermEntry<Slug>> {
        self.benefits.iter().find(|benefit| benefit.slug == *slug)
    }
}

/// A term with its names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TermEntry<T> {
    pub slug: T,
    pub name: String,
    pub name_en: String,
    /// One sentence, where one is needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
}

read_fields!(TermEntry<T> { slug, name, name_en, description });

/// What is procured.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SystemType {
    pub slug: Slug,
    pub name: String,
    pub name_en: String,
    /// One sentence: what such a system does.
    pub description: String,
    /// Remarks shown wherever the type is compared; a noted type is never suggested as a gap.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub policy_notes: Vec<PolicyNote>,
}

impl FromJson for SystemType {
    fn from_json(json: &Value) -> Result<Self, JsonError> {
        Ok(Self {
            slug: field(json, "slug")?,
            name: field(json, "name")?,
            name_en: field(json, "name_en")?,
            description: field(json, "description")?,
            // Left out where there is none.
            policy_notes: field::<Option<_>>(json, "policy_notes")?.unwrap_or_default(),
        })
    }
}

/// A sourced remark on a system type, for example that the state standardises it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PolicyNote {
    pub note: String,
    pub source_title: String,
    pub source_publisher: String,
    /// http or https only.
    pub source_url: String,
    pub source_published: Option<Date>,
}

read_fields!(PolicyNote { note, source_title, source_publisher, source_url, source_published });
