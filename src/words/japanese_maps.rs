//! Japanese: maps.

use joint_procurement_core::text::cases;

use super::MapWords;

pub(super) static MAP: MapWords = MapWords {
    skip: "地図の次へ進む",
    loading: "地図を読み込んでいます…",
    legend: "色分け",
    class: |low, high| if low == high { cases(low) } else { format!("{low}～{}", cases(high)) },
    area: |name, cases| format!("{name} {cases}"),
    small_islands: "小さな島は省き、離れた島は枠の中に示しています。",
    japan: "都道府県ごとの事例の地図",
    japan_heading: "事例を確認できた都道府県",
    japan_reading: |prefectures| {
        let places = match prefectures {
            47 => "47都道府県のすべて".to_owned(),
            _ => format!("47都道府県のうち{prefectures}都道府県"),
        };
        format!(
            "{places}で事例を確認しています。件数は公開資料で見つかった数で、取組の多さを比べるものではありません。"
        )
    },
    of_system: |system| format!("「{system}」の事例がある都道府県の地図"),
    of_system_reading: |prefectures| {
        format!("47都道府県のうち{prefectures}都道府県で、この種別の事例を確認しています。")
    },
    of_prefecture: |prefecture| format!("{prefecture}の市区町村が参加する事例の地図"),
    of_prefecture_reading: |taking_part, all| {
        format!("市区町村{all}団体のうち{taking_part}団体で、事例への参加を確認しています。")
    },
    of_case: |prefecture| format!("{prefecture}の参加自治体の地図"),
    of_case_reading: |participants, all| {
        format!("市区町村{all}団体のうち{participants}団体が参加しています。")
    },
    takes_part: "参加",
    other: "参加の記載なし",
};
