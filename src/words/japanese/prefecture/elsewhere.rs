//! Types that other prefectures have and this one has not.

use joint_procurement_core::domain::{SystemState, YenRange};
use joint_procurement_core::text::yen;

use crate::words::japanese::money::range_value;

pub fn heading(name: &str) -> String {
    format!("ほかの都道府県で確認でき、{name}では確認できていない種別")
}

pub fn lead(systems: usize, name: &str, absent: SystemState) -> String {
    let note = match absent {
        SystemState::None => "調査に回答があり、掲載された事例がない種別です。",
        SystemState::NoAnswer => "調査に回答がないためで、行っていないという意味ではありません。",
        _ => "公開資料で見つかっていないという意味で、行っていないという意味ではありません。",
    };
    format!(
        "{systems}種類は、{name}では都道府県が関わる事例を確認できていません。{note}47都道府県のうち確認できた数の多い順です（同数なら、人口が半分から2倍の都道府県、近隣の順に多いもの）。過去の導入で確かめると、これよりはっきりよく言い当てる順序はありませんでした。"
    )
}

pub fn none(name: &str) -> String {
    format!(
        "ほかの都道府県で確認できた種別は、国の制度の注記がある種別を除いて、{name}でもすべて確認できています。"
    )
}

pub fn others(types: usize) -> String {
    match types {
        0 => "近隣の事例の参考文書と担当部署".to_owned(),
        types => format!("ほかの{types}種別と、近隣の事例の参考文書・担当部署"),
    }
}

pub fn others_table(name: &str) -> String {
    format!("{name}では確認できていない、ほかの種別")
}

pub const COSTS: &str = "費用が分かる事例";
pub const TO_ASK: &str = "問い合わせ先の分かる事例";
pub const TOTAL: &str = "契約総額";

/// Says the smallest and the largest amount of a kind.
pub fn amount(kind: &str, smallest: u64, largest: u64) -> String {
    if smallest == largest {
        return format!("{kind} {}", yen(YenRange::exact(smallest)));
    }
    format!("{kind} {}", range_value(smallest, largest))
}

pub fn department(prefecture: &str, department: &str) -> String {
    format!("{prefecture}：{department}")
}

pub fn case_of(prefecture: &str) -> String {
    format!("{prefecture}の事例")
}
