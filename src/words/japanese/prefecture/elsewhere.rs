//! Types that other prefectures have and this one has not.

use joint_procurement_core::domain::{SystemState, Term};
use joint_procurement_core::text::{cases, decimal};

use crate::words::NextFacts;

pub fn heading(name: &str) -> String {
    format!("ほかの都道府県で確認でき、{name}では確認できていない種別")
}

pub fn lead(systems: usize, name: &str, absent: SystemState) -> String {
    let note = match absent {
        SystemState::None => "調査に回答があり、掲載された事例がない種別です。",
        SystemState::NoAnswer => "調査に回答がないためで、行っていないという意味ではありません。",
        _ => "公開資料で見つからないだけで、行っていないという意味ではありません。",
    };
    format!("{systems}種類は、{name}では都道府県が関わる事例を確認できていません。{note}")
}

/// The order and its reason (docs/decisions/029).
pub const ORDER: &str = "47都道府県のうち確認できた数の多い順です（かっこ内は人口が半分から2倍の都道府県）。過去の導入で試し、これより確かに言い当てる順序はありませんでした。";

pub fn none(name: &str) -> String {
    format!(
        "ほかの都道府県で確認できた種別は、国の制度の注記がある種別を除いて、{name}でもすべて確認できています。"
    )
}

pub fn others(types: usize) -> String {
    match types {
        0 => "近隣の事例の参考文書と担当部署".to_owned(),
        types => format!("ほかの{types}種別と、近隣の事例の参考文書・担当部署"),
    }
}

pub fn others_table(name: &str) -> String {
    format!("{name}では確認できていない、ほかの種別")
}

pub const NATIONWIDE: &str = "全国";
pub const NEWEST: &str = "最新年";
pub const MONEY: &str = "費用・効果";
pub const MORE: &str = "文書・補助金";
pub const TO_ASK: &str = "問い合わせ先の分かる事例";
pub const TOTAL: &str = "契約総額";

// The values by which the table can be sorted, and what of their names is seen.
pub const BY_PREFECTURES: [(&str, &str); 2] =
    [("確認できた都道府県の数", "都道府県"), ("近い規模の都道府県の数", "近い規模")];
pub const BY_NEIGHBOURS: (&str, &str) = ("近隣の数", "近隣");
pub const BY_YEAR: (&str, &str) = ("最新の導入年", "導入年");
pub const BY_MONEY: [(&str, &str); 2] = [("費用が分かる事例の数", "費用"), ("最大の削減率", "削減率")];
pub const BY_MORE: [(&str, &str); 2] = [("文書がある事例の数", "文書"), ("補助金を使った事例の数", "補助金")];
pub const BY_CONTACTS: (&str, &str) = ("担当部署が分かる事例の数", "担当部署");

/// The first columns of the file, a fact each.
pub const FILE: [&str; 4] =
    ["システム種別", "確認できた都道府県の数", "うち人口が半分から2倍の都道府県の数", "近隣で確認"];

/// The columns that follow them in each file of types that others have.
pub const FACTS: [&str; 9] = [
    "最新の導入年",
    "費用が分かる事例の数",
    "金額（公表額の最小～最大）",
    "効果額が分かる事例の数",
    "記載された最大の削減率（%）",
    "参考文書がある事例の数",
    "担当部署が分かる事例の数",
    "補助金の利用が確認できた事例の数",
    "問い合わせ先の分かる事例",
];

/// Counts the prefectures, in brackets those of half to double the population.
pub fn prefectures(count: usize, similar: usize) -> String {
    if similar > 0 { format!("{count}（{similar}）") } else { count.to_string() }
}

/// The kinds of amounts, short.
pub const KINDS: [&str; 3] = ["年間", "初期", "総額"];

pub fn year(year: u16) -> String {
    format!("{year}年")
}

pub const SAVINGS: &str = "効果額";

/// Says the largest percentage that was saved.
pub fn saving(percent: f64, is_expected: bool) -> String {
    let expected = if is_expected { "（見込）" } else { "" };
    format!("最大{}%減{expected}", decimal(percent))
}

pub const SENTENCES: &str = "説明に使う文";
pub const COPY: &str = "説明に使う文をコピー";

/// Says which types the sentences below are about.
pub fn sentences_of(name: &str, absent: SystemState, as_of: &str) -> String {
    format!("{name}では確認できていない種別（{}、{as_of}時点）", absent.ja())
}

/// Says where a type is confirmed: in how many prefectures, at which neighbours.
pub fn sentence(system: &str, prefectures: usize, near: &[&str]) -> String {
    let found = match near {
        [] => "確認できます".to_owned(),
        near => format!("確認でき、近隣では{}にあります", near.join("・")),
    };
    format!("・{system}は、47都道府県のうち{prefectures}で、都道府県が関わる共同調達を{found}。")
}

/// Says the other facts of a type in one sentence; nothing where none is known.
pub fn facts(it: &NextFacts<'_>) -> String {
    let facts = [
        it.amount.map(|amount| format!("公表された金額は{amount}")),
        it.saving.map(|(percent, is_expected)| format!("削減率は{}", saving(percent, is_expected))),
        it.newest.map(|year| format!("最新の導入は{year}年")),
        it.ask.map(|ask| format!("担当部署が分かる事例の問い合わせ先は{ask}")),
    ];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    if facts.is_empty() { String::new() } else { format!("{}。", facts.join("、")) }
}

pub fn documents(count: usize) -> String {
    format!("文書{}", cases(count))
}

pub fn subsidised(count: usize) -> String {
    format!("補助金{}", cases(count))
}

pub fn department(prefecture: &str, department: &str) -> String {
    format!("{prefecture}：{department}")
}

pub fn case_of(prefecture: &str) -> String {
    format!("{prefecture}の事例")
}
