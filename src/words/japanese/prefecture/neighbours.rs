//! A prefecture and its neighbours.

use joint_procurement_core::domain::SnapshotKind;
use joint_procurement_core::text::cases;

use crate::words::japanese::{absence_note, absent};

pub const HEADING: &str = "近隣の都道府県";
pub const ON_LAND: &str = "陸で接する";
pub const NONE_ON_LAND: &str = "陸で接する都道府県はありません。";
pub const BY_CROSSING: &str = "橋・トンネル・海路などで結ばれる";

pub fn crossing(by: &str) -> String {
    format!("（{by}）")
}

pub const NEARBY: &str = "近隣で確認";
pub const NATIONWIDE: &str = "全国で確認";

pub fn nationwide_value(count: usize) -> String {
    format!("{count}都道府県")
}

pub fn evidence_table(name: &str) -> String {
    format!("{name}では確認できていない種別の、近隣の事例")
}

pub const STATE: &str = "状況";
pub const EVIDENCE_CASE: &str = "事例";
pub const EVIDENCE_DOCUMENTS: &str = "参考文書";
pub const EVIDENCE_CONTACT: &str = "担当部署";

/// Gives what stands before the title of a document.
pub fn document(kind: &str) -> String {
    format!("{kind}：")
}

pub fn takes_part(count: usize) -> String {
    format!("参加{}", cases(count))
}

pub const NOTES_HEADING: &str = "国の制度の注記がある種別";
pub const NOTES_LEAD: &str =
    "次の種別は国の制度と関わるため、近隣で確認できていても、次に検討する種別としては示しません。";

pub fn noted_table(name: &str) -> String {
    format!("注記があり、近隣で確認でき、{name}では確認できていない種別")
}

pub const NOTED: &str = "国の制度の注記";

/// The words before the source of a note.
pub const NOTE_FROM: &str = "出典：";

pub fn note_source(title: &str, publisher: &str) -> String {
    format!("{title}（{publisher}）")
}

pub const COMPARISON_HEADING: &str = "近隣との比較";

pub fn comparison_lead(kind: SnapshotKind) -> String {
    let note = absence_note(kind);
    format!("状況の記号と件数です。かっこの中は「参加」で、代表がほかの都道府県の事例です。{note}")
}

pub fn comparison_table(name: &str) -> String {
    format!("{name}と近隣の都道府県での状況")
}

/// Tells of the types without a row; the link to them in brackets.
pub fn others(kind: SnapshotKind, systems: usize) -> String {
    format!("ほかの{systems}種類は、ここでも近隣でも{}です（[分かっていないこと]）。", absent(kind))
}
