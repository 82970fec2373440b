//! The names of sheets and columns for those of files and keys, in sentences.

use crate::source::columns::{CASES, SETTINGS, Shape, TABLES, Table};

/// Phrases about files, and those for a workbook. Longer ones stand before those that they hold.
const PHRASES: [(&str, &str); 30] = [
    (
        "Excel で開くと先頭の 0 が消えることがあります。列を文字列として読み込んでください。",
        "先頭の 0 の抜けや、数字の写し間違いがないか、確かめてください。",
    ),
    ("CSVでは引用符（\"）の閉じ忘れも確かめてください。", ""),
    ("非掲載希望（withheld）", "非掲載希望"),
    ("（kind が official）", ""),
    (
        "名前に抜けや余分がないか確かめてください。一部の名前しか分からないときは、名前を null にします。",
        "シート「参加自治体」の行に抜けや余分がないか、確かめてください。一部の団体しか分からないときは、その事例の行を全部取り除きます。",
    ),
    ("participants_names の数と合いません。", "シート「参加自治体」の行の数と合いません。"),
    ("この事例の出典の key ではありません。", "この事例の出典の名前ではありません。"),
    ("同じ key の出典が二度あります。", "この事例に同じ名前の出典が二度あります。"),
    ("まだ使っていない key にしてください。", "まだ使っていない名前（s2、s3 など）にしてください。"),
    (
        "出典の key を書くか、項目ごと取り除いてください。",
        "シート「出典」の「出典の名前」を書くか、行ごと削除してください。",
    ),
    ("典拠を取り除いてください", "この行を削除してください"),
    ("値がないのに、典拠が書かれています", "シート「事例」で空欄の項目に、出典が書かれています"),
    ("removal（事例の削除）", "「事例の削除」"),
    ("が removal の", "が「事例の削除」の"),
    ("cases.jsonl の項目名（id を除く。例 vendor）", "一覧の語のどれか"),
    ("両方書くか両方 null にします", "両方書くか、両方空欄にします"),
    (" null と書いてください", "空欄にしてください"),
    (" null にし", "空欄にし"),
    (" null ", "空欄"),
    (" null", "空欄"),
    ("null", "空欄"),
    ("が true では", "が「はい」では"),
    (" true に", "「はい」に"),
    (" true か false を書いて", "「はい」か「いいえ」を選んで"),
    ("true か false を書いて", "「はい」か「いいえ」を選んで"),
    (" true ", "「はい」"),
    (" []", "空欄"),
    ("（引用符なし）", ""),
    ("（引用符・コンマなし）", ""),
    ("（引用符・コンマ・単位なし）", ""),
];

/// Says a sentence in the words of a workbook. Names of keys are those of the table, of the file that the sentence
/// names, or of the cases. Quoted words stay.
pub fn in_words(sentence: &str, table: Option<&Table>) -> String {
    let mut sentence = sentence.to_owned();
    for (from, to) in PHRASES {
        if sentence.contains(from) {
            sentence = sentence.replace(from, to);
        }
    }
    let mut said = String::new();
    let mut named: Option<Table> = None;
    let mut depth = 0_usize;
    let mut rest = sentence.as_str();
    while let Some(first) = rest.chars().next() {
        let length = if depth == 0 && first.is_ascii_alphabetic() { word(rest) } else { 0 };
        let (token, after) = rest.split_at(length);
        let file = TABLES.iter().find(|table| table.file == token);
        if let Some(file) = file {
            trim_blank(&mut said);
            said.push_str(&format!("シート「{}」", file.sheet));
            named = Some(*file);
            rest = after.strip_prefix(' ').unwrap_or(after);
        } else if let Some(name) = name(token, [named.as_ref(), table].into_iter().flatten()) {
            trim_blank(&mut said);
            said.push_str(&name);
            rest = after.strip_prefix(' ').unwrap_or(after);
        } else if length > 0 {
            said.push_str(token);
            rest = after;
        } else {
            match first {
                '「' => depth += 1,
                '」' => depth = depth.saturating_sub(1),
                _ => {}
            }
            said.push(first);
            rest = rest.get(first.len_utf8()..).unwrap_or_default();
        }
    }
    said
}

/// Blanks stand beside Latin letters only.
fn trim_blank(said: &mut String) {
    if said.ends_with(' ') {
        said.pop();
    }
}

