//! The matrix of prefectures and system types.

use joint_procurement_core::domain::{SnapshotKind, SystemState, Term};
use joint_procurement_core::text::cases;

use super::absence_note;

pub const HEADING: &str = "都道府県と種別の一覧表";

pub fn lead(kind: SnapshotKind) -> String {
    let note = absence_note(kind);
    format!(
        "種別ごとの状況と件数です。件数を選ぶと、その事例の一覧が開きます。かっこの中は「参加」で、代表がほかの都道府県の事例です。{note}"
    )
}

/// The label of the states in their order.
pub const LEGEND: &str = "状況の記号";
pub const ORDER_OF_STATES: &str = "状況の違う事例があるときは、状況ごとに件数を分け、この順に示します。";

pub fn rest(kind: SnapshotKind) -> String {
    let absent = match kind {
        SnapshotKind::Official => {
            "文章にない種別は、調査に回答した都道府県では事例なし、ほかでは未回答です。"
        }
        SnapshotKind::Compiled | SnapshotKind::Synthetic => "文章にない種別は公開情報で未確認です。",
    };
    format!(
        "種別は、確認できた都道府県の多い順です。全国で事例が1件以下の種別と、示した都道府県で確認できていない種別は、最後の1列にまとめます。{absent}"
    )
}

pub fn shown(prefectures: usize, types: usize) -> String {
    format!("{prefectures}都道府県、種別{types}種類")
}

/// The name of the column of the types that are folded into one.
pub fn folded(types: usize) -> String {
    format!("ほか{types}種別")
}

pub const UNFOLD: &str = "すべての種別を1列ずつ示す";
pub const FOLD: &str = "事例の少ない種別を1列にまとめる";

/// Says in full what a cell shows as a mark and a number.
pub fn cell(prefecture: &str, system: &str, said: &str) -> String {
    format!("{prefecture}・{system}：{said}")
}

pub const CAPTION: &str = "都道府県ごと、種別ごとの状況と件数";
pub const DOMAIN: &str = "領域";
pub const REGION: &str = "地方";
pub const ALL: &str = "すべて";
pub const BY_CODE: &str = "都道府県コードの順";

pub fn by_system(system: &str) -> String {
    format!("{system}の状況の順")
}

/// The name of the last column.
pub const CONFIRMED: &str = "確認できた種別（参加を含む）";

/// The name of the last row.
pub const PREFECTURES: &str = "確認できた都道府県";

pub fn types(count: usize) -> String {
    format!("{count}種類")
}

/// Begins the sentence on one prefecture.
pub fn item(count: usize) -> String {
    format!("：確認できた種別は{count}種類です。")
}

pub fn item_none(absent: SystemState) -> String {
    match absent {
        SystemState::None => "：都道府県が関わる事例はありません。".to_owned(),
        absent => format!("：都道府県が関わる事例は{}です。", absent.ja()),
    }
}

pub fn state(state: &str) -> String {
    format!("{state}：")
}

pub const STOP: &str = "。";

pub fn led(system: &str, count: usize) -> String {
    format!("{system} {}", cases(count))
}

pub fn partner(system: &str, count: usize) -> String {
    format!("{system} 参加{}", cases(count))
}
