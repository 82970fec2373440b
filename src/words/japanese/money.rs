//! Amounts, their basis and what is computed from them.

use joint_procurement_core::domain::{CostBasis, Field, Saving, Term, YenRange};
use joint_procurement_core::text::{cases, decimal, yen, yen_exact};

pub const KIND: &str = "費用";
pub const KNOWN: &str = "分かる事例";
pub const MEDIAN: &str = "中央値";
/// The words where no amount is a budget.
pub const NO_BUDGETS: &str = "なし";
pub const RANGE: &str = "最小～最大";
pub const BUDGETS: &str = "除いた予算・計画額";

/// The words in a file for the upper bound of an amount that has none.
pub const NO_UPPER: &str = "上限なし";
pub const BANDS: &str = "金額帯ごとの件数";
pub const BAND: &str = "金額帯";

/// The words in place of a median where no amount is exact.
pub const BANDS_ONLY: &str = "金額帯だけ";

/// Says how many amounts of each kind a median counts where that is not all that are known.
pub fn bands_note(exact: &[(Field, usize)]) -> String {
    let exact = exact.iter().map(|(field, count)| format!("{}は{}", field.ja(), cases(*count)));
    let exact = exact.collect::<Vec<_>>().join("、");
    match exact.as_str() {
        "" => "額そのものが分かる事例はなく、中央値は出しません。".to_owned(),
        exact => format!("中央値と最小～最大は、額そのものが分かる事例だけのものです（{exact}）。"),
    }
}

pub fn range_value(smallest: u64, largest: u64) -> String {
    let [from, to] = [smallest, largest].map(|amount| yen(YenRange::exact(amount)));
    if from == to { from } else { format!("{from}～{to}") }
}

pub fn basis(basis: CostBasis) -> &'static str {
    basis.ja()
}

pub fn amount(amount: YenRange) -> String {
    yen(amount)
}

pub fn amount_exact(amount: YenRange) -> String {
    yen_exact(amount)
}

pub fn saving_value(saving: &Saving) -> String {
    let saved = saving.saved_yen.map(|amount| yen(YenRange::exact(amount)));
    match (saved, saving.percent, saving.before_yen.zip(saving.after_yen)) {
        (Some(saved), Some(percent), _) => format!("{saved}（{}%）の削減", decimal(percent)),
        (Some(saved), None, _) => format!("{saved}の削減"),
        (None, Some(percent), _) => format!("{}%の削減", decimal(percent)),
        (None, None, Some((before, after))) => {
            format!("{}から{}に", yen(YenRange::exact(before)), yen(YenRange::exact(after)))
        }
        (None, None, None) => "額の記載なし".to_owned(),
    }
}

pub fn saving_of(saving: &Saving) -> String {
    let of = saving.of.ja();
    let over =
        saving.period_years.map_or_else(|| of.to_owned(), |years| format!("{of}（{}年分）", decimal(years)));
    match saving.before_yen.zip(saving.after_yen) {
        Some((before, after)) => {
            format!("{over}　{}から{}へ", yen(YenRange::exact(before)), yen(YenRange::exact(after)))
        }
        None => over,
    }
}

pub const BASIS: &str = "金額の根拠";
pub const TOTAL_PER_YEAR: &str = "契約総額の1年あたり";
pub const INITIAL_PER_THOUSAND: &str = "初期費用の人口千人あたり";
pub const ANNUAL_PER_THOUSAND: &str = "年間運用費の人口千人あたり";
pub const TOTAL_PER_YEAR_PER_THOUSAND: &str = "契約総額の1年・人口千人あたり";

/// Marks an amount that was computed here.
pub fn computed(amount: u64) -> String {
    format!("{}（このサイトで計算）", yen(YenRange::exact(amount)))
}
