//! Costs beside the size of the groups.

use joint_procurement_core::domain::{Field, Term};
use joint_procurement_core::stats::{CostPoint, GroupMeasure};
use joint_procurement_core::text::{cases, grouped, persons, yen};

pub fn heading(cost: Field, measure: GroupMeasure) -> String {
    format!("{}と{}", cost.ja(), size(measure))
}

pub fn reading(least: CostPoint, most: CostPoint, count: usize, measure: GroupMeasure) -> String {
    format!(
        "金額と{}が分かる{}では、{}（{}）から{}（{}）まであります。",
        size(measure),
        cases(count),
        yen(least.amount.amount),
        size_value(least.size, measure),
        yen(most.amount.amount),
        size_value(most.size, measure),
    )
}

pub fn chart(cost: Field, measure: GroupMeasure, count: usize) -> String {
    format!("{}と{}の散布図。点は{}。数値は下の表にあります。", cost.ja(), size(measure), cases(count))
}

pub fn caption(cost: Field, measure: GroupMeasure) -> String {
    let unit = match measure {
        GroupMeasure::Population => "万人",
        GroupMeasure::Participants => "団体",
    };
    format!(
        "横軸は{}（{unit}）、縦軸は{}（万円）。どちらも目盛り一つで10倍です。予算・計画額と0円の事例は含みません。金額に幅がある事例は、その中央に点を置いています。",
        size(measure),
        cost.ja(),
    )
}

pub fn point(title: &str, point: CostPoint, measure: GroupMeasure) -> String {
    format!("{title}\n{}、{}", size_value(point.size, measure), yen(point.amount.amount))
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
