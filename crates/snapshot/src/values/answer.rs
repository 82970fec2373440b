//! Yes and no in their spellings.

use super::Read;
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
