//! Costs beside the size of the groups.

use joint_procurement_core::domain::{Term, YenRange};
use joint_procurement_core::stats::{CostPoint, GroupMeasure};
use joint_procurement_core::text::{cases, grouped, persons, yen};

/// The amount of any kind, and the axis with its unit.
pub const AMOUNT: &str = "金額";
pub const AMOUNT_AXIS: &str = "金額（億円）";

pub fn heading(measure: GroupMeasure) -> &'static str {
    match measure {
        GroupMeasure::Population => "金額と参加自治体の人口",
        GroupMeasure::Participants => "金額と参加自治体の数",
    }
}

pub fn reading(
    least: CostPoint,
    most: CostPoint,
    placed: usize,
    amounts: usize,
    measure: GroupMeasure,
) -> String {
    format!(
        "金額と{}が分かる{}の、{amounts}の金額です。{}（{}）から{}（{}）まであります。金額の種類も調達するものも違うので、安い・高いを比べるものではありません。",
        size(measure),
        cases(placed),
        yen(YenRange::exact(least.yen)),
        size_value(least.size, measure),
        yen(YenRange::exact(most.yen)),
        size_value(most.size, measure),
    )
}

pub fn chart(measure: GroupMeasure, amounts: usize) -> String {
    format!("金額と{}の散布図。点は{amounts}の金額。数値は下の表にあります。", size(measure))
}

pub fn caption(left_out: usize) -> String {
    let left_out = match left_out {
        0 => String::new(),
        count => format!(
            "金額か規模が分からない事例、予算・計画額、0円、金額に幅がある事例の計{}は、この図にありません。",
            cases(count)
        ),
    };
    format!(
        "どちらの軸も、目盛り一つで10倍です。点は一つの金額で、横の文字は代表団体の都道府県です。点を押すと事例のページが開きます。{left_out}"
    )
}

pub fn size_axis(measure: GroupMeasure) -> &'static str {
    match measure {
        GroupMeasure::Population => "参加自治体の人口の合計（万人）",
        GroupMeasure::Participants => "参加自治体の数（団体）",
    }
}

pub fn point(title: &str, point: CostPoint, measure: GroupMeasure) -> String {
    let amount = yen(YenRange::exact(point.yen));
    format!("{title}\n{}、{}{amount}", size_value(point.size, measure), point.cost.ja())
}

pub fn size(measure: GroupMeasure) -> &'static str {
    match measure {
        GroupMeasure::Population => "参加自治体の人口の合計",
        GroupMeasure::Participants => "参加自治体の数",
    }
}

pub fn size_value(value: u64, measure: GroupMeasure) -> String {
    match measure {
        GroupMeasure::Population => persons(value),
        GroupMeasure::Participants => format!("{}団体", grouped(value)),
    }
}
