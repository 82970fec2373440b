//! Savings that sources state.

use joint_procurement_core::stats::KnownCount;
use joint_procurement_core::text::cases;

pub fn lead(stated: KnownCount) -> String {
    format!(
        "{}のうち{}の資料に、費用の削減額や割合（見込を含みます）の記載があります。対象や期間がそれぞれ違うため、合計はしません。",
        cases(stated.total),
        cases(stated.known)
    )
}

pub const TABLE: &str = "事例ごとの効果額";

pub fn link(count: usize) -> String {
    format!("効果額が分かる事例を一覧で見る（{}）", cases(count))
}

pub const OF: &str = "何の費用か";
pub const VALUE: &str = "資料に書かれた額・割合";
pub const KIND: &str = "実績・見込";
pub const BY: &str = "だれの見積り・負担分か";
pub const WHOLE: &str = "事業の全体";
