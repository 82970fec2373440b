//! A first mapping for a table, to be completed by a person.

use std::fmt::Write;

use super::grid::Grid;
use super::header::{BETWEEN, guess as guess_header, key};
use super::{PARTICIPANTS, To};
use crate::source::columns::{CASES, Column, Kind};
use crate::values::AmountUnit;

/// Words that other tables have for the columns of the cases.
const OTHER_WORDS: [(&str, &[&str]); 27] = [
    ("prefecture_code", &["都道府県", "都道府県名", "都道府県コード", "団体"]),
    ("lead_organization", &["代表団体", "実施主体", "主体", "団体名"]),
    ("lead_kind", &["代表団体の種類", "主体の種類"]),
    ("title", &["事例名", "案件名", "件名", "名称", "事業名", "調達名"]),
    ("system_type", &["システム種別", "種別", "システム", "システムの種類", "システム名"]),
    ("domain", &["領域", "分野", "部門"]),
    ("form", &["形態", "調達の形態"]),
    ("participants_count", &["参加自治体数", "参加団体数", "団体数", "参加市町村数"]),
    (PARTICIPANTS, &["参加自治体", "参加自治体名", "参加団体", "参加市町村", "構成団体"]),
    ("stated_population", &["人口規模", "人口", "参加自治体の人口"]),
    ("stated_staff", &["職員規模", "職員数", "参加自治体の職員数"]),
    ("introduced", &["導入時期", "導入年月", "稼働時期", "導入年度", "稼働開始"]),
    ("procurement_method", &["調達方式", "調達方法", "契約方法", "契約方式"]),
    ("vendor", &["事業者", "契約事業者", "受託者", "ベンダー", "契約相手"]),
    ("product", &["製品", "製品名", "サービス名", "パッケージ"]),
    ("initial_cost_yen", &["初期費用", "初期費用規模", "導入費用", "構築費用", "イニシャルコスト"]),
    ("annual_cost_yen", &["年間運用費", "年間運用費規模", "運用費", "ランニングコスト", "運用費用"]),
    ("contract_total_yen", &["契約総額", "契約金額", "総額"]),
    ("cost_sharing", &["費用負担", "費用負担の方法", "負担割合", "費用分担"]),
    ("subsidy_used", &["補助金", "補助金の利用", "補助金利用の有無", "補助金の有無"]),
    ("subsidy_name", &["補助金名", "補助金の名称"]),
    ("specification_available", &["仕様書", "仕様書の提供", "仕様書提供の可否", "仕様書提供"]),
    ("benefits", &["メリット", "効果", "効果・ねらい", "実感したメリット"]),
    ("background", &["経緯", "背景", "調達の経緯"]),
    ("process", &["プロセス", "調達のプロセス", "進め方"]),
    ("contact_department", &["担当部署", "問い合わせ先", "連絡先", "担当課"]),
    ("status", &["現況", "状況", "ステータス"]),
];

/// Writes a mapping file for the sheets of a table. `from` is the name of its file.
pub fn guess(from: &str, grids: &[Grid]) -> String {
    let mut text = format!(
        "# {from} の対応表の下書きです。見出しから推し量ったものなので、1行ずつ確かめてください。\n\
         # 左が事例の表の項目、右が {from} の見出しです。段のある見出しは「上の段{BETWEEN}下の段」と書きます。\n\n"
    );
    let headed: Vec<_> = grids.iter().filter_map(|grid| Some((grid, guess_header(grid)?))).collect();
    let mut used: Vec<&str> = Vec::new();
    let mut lines = String::new();
    let mut others = Vec::new();
    let mut sheets = Vec::new();
    for (grid, header) in &headed {
        let mut is_used = false;
        for name in header.names.values() {
            match column_of(name).filter(|column| !used.contains(column)) {
                Some(column) => {
                    used.push(column);
                    is_used = true;
                    // Writing to a String cannot fail.
                    let _ = writeln!(lines, "{}", line(column, name));
                }
                None if !others.contains(name) => others.push(name.clone()),
                None => {}
            }
        }
        if is_used && !grid.sheet.is_empty() {
            sheets.push(toml::Value::from(grid.sheet.as_str()).to_string());
        }
    }
    let _ = writeln!(
        text,
        "[table]\n# 読むシート。省くと、見出しの合うシートをすべて読みます。\nsheets = [{}]\n",
        sheets.join(", ")
    );
    let _ = writeln!(text, "[columns]\n{lines}");
    if !others.is_empty() {
        text.push_str("# 何の列か分からなかった見出し。要るものは、上の形で書き足してください。\n");
        for name in &others {
            let _ = writeln!(text, "#   {}", toml::Value::from(name.as_str()));
        }
        text.push('\n');
    }
    text.push_str(REST);
    let must = CASES.columns.iter().filter(|column| column.required && column.name != "id");
    for column in must.filter(|column| !used.contains(&column.name)) {
        let _ = writeln!(text, "# {} = \"\"   # {}", column.name, choices(column));
    }
    text
}

const REST: &str = "# 表の語と、事例の表の語の対応。項目ごとに書きます。\n\
    # [words.system_type]\n\
    # \"電子申請システム\" = \"電子申請\"\n\n\
    [constants]\n\
    # どの行にも同じ値を入れる項目。必ず要る項目で、列が見つからなかったものを挙げています。\n\
    # {prefecture} は都道府県名に、{system_type} などはその行の値に置き換わります。\n";

fn choices(column: &Column) -> String {
    let words: Vec<&str> = column.kind.choices().iter().map(|choice| choice.ja).collect();
    if words.is_empty() { column.ja.to_owned() } else { format!("{}：{}", column.ja, words.join("、")) }
}

fn column_of(name: &str) -> Option<&'static str> {
    let lowest = name.rsplit(BETWEEN).next().unwrap_or(name);
    let wanted = [key(&without_brackets(name)), key(&without_brackets(lowest))];
    let is_wanted = |word: &str| wanted.contains(&key(word));
    let by_words = OTHER_WORDS.iter().find(|(_, words)| words.iter().any(|word| is_wanted(word)));
    let by_name = || CASES.columns.iter().find(|column| is_wanted(column.ja) || is_wanted(column.name));
    by_words.map(|(column, _)| *column).or_else(|| by_name().map(|column| column.name))
}

/// Gives a head without its notes in brackets, such as the unit.
fn without_brackets(name: &str) -> String {
    let start = name.find(['(', '（', '[', '［', '【']);
    start.filter(|start| *start > 0).map_or(name, |start| &name[..start]).to_owned()
}

fn line(column: &str, head: &str) -> String {
    let kind = To::of(column).map_or(Kind::Text, |to| to.column().kind);
    let unit = AmountUnit::ALL.iter().rev().find(|unit| key(head).contains(unit.ja()));
    let head = toml::Value::from(head);
    match (kind, unit) {
        (Kind::YenRange, Some(unit)) => format!("{column} = {{ head = {head}, unit = \"{}\" }}", unit.ja()),
        (Kind::YearMonth, _) => {
            format!("{column} = {head}   # 年度だけの値があれば {{ head = …, fiscal_year = \"年\" }}")
        }
        _ => format!("{column} = {head}"),
    }
}
