//! The systems that are bought together most.

use joint_procurement_core::text::cases;

pub const HEADING: &str = "多く共同調達されているシステム";
pub const AMOUNTS: &str = "分かる金額";

pub fn lead(shown: usize) -> String {
    format!(
        "都道府県が関わる事例の多い順に{shown}種別です。金額は分かる事例だけの幅で、予算・計画額と、幅で示された額は含みません。"
    )
}

/// Says from which to which amount a kind goes: 「契約総額 300万円～2億円（4件）」.
pub fn amounts(kind: &str, range: &str, count: usize) -> String {
    format!("{kind} {range}（{}）", cases(count))
}
