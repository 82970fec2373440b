//! Words that people write into a cell for which they have no value.

use joint_procurement_core::domain::MissingReason;

use super::plain::unbroken;

const WORDS: [&str; 58] = [
    "非掲載",
    "非掲載希望",
    "不明",
    "詳細不明",
    "不詳",
    "未詳",
    "未定",
    "未記入",
    "未記載",
    "未入力",
    "未確認",
    "未回答",
    "無回答",
    "未把握",
    "確認中",
    "調査中",
    "なし",
    "無し",
    "無",
    "ナシ",
    "特になし",
    "特に無し",
    "特段なし",
    "該当なし",
    "該当無し",
    "該当せず",
    "該当しない",
    "非該当",
    "対象外",
    "回答なし",
    "回答無し",
    "記載なし",
    "記載無し",
    "情報なし",
    "データなし",
    "値なし",
    "公表なし",
    "非公表",
    "未公表",
    "非公開",
    "分からない",
    "わからない",
    "分かりません",
    "わかりません",
    "空欄",
    "空白",
    "null",
    "none",
    "nil",
    "nan",
    "n/a",
    "na",
    "n.a",
    "tbd",
    "tba",
    "unknown",
    "undefined",
    "#n/a",
];
/// Signs of which such a cell may be made.
const SIGNS: &str = "-‐‑‒–—―−ー─━~〜?.…・*＊×✕/_";

/// Tells if the whole text only says that there is no value.
pub fn is_nothing(text: &str) -> bool {
    let text = unbroken(text).to_lowercase();
    let inner = text.trim().trim_matches(['(', ')', '[', ']', '「', '」', '【', '】', '。', ' ']);
    let is_sign = !text.trim().is_empty() && inner.chars().all(|c| SIGNS.contains(c));
    is_sign || WORDS.contains(&inner.trim_end_matches("です").trim_end_matches('.'))
}

/// Gives the reason that such a word tells.
pub fn reason(text: &str) -> Option<MissingReason> {
    const REASONS: [(&[&str], MissingReason); 5] = [
        (&["公表", "公開"], MissingReason::NotPublic),
        (&["回答", "記入", "入力"], MissingReason::NoAnswer),
        (&["掲載希望", "非掲載"], MissingReason::Withheld),
        (&["該当", "対象外"], MissingReason::NotApplicable),
        (&["調査中", "確認", "把握"], MissingReason::NotCollected),
    ];
    let text = unbroken(text);
    let tells = |words: &[&str]| words.iter().any(|word| text.contains(word));
    let found = REASONS.into_iter().find(|(words, _)| tells(words));
    found.map(|(_, reason)| reason).filter(|_| is_nothing(&text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_signs_for_nothing_are_known() {
        for text in [
            "不明",
            "－",
            "-",
            "―",
            "ー",
            "なし",
            "該当なし",
            "未定",
            "N/A",
            "Ｎ／Ａ",
            "n.a.",
            "null",
            "NULL",
            "？",
            "?",
            "…",
            "・・・",
            "（なし）",
            "不明。",
            "*",
            "×",
            "--",
            "#N/A",
            "None",
            "ﾅｼ",
            "「不明」",
        ] {
            assert!(is_nothing(text), "{text}");
        }
    }

    #[test]
    fn some_of_them_tell_why() {
        for (text, expected) in [
            ("非公表", Some(MissingReason::NotPublic)),
            ("無回答", Some(MissingReason::NoAnswer)),
            ("該当なし", Some(MissingReason::NotApplicable)),
            ("非掲載希望", Some(MissingReason::Withheld)),
            ("調査中", Some(MissingReason::NotCollected)),
            ("不明", None),
            ("該当する県", None),
        ] {
            assert_eq!(reason(text), expected, "{text}");
        }
    }

    #[test]
    fn values_are_no_words_for_nothing() {
        for text in [
            "",
            "0",
            "その他",
            "なしの木システム",
            "名無し村",
            "不明水対策システム",
            "A-B",
            "無線",
            "見本課",
            "NA社",
            "無料",
            "検討中",
            "1",
            "〇",
            "○",
        ] {
            assert!(!is_nothing(text), "{text}");
        }
    }
}
