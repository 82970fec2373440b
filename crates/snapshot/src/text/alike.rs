//! Letters of other scripts that look like Latin letters, and kanji that look like katakana.

/// Cyrillic letters that look like Latin ones.
const CYRILLIC: (&str, &str) = ("АВЕЅІЈКМНОРСТУХЬаеѕіјорсухһԁԛԝӏӀ", "ABESIJKMHOPCTYXbaesijopcyxhdqwlI");
/// Greek letters that look like Latin ones. Those that stand for quantities and units (α, μ, Ω) do not.
const GREEK: (&str, &str) = ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧνουρϲϳ", "ABEZHIKMNOPTYXvoupcj");
/// Kanji that no word has beside katakana, since nothing but a mistake of a scanner writes them there.
const KANJI: (&str, &str) = ("卜厶丿乂亻", "トムノメイ");

/// Tells if the character is a kanji that may stand for a katakana.
pub fn is_kanji(c: char) -> bool {
    KANJI.0.contains(c)
}

fn of(table: (&str, &str), c: char) -> Option<char> {
    let at = table.0.chars().position(|it| it == c)?;
    table.1.chars().nth(at)
}

/// Gives each letter that looks like another one, with its place from 0 and the letter to write.
///
/// In a word with Latin letters that is every letter which looks like a Latin one. A word of such letters only is one
/// too, where none of them is a small Greek letter: those stand alone in formulas.
pub fn letters(chars: &[char]) -> Vec<(usize, char, char)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        if let Some(kana) = of(KANJI, chars[at])
            && at > 0
            && is_katakana(chars[at - 1])
        {
            found.push((at, chars[at], kana));
        }
        if !is_letter(chars[at]) {
            at += 1;
            continue;
        }
        let length = chars[at..].iter().take_while(|c| is_letter(**c)).count();
        let word = &chars[at..at + length];
        let latin = |c: char| of(CYRILLIC, c).or_else(|| of(GREEK, c));
        let is_mixed = word.iter().any(char::is_ascii_alphabetic);
        let is_disguised = word.iter().all(|c| latin(*c).is_some() && !(is_greek(*c) && c.is_lowercase()));
        if is_mixed || is_disguised {
            let alike = (at..).zip(word).filter_map(|(at, c)| Some((at, *c, latin(*c)?)));
            found.extend(alike);
        }
        at += length;
    }
    found
}

/// Tells if the character is a letter of an alphabet.
fn is_letter(c: char) -> bool {
    matches!(c, 'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{24f}' | '\u{400}'..='\u{52f}') || is_greek(c)
}

fn is_greek(c: char) -> bool {
    matches!(c, '\u{370}'..='\u{3ff}')
}

fn is_katakana(c: char) -> bool {
    matches!(c, 'ァ'..='ヺ' | 'ー')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn written(text: &str) -> String {
        let mut chars: Vec<char> = text.chars().collect();
        for (at, _, instead) in letters(&chars) {
            chars[at] = instead;
        }
        chars.into_iter().collect()
    }

    #[test]
    fn each_letter_has_one_that_it_looks_like() {
        for (written, meant) in [CYRILLIC, GREEK, KANJI] {
            assert_eq!(written.chars().count(), meant.chars().count(), "{written}");
            let other = |c: char| !c.is_ascii();
            assert!(written.chars().all(other), "{written}");
        }
        assert!(CYRILLIC.1.chars().chain(GREEK.1.chars()).all(|c| c.is_ascii_alphabetic()));
    }

    #[test]
    fn a_letter_of_another_script_in_a_word_is_told() {
        for (text, meant) in [
            ("АI-OCR", "AI-OCR"),
            ("RРА", "RPA"),
            ("ＨＡＲＰとНАRР", "ＨＡＲＰとHARP"),
            ("ΑΙ", "AI"),
            ("システ厶", "システム"),
            ("ネッ卜ワーク", "ネットワーク"),
        ] {
            assert_eq!(written(text), meant);
        }
    }

    #[test]
    fn letters_in_their_own_place_are_left() {
        for text in ["プラスα", "5μm", "Ωm", "Δt", "Россия", "卜部町", "東京卜占", "β版", "AI・RPA"]
        {
            assert_eq!(written(text), text);
        }
    }

    proptest! {
        #[test]
        fn a_word_with_a_disguised_letter_is_always_found(
            before in "[A-Za-z]{1,5}",
            letter in proptest::sample::select(CYRILLIC.0.chars().collect::<Vec<_>>()),
            after in "[A-Za-z]{0,5}",
        ) {
            let text: Vec<char> = format!("電子{before}{letter}{after}申請").chars().collect();
            let places: Vec<usize> = letters(&text).into_iter().map(|(at, ..)| at).collect();
            prop_assert_eq!(places, vec![2 + before.len()]);
        }
    }
}
