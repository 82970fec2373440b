//! Values that a filter can ask for and that are not the domain's own.

use strum::VariantArray;

use super::Set;
use crate::domain::{CaseRef, Fact, Form, Scope, Status, Term, vocabulary};

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
        Cancelled = "cancelled", "実現せず";
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
            Fact::Known(Status::Cancelled) => Self::Cancelled,
            Fact::Missing(_) => Self::Unknown,
        }
    }
}

impl StatusAnswer {
    /// Gives those that count without being asked for.
    pub fn counted() -> Set<Self> {
        Self::ALL.iter().copied().filter(|it| *it != Self::Cancelled).collect()
    }
}

vocabulary! {
    /// A form, or that none is known.
    FormAnswer {
        JointProcurement = "joint-procurement", "共同調達";
        JointUse = "joint-use", "共同利用";
        SharedService = "shared-service", "県等のシステムを利用";
        Unknown = "unknown", "形態不明";
    }
}

impl From<Fact<Form>> for FormAnswer {
    fn from(fact: Fact<Form>) -> Self {
        match fact {
            Fact::Known(Form::JointProcurement) => Self::JointProcurement,
            Fact::Known(Form::JointUse) => Self::JointUse,
            Fact::Known(Form::SharedService) => Self::SharedService,
            Fact::Missing(_) => Self::Unknown,
        }
    }
}

/// The forms that count, by default those of joint procurement and the unknown one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forms(Set<FormAnswer>);

impl Default for Forms {
    fn default() -> Self {
        Self([FormAnswer::JointProcurement, FormAnswer::JointUse, FormAnswer::Unknown].into())
    }
}

impl From<Set<FormAnswer>> for Forms {
    /// Takes no form at all for the default.
    fn from(forms: Set<FormAnswer>) -> Self {
        if forms.is_empty() { Self::default() } else { Self(forms) }
    }
}

impl Forms {
    /// Gives every form.
    pub fn all() -> Self {
        Self(FormAnswer::ALL.iter().copied().collect())
    }

    pub fn admits(&self, form: FormAnswer) -> bool {
        self.0.contains(&form)
    }

    pub fn set(&self) -> &Set<FormAnswer> {
        &self.0
    }

    /// Lends the forms to change. None at all admits no case, until the address is read again.
    pub fn set_mut(&mut self) -> &mut Set<FormAnswer> {
        &mut self.0
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

    /// Tells if figures of this scope count the case, unless other forms are asked for.
    pub fn counts(self, case: CaseRef<'_>) -> bool {
        case.is_joint() && self.admits(case.scope())
    }

    pub fn admits(self, scope: Scope) -> bool {
        match self {
            Self::Prefecture => scope == Scope::Prefecture,
            Self::Municipal => scope == Scope::Municipal,
            Self::All => true,
        }
    }
}
