//! Costs beside the size of the groups.

use joint_procurement_core::domain::{Field, Term, YenRange};
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
        yen(YenRange::exact(least.yen)),
        size_value(least.size, measure),
        yen(YenRange::exact(most.yen)),
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
        "横軸は{}（{unit}）、縦軸は{}（万円）。どちらも目盛り一つで10倍です。予算・計画額、0円、金額に幅がある事例は含みません。",
        size(measure),
        cost.ja(),
    )
}

pub fn point(title: &str, point: CostPoint, measure: GroupMeasure) -> String {
    format!("{title}\n{}、{}", size_value(point.size, measure), yen(YenRange::exact(point.yen)))
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
