//! Japanese: the matrix of prefectures and system types.

use joint_procurement_core::text::cases;

use super::MatrixWords;

pub(super) static MATRIX: MatrixWords = MatrixWords {
    heading: "都道府県と種別の一覧表",
    lead: |absent| {
        format!(
            "種別ごとの状況と件数です。件数を選ぶと、その事例の一覧が開きます。「参加」は、代表がほかの都道府県の事例です。「{absent}」は、行っていないという意味ではありません。"
        )
    },
    legend: "状況の記号",
    order_of_states: "事例が2件以上あるときは、この順で先にある状況を示します。",
    rest: |absent| {
        format!(
            "種別は、確認できた都道府県の多い順です。全国で事例が1件以下の種別は「その他」にまとめ、文章では一つずつ示します。文章にない種別は{absent}です。"
        )
    },
    shown: |prefectures, types| format!("{prefectures}都道府県、種別{types}種類"),
    caption: "都道府県ごと、種別ごとの状況と件数",
    domain: "領域",
    region: "地方",
    all: "すべて",
    by_code: "都道府県コードの順",
    by_system: |system| format!("{system}の状況の順"),
    confirmed: "確認できた種別（参加を含む）",
    prefectures: "確認できた都道府県",
    types: |count| format!("{count}種類"),
    item: |count| format!("：確認できた種別は{count}種類です。"),
    item_none: |absent| format!("：都道府県が関わる事例は{absent}です。"),
    state: |state| format!("{state}："),
    stop: "。",
    led: |system, count| format!("{system} {}", cases(count)),
    partner: |system, count| format!("{system} 参加{}", cases(count)),
};
