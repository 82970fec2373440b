//! The state of a system type in a prefecture.

use super::{CaseRef, Fact, Scope, Status, vocabulary};

vocabulary! {
    /// The progress of the joint procurement of a system type in a prefecture. In order of precedence: of
    /// several cases the first state counts.
    SystemState {
        Operating = "operating", "稼働中";
        Procured = "procured", "調達済";
        /// A case with a prefecture exists; how it stands today is not stated.
        Unknown = "unknown", "実施（現況不明）";
        Planned = "planned", "計画";
        Ended = "ended", "終了";
        /// Only cases of municipalities among themselves.
        Municipal = "municipal", "市町村どうしのみ";
        /// Only systems of one body that others are connected to, which are no joint procurement.
        Shared = "shared", "県等のシステムを利用";
        /// Nothing was found, which tells nothing.
        Unconfirmed = "unconfirmed", "公開情報で未確認";
        /// The prefecture itself answered that there is none.
        None = "none", "事例なし";
        NoAnswer = "no-answer", "未回答";
    }
}

impl SystemState {
    /// Gives the state that one case gives its type.
    pub fn of_case(case: CaseRef<'_>) -> Self {
        if !case.is_joint() && !case.is_cancelled() {
            return Self::Shared;
        }
        match (case.scope(), case.status()) {
            // Nothing came of it: there is no more than where nothing was found.
            (_, Fact::Known(Status::Cancelled)) => Self::Unconfirmed,
            (Scope::Municipal, _) => Self::Municipal,
            (Scope::Prefecture, Fact::Known(Status::Operating)) => Self::Operating,
            (Scope::Prefecture, Fact::Known(Status::Procured)) => Self::Procured,
            (Scope::Prefecture, Fact::Known(Status::Planned)) => Self::Planned,
            (Scope::Prefecture, Fact::Known(Status::Ended)) => Self::Ended,
            (Scope::Prefecture, Fact::Missing(_)) => Self::Unknown,
        }
    }

    /// Gives the status that its cases have; `None` where their status does not make the state.
    pub fn status(self) -> Option<Fact<Status>> {
        match self {
            Self::Operating => Some(Fact::Known(Status::Operating)),
            Self::Procured => Some(Fact::Known(Status::Procured)),
            Self::Planned => Some(Fact::Known(Status::Planned)),
            Self::Ended => Some(Fact::Known(Status::Ended)),
            Self::Unknown => Some(Fact::UNKNOWN),
            Self::Municipal | Self::Shared | Self::Unconfirmed | Self::None | Self::NoAnswer => None,
        }
    }

    /// Tells if there is a case with a prefecture, be it planned or ended.
    pub fn is_confirmed(self) -> bool {
        match self {
            Self::Operating | Self::Procured | Self::Unknown | Self::Planned | Self::Ended => true,
            Self::Municipal | Self::Shared | Self::Unconfirmed | Self::None | Self::NoAnswer => false,
        }
    }

    /// Tells if there is a case of any kind, be it of municipalities alone or of a shared system.
    pub fn has_case(self) -> bool {
        self.is_confirmed() || matches!(self, Self::Municipal | Self::Shared)
    }

    /// Tells if a cell of this state has the cases of the other. Those with a prefecture stand together, and shared
    /// systems beside any.
    pub fn counts(self, other: Self) -> bool {
        self == other || other == Self::Shared || self.is_confirmed() && other.is_confirmed()
    }
}
