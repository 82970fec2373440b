//! The places of the words of a search in a text, although both were folded for comparing.

use super::Normalize;
use super::fold::{fold_onto, is_unseen};

/// A piece of a text, and whether it is one of the words that were searched for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkedPiece<'a> {
    pub text: &'a str,
    pub found: bool,
}

/// Cuts a text at the places where the folded `words` stand; together the pieces are the text. A letter of
/// which only a part belongs to a word, such as ㈱ for 株, is marked whole.
pub fn marked<'a>(text: &'a str, words: &[String], normalize: Normalize) -> Vec<MarkedPiece<'a>> {
    let (folded, origins) = folded_with_origins(text, normalize);
    let mut marks = vec![false; text.len()];
    for word in words.iter().filter(|word| !word.is_empty()) {
        for (at, _) in folded.match_indices(word.as_str()) {
            let (Some(first), Some(last)) = (origins.get(at), origins.get(at + word.len() - 1)) else {
                continue;
            };
            marks[first.0..last.1].fill(true);
        }
    }
    let mut pieces: Vec<MarkedPiece<'a>> = Vec::new();
    let mut start = 0;
    for end in 1..=text.len() {
        if end == text.len() || marks[end] != marks[start] {
            pieces.push(MarkedPiece { text: &text[start..end], found: marks[start] });
            start = end;
        }
    }
    pieces
}

/// Gives about `around` letters on either side of the first word found; `None` where there is none.
pub fn excerpt(text: &str, words: &[String], normalize: Normalize, around: usize) -> Option<String> {
    let mut before = String::new();
    let mut pieces = marked(text, words, normalize).into_iter();
    let found = loop {
        let piece = pieces.next()?;
        if piece.found {
            break piece.text;
        }
        before.push_str(piece.text);
    };
    let after: String = pieces.map(|piece| piece.text).collect();
    let skipped = before.chars().count().saturating_sub(around);
    let head: String = before.chars().skip(skipped).collect();
    let tail: String = after.chars().take(around).collect();
    let open = if skipped > 0 { "…" } else { "" };
    let close = if after.chars().count() > around { "…" } else { "" };
    Some(format!("{open}{head}{found}{tail}{close}"))
}

/// Gives the folded text, and the origin of each of its bytes. That is where in the text the letter begins
/// and ends that the byte is of.
fn folded_with_origins(text: &str, normalize: Normalize) -> (String, Vec<(usize, usize)>) {
    let mut folded = String::with_capacity(text.len());
    let mut origins = Vec::with_capacity(text.len());
    let mut letters = text.char_indices().peekable();
    while let Some((start, letter)) = letters.next() {
        let mut end = start + letter.len_utf8();
        // A mark that joins the letter before it folds together with it.
        while let Some((at, _)) = letters.next_if(|(_, next)| joins(*next)) {
            end = at + text[at..].chars().next().map_or(0, char::len_utf8);
        }
        fold_onto(&mut folded, &text[start..end], normalize);
        origins.resize(folded.len(), (start, end));
    }
    (folded, origins)
}

