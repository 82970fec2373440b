//! A first mapping for a table, to be completed by a person.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::grid::Grid;
use super::header::{BETWEEN, guess as guess_header, key, unit as unit_of};
use super::{PARTICIPANTS, To, source};
use crate::source::columns::{CASES, Column, Kind, SOURCES};

/// Words that other tables have for the columns of the cases.
const OTHER_WORDS: [(&str, &[&str]); 27] = [
    ("prefecture_code", &["都道府県", "都道府県名", "都道府県コード", "県名", "府県名", "団体"]),
    ("lead_organization", &["代表団体", "代表団体名", "代表", "幹事団体", "実施主体", "主体", "団体名"]),
    ("lead_kind", &["代表団体の種類", "主体の種類"]),
    ("title", &["事例名", "案件名", "件名", "名称", "名前", "事業名", "調達名"]),
    ("system_type", &["システム種別", "種別", "システム", "システムの種類", "システム名"]),
    ("domain", &["領域", "分野", "部門"]),
    ("form", &["形態", "調達の形態"]),
    ("participants_count", &["参加自治体数", "参加団体数", "団体数", "参加市町村数", "市町村数"]),
    (
        PARTICIPANTS,
        &["参加自治体", "参加自治体名", "参加団体", "参加団体名", "参加市町村", "構成団体", "構成市町村"],
    ),
    ("stated_population", &["人口規模", "人口", "参加自治体の人口"]),
    ("stated_staff", &["職員規模", "職員数", "参加自治体の職員数"]),
    (
        "introduced",
        &[
            "導入時期",
            "導入年月",
            "稼働時期",
            "稼働年月",
            "導入年度",
            "稼働開始",
            "運用開始",
            "開始時期",
            "開始",
        ],
    ),
    ("procurement_method", &["調達方式", "調達方法", "契約方法", "契約方式"]),
    ("vendor", &["事業者", "契約事業者", "事業者名", "受託者", "委託先", "業者", "ベンダー", "契約相手"]),
    ("product", &["製品", "製品名", "サービス名", "パッケージ"]),
    (
        "initial_cost_yen",
        &["初期費用", "初期費用規模", "初期", "導入費用", "構築費用", "イニシャルコスト", "イニシャル"],
    ),
    (
        "annual_cost_yen",
        &["年間運用費", "年間運用費規模", "運用費", "運用", "ランニングコスト", "ランニング", "運用費用"],
    ),
    ("contract_total_yen", &["契約総額", "契約金額", "総額"]),
    ("cost_sharing", &["費用負担", "費用負担の方法", "負担割合", "費用分担"]),
    ("subsidy_used", &["補助金", "補助金の利用", "補助金利用の有無", "補助金の有無", "補助"]),
    ("subsidy_name", &["補助金名", "補助金の名称"]),
    (
        "specification_available",
        &["仕様書", "仕様書の提供", "仕様書提供の可否", "仕様書提供", "仕様書の有無"],
    ),
    ("benefits", &["メリット", "効果", "効果・ねらい", "実感したメリット"]),
    ("background", &["経緯", "背景", "調達の経緯"]),
    ("process", &["プロセス", "調達のプロセス", "進め方"]),
    ("contact_department", &["担当部署", "問い合わせ先", "連絡先", "担当課"]),
    ("status", &["現況", "状況", "ステータス"]),
];

/// The known heads that make a sheet one of cases.
const FEWEST: usize = 2;

