//! The names of sheets and columns for those of files and keys, in sentences.

use crate::source::columns::{CASES, SETTINGS, Shape, TABLES, Table};

/// Values of JSON, and the words that cells have for them.
const VALUES: [(&str, &str); 4] =
    [("null", "空欄"), ("true", "「はい」"), ("false", "「いいえ」"), ("[]", "空欄")];

/// Says a sentence in the words of a workbook. Names of keys are those of the table, of the file that the sentence
/// names, or of the cases. Quoted words stay.
pub fn in_words(sentence: &str, table: Option<&Table>) -> String {
    let mut said = String::new();
    let mut named: Option<Table> = None;
    let mut depth = 0_usize;
    let mut rest = sentence;
    while let Some(first) = rest.chars().next() {
        let length = if depth == 0 { word(rest) } else { 0 };
        let (token, after) = rest.split_at(length);
        let file = TABLES.iter().find(|table| table.file == token);
        if let Some(file) = file {
            trim_blank(&mut said);
            said.push_str(&format!("シート「{}」", file.sheet));
            named = Some(*file);
            rest = after.strip_prefix(' ').unwrap_or(after);
        } else if let Some((_, cell)) = VALUES.iter().find(|(value, _)| *value == token) {
            trim_blank(&mut said);
            said.push_str(cell);
            rest = after.strip_prefix(' ').unwrap_or(after);
        } else if let Some(name) = name(token, [named.as_ref(), table].into_iter().flatten()) {
            trim_blank(&mut said);
            said.push_str(&name);
            // The columns of a part that is named are meant before those of the cases.
            named = part(token).copied().or(named);
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
    if text.starts_with("[]") {
        return "[]".len();
    }
    if !text.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return 0;
    }
    let belongs = |byte: &u8| byte.is_ascii_alphanumeric() || b"_.-/:@\\%".contains(byte);
    text.bytes().take_while(belongs).count()
}

/// Finds the table of a part of the cases.
fn part(key: &str) -> Option<&'static Table> {
    const ALL: &[Table] = &TABLES;
    ALL.iter().find(|table| matches!(table.shape, Shape::PartOfCase(of) if of == key))
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
        if let Some(part) = part(token) {
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
    use crate::source::columns::{ERRATA, MUNICIPALITIES, POLICY_NOTES, PREFECTURES, SOURCES};

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
                CASES,
                "savings には percent、saved_yen、または before_yen と after_yen の両方を書いてください。",
                "シート「効果額」には「割合（%）」、「差額」、または「前の額」と「後の額」の両方を書いてください。",
            ),
            (
                SOURCES,
                "正しければ、published_at を新しくしてください。",
                "正しければ、シート「設定」の「公開した日」を新しくしてください。",
            ),
            (
                CASES,
                "subsidy_used を true にするか、名前を null にしてください。",
                "「補助金の利用」を「はい」にするか、名前を空欄にしてください。",
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
}
