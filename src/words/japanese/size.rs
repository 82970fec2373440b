//! Cases of a similar size.

use joint_procurement_core::query::TownSize;
use joint_procurement_core::stats::{Basis, SizeComparison};
use joint_procurement_core::text::{grouped, persons};

pub const HEADING: &str = "似た規模の事例を探す";
pub const LEAD: &str =
    "市区町村を選ぶと、参加自治体の規模が近い順に並びます。名前は漢字・かな、一部だけでも探せます。";
pub const TYPED: &str = "人口・職員数を入力する";
pub const POPULATION: &str = "人口（人）";
pub const STAFF: &str = "職員数（人）";
pub const APPLY: &str = "この規模で並べる";
pub const WRONG: &str = "人口か職員数を、1以上の整数で入力してください。";

pub fn compared_with(town: &str) -> String {
    format!("{town}に規模が近い順に並べています。")
}

pub const DROP: &str = "規模の比較をやめる";

pub fn of_town(size: TownSize) -> String {
    let population = size.population().map(|count| format!("人口{}", persons(count)));
    let staff = size.staff().map(|count| format!("職員{}", persons(count)));
    population.into_iter().chain(staff).collect::<Vec<_>>().join("、")
}

/// The way in which closeness is measured.
pub const MEASURE: &str = "参加自治体の人口（職員数も分かるときは職員数も）の中央値が、選んだ規模の何倍か、または何分の一かで比べます。参加自治体の名前が分かる事例、都道府県内のすべての市区町村が参加する事例、参加自治体の数だけが分かる事例、参加自治体が分からない事例の順です。";
pub const CLOSENESS: &str = "規模の近さ";

pub fn compared(town: TownSize, it: SizeComparison) -> String {
    let of = match it.basis {
        Basis::Named => "参加自治体",
        Basis::WholePrefecture => "参加する都道府県内の全市区町村",
    };
    let mut parts = Vec::new();
    if let Some(own) = town.population() {
        parts.push(format!("人口の中央値 {}（比べる規模 {}）", persons(it.median_population), persons(own)));
    }
    if let Some((own, median)) = town.staff().zip(it.median_staff) {
        parts.push(format!("職員数の中央値 {}（比べる規模 {}）", persons(median), persons(own)));
    }
    let (participants, similar) = (grouped(it.participants as u64), grouped(it.similar as u64));
    format!("{of}の{}。{participants}団体のうち半分から2倍の規模は{similar}団体", parts.join("、"))
}

pub fn count_only(count: u32) -> String {
    format!(
        "参加は{}団体。参加自治体の名前を確認できないため、規模は比べられません。",
        grouped(u64::from(count))
    )
}

pub const UNKNOWN: &str = "参加自治体を確認できないため、規模は比べられません。";
