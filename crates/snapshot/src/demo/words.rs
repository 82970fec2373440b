//! Made-up names and sentences. Each name says that it is made up.

use super::random::Random;

const PLACES: [&str; 10] =
    ["あおば", "みどり", "ひかり", "さくら", "つばさ", "やまなみ", "みなと", "ほしぞら", "こだま", "わかば"];
const TRADES: [&str; 6] = ["情報", "システムズ", "データ", "ソフト", "ネットワーク", "クラウド"];
const SERVICES: [&str; 6] = ["自治体クラウド", "窓口支援", "共通基盤", "オンライン", "管理", "連携"];
const TEAMS: [&str; 6] = ["デジタル推進課", "情報政策課", "行政改革課", "総務課", "企画課", "市町村課"];
const REASONS: [&str; 6] = [
    "団体ごとに調達していたため、費用の負担が重かった。",
    "専門の職員が少なく、仕様を一つの団体で決めることが難しかった。",
    "機器の更新の時期が近く、一緒に調達することになった。",
    "住民がどこでも同じ手続きをできるようにするねらいがあった。",
    "災害のときに、互いに業務を支え合えるようにした。",
    "制度の改正に、団体ごとに対応することが負担になっていた。",
];
const STEPS: [&str; 6] = [
    "担当者の部会で要件をまとめ、協議会で仕様を決めた。",
    "事業者から意見を聞いたうえで、公募した。",
    "先に一部の団体で始め、翌年度から他の団体が加わった。",
    "運用の費用は、協定により毎年度見直している。",
    "職員の研修を、参加する団体が一緒に行っている。",
    "データの移行は、団体ごとに行った。",
];
pub const SHARES: [&str; 4] =
    ["人口割と均等割を半分ずつ", "均等割", "利用する件数による", "都道府県が基盤の分を負担し、残りは人口割"];
pub const SUBSIDIES: [&str; 3] = ["架空のデジタル化交付金", "架空の共同化補助金", "架空の起債"];
pub const JOIN_TERMS: [&str; 3] =
    ["同じ都道府県の市区町村", "協議会の会員になること", "次の契約の開始から加わること"];

/// Names a company.
pub fn vendor(random: &mut Random) -> String {
    format!("架空{}{}株式会社", random.word(&PLACES), random.word(&TRADES))
}

pub fn product(random: &mut Random) -> String {
    format!("架空{}{}", random.word(&PLACES), random.word(&SERVICES))
}

pub fn department(random: &mut Random) -> String {
    format!("架空の{}", random.word(&TEAMS))
}

pub fn background(random: &mut Random) -> String {
    sentences(random, &REASONS)
}

pub fn process(random: &mut Random) -> String {
    sentences(random, &STEPS)
}

fn sentences(random: &mut Random, of: &[&str]) -> String {
    let count = random.within(1, 3);
    format!("（架空の事例）{}", random.some(of, count).concat())
}
