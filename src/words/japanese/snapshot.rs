//! The snapshot: its kind, its dates, its licence.

use joint_procurement_core::domain::{Date, SnapshotKind};

use super::date;

pub const ABOUT: &str = "このデータについて";
pub const AS_OF: &str = "データ時点";
pub const PUBLISHED_AT: &str = "公開日";
pub const KIND: &str = "データの種類";
pub const PERIOD: &str = "対象期間";
pub const LICENCE: &str = "ライセンス";
pub const CREDITS: &str = "出典";
pub const CATALOG: &str = "データの目録（JSON）";
/// Tells of data that are no longer the newest.
pub fn earlier(as_of: Date) -> String {
    format!("{}時点のデータを表示しています。", date(as_of))
}

pub fn newest(as_of: Date) -> String {
    format!("このページを新しいデータ（{}時点）で見る", date(as_of))
}

pub const SYNTHETIC: &str = "架空のデータを表示しています。実在する事例ではありません。";

/// Names the papers that the facts are taken from.
pub fn sources(kind: SnapshotKind) -> &'static str {
    match kind {
        SnapshotKind::Compiled => "公開資料",
        SnapshotKind::Official => "調査への回答",
        SnapshotKind::Synthetic => "架空のデータ",
    }
}

/// Names all that was looked at.
pub fn public(kind: SnapshotKind) -> &'static str {
    if kind == SnapshotKind::Compiled { "公開情報" } else { sources(kind) }
}

/// Names the same in short.
pub fn paper(kind: SnapshotKind) -> &'static str {
    match kind {
        SnapshotKind::Compiled | SnapshotKind::Synthetic => "資料",
        SnapshotKind::Official => "回答",
    }
}

/// Gives the source and the date under a figure.
pub fn source_line(kind: SnapshotKind, as_of: Date) -> String {
    match kind {
        SnapshotKind::Compiled => format!("出典：公開資料から集めた事例（{}時点）", date(as_of)),
        SnapshotKind::Official => format!("出典：都道府県への調査（{}時点）", date(as_of)),
        SnapshotKind::Synthetic => "架空のデータ".to_owned(),
    }
}

pub fn kind_name(kind: SnapshotKind) -> &'static str {
    match kind {
        SnapshotKind::Compiled => "公開資料から集めた事例（国の調査ではありません）",
        SnapshotKind::Official => "都道府県への調査",
        SnapshotKind::Synthetic => "架空のデータ（動作の確認用）",
    }
}
