//! Notes that people write for themselves while they work, and forget in a table.

use super::plain::{dense, unbroken};

/// Texts that are such a note as a whole.
const WHOLE: &str = "要確認 確認要 要再確認 再確認 要調査 要修正 要検討 要追記 要入力 要記入 要更新 要精査 要照会 \
    要問合せ 要問い合わせ 確認待ち 回答待ち 返事待ち 返答待ち 連絡待ち 照会中 問合せ中 問い合わせ中 確認依頼中 依頼中 \
    調整中 作業中 修正中 入力中 記入中 編集中 作成中 精査中 あとで 後で 後ほど のちほど 後日 後日記入 後日入力 後日確認 \
    後日追記 あとで確認 後で確認 あとで入力 後で入力 あとで記入 後で記入 あとで書く 後で書く あとで調べる 後で調べる 追って \
    追って記入 追って入力 追って確認 追って追記 追記予定 入力予定 記入予定 確認予定 仮 仮置き 仮入力 仮登録 仮の値 仮データ \
    暫定 暫定値 下書き 書きかけ 途中 ドラフト draft ダミー ダミーデータ dummy dummydata テスト てすと テスト用 テスト行 \
    テスト入力 テストデータ テスト事例 test testdata testing サンプル サンプルデータ sample sampledata asdf qwerty hoge \
    hogehoge fuga foo bar foobar fixme todo to-do wip ここに入力 ここに記入 ここに書く 入力 記入 保留 保留中 メモ memo 備忘 \
    備忘録 宿題 削除 削除予定 削除する 消す 使わない 未着手 未完 未作成 担当者に確認 担当に確認 原課に確認 \
    原課確認 担当者確認 先方に確認 先方確認 誰かに確認";
/// Ends of such a text that say nothing more.
const ENDS: [&str; 7] = ["です", "する", "します", "してください", "ください", "のこと", "すること"];
/// Notes in brackets that names of documents have in earnest.
const EARNEST: [&str; 12] = [
    "サンプル",
    "sample",
    "テスト",
    "テスト用",
    "test",
    "ドラフト",
    "draft",
    "下書き",
    "暫定",
    "暫定値",
    "途中",
    "削除",
];
/// Pieces that stand in a text only as such a note.
const PIECES: &str = "要確認 要再確認 要修正 要追記 要入力 要記入 要問合せ 要問い合わせ 確認待ち 回答待ち 返事待ち 返答待ち \
    照会中 問合せ中 問い合わせ中 確認中 確認依頼中 さんに確認 さんに照会 あとで確認 後で確認 後日確認 あとで書 後で書 \
    あとで直 後で直 あとで調べ 後で調べ あとで入力 後で入力 あとで記入 後で記入 追って記入 追って入力 追って追記 追記予定 \
    入力予定 記入予定 ダミー 仮置き 仮入力 仮の値 仮データ ここに入力 ここに記入 ここに書 入力してください 記入してください \
    書きかけ 差し替え予定 差替予定 削除予定 消さないで ※後で ※あとで ※要 ※仮 ※確認 ※未 ※メモ";
/// Words of Latin letters that are no part of a longer one.
const WORDS: [&str; 8] = ["todo", "to-do", "fixme", "tbd", "tba", "wip", "dummy", "hoge"];
const BRACKETS: [(char, char); 6] =
    [('(', ')'), ('[', ']'), ('【', '】'), ('〔', '〕'), ('<', '>'), ('{', '}')];
/// Signs that stand for a name that is not known yet, where there are several.
const SIGNS: &str = "○◯〇●△▲□■◇◆×?";

/// Tells if the whole text is such a note.
pub fn is_working_note(text: &str) -> bool {
    let text = dense(text).to_lowercase();
    let inner = text.trim_matches(|c: char| !c.is_alphanumeric());
    let bare = inner.trim_end_matches(|c: char| c.is_ascii_digit() || !c.is_alphanumeric());
    let shorter = ENDS.iter().filter_map(|end| bare.strip_suffix(end));
    let is_known =
        [bare].into_iter().chain(shorter).any(|text| WHOLE.split_whitespace().any(|it| it == text));
    is_known || is_one_letter(inner)
}

/// Tells if a text is one letter again and again, as somebody types who tries something out.
fn is_one_letter(text: &str) -> bool {
    let first = text.chars().next().filter(|c| matches!(c, 'a' | 'x' | 'z' | 'あ'..='ん'));
    first.is_some_and(|first| text.chars().count() >= 3 && text.chars().all(|c| c == first))
}

/// Finds such a note inside a text.
pub fn working_note(text: &str) -> Option<String> {
    let text = unbroken(text).to_lowercase();
    let piece = || PIECES.split_whitespace().find(|piece| text.contains(piece)).map(str::to_owned);
    bracketed(&text).or_else(piece).or_else(|| word(&text)).or_else(|| signs(&text))
}

