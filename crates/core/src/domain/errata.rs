//! Corrections of what was published (正誤情報).

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::vocabulary::vocabulary;
use super::{CaseId, Date, Field, Term, WebAddress, web_address};

/// Every correction since the first publication, the newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Errata {
    pub schema_version: u32,
    pub entries: Vec<Erratum>,
}

impl Errata {
    /// Tells if the case was taken out of the data. Corrections of it are kept, but lead to no page.
    pub fn removes(&self, case: &CaseId) -> bool {
        self.removal_of(case).is_some()
    }

    /// Finds the correction that took the case out of the data.
    pub fn removal_of(&self, case: &CaseId) -> Option<&Erratum> {
        let is_removal = |entry: &&Erratum| entry.field == Some(CaseField::REMOVAL);
        self.entries.iter().filter(is_removal).find(|entry| entry.case.as_ref() == Some(case))
    }
}

/// One correction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Erratum {
    /// The day of the correction.
    pub date: Date,
    /// The corrected case; `None` where the correction is not of one case. A removed case is in no table any
    /// more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<CaseId>,
    // `None` too where only a later version knows the field: the correction is shown without its name.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "known_field")]
    pub field: Option<CaseField>,
    /// The value that was published; `None` where nothing was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wrong: Option<String>,
    /// The value that is published instead; `None` where nothing is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub right: Option<String>,
    pub reason: String,
    /// http or https only.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "web_address::read")]
    pub url: Option<WebAddress>,
}

vocabulary! {
    /// Facts besides a `Field`: those known of every case, and that it is there at all.
    BasicField {
        LeadPrefecture = "prefecture_code", "代表団体の都道府県";
        LeadOrganization = "lead_organization", "代表団体";
        LeadKind = "lead_kind", "代表団体の種類";
        Scope = "scope", "都道府県の関わり";
        Title = "title", "事例名";
        SystemType = "system_type", "システム種別";
        Domain = "domain", "領域";
        PartnerPrefectures = "partner_prefecture_codes", "参加するほかの都道府県";
        IntroducedKind = "introduced_kind", "導入時期の種類";
        CostBasis = "cost_basis", "金額の根拠";
        Sources = "sources", "出典";
        Removal = "removal", "事例の削除";
    }
}

/// Anything that is stated of a case: what a correction is of, and what a source is evidence of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(untagged))]
pub enum CaseField {
    Field(Field),
    Basic(BasicField),
}

impl CaseField {
    /// The case was taken out of the data.
    pub const REMOVAL: Self = Self::Basic(BasicField::Removal);

    pub fn all() -> impl Iterator<Item = Self> {
        let basic = BasicField::ALL.iter().copied().map(Self::Basic);
        basic.chain(Field::ALL.iter().copied().map(Self::Field))
    }

    /// Tells if sources can be named for it. Prefecture and form are read from the whole record, documents and
    /// sources are their own proof, and the two others go with the value that they qualify.
    pub fn takes_evidence(self) -> bool {
        use BasicField::{CostBasis, IntroducedKind, LeadPrefecture, Removal, Sources};
        match self {
            Self::Field(field) => !matches!(field, Field::Form | Field::Documents),
            Self::Basic(field) => {
                !matches!(field, LeadPrefecture | IntroducedKind | CostBasis | Sources | Removal)
            }
        }
    }

    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::all().find(|field| field.slug() == slug)
    }

    /// Gives the column of the source table, or `removal`.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Field(field) => field.slug(),
            Self::Basic(field) => field.slug(),
        }
    }

    /// Gives the Japanese word.
    pub fn ja(self) -> &'static str {
        match self {
            Self::Field(field) => field.ja(),
            Self::Basic(field) => field.ja(),
        }
    }
}

impl Serialize for CaseField {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.slug().serialize(serializer)
    }
}

pub(super) fn known_field<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<CaseField>, D::Error> {
    let slug = Option::<String>::deserialize(deserializer)?;
    Ok(slug.and_then(|slug| CaseField::from_slug(&slug)))
}
