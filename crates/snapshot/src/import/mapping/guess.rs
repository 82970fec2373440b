//! A first mapping for a table, to be completed by a person.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::grid::Grid;
use super::header::{BETWEEN, guess as guess_header, key, unit as unit_of};
use super::{BESIDE, To, source};
use crate::source::columns::{CASES, Column, Kind, SOURCES};

mod words;

use self::words::{OF_SOURCES, OTHER_WORDS, TELLING};

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
    let mut used: Vec<(&str, &str)> = Vec::new();
    let mut pages: BTreeMap<&str, &str> = BTreeMap::new();
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
                Some(guessed) if used.iter().any(|(column, _)| *column == guessed.column) => {}
                Some(guessed) => {
                    used.push((guessed.column, name));
                    // Writing to a String cannot fail.
                    let _ = writeln!(lines, "{}", line(guessed, name));
                }
                None => match source_column_of(name) {
                    Some(column) if !pages.contains_key(column) => drop(pages.insert(column, name)),
                    _ if !others.contains(name) => others.push(name.clone()),
                    _ => {}
                },
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
    text.push_str(&page(&pages));
    text.push_str(CONSTANTS);
    for column in CASES.columns {
        text.push_str(&constant(column, &used));
    }
    text
}

/// Writes the lines for the page of each row, or of the table.
fn page(pages: &BTreeMap<&str, &str>) -> String {
    let about = match pages.contains_key("url") {
        true => {
            "# 行ごとの出典のページ。見出しの代わりに、どの行にも同じ値を \" \" で書くこともできます。\n[source]\n"
        }
        false => {
            "# 表が公開されているページ。どの事例にも、出典として付けます。列があれば { head = \"見出し\" } と書きます。\n# [source]\n"
        }
    };
    let mut text = about.to_owned();
    for column in SOURCES.columns.iter().filter(|column| source::KEYS.contains(&column.name)) {
        // Without an address the others are no source.
        let head = pages.get(column.name).filter(|_| pages.contains_key("url"));
        let need = if column.required { "（必ず書く）" } else { "" };
        let _ = match head {
            Some(head) => writeln!(text, "{} = {{ head = {} }}", column.name, toml::Value::from(*head)),
            None => writeln!(text, "# {} = \"\"   # {}{need}", column.name, choices(column)),
        };
    }
    text.push('\n');
    text
}

/// Writes the line for a value that rows need, and that has no column. `used` are those that have one, with their heads.
fn constant(column: &Column, used: &[(&str, &str)]) -> String {
    if column.name == "id" || used.iter().any(|(of, _)| *of == column.name) {
        return String::new();
    }
    let beside = BESIDE.iter().find(|(of, _)| *of == column.name).map(|(_, beside)| *beside);
    let heads = used.iter().filter(|(of, _)| beside.is_some_and(|beside| beside.contains(of)));
    let heads: Vec<&str> = heads.map(|(_, head)| *head).collect();
    if !column.required && heads.is_empty() {
        return String::new();
    }
    let telling = TELLING.iter().find(|(of, _)| *of == column.name).map(|(_, words)| *words);
    let told = |head: &str| telling?.iter().find(|(word, _)| head.contains(word)).map(|(_, value)| *value);
    // Only where no head tells another.
    let values: Vec<Option<&str>> = heads.iter().map(|head| told(head)).collect();
    match values.as_slice() {
        [Some(first), rest @ ..] if rest.iter().all(|value| value == &Some(*first)) => {
            format!("{} = \"{first}\"   # 見出しから推し量りました。{}\n", column.name, choices(column))
        }
        _ => format!("# {} = \"\"   # {}\n", column.name, choices(column)),
    }
}

const WORDS: &str = "# 表の語と、事例の表の語の対応。項目ごとに書きます。\n\
    # [words.system_type]\n\
    # \"電子申請システム\" = \"電子申請\"\n\n";

const CONSTANTS: &str = "[constants]\n\
    # どの行にも同じ値を入れる項目。必ず要る項目と、ほかの項目とともに書く項目で、列が見つからなかったものを挙げています。\n\
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

/// Finds the column of the sources that a head probably means.
fn source_column_of(name: &str) -> Option<&'static str> {
    let wanted = lowest(name);
    let known = OF_SOURCES.iter().find(|(_, words)| words.iter().any(|word| key(word) == wanted));
    known.map(|(column, _)| *column)
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
