//! References to a card or to the data, as reports and papers give them.

use joint_procurement_core::domain::{Date, SnapshotKind, SnapshotMeta};

use super::{date, site, snapshot};

/// The button of a card.
pub const COPY_CARD: &str = "引用のための文をコピー";
pub const HEADING: &str = "引用のしかた";
pub const COPY: &str = "引用文をコピー";

pub fn lead(kind: SnapshotKind) -> &'static str {
    match kind {
        SnapshotKind::Synthetic => "架空のデータです。報告書や論文には引用しないでください。",
        _ => {
            "報告書や論文などに引用するときは、次のように書けます。アドレスは、いま表示しているデータ版を指します。図や表は、それぞれの「保存・共有」から引用のための文をコピーできます。"
        }
    }
}

/// Refers to a card, or to the data as a whole, so that a reader finds the same again.
pub fn reference(meta: &SnapshotMeta, card: Option<&str>, address: &str, read: Option<Date>) -> String {
    let title = match card {
        Some(heading) => format!("「{heading}」{}", site::NAME),
        None => format!("{}「{}」", site::NAME, meta.title),
    };
    let mut text = meta.maintainer.name.clone();
    if !text.is_empty() {
        text.push('、');
    }
    if meta.kind == SnapshotKind::Synthetic {
        text.push_str("【架空のデータ】");
    }
    text.push_str(&title);
    text.push_str(&format!("、データ版 {}（{}時点）、{address}", meta.id, date(meta.as_of)));
    if let Some(read) = read {
        text.push_str(&format!("（{}閲覧）", date(read)));
    }
    text.push_str(&format!("、{}：{}", snapshot::LICENCE, meta.licence));
    text
}
