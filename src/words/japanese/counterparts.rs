//! Counterparts for one system type.

use joint_procurement_core::stats::Counterparts;
use joint_procurement_core::text::grouped;

pub fn heading(system: &str) -> String {
    format!("{system}を一緒に調達できそうな相手")
}

/// Tells how to get there.
pub fn choose() -> String {
    format!(
        "上の表の「{}」で種別を選ぶと、{}km以内でその種別を使っている事例、使っていることを確認できていない市区町村、都道府県をまたぐ先例を、ここに示します。",
        super::municipality::FIND_COUNTERPARTS,
        Counterparts::NEAR
    )
}

pub fn lead() -> String {
    format!(
        "都道府県の境にかかわらず、役所・役場どうしの直線距離で{}km以内を見ています。参加が確かな事例だけを「使っている」とし、見つからないことは使っていないという意味ではありません。",
        Counterparts::NEAR
    )
}

pub const WITH: &str = "近くで使っている事例";
pub const WITH_NONE: &str = "近くの市区町村が参加する事例は確認できていません。";
pub const WITHOUT: &str = "近くで、使っていることを確認できていない市区町村";
pub const WITHOUT_NONE: &str = "近くの市区町村は、どれも参加が確かです。";
pub const NOT_YET_IN: &str = "同じ都道府県の共同調達に、名前がない市区町村";
pub const PRECEDENTS: &str = "都道府県をまたぐ共同調達の先例";

pub fn precedents_lead(same: usize, system: &str) -> String {
    match same {
        0 => format!("{system}の先例は確認できていません。ほかの種別の先例を挙げます。"),
        same => format!("{system}の先例が{same}件あり、先に挙げます。"),
    }
}

pub const NEAREST: &str = "最も近い参加自治体";
pub const TOWNS: &str = "近くの参加自治体";
pub const END: &str = "契約終了";
pub const ASK: &str = "相談先";
pub const SIZE: &str = "規模";
pub const STATE: &str = "この種別";
pub const MAY_HAVE: &str = "参加しているか不明";

/// Tells how many times as large a municipality is, in thousandths.
pub fn size(factor: u64, is_larger: bool) -> String {
    let tenths = (factor + 50) / 100;
    let times = format!("{}.{}", tenths / 10, tenths % 10);
    match (tenths, is_larger) {
        (10, _) => "ほぼ同じ".to_owned(),
        (_, true) => format!("{times}倍"),
        (_, false) => format!("{times}分の1"),
    }
}

pub fn shown(count: usize, all: usize) -> String {
    format!("近い順に{}団体（全部で{}団体）", grouped(count as u64), grouped(all as u64))
}
