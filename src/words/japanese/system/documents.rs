//! The documents of a system type.

use joint_procurement_core::domain::SnapshotKind;
use joint_procurement_core::stats::KnownCount;
use joint_procurement_core::text::cases;

pub fn note(known: KnownCount) -> String {
    match (known.known, known.unknown()) {
        (_, 0) => format!("{}のすべてです。", cases(known.total)),
        (0, _) => format!("{}のどれも、参考文書を確認できていません。", cases(known.total)),
        (some, unknown) => format!(
            "{}のうち{}です。残る{}は確認できていません。",
            cases(known.total),
            cases(some),
            cases(unknown)
        ),
    }
}

pub const HEADING: &str = "参考文書";

pub fn lead(known: KnownCount) -> String {
    format!(
        "{}のうち{}で、仕様書・公募・協定などの文書を確認しています。リンク先は外部サイトで、なくなっていることがあります。",
        cases(known.total),
        cases(known.known)
    )
}

pub fn link(count: usize) -> String {
    format!("参考文書がある事例を一覧で見る（{}）", cases(count))
}

pub fn none(kind: SnapshotKind) -> &'static str {
    match kind {
        SnapshotKind::Compiled => {
            "都道府県が関わる事例の仕様書・公募・協定などの文書は、公開情報で未確認です。"
        }
        SnapshotKind::Official | SnapshotKind::Synthetic => {
            "都道府県が関わる事例の仕様書・公募・協定などの文書は、このデータ版にありません。"
        }
    }
}

pub const TABLE: &str = "都道府県が関わる事例の文書";
pub const MUNICIPAL: &str = "市町村どうしの事例の文書";
pub const SHARED: &str = "県等のシステムを利用する事例の文書";

/// Names a table of documents of cases that no figure counts.
pub fn with_count(caption: &str, count: usize) -> String {
    format!("{caption}（{}）", cases(count))
}

pub const DOCUMENT: &str = "文書";
pub const KIND: &str = "種類";
pub const PUBLISHED: &str = "公開日";
pub const SITE: &str = "リンク先";