/// Gives the length of the word of Latin letters with which a text begins, with all that belongs to it.
fn word(text: &str) -> usize {
    let belongs = |byte: &u8| byte.is_ascii_alphanumeric() || b"_.-/:@\\%".contains(byte);
    text.bytes().take_while(belongs).count()
}

/// Gives the Japanese name of a key.
fn name<'a>(token: &str, tables: impl Iterator<Item = &'a Table> + Clone) -> Option<String> {
    // People say id, too.
    if token.is_empty() || token == "id" || token == "url" {
        return None;
    }
    let own = tables.clone().find_map(|table| table.column(token));
    if let Some(column) = own {
        return Some(format!("「{}」", column.ja));
    }
    if tables.clone().any(|table| table.file == CASES.file) {
        let is_part = |table: &&Table| matches!(table.shape, Shape::PartOfCase(key) if key == token);
        let part = TABLES.iter().find(is_part);
        if let Some(part) = part {
            return Some(format!("シート「{}」", part.sheet));
        }
        if let Some(column) = CASES.column(token) {
            return Some(format!("シート「{}」の「{}」", CASES.sheet, column.ja));
        }
    }
    // Other words are too common to be meant.
    let is_key = token.contains('_') || token.contains('.');
    let setting = SETTINGS.column(token).filter(|_| is_key)?;
    Some(format!("シート「{}」の「{}」", SETTINGS.sheet, setting.ja))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::columns::{ERRATA, EVIDENCE, MUNICIPALITIES, POLICY_NOTES, PREFECTURES, SOURCES};

    #[test]
    fn files_and_keys_have_the_names_of_sheets_and_columns() {
        for (table, sentence, said) in [
            (CASES, "system_types.csv にない種別です。", "シート「システム種別」にない種別です。"),
            (CASES, "system_types.csv の name のどれか", "シート「システム種別」の「名称」のどれか"),
            (
                POLICY_NOTES,
                "system_types.csv にない slug です。",
                "シート「システム種別」にない「スラッグ」です。",
            ),
            (
                MUNICIPALITIES,
                "code か prefecture のどちらかを直してください。",
                "「団体コード」か「都道府県」のどちらかを直してください。",
            ),
            (
                PREFECTURES,
                "municipalities.csv の行を合計した値と合いません。",
                "シート「市区町村」の行を合計した値と合いません。",
            ),
            (ERRATA, "cases.jsonl にない id です。", "シート「事例」にない id です。"),
            (
                EVIDENCE,
                "s8 は、この事例の出典の key ではありません。",
                "s8 は、この事例の出典の名前ではありません。",
            ),
            (
                SOURCES,
                "正しければ、published_at を新しくしてください。",
                "正しければ、シート「設定」の「公開した日」を新しくしてください。",
            ),
            (
                CASES,
                "introduced と introduced_kind は、両方書くか両方 null にします。",
                "「導入時期」と「導入時期の種類」は、両方書くか、両方空欄にします。",
            ),
            (
                CASES,
                "「name」は benefits.csv にありません。",
                "「name」はシート「効果・ねらい」にありません。",
            ),
        ] {
            assert_eq!(in_words(sentence, Some(&table)), said);
        }
    }

    #[test]
    fn what_is_no_name_stays() {
        for sentence in
            ["e-bidding は使えません。", "https://example.jp/name を見よ。", "31-name-1", "OS と A"]
        {
            assert_eq!(in_words(sentence, Some(&POLICY_NOTES)), sentence);
        }
    }

    /// The text of all modules in which messages are written.
    fn modules(folder: &std::path::Path) -> String {
        let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let text = entries.map(|path| match path.is_dir() {
            true if path.ends_with("words") => String::new(),
            true => modules(&path),
            false => std::fs::read_to_string(&path).unwrap(),
        });
        text.collect()
    }

    /// A message that is written anew would otherwise be told in the words of files.
    #[test]
    fn every_sentence_that_is_sought_is_still_one_of_the_messages() {
        let modules = modules(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
        let modules = modules.replace("\\\"", "\"");
        for (from, _) in PHRASES {
            assert!(modules.contains(from.trim()), "{from}");
        }
        for sentence in super::super::SOUGHT {
            assert!(modules.contains(sentence), "{sentence}");
        }
    }
}
