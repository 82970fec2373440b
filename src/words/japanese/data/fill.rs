//! The share of each field that is known.

use joint_procurement_core::text::cases;

pub const HEADING: &str = "項目ごとの判明状況";
pub const LEAD: &str = "どの項目も、分かる事例は一部です。図や中央値は、分かる事例だけから計算しています。";

pub fn caption(count: usize) -> String {
    format!("都道府県が関わる{}のうち、値が分かる事例", cases(count))
}

pub const KNOWN: &str = "分かる事例";
pub const PERCENT: &str = "割合";
pub const UNKNOWN: &str = "分からない事例";
pub const REASONS: &str = "分からない理由（分かるもの）";

/// The words for a field that is not known of all cases, while reasons of others are recorded.
pub const NO_REASON: &str = "理由の記録なし";

/// The words for a field that is known of all cases.
pub const COMPLETE: &str = "－";
