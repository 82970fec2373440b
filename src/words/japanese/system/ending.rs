//! Contracts that end soon.

use joint_procurement_core::domain::YearMonth;
use joint_procurement_core::stats::KnownCount;
use joint_procurement_core::text::cases;

use super::super::year_month;

pub fn heading(count: usize) -> String {
    format!("契約の終わりが近い事例：{}", cases(count))
}

pub fn lead(from: YearMonth, to: YearMonth, known: KnownCount) -> String {
    format!(
        "{}から{}までに契約が終わる事例です。次の調達に参加する相談の目安になります。契約の終わりが分かるのは、{}のうち{}です。",
        year_month(from),
        year_month(to),
        cases(known.total),
        cases(known.known),
    )
}

pub const TABLE: &str = "契約の終わりが近い事例";

pub fn list(count: usize) -> String {
    format!("事例一覧で見る（{}）", cases(count))
}
