//! The form of a list: cards or a table, and its columns.

use super::Set;
use crate::domain::{Field, vocabulary};

vocabulary! {
    /// The form of a list.
    #[derive(Default)]
    View {
        #[default]
        Cards = "cards", "カード";
        Table = "table", "表";
    }
}

vocabulary! {
    /// A column of the table of cases beside the name of the case, which always stands first.
    CaseColumn {
        Domain = "domain", "領域";
        System = "system", "システム種別";
        Pref = "pref", "都道府県";
        Lead = "lead", "代表団体";
        Contact = "contact", "担当部署";
        Form = "form", "形態";
        Members = "members", "参加自治体数";
        Pop = "pop", "人口規模";
        Staff = "staff", "職員規模";
        Introduced = "introduced", "導入時期";
        Status = "status", "現況";
        Initial = "initial", "初期費用";
        Annual = "annual", "年間運用費";
        Total = "total", "契約総額";
        Subsidy = "subsidy", "補助金";
        Spec = "spec", "仕様書の提供";
        Documents = "documents", "参考文書";
        Vendor = "vendor", "事業者";
        Product = "product", "製品・サービス";
        End = "end", "契約終了";
    }
}

impl CaseColumn {
    /// Gives the field that the column shows; the others show what is known of every case, or derived.
    pub fn field(self) -> Option<Field> {
        Some(match self {
            Self::Contact => Field::ContactDepartment,
            Self::Form => Field::Form,
            Self::Members => Field::ParticipantsCount,
            Self::Introduced => Field::Introduced,
            Self::Status => Field::Status,
            Self::Initial => Field::InitialCost,
            Self::Annual => Field::AnnualCost,
            Self::Total => Field::ContractTotal,
            Self::Subsidy => Field::SubsidyUsed,
            Self::Spec => Field::SpecificationAvailable,
            Self::Documents => Field::Documents,
            Self::Vendor => Field::Vendor,
            Self::Product => Field::Product,
            Self::End => Field::ContractEnd,
            Self::Domain | Self::System | Self::Pref | Self::Lead | Self::Pop | Self::Staff => return None,
        })
    }

    /// The columns that most readers compare first.
    pub const DEFAULT: [Self; 8] = [
        Self::System,
        Self::Pref,
        Self::Members,
        Self::Pop,
        Self::Introduced,
        Self::Initial,
        Self::Annual,
        Self::Documents,
    ];
}

/// Columns in order, at least one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns(Set<CaseColumn>);

impl Default for Columns {
    fn default() -> Self {
        Self(CaseColumn::DEFAULT.into())
    }
}

impl Columns {
    /// Makes the choice of columns; `None` without any.
    pub fn new(columns: Set<CaseColumn>) -> Option<Self> {
        (!columns.is_empty()).then_some(Self(columns))
    }

    pub fn set(&self) -> &Set<CaseColumn> {
        &self.0
    }
}