/// Tells if the letter belongs to the one before it. Voiced and other combining marks do, and signs that are not
/// seen.
fn joins(letter: char) -> bool {
    matches!(letter, 'ﾞ' | 'ﾟ' | '\u{3099}'..='\u{309c}' | '\u{300}'..='\u{36f}') || is_unseen(letter)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::fold::tests::LETTERS;
    use crate::text::{fold, normalize};

    #[track_caller]
    fn check(text: &str, search: &str, expected: &str) {
        let words: Vec<String> = fold(search, normalize).split_whitespace().map(str::to_owned).collect();
        let shown: String = marked(text, &words, normalize)
            .into_iter()
            .map(|piece| if piece.found { format!("[{}]", piece.text) } else { piece.text.to_owned() })
            .collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn words_are_found_whatever_their_form() {
        check("電子入札システム", "入札", "電子[入札]システム");
        check("ＡＩ－ＯＣＲの利用", "ai-ocr", "[ＡＩ－ＯＣＲ]の利用");
        check("ｸﾞﾙｰﾌﾟｳｪｱ", "グループ", "[ｸﾞﾙｰﾌﾟ]ｳｪｱ");
        check("㈱あおぞら", "株", "[㈱]あおぞら");
        check("檮原町と梼原町", "梼原", "[檮原]町と[梼原]町");
    }

    #[test]
    fn words_are_marked_where_they_stand_whatever_is_unseen_or_looks_alike() {
        check("葛\u{e0100}城市と葛城市", "葛城", "[葛\u{e0100}城]市と[葛城]市");
        check("の電子\u{200b}申請の", "電子申請", "の[電子\u{200b}申請]の");
        check("電子申請\u{200b}", "申請", "電子[申請\u{200b}]");
        check("クラウト\u{3099}化", "ﾗｳﾄﾞ", "ク[ラウト\u{3099}]化");
        check("⻑野県の⽇本", "長野 日本", "[⻑野]県の[⽇本]");
        check("AIーOCRとAI−OCR", "AI-OCR", "[AIーOCR]と[AI−OCR]");
        check("サーバーのe-ラーニング", "eーラー", "サーバーの[e-ラー]ニング");
    }

    #[test]
    fn several_words_are_marked_and_touching_ones_join() {
        check("北海道クラウド", "クラウド 北海道", "[北海道クラウド]");
        check("県と市の県", "県", "[県]と市の[県]");
        check("なし", "ない", "なし");
        check("", "県", "");
    }

    #[test]
    fn an_excerpt_shows_what_stands_around_the_word() {
        let words = vec!["入札".to_owned()];
        assert_eq!(
            excerpt("これは電子入札の事例です", &words, normalize, 3).as_deref(),
            Some("…は電子入札の事例…")
        );
        assert_eq!(excerpt("入札", &words, normalize, 3).as_deref(), Some("入札"));
        assert_eq!(
            excerpt("新電子入札の事例", &words, normalize, 3).as_deref(),
            Some("新電子入札の事例"),
            "nothing is left out where everything fits"
        );
        assert_eq!(excerpt("申請", &words, normalize, 3), None);
    }

    proptest! {
        #[test]
        fn the_pieces_are_the_text(text in "[ａ-ｅｱ-ｵﾞか-こ゛㈱県 ]{0,20}", word in "[あ-おか-こa-e県]{0,3}") {
            let pieces = marked(&text, &[fold(&word, normalize)], normalize);
            let joined: String = pieces.iter().map(|piece| piece.text).collect();
            prop_assert_eq!(joined.as_str(), text.as_str());
            prop_assert!(pieces.windows(2).all(|pair| pair[0].found != pair[1].found));
        }

        #[test]
        fn what_is_marked_folds_to_the_word(text in LETTERS, start in 0_usize..12, length in 1_usize..4) {
            let folded = fold(&text, normalize);
            let word: String = folded.chars().skip(start).take(length).filter(|c| !c.is_whitespace()).collect();
            let pieces = marked(&text, std::slice::from_ref(&word), normalize);
            let mut before = String::new();
            let mut found = false;
            for piece in pieces {
                before.push_str(piece.text);
                found |= piece.found;
                prop_assert!(!piece.found || fold(&before, normalize).contains(word.as_str()));
                prop_assert!(!piece.found || fold(piece.text, normalize).chars().count() >= word.chars().count());
            }
            prop_assert_eq!(found, !word.is_empty() && folded.contains(word.as_str()));
        }

        #[test]
        fn folding_letter_by_letter_is_folding_the_text(text in LETTERS) {
            let (folded, origins) = folded_with_origins(&text, normalize);
            prop_assert_eq!(folded.as_str(), fold(&text, normalize));
            prop_assert_eq!(folded.len(), origins.len());
            prop_assert!(origins.iter().all(|&(start, end)| text.get(start..end).is_some()));
        }

        #[test]
        fn a_text_that_contains_the_word_has_it_marked(before in "[あ-ん]{0,5}", word in "[ア-オ]{1,3}", after in "[a-z]{0,5}") {
            let text = format!("{before}{word}{after}");
            let pieces = marked(&text, &[fold(&word, normalize)], normalize);
            prop_assert!(pieces.iter().any(|piece| piece.found));
        }
    }
}
