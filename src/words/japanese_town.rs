//! Japanese: the search for a municipality.

use joint_procurement_core::text::{grouped, persons};

use super::TownWords;

pub(super) static TOWN: TownWords = TownWords {
    heading: "自治体名で探す",
    lead: "市区町村を選ぶと、規模の近い市区町村が参加する事例から順に並びます。漢字・かな、名前の一部だけでも探せます。",
    name: "市区町村名",
    hint: "例：岩美、いわみ",
    candidates: |count| format!("候補 {}団体", grouped(count as u64)),
    no_candidate: "この名前の市区町村は見つかりません",
    candidate: |name, prefecture, population| format!("{name}（{prefecture}、{}）", persons(population)),
};
