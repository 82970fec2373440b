//! Maps.

use joint_procurement_core::domain::SnapshotKind;
use joint_procurement_core::text::cases;

use super::prefectures::found;

/// The link past the areas of a map.
pub const SKIP: &str = "地図の次へ進む";
pub const LOADING: &str = "地図を読み込んでいます…";
pub const LEGEND: &str = "色分け";

/// Names a class by its number of cases, or the range of it.
pub fn class(low: usize, high: usize) -> String {
    if low == high { cases(low) } else { format!("{low}～{}", cases(high)) }
}

/// Gives the name of an area with its number of cases.
pub fn area(name: &str, cases: &str) -> String {
    format!("{name} {cases}")
}

/// Gives the short name of a prefecture: 鳥取. 北海道 has none.
pub fn short(prefecture: &str) -> &str {
    prefecture.strip_suffix(['都', '府', '県']).unwrap_or(prefecture)
}

/// The measures of a map, in a word each.
pub const OF_CASES: &str = "事例の件数";
pub const OF_DOCUMENTS: &str = "参考文書あり";
pub const OF_SHARE: &str = "参加の割合";

/// The subject of the credit for the outlines.
pub const CREDIT: &str = "地図";
/// The captions, which say what the colours are of.
pub const JAPAN_CAPTION: &str =
    "色分けは、代表団体の都道府県で数えた件数です。小さな島は省き、離れた島は枠の中に示しています。";
pub const OF_SYSTEM_CAPTION: &str =
    "色分けは、代表の事例と参加する事例を合わせた件数です。小さな島は省き、離れた島は枠の中に示しています。";
pub const OF_PREFECTURE_CAPTION: &str = "色分けは、都道府県が関わる事例のうち、参加が確かなものの件数です。小さな島は省き、離れた島は枠の中に示しています。";
pub const SMALL_ISLANDS: &str = "小さな島は省き、離れた島は枠の中に示しています。";
pub const JAPAN: &str = "都道府県ごとの事例の地図";
pub const JAPAN_HEADING: &str = "事例を確認できた都道府県";

/// Tells in how many prefectures there is a confirmed case.
pub fn japan_reading(kind: SnapshotKind, prefectures: usize) -> String {
    let places = match prefectures {
        47 => "47都道府県のすべて".to_owned(),
        _ => format!("47都道府県のうち{prefectures}都道府県"),
    };
    format!(
        "{places}で事例を確認しています。件数は{}見つかった数で、取組の多さを比べるものではありません。",
        found(kind)
    )
}

pub const DOCUMENTS: &str = "参考文書がある事例の地図";
pub const DOCUMENTS_HEADING: &str = "参考文書がある事例を確認できた都道府県";
pub const DOCUMENTS_CAPTION: &str = "色分けは、仕様書・公募・協定・負担割合などの参考文書がある事例の、代表団体の都道府県で数えた件数です。小さな島は省き、離れた島は枠の中に示しています。";

/// Tells in how many of the prefectures with a case there are documents to follow.
pub fn documents_reading(documented: usize, prefectures: usize) -> String {
    format!("事例を確認した{prefectures}都道府県のうち{documented}都道府県に、参考文書がある事例があります。")
}

pub fn of_system(system: &str) -> String {
    format!("「{system}」の事例がある都道府県の地図")
}

pub fn of_system_reading(prefectures: usize) -> String {
    format!("47都道府県のうち{prefectures}都道府県で、この種別の事例を確認しています。")
}

pub fn of_prefecture(prefecture: &str) -> String {
    format!("{prefecture}の市区町村が参加する事例の地図")
}

pub fn of_prefecture_reading(taking_part: usize, all: usize) -> String {
    format!("市区町村{all}団体のうち{taking_part}団体で、事例への参加を確認しています。")
}

pub fn of_case(prefecture: &str) -> String {
    format!("{prefecture}の参加自治体の地図")
}

pub fn of_case_reading(participants: usize, all: usize) -> String {
    format!("市区町村{all}団体のうち{participants}団体が参加しています。")
}

pub const TAKES_PART: &str = "参加";
pub const OTHER: &str = "参加の記載なし";
