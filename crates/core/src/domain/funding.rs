//! Public money that can pay for joint procurement, as far as pages state it.

use serde::{Deserialize, Deserializer, Serialize};

use super::case::known;
use super::vocabulary::vocabulary;
use super::{Date, Slug, SourceClass, Term, WebAddress, web_address};

/// Every programme, in the order of the source table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Funding {
    pub schema_version: u32,
    pub programmes: Vec<Programme>,
}

/// A programme: a subsidy, a bond or a share of the local allocation tax.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Programme {
    pub slug: Slug,
    pub name: String,
    /// In a word: 補助金, 地方債.
    pub kind: String,
    /// The body that gives the money.
    pub giver: String,
    /// One sentence on the expenses that it can pay.
    pub object: String,
    // `Unclear` too where only a later version knows the word.
    #[serde(deserialize_with = "known_joint")]
    pub joint: JointBuying,
    /// The share that it pays, as stated; `None` where no page states it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rate: Option<String>,
    /// The most that it pays, as stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ceiling: Option<String>,
    /// The years in which it exists, as stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
    /// A flag for a programme that is over; `None` where no page tells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<bool>,
    /// The types that it is for; empty where it is for all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub system_types: Vec<Slug>,
    /// The day on which the pages were read.
    pub checked_on: Date,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The pages that state this, the main one first.
    pub sources: Vec<FundingSource>,
}

/// A page that tells of a programme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct FundingSource {
    /// http or https only.
    #[serde(deserialize_with = "web_address::read", serialize_with = "web_address::write")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub url: Option<WebAddress>,
    pub publisher: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<Date>,
    // `None` where only a later version knows the class.
    #[serde(deserialize_with = "known")]
    #[cfg_attr(feature = "schema", schemars(with = "SourceClass"))]
    pub class: Option<SourceClass>,
    /// A remark on the page, for example which value it states.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

vocabulary! {
    /// The weight of joint procurement for a programme.
    JointBuying {
        Required = "required", "共同調達が条件";
        Preferred = "preferred", "共同調達を優先・推進";
        Eligible = "eligible", "共同調達も対象";
        Unclear = "unclear", "共同調達についての記載は未確認";
    }
}

impl Programme {
    /// Tells if it can pay for this type of system.
    pub fn fits(&self, system: &Slug) -> bool {
        self.system_types.is_empty() || self.system_types.contains(system)
    }
}

fn known_joint<'de, D: Deserializer<'de>>(deserializer: D) -> Result<JointBuying, D::Error> {
    let slug = String::deserialize(deserializer)?;
    Ok(JointBuying::from_slug(&slug).unwrap_or(JointBuying::Unclear))
}
