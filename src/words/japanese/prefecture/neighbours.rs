//! A prefecture and its neighbours.

use joint_procurement_core::domain::{SnapshotKind, SystemState};
use joint_procurement_core::text::cases;

use crate::words::japanese::{absence_note, absent};

pub const HEADING: &str = "近隣の都道府県";
pub const ON_LAND: &str = "陸で接する";
pub const NONE_ON_LAND: &str = "陸で接する都道府県はありません。";
pub const BY_CROSSING: &str = "橋・トンネル・海路などで結ばれる";

pub fn crossing(by: &str) -> String {
    format!("（{by}）")
}

pub fn nearby_heading(name: &str) -> String {
    format!("近隣で確認でき、{name}では確認できていない種別")
}

pub fn nearby_lead(systems: usize, name: &str, absent: SystemState) -> String {
    let note = match absent {
        SystemState::None => "調査に回答があり、掲載された事例がない種別です。",
        SystemState::NoAnswer => "調査に回答がないためで、行っていないという意味ではありません。",
        _ => "公開資料で見つかっていないという意味で、行っていないという意味ではありません。",
    };
    format!(
        "近隣で確認できた種別のうち{systems}種類は、{name}では都道府県が関わる事例を確認できていません。{note}近隣で確認できた都道府県の多い順です。"
    )
}

pub fn nearby_none(name: &str) -> String {
    format!("近隣で確認できた種別は、国の制度の注記がある種別を除いて、{name}でもすべて確認できています。")
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
    format!(
        "種別ごとに、都道府県での状況と件数を並べています。「参加」は、代表がほかの都道府県の事例です。{note}"
    )
}

pub fn comparison_table(name: &str) -> String {
    format!("{name}と近隣の都道府県での状況")
}

pub fn elsewhere(kind: SnapshotKind, systems: usize) -> String {
    format!("ここでも近隣でも{}の種別（{systems}種類）", absent(kind))
}

pub const ELSEWHERE_TABLE: &str = "この都道府県と近隣で未確認の種別";
