//! Cases on a line of years.

use joint_procurement_core::domain::{Date, YearMonth};
use joint_procurement_core::stats::KnownCount;
use joint_procurement_core::text::cases;

use super::year_month;

pub fn chart(dated: KnownCount) -> String {
    format!("{}を年ごとに並べた点グラフ。色と形は現況。同じ事例が下の表にあります。", cases(dated.known))
}

pub fn caption(dated: KnownCount, undated: &str, is_unfinished: bool) -> String {
    let undated = match dated.unknown() {
        0 => String::new(),
        count => format!("{undated}が分からない{}は、この図にありません。", cases(count)),
    };
    let unfinished = if is_unfinished { "*の年は途中か、これからです。" } else { "" };
    format!("点は1件の事例で、色と形は現況です。点を押すと事例のページが開きます。{undated}{unfinished}")
}

/// The note on plans, which stand at the year they are planned for.
pub const PLANS: &str = "計画中の事例は、予定の年にあります。";

pub fn point(title: &str, at: YearMonth, status: &str) -> String {
    format!("{title}\n{}、{status}", year_month(at))
}

pub fn ends_heading(count: usize) -> String {
    format!("契約の終わりが分かる事例は{}", cases(count))
}

/// Says how many ends are known, and how many are still to come on the day of the data.
pub fn ends_reading(dated: KnownCount, coming: usize, as_of: Date) -> String {
    let month = year_month(as_of.year_month());
    let coming = match coming {
        0 => format!("{month}以降に終わる契約は確認できていません。"),
        count => format!("{month}以降に終わるのは{}です。", cases(count)),
    };
    format!("{}のうち、契約の終わりが分かるのは{}です。{coming}", cases(dated.total), cases(dated.known))
}
