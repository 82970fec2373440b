//! The ways into the site.

use joint_procurement_core::text::cases;

pub const MUNICIPALITY: &str = "市町村の担当";
pub const OWN: &str = "自分の市区町村と、規模の近い事例";

pub fn costs(count: usize) -> String {
    format!("費用が分かる事例（{}）", cases(count))
}

pub fn documents(count: usize) -> String {
    format!("仕様書などの文書がある事例（{}）", cases(count))
}

pub const PREFECTURE: &str = "都道府県の担当";
pub const PREFECTURES: &str = "自分の都道府県と隣の状況を見る";
pub const TABLE: &str = "47都道府県の状況の表";

pub fn planned(count: usize) -> String {
    format!("計画中の事例（{}）", cases(count))
}

pub const RESEARCH: &str = "調べる人";
pub const FIGURES: &str = "行と列を選んで集計する";
pub const DATA: &str = "データの定義とダウンロード";

pub fn official(count: usize) -> String {
    format!("公的な出典がある事例（{}）", cases(count))
}
