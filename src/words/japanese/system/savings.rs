//! Savings that sources state.

use joint_procurement_core::domain::SnapshotKind;
use joint_procurement_core::stats::KnownCount;
use joint_procurement_core::text::cases;

use crate::words::japanese::snapshot::paper;

pub fn lead(kind: SnapshotKind, stated: KnownCount) -> String {
    format!(
        "{}のうち{}の{}に、費用の削減額や割合（見込を含みます）の記載があります。対象や期間がそれぞれ違うため、合計はしません。",
        cases(stated.total),
        cases(stated.known),
        paper(kind)
    )
}

pub const TABLE: &str = "事例ごとの効果額";

pub fn link(count: usize) -> String {
    format!("効果額が分かる事例を一覧で見る（{}）", cases(count))
}

pub const OF: &str = "何の費用か";
pub fn value(kind: SnapshotKind) -> String {
    format!("{}に書かれた額・割合", paper(kind))
}

pub const KIND: &str = "実績・見込";
pub const BY: &str = "だれの見積り・負担分か";
pub const WHOLE: &str = "事業の全体";
