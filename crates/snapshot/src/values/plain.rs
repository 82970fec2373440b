//! Texts without what does not count when a value is read.

use unicode_normalization::UnicodeNormalization;

/// Brings width, compatibility forms and dashes together and takes blanks away at both ends.
pub fn plain(text: &str) -> String {
    let plain: String = text.nfkc().map(unified).collect();
    plain.trim().to_owned()
}

/// Does the same and takes away every blank.
pub fn dense(text: &str) -> String {
    plain(text).chars().filter(|it| !it.is_whitespace()).collect()
}

/// Gives the one form of characters that are written for each other.
fn unified(character: char) -> char {
    match character {
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '─' | '━' => '-',
        '〜' | '～' | '∼' | '~' | '⁓' => '~',
        '\u{a0}' | '\u{3000}' | '\u{200b}' | '\u{feff}' => ' ',
        '〇' => '○',
        other => other,
    }
}

/// Takes a text off the end, where it stands there.
pub fn without_end<'a>(text: &'a str, ends: &[&str]) -> Option<&'a str> {
    ends.iter().find_map(|end| text.strip_suffix(end)).map(str::trim_end)
}

/// Takes a text off the beginning, where it stands there.
pub fn without_start<'a>(text: &'a str, starts: &[&str]) -> Option<&'a str> {
    starts.iter().find_map(|start| text.strip_prefix(start)).map(str::trim_start)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn widths_dashes_and_blanks_do_not_count() {
        assert_eq!(plain("　２０２３−４　"), "2023-4");
        assert_eq!(plain("ﾚｲﾜ５年"), "レイワ5年");
        assert_eq!(dense("令和 5 年"), "令和5年");
        assert_eq!(plain("１００～２００"), "100~200");
    }

    proptest! {
        #[test]
        fn a_plain_text_stays(text: String) {
            let once = plain(&text);
            prop_assert_eq!(plain(&once), once);
        }
    }
}
