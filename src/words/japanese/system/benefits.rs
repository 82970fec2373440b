//! The benefits of a system type.

use joint_procurement_core::domain::SnapshotKind;
use joint_procurement_core::stats::{BenefitCounts, KnownCount};
use joint_procurement_core::text::cases;

pub fn heading(kind: SnapshotKind, name: &str, count: usize) -> String {
    match kind {
        SnapshotKind::Compiled => {
            format!("資料に書かれた効果・ねらいは「{name}」が{}で最も多い", cases(count))
        }
        SnapshotKind::Official | SnapshotKind::Synthetic => {
            format!("職員が実感したメリットは「{name}」が{}で最も多い", cases(count))
        }
    }
}

pub fn reading(kind: SnapshotKind, known: KnownCount) -> String {
    match kind {
        SnapshotKind::Compiled => format!(
            "{}のうち、資料に効果・ねらいの記載があるのは{}です。一つの事例に複数の記載があります。",
            cases(known.total),
            cases(known.known)
        ),
        SnapshotKind::Official | SnapshotKind::Synthetic => format!(
            "{}のうち、回答があったのは{}です。一つの事例に複数の回答があります。",
            cases(known.total),
            cases(known.known)
        ),
    }
}

pub fn chart(benefits: &BenefitCounts) -> String {
    format!("{}項目の件数の横棒グラフ。数値は下の表にあります。", benefits.benefits.len())
}

pub fn caption(known: KnownCount) -> String {
    match known.unknown() {
        0 => "横軸は件数（件）。".to_owned(),
        unknown => format!("横軸は件数（件）。記載を確認できない{}は含みません。", cases(unknown)),
    }
}

pub fn benefit(kind: SnapshotKind) -> &'static str {
    match kind {
        SnapshotKind::Compiled => "資料に書かれた効果・ねらい",
        SnapshotKind::Official | SnapshotKind::Synthetic => "職員が実感したメリット",
    }
}