fn bracketed(text: &str) -> Option<String> {
    BRACKETS.iter().find_map(|(open, close)| {
        text.match_indices(*open).find_map(|(at, _)| {
            let rest = text.get(at + open.len_utf8()..)?;
            let inner = rest.split_once(*close)?.0;
            let is_note = is_working_note(inner) && !EARNEST.contains(&inner.trim());
            is_note.then(|| format!("{open}{inner}{close}"))
        })
    })
}

fn word(text: &str) -> Option<String> {
    let is_letter = |c: char| c.is_ascii_alphanumeric() || "_.@/".contains(c);
    let is_note = |word: &&str| {
        let word = word.trim_matches('-');
        WORDS.contains(&word) || word.len() >= 3 && word.bytes().all(|byte| byte == b'x')
    };
    text.split(|c: char| !is_letter(c) && c != '-').find(is_note).map(str::to_owned)
}

/// Finds two or more signs for something that is to be written. Those of kanji digits are a number: 二〇〇五.
fn signs(text: &str) -> Option<String> {
    let chars: Vec<char> = text.chars().collect();
    let at = chars.windows(2).position(|pair| pair[0] == pair[1] && SIGNS.contains(pair[0]))?;
    let run = chars[at..].iter().take_while(|c| **c == chars[at]).count();
    let is_digit = |c: Option<&char>| c.is_some_and(|c| "一二三四五六七八九〇○".contains(*c));
    let before = at.checked_sub(1).and_then(|at| chars.get(at));
    let is_number = is_digit(before) || is_digit(chars.get(at + run));
    (!is_number).then(|| chars[at..at + run].iter().collect())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn notes_of_people_at_work_are_known() {
        for text in [
            "要確認",
            "要確認。",
            "（要確認）",
            "※要確認",
            "要確認！",
            "仮",
            "【仮】",
            "テスト",
            "ﾃｽﾄ",
            "テスト1",
            "テストです",
            "テストデータ",
            "TEST",
            "test01",
            "サンプル",
            "ダミー",
            "調整中",
            "作業中です",
            "あとで",
            "後で確認する",
            "入力してください",
            "ここに入力",
            "TODO",
            "ToDo:",
            "メモ",
            "xxx",
            "ＸＸＸ",
            "あああ",
            "aaaa",
        ] {
            assert!(is_working_note(text), "{text}");
        }
    }

    #[test]
    fn values_are_no_such_notes() {
        for text in [
            "",
            "○",
            "x",
            "a",
            "WWW",
            "111",
            "ああ",
            "（）",
            "―",
            "3年",
            "試験",
            "見本",
            "検討中",
            "不要",
            "調整会議",
            "サンプル調査",
            "共同調達テスト",
            "仮想デスクトップ",
            "CBTテスト・学習システム",
        ] {
            assert!(!is_working_note(text), "{text}");
        }
    }

    #[test]
    fn notes_inside_a_text_are_found() {
        for (text, found) in [
            ("協議会で決めた。（要確認）", "(要確認)"),
            ("金額は山田さんに確認中", "確認中"),
            ("令和5年に開始※後で調べる", "後で調べ"),
            ("TODO: 出典を足す", "todo"),
            ("開始はTBD。", "tbd"),
            ("○○市と共同で調達した", "○○"),
            ("株式会社●●", "●●"),
            ("富士通？？", "??"),
            ("鳥取市(仮)", "(仮)"),
            ("電算システム【ダミー】", "【ダミー】"),
            ("xxx株式会社", "xxx"),
        ] {
            assert_eq!(working_note(text).as_deref(), Some(found), "{text}");
        }
    }

    #[test]
    fn what_people_publish_is_left() {
        for text in [
            "(仮称)共同利用センター",
            "仕様書(案)",
            "仕様書(サンプル)",
            "2月に仮運用を始めた",
            "仮想デスクトップ",
            "2020年6月に確認書を交わした",
            "補正後で450万円",
            "二〇〇五年に始めた",
            "平成二〇年",
            "学力テスト、パソコン解答に",
            "運用費が対象かは未確認",
            "https://example.jp/tba/xxx.html",
            "trustbank",
            "maxxx社",
            "共同調達とは？",
            "○×式",
            "安否の確認",
        ] {
            assert_eq!(working_note(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_note_in_brackets_is_found_wherever_it_stands(
            before in "[あ-ん]{0,5}", after in "[あ-ん]{0,5}",
            note in proptest::sample::select(vec!["要確認", "仮", "後日記入", "回答待ち", "調整中"]),
        ) {
            let text = format!("{before}（{note}）{after}");
            prop_assert!(working_note(&text).is_some(), "{}", text);
        }

        #[test]
        fn no_text_is_too_strange_to_read(text in any::<String>()) {
            let _ = (is_working_note(&text), working_note(&text));
        }
    }
}
