//! The state of a system type in a prefecture.

use super::{CaseRef, Fact, Scope, SnapshotKind, Status, vocabulary};

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
        match (case.scope(), case.status()) {
            (Scope::Municipal, _) => Self::Municipal,
            (Scope::Prefecture, Fact::Known(Status::Operating)) => Self::Operating,
            (Scope::Prefecture, Fact::Known(Status::Procured)) => Self::Procured,
            (Scope::Prefecture, Fact::Known(Status::Planned)) => Self::Planned,
            (Scope::Prefecture, Fact::Known(Status::Ended)) => Self::Ended,
            (Scope::Prefecture, Fact::Missing(_)) => Self::Unknown,
        }
    }

    /// Gives the state where a snapshot has no case. `answered` is whether the prefecture answered the
    /// survey, where that is known. Only the answer itself may say that there is no case; an official
    /// snapshot that does not tell who answered says no more than a compiled one.
    pub fn absent(kind: SnapshotKind, answered: Option<bool>) -> Self {
        match (kind, answered) {
            (SnapshotKind::Official, Some(true)) => Self::None,
            (SnapshotKind::Official, Some(false)) => Self::NoAnswer,
            (SnapshotKind::Official, None) | (SnapshotKind::Compiled | SnapshotKind::Synthetic, _) => {
                Self::Unconfirmed
            }
        }
    }

    /// Tells if there is a case with a prefecture, be it planned or ended.
    pub fn is_confirmed(self) -> bool {
        match self {
            Self::Operating | Self::Procured | Self::Unknown | Self::Planned | Self::Ended => true,
            Self::Municipal | Self::Unconfirmed | Self::None | Self::NoAnswer => false,
        }
    }

    /// Tells if there is a case of any kind, be it of municipalities alone.
    pub fn has_case(self) -> bool {
        self.is_confirmed() || self == Self::Municipal
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Term;

    #[test]
    fn only_a_prefecture_that_answered_has_no_case() {
        for kind in [SnapshotKind::Compiled, SnapshotKind::Synthetic] {
            for answered in [None, Some(false), Some(true)] {
                assert_eq!(SystemState::absent(kind, answered), SystemState::Unconfirmed);
            }
        }
        assert_eq!(SystemState::absent(SnapshotKind::Official, None), SystemState::Unconfirmed);
        assert_eq!(SystemState::absent(SnapshotKind::Official, Some(false)), SystemState::NoAnswer);
        assert_eq!(SystemState::absent(SnapshotKind::Official, Some(true)), SystemState::None);
    }

    #[test]
    fn the_states_with_a_prefecture_come_first() {
        assert!(SystemState::ALL.is_sorted_by_key(|state| !state.is_confirmed()));
        let words: Vec<&str> = SystemState::ALL.iter().map(|state| state.ja()).collect();
        assert_eq!(words[..5], ["稼働中", "調達済", "実施（現況不明）", "計画", "終了"]);
    }
}
