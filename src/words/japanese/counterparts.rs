//! Counterparts for one system type.

use joint_procurement_core::stats::{Counterparts, Home};
use joint_procurement_core::text::grouped;

pub const PART: &str = "一緒に調達できそうな相手";
pub const FIND: &str = "相手を探す";

pub fn heading(system: &str) -> String {
    format!("{system}を一緒に調達できそうな相手")
}

/// Tells how to get there.
pub fn choose() -> String {
    format!(
        "上の表の「{FIND}」で種別を選ぶと、{}km以内でその種別を使っている事例、使っていることを確認できていない市区町村、都道府県をまたぐ先例を、ここに示します。",
        Counterparts::NEAR
    )
}

pub fn lead(home: Home) -> String {
    let from = match home {
        Home::Municipality(_) => "",
        Home::Prefecture(_) => "この都道府県の最も近い市区町村から、",
    };
    format!(
        "都道府県の境にかかわらず、{from}役所・役場どうしの直線距離で{}km以内を見ています。参加が確かな事例だけを「使っている」とし、見つからないことは使っていないという意味ではありません。",
        Counterparts::NEAR
    )
}

pub const WITH: &str = "近くで使っている事例";
pub const WITH_NONE: &str = "近くの市区町村が参加する事例は確認できていません。";
pub const WITHOUT: &str = "近くで、使っていることを確認できていない市区町村";
pub const WITHOUT_NONE: &str = "近くの市区町村は、どれも参加が確かです。";
pub fn at_home(prefecture: &str, system: &str) -> String {
    format!("{system}の事例に参加する{prefecture}の市区町村")
}

/// Tells how many of the municipalities of a prefecture take part, and of how many that is not known.
pub fn home_reading(all: usize, certain: usize, possible: usize) -> String {
    let certain = match certain {
        0 => "参加が確かな団体は確認できていません".to_owned(),
        certain => format!("参加が確かなのは{}団体です", grouped(certain as u64)),
    };
    let possible = match possible {
        0 => String::new(),
        possible => {
            format!("都道府県の事例があり、参加しているか不明なのは{}団体です。", grouped(possible as u64))
        }
    };
    format!("{}団体のうち、{certain}。{possible}", grouped(all as u64))
}

pub const CERTAIN: &str = "参加";
pub const MAP_CAPTION: &str = "計画中の事例への参加も数えています。小さな島は描いていません。";
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
