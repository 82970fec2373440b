//! The number of participants in the cases of a system type.

use joint_procurement_core::stats::Participation;
use joint_procurement_core::text::{cases, grouped, persons_rounded};

pub fn note(it: &Participation) -> String {
    let Some(median) = it.median else {
        return format!("{}のどれも、参加自治体の数を確認できていません。", cases(it.stated.total));
    };
    let sum = format!(
        "{}のうち、数が分かる{}の合計です。1件あたりの中央値は{}団体です。",
        cases(it.stated.total),
        cases(it.stated.known),
        grouped(median)
    );
    match it.named.known {
        0 => sum,
        named => format!(
            "{sum}名前が分かる{}では、重複を除くと{}団体です。",
            cases(named),
            grouped(it.distinct as u64)
        ),
    }
}

pub const HEADING: &str = "参加自治体の数";

pub fn lead(it: &Participation) -> String {
    format!(
        "{}のうち、参加自治体の数が分かる{}では、1件あたりの中央値は{}団体です。都道府県と一部事務組合は数えません。",
        cases(it.stated.total),
        cases(it.stated.known),
        grouped(it.median.unwrap_or_default())
    )
}

pub const STATED: &str = "数が分かる事例";
pub const SMALLEST: &str = "最も少ない事例";
pub const MEDIAN: &str = "中央値";
pub const LARGEST: &str = "最も多い事例";
pub const NAMED: &str = "名前が分かる自治体";

pub fn named_value(it: &Participation) -> String {
    format!("{}団体（名前が分かる{}の、重複を除いた数）", grouped(it.distinct as u64), cases(it.named.known))
}

pub fn value(count: u64) -> String {
    format!("{}団体", grouped(count))
}

pub fn known(it: &Participation) -> String {
    let known = format!("{}のうち{}で判明", cases(it.stated.total), cases(it.stated.known));
    match it.smallest.zip(it.largest) {
        Some((smallest, largest)) if smallest == largest => format!("{}団体（{known}）", grouped(smallest)),
        Some((smallest, largest)) => {
            format!("{}～{}団体（{known}）", grouped(smallest), grouped(largest))
        }
        None => known,
    }
}

pub const MIDDLE_HALF: &str = "中ほどの半分の事例";

pub fn middle_half_value(low: u64, high: u64) -> String {
    match low == high {
        true => format!("{}団体", grouped(low)),
        false => format!("{}～{}団体", grouped(low), grouped(high)),
    }
}

pub const POPULATION_MEDIAN: &str = "参加自治体の人口の合計（中央値）";

pub fn population_median_value(count: u64, known: usize) -> String {
    format!("{}（分かる{}）", persons_rounded(count), cases(known))
}
