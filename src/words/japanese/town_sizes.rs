//! The sizes of the municipalities of a case.

use joint_procurement_core::stats::TownSizes;
use joint_procurement_core::text::persons;

pub const HEADING: &str = "参加自治体の人口規模";
pub const CLASS: &str = "人口";
pub const COUNT: &str = "団体数";
pub const UNIT: &str = "団体";
pub const CHART: &str = "参加自治体の数を人口の規模ごとに示す棒グラフ。数値は下の表にあります。";

pub fn class(sizes: TownSizes) -> String {
    match (sizes.from, sizes.below) {
        (0, Some(below)) => format!("{}未満", persons(below)),
        (from, Some(below)) => format!("{}以上{}未満", persons(from), persons(below)),
        (from, None) => format!("{}以上", persons(from)),
    }
}

pub fn count(municipalities: usize) -> String {
    format!("{municipalities}団体")
}

pub fn reading(median: u64, count: usize) -> String {
    format!("参加する{count}団体の人口の中央値は{}です。", persons(median))
}

pub fn caption(as_of: &str) -> String {
    format!("横軸は団体数（団体）。人口は{as_of}現在です。")
}
