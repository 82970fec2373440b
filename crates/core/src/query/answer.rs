//! Values that a filter can ask for and that are not the domain's own.

use strum::VariantArray;

use crate::domain::{CaseRef, Fact, Scope, Status, Term, vocabulary};

vocabulary! {
    /// The answer to a yes-or-no question about a case; unknown is an answer of its own.
    Answer {
        Yes = "yes", "あり";
        No = "no", "なし";
        Unknown = "unknown", "不明";
    }
}

impl From<Fact<bool>> for Answer {
    fn from(fact: Fact<bool>) -> Self {
        match fact {
            Fact::Known(true) => Self::Yes,
            Fact::Known(false) => Self::No,
            Fact::Missing(_) => Self::Unknown,
        }
    }
}

vocabulary! {
    /// A status, or that none is stated.
    StatusAnswer {
        Operating = "operating", "稼働中";
        Procured = "procured", "調達済";
        Planned = "planned", "計画";
        Ended = "ended", "終了";
        Unknown = "unknown", "現況不明";
    }
}

impl From<Fact<Status>> for StatusAnswer {
    fn from(fact: Fact<Status>) -> Self {
        match fact {
            Fact::Known(Status::Operating) => Self::Operating,
            Fact::Known(Status::Procured) => Self::Procured,
            Fact::Known(Status::Planned) => Self::Planned,
            Fact::Known(Status::Ended) => Self::Ended,
            Fact::Missing(_) => Self::Unknown,
        }
    }
}

vocabulary! {
    /// Something that must be known of a case.
    Has {
        Costs = "costs", "費用";
        Savings = "savings", "効果額";
        Participants = "participants", "参加自治体数";
        Documents = "documents", "参考文書";
    }
}

impl Has {
    pub fn holds(self, case: CaseRef<'_>) -> bool {
        match self {
            Self::Costs => case.has_costs(),
            Self::Savings => case.savings().is_known(),
            Self::Participants => case.participants_count().is_known(),
            Self::Documents => case.document_kinds().is_known(),
        }
    }
}

/// The scopes that count. Figures count cases with a prefecture unless asked otherwise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, VariantArray)]
pub enum ScopeFilter {
    #[default]
    Prefecture,
    Municipal,
    All,
}

impl ScopeFilter {
    pub fn slug(self) -> &'static str {
        match self {
            Self::Prefecture => Scope::Prefecture.slug(),
            Self::Municipal => Scope::Municipal.slug(),
            Self::All => "all",
        }
    }

    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::VARIANTS.iter().copied().find(|scope| scope.slug() == slug)
    }

    pub fn admits(self, scope: Scope) -> bool {
        match self {
            Self::Prefecture => scope == Scope::Prefecture,
            Self::Municipal => scope == Scope::Municipal,
            Self::All => true,
        }
    }
}
