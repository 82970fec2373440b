//! Japanese: system types, who takes part, what groups cost, what ends.

use joint_procurement_core::domain::Term;
use joint_procurement_core::stats::{GroupMeasure, KnownCount, TakingPart};
use joint_procurement_core::text::{cases, grouped, percent, persons, persons_rounded, yen};

use super::SystemMoreWords;
use super::japanese::year_month;

pub(super) static SYSTEM_MORE: SystemMoreWords = SystemMoreWords {
    reach_heading: "参加する市区町村の割合",
    reach_reading: |prefectures, together| {
        format!(
            "参加自治体の数が分かる{prefectures}都道府県では、合わせて市区町村{}団体のうち{}団体（{}）が参加しています。",
            grouped(together.total as u64),
            grouped(together.known as u64),
            share(together),
        )
    },
    reach_map: |system| format!("「{system}」に参加する市区町村の割合の地図"),
    reach_classes: ["25%未満", "25%以上50%未満", "50%以上、すべてではない", "すべて"],
    reach_share: |it| format!("市区町村{}団体のうち{}団体（{}）", it.total, it.known, share(it)),
    reach_caption: |capped| {
        let text = "計画と終了の事例は数えていません。名前が分からない事例は、資料に書かれた参加自治体の数を使い、事例どうしでは足さずに最も多いものを取っています。";
        match capped {
            false => text.to_owned(),
            true => format!(
                "{text}合併の前の資料などで、その数が現在の市区町村の数より多いときは、現在の数にしています。"
            ),
        }
    },
    reach_taking_part: "参加する市区町村",
    reach_municipalities: "現在の市区町村",
    reach_percent: "割合",
    reach_basis: "数の根拠",
    reach_basis_value: |it| match it.taking_part {
        TakingPart::Certain(_) => "参加自治体の名前、または全市区町村の参加の記載".to_owned(),
        TakingPart::Stated(count) if it.is_capped() => {
            format!("参加自治体の数の記載（{count}団体。現在の市区町村より多い）")
        }
        TakingPart::Stated(_) => "参加自治体の数の記載".to_owned(),
    },

    middle_half: "中ほどの半分の事例",
    middle_half_value: |low, high| match low == high {
        true => format!("{}団体", grouped(low)),
        false => format!("{}～{}団体", grouped(low), grouped(high)),
    },
    population_median: "参加自治体の人口の合計（中央値）",
    population_median_value: |count, known| format!("{}（分かる{}）", persons_rounded(count), cases(known)),

    cost_by_size_heading: |cost, measure| format!("{}と{}", cost.ja(), size(measure)),
    cost_by_size_reading: |least, most, count, measure| {
        format!(
            "金額と{}が分かる{}では、{}（{}）から{}（{}）まであります。",
            size(measure),
            cases(count),
            yen(least.amount.amount),
            size_value(least.size, measure),
            yen(most.amount.amount),
            size_value(most.size, measure),
        )
    },
    cost_by_size_chart: |cost, measure, count| {
        format!("{}と{}の散布図。点は{}。数値は下の表にあります。", cost.ja(), size(measure), cases(count))
    },
    cost_by_size_caption: |cost, measure| {
        let unit = match measure {
            GroupMeasure::Population => "万人",
            GroupMeasure::Participants => "団体",
        };
        format!(
            "横軸は{}（{unit}）、縦軸は{}（万円）。どちらも目盛り一つで10倍です。予算・計画額と0円の事例は含みません。金額に幅がある事例は、その中央に点を置いています。",
            size(measure),
            cost.ja(),
        )
    },
    cost_by_size_point: |title, point, measure| {
        format!("{title}\n{}、{}", size_value(point.size, measure), yen(point.amount.amount))
    },
    size,
    size_value,

    ending_heading: |count| format!("契約の終わりが近い事例：{}", cases(count)),
    ending_lead: |from, to, known| {
        format!(
            "{}から{}までに契約が終わる事例です。次の調達に参加する相談の目安になります。契約の終わりが分かるのは、{}のうち{}です。",
            year_month(from),
            year_month(to),
            cases(known.total),
            cases(known.known),
        )
    },
    ending_table: "契約の終わりが近い事例",
    ending_list: |count| format!("事例一覧で見る（{}）", cases(count)),
};

fn size(measure: GroupMeasure) -> &'static str {
    match measure {
        GroupMeasure::Population => "参加自治体の人口の合計",
        GroupMeasure::Participants => "参加自治体の数",
    }
}

fn size_value(value: u64, measure: GroupMeasure) -> String {
    match measure {
        GroupMeasure::Population => persons(value),
        GroupMeasure::Participants => format!("{}団体", grouped(value)),
    }
}

fn share(of: KnownCount) -> String {
    of.percent().map(percent).unwrap_or_default()
}