/// Writes a mapping file for the sheets of a table. `from` is the name of its file.
pub fn guess(from: &str, grids: &[Grid]) -> String {
    let mut text = format!(
        "# {from} の対応表の下書きです。見出しから推し量ったものなので、1行ずつ確かめてください。\n\
         # 左が事例の表の項目、右が {from} の見出しです。段のある見出しは「上の段{BETWEEN}下の段」と書きます。\n\n"
    );
    let headed: Vec<_> = grids.iter().filter_map(|grid| Some((grid, guess_header(grid)?))).collect();
    let columns = columns_of(headed.iter().flat_map(|(_, header)| header.names.values()));
    let mut used: Vec<&str> = Vec::new();
    let mut lines = String::new();
    let mut others = Vec::new();
    let mut sheets = Vec::new();
    for (grid, header) in &headed {
        let known = header.names.values().filter(|name| columns.contains_key(name.as_str())).count();
        // A sheet of notes may have one head of these by chance.
        if known < FEWEST.min(header.names.len()) {
            continue;
        }
        for name in header.names.values() {
            match columns.get(name.as_str()) {
                // Another sheet of the same heads.
                Some(guessed) if used.contains(&guessed.column) => {}
                Some(guessed) => {
                    used.push(guessed.column);
                    // Writing to a String cannot fail.
                    let _ = writeln!(lines, "{}", line(guessed, name));
                }
                None if !others.contains(name) => others.push(name.clone()),
                None => {}
            }
        }
        if !grid.sheet.is_empty() {
            sheets.push(toml::Value::from(grid.sheet.as_str()).to_string());
        }
    }
    let _ = writeln!(
        text,
        "[table]\n# 読むシート。省くと、見出しの合うシートをすべて読みます。\nsheets = [{}]\n\
         # 合計や注記の行があれば、その始まりの語を書くと読みません。\n# skip = [\"合計\"]\n",
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
    text.push_str(WORDS);
    text.push_str("# 表が公開されているページ。どの事例にも、出典として付けます。\n# [source]\n");
    for column in SOURCES.columns.iter().filter(|column| source::KEYS.contains(&column.name)) {
        let _ = writeln!(text, "# {} = \"\"   # {}", column.name, choices(column));
    }
    text.push('\n');
    text.push_str(CONSTANTS);
    let must = CASES.columns.iter().filter(|column| column.required && column.name != "id");
    for column in must.filter(|column| !used.contains(&column.name)) {
        let _ = writeln!(text, "# {} = \"\"   # {}", column.name, choices(column));
    }
    text
}

const WORDS: &str = "# 表の語と、事例の表の語の対応。項目ごとに書きます。\n\
    # [words.system_type]\n\
    # \"電子申請システム\" = \"電子申請\"\n\n";

const CONSTANTS: &str = "[constants]\n\
    # どの行にも同じ値を入れる項目。必ず要る項目で、列が見つからなかったものを挙げています。\n\
    # {prefecture} は都道府県名に、{system_type} などはその行の値に置き換わります。\n";

fn choices(column: &Column) -> String {
    let words: Vec<&str> = column.kind.choices().iter().map(|choice| choice.ja).collect();
    if words.is_empty() { column.ja.to_owned() } else { format!("{}：{}", column.ja, words.join("、")) }
}

/// The column that a head probably means.
struct Guessed {
    column: &'static str,
    /// Only the end of the head says it.
    by_end: bool,
}

/// Guesses the columns: first those whose heads are known words, then of the others by the words at their ends.
fn columns_of<'a>(names: impl Iterator<Item = &'a String> + Clone) -> BTreeMap<&'a str, Guessed> {
    let mut columns: BTreeMap<&str, Guessed> = BTreeMap::new();
    for (by_end, column_of) in [(false, column_of as fn(&str) -> Option<&'static str>), (true, by_end_of)] {
        for name in names.clone() {
            let column = column_of(name).filter(|column| !columns.values().any(|it| it.column == *column));
            if let (Some(column), false) = (column, columns.contains_key(name.as_str())) {
                columns.insert(name, Guessed { column, by_end });
            }
        }
    }
    columns
}

fn column_of(name: &str) -> Option<&'static str> {
    let wanted = [key(&without_brackets(name)), lowest(name)];
    let is_wanted = |word: &str| wanted.contains(&key(word));
    let by_words = OTHER_WORDS.iter().find(|(_, words)| words.iter().any(|word| is_wanted(word)));
    let by_name = || CASES.columns.iter().find(|column| is_wanted(column.ja) || is_wanted(column.name));
    by_words.map(|(column, _)| *column).or_else(|| by_name().map(|column| column.name))
}

/// Finds the longest known word at the end of a head, where a Japanese noun has its meaning.
fn by_end_of(name: &str) -> Option<&'static str> {
    /// Words that end many heads of another meaning.
    const LOOSE: [&str; 13] = [
        "団体",
        "団体数",
        "市町村数",
        "主体",
        "代表",
        "システム",
        "人口",
        "部門",
        "種別",
        "開始",
        "初期",
        "運用",
        "補助",
    ];
    let lowest = lowest(name);
    let words = OTHER_WORDS.iter().flat_map(|(column, words)| words.iter().map(move |word| (*column, *word)));
    let ends = words.filter(|(_, word)| !LOOSE.contains(word) && lowest.ends_with(&key(word)));
    ends.max_by_key(|(_, word)| word.len()).map(|(column, _)| column)
}

/// Gives the lowest level of a head, without its notes.
fn lowest(name: &str) -> String {
    key(&without_brackets(name.rsplit(BETWEEN).next().unwrap_or(name)))
}

/// Gives a head without its notes in brackets, such as the unit.
fn without_brackets(name: &str) -> String {
    let start = name.find(['(', '（', '[', '［', '【']);
    start.filter(|start| *start > 0).map_or(name, |start| &name[..start]).to_owned()
}

fn line(guessed: &Guessed, head: &str) -> String {
    let &Guessed { column, by_end } = guessed;
    let kind = To::of(column).map_or(Kind::Text, |to| to.column().kind);
    let unit = unit_of(head);
    let head = toml::Value::from(head);
    let line = match (kind, unit) {
        (Kind::YenRange, Some(unit)) => format!("{column} = {{ head = {head}, unit = \"{}\" }}", unit.ja()),
        (Kind::YearMonth, _) => {
            format!("{column} = {head}   # 年度だけの値があれば {{ head = …, fiscal_year = \"年\" }}")
        }
        _ => format!("{column} = {head}"),
    };
    if by_end { format!("{line}   # 見出しの終わりの語から推し量りました") } else { line }
}
