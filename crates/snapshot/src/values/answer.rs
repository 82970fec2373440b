//! Yes and no in their spellings.

use super::Read;
use super::ends::without_end;
use crate::text::dense;

const YES: [&str; 24] = [
    "○", "◯", "◎", "●", "有", "あり", "有り", "ある", "可", "可能", "済", "済み", "要", "該当", "実施",
    "true", "yes", "y", "1", "t", "✓", "✔", "☑", "レ",
];
const NO: [&str; 25] = [
    "×",
    "✕",
    "✖",
    "╳",
    "☓",
    "x",
    "無",
    "なし",
    "無し",
    "ない",
    "否",
    "不可",
    "不可能",
    "未",
    "未実施",
    "不要",
    "非該当",
    "該当なし",
    "false",
    "no",
    "n",
    "0",
    "f",
    "☐",
    "非",
];
/// Words that are neither, or both.
const NEITHER: [&str; 12] = [
    "△",
    "▲",
    "一部",
    "一部可",
    "一部あり",
    "条件付き",
    "条件付",
    "検討中",
    "要相談",
    "応相談",
    "予定",
    "調整中",
];

/// Ends of words that say of something that it is, and that it is not.
const IT_IS: [&str; 20] = [
    "しています",
    "している",
    "しました",
    "した",
    "します",
    "する",
    "されている",
    "された",
    "できます",
    "できる",
    "がある",
    "はある",
    "あり",
    "有り",
    "有",
    "可能",
    "可",
    "済み",
    "済",
    "中",
];
const IT_IS_NOT: [&str; 19] = [
    "していません",
    "していない",
    "しません",
    "しない",
    "しなかった",
    "されていない",
    "されない",
    "できません",
    "できない",
    "がない",
    "はない",
    "ではない",
    "でない",
    "せず",
    "なし",
    "無し",
    "無",
    "不可能",
    "不可",
];

/// Reads yes or no as the answer to the name of a column, of which people write the words (利用した).
pub fn answer_to(text: &str, asked: &str) -> Read<bool> {
    match answer(text) {
        Read::No => in_words_of(&dense(text), asked),
        read => read,
    }
}

fn in_words_of(text: &str, asked: &str) -> Read<bool> {
    let asked = without_end(asked, &["したか", "か"]).unwrap_or(asked);
    // 掲載 is no yes to 非掲載.
    if asked.contains(['非', '未', '不', '無']) || text.chars().count() < 2 {
        return Read::No;
    }
    if asked.contains('全') && super::all_take_part(text) {
        return Read::converted(true, "「はい」として読みました。");
    }
    if asked.contains('全') && (text.contains("除") || text.starts_with("一部")) {
        return Read::Ambiguous(vec![false]);
    }
    if asked == "終了" && ["継続", "継続中", "続いている", "実施中", "募集中", "受付中"].contains(&text)
    {
        return Read::converted(false, "「いいえ」として読みました。");
    }
    let is_asked = |rest: &str| {
        let stem = without_end(rest, &["を", "が", "は", "も", "の"]).unwrap_or(rest);
        stem.chars().count() >= 2 && asked.contains(stem)
    };
    if without_end(text, &IT_IS_NOT).is_some_and(is_asked) {
        Read::converted(false, "「いいえ」として読みました。")
    } else if without_end(text, &IT_IS).is_some_and(is_asked) || asked.ends_with(text) {
        Read::converted(true, "「はい」として読みました。")
    } else {
        Read::No
    }
}

/// Reads yes or no.
pub fn answer(text: &str) -> Read<bool> {
    match text {
        "はい" | "true" => return Read::Exact(true),
        "いいえ" | "false" => return Read::Exact(false),
        _ => {}
    }
    // The zero of kanji stands for a circle.
    let text = dense(text).to_lowercase().replace('〇', "○");
    let says = |words: &[&str]| words.contains(&text.as_str());
    if says(&YES) || text == "はい" {
        Read::converted(true, "「はい」として読みました。")
    } else if says(&NO) || text == "いいえ" {
        Read::converted(false, "「いいえ」として読みました。")
    } else if says(&NEITHER) {
        Read::Ambiguous(vec![true, false])
    } else {
        Read::No
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_read_in_their_spellings() {
        for text in
            ["はい", "有", "あり", "○", "◯", "〇", "TRUE", "true", "可", "1", "１", "Ｙｅｓ", " 有り "]
        {
            assert_eq!(answer(text).sure(), Some(true), "{text}");
        }
        for text in ["いいえ", "無", "なし", "×", "✕", "FALSE", "不可", "0", "ＮＯ", "x"] {
            assert_eq!(answer(text).sure(), Some(false), "{text}");
        }
        for text in ["△", "一部可", "検討中"] {
            assert_eq!(answer(text), Read::Ambiguous(vec![true, false]), "{text}");
        }
        for text in ["", "-", "不明", "2", "はいいいえ", "?"] {
            assert_eq!(answer(text), Read::No, "{text}");
        }
    }

    #[test]
    fn the_words_of_the_column_are_an_answer() {
        for (asked, text, says) in [
            ("終了したか", "終了した", Some(true)),
            ("終了したか", "終了", Some(true)),
            ("終了したか", "継続中", Some(false)),
            ("終了したか", "終了していない", Some(false)),
            ("終了したか", "終了予定", None),
            ("終了したか", "終了か", None),
            ("補助金の利用", "利用した", Some(true)),
            ("補助金の利用", "利用なし", Some(false)),
            ("補助金の利用", "国の補助金を利用した", None),
            ("補助金の利用", "有", Some(true)),
            ("都道府県の参加", "参加", Some(true)),
            ("都道府県の参加", "参加しない", Some(false)),
            ("都道府県の参加", "不参加", None),
            ("仕様書の提供", "提供可", Some(true)),
            ("仕様書の提供", "提供できない", Some(false)),
            ("全市区町村の参加", "全市町村", Some(true)),
            ("全市区町村の参加", "すべての市区町村が参加", Some(true)),
            ("非掲載", "掲載", None),
            ("非掲載", "掲載する", None),
        ] {
            assert_eq!(answer_to(text, asked).sure(), says, "{asked} {text}");
        }
        assert_eq!(answer_to("一部を除く", "全市区町村の参加"), Read::Ambiguous(vec![false]));
    }

    #[test]
    fn no_spelling_says_both() {
        let all: Vec<&str> = YES.iter().chain(&NO).chain(&NEITHER).copied().collect();
        for (at, word) in all.iter().enumerate() {
            // A spelling that the reader never comes to would be of no use.
            assert_eq!(dense(word).to_lowercase(), *word, "{word}");
            assert!(!all[..at].contains(word), "{word}");
            let candidates = answer(word).candidates();
            assert_eq!(candidates.len(), if NEITHER.contains(word) { 2 } else { 1 }, "{word}");
        }
    }
}
