//! The share of municipalities that take part.

use joint_procurement_core::stats::{KnownCount, PrefectureReach, TakingPart};
use joint_procurement_core::text::{grouped, percent};

pub const HEADING: &str = "参加する市区町村の割合";

/// Counts the municipalities that take part, among those of the prefectures of which the number is known.
pub fn reading(prefectures: usize, together: KnownCount) -> String {
    format!(
        "参加自治体の数が分かる{prefectures}都道府県では、合わせて市区町村{}団体のうち{}団体（{}）が参加しています。",
        grouped(together.total as u64),
        grouped(together.known as u64),
        percentage(together),
    )
}

pub fn map(system: &str) -> String {
    format!("「{system}」に参加する市区町村の割合の地図")
}

/// The classes of the map, from the lowest share on.
pub const CLASSES: [&str; 4] = ["25%未満", "25%以上50%未満", "50%以上、すべてではない", "すべて"];

pub fn share(it: KnownCount) -> String {
    format!("市区町村{}団体のうち{}団体（{}）", it.total, it.known, percentage(it))
}

pub fn caption(capped: bool) -> String {
    let text = "計画と終了の事例は数えていません。名前が分からない事例は、書かれている参加自治体の数を使い、事例どうしでは足さずに最も多いものを取っています。";
    match capped {
        false => text.to_owned(),
        true => format!(
            "{text}合併の前の資料などで、その数が現在の市区町村の数より多いときは、現在の数にしています。"
        ),
    }
}

pub const TAKING_PART: &str = "参加する市区町村";
pub const MUNICIPALITIES: &str = "現在の市区町村";
pub const PERCENT: &str = "割合";
pub const BASIS: &str = "数の根拠";

pub fn basis_value(it: PrefectureReach) -> String {
    match it.taking_part {
        TakingPart::Certain(_) => "参加自治体の名前、または全市区町村の参加の記載".to_owned(),
        TakingPart::Stated(count) if it.is_capped() => {
            format!("参加自治体の数の記載（{count}団体。現在の市区町村より多い）")
        }
        TakingPart::Stated(_) => "参加自治体の数の記載".to_owned(),
    }
}

fn percentage(of: KnownCount) -> String {
    of.percent().map(percent).unwrap_or_default()
}
