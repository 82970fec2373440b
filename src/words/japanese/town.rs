//! The search for a municipality.

use joint_procurement_core::text::{grouped, persons};

pub const HEADING: &str = "自治体名で探す";
pub const LEAD: &str = "市区町村を選ぶと、規模の近い市区町村が参加する事例から順に並びます。漢字・かな、名前の一部だけでも探せます。";
pub const NAME: &str = "市区町村名";
pub const HINT: &str = "例：岩美、いわみ";

pub fn candidates(count: usize) -> String {
    format!("候補 {}団体", grouped(count as u64))
}

pub const NO_CANDIDATE: &str = "この名前の市区町村は見つかりません";

pub fn candidate(name: &str, prefecture: &str, population: u64) -> String {
    format!("{name}（{prefecture}、{}）", persons(population))
}

pub const NO_SUCH: &str = "この団体コードの市区町村はありません。";

pub fn in_prefecture(name: &str, prefecture: &str) -> String {
    format!("{name}（{prefecture}）")
}

pub fn with_size(name: &str, prefecture: &str, size: &str) -> String {
    format!("{name}（{prefecture}、{size}）")
}
