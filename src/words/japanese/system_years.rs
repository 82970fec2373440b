//! Introductions by system type and year.

use joint_procurement_core::stats::SystemYears;
use joint_procurement_core::text::cases;

/// The heading of the pictures of all types.
pub const PICTURES: &str = "図で見る";

pub fn heading(types: usize) -> String {
    format!("導入年の分布：導入年が分かる事例の多い{types}種別")
}

/// Says how much is shown, and which type began first.
pub fn reading(found: &[SystemYears], all: usize, name: impl Fn(&SystemYears) -> String) -> String {
    let shown = found.iter().map(|it| it.years.confirmed.known).sum();
    let first = |it: &SystemYears| it.years.years.first().map(|it| it.year);
    let earliest = found.iter().filter_map(first).min();
    let began: Vec<String> = found.iter().filter(|it| first(it) == earliest).map(name).collect();
    let began = earliest
        .map(|year| format!("確認できた導入が最も早いのは、{}の{year}年です。", began.join("、")))
        .unwrap_or_default();
    format!(
        "導入年を確認できた{}のうち、{}以上ある種別の{}を示します。{began}",
        cases(all),
        cases(found.iter().map(|it| it.years.confirmed.known).min().unwrap_or_default()),
        cases(shown),
    )
}

pub fn chart(types: usize) -> String {
    format!("{types}つのシステム種別の、年ごとの導入件数の棒グラフ。数値は下の表にあります。")
}

pub const CAPTION: &str = "縦軸は件数（件）、横軸は年で、どの種別も同じ目盛りです。計画中の事例と、導入年を確認できない事例は含みません。棒を押すと、その年の事例の一覧が開きます。";
pub const FILE: &str = "システム種別と導入年";
