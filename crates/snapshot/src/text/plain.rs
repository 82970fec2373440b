//! Texts without what does not count for readers.

use unicode_normalization::UnicodeNormalization;

use super::is_unseen;

/// Gives the text in one width, with one dash, without what is not seen and blanks at both ends.
pub fn plain(text: &str) -> String {
    let plain: String = text.nfkc().filter(|it| !is_unseen(*it) || it.is_whitespace()).map(unified).collect();
    plain.trim().to_owned()
}

/// Does the same and takes away every blank.
pub fn dense(text: &str) -> String {
    plain(text).chars().filter(|it| !it.is_whitespace()).collect()
}

/// Does the same and joins what a line break or a tab parts.
pub fn unbroken(text: &str) -> String {
    plain(text).chars().filter(|it| !it.is_control()).collect()
}

/// Gives the one form of characters that are written for each other.
fn unified(character: char) -> char {
    match character {
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '─' | '━' => '-',
        '〜' | '～' | '∼' | '⁓' => '~',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn widths_dashes_and_blanks_do_not_count() {
        assert_eq!(plain("　２０２３−４　"), "2023-4");
        assert_eq!(plain("ﾚｲﾜ５年"), "レイワ5年");
        assert_eq!(plain("1000\n2000"), "1000\n2000");
        assert_eq!(unbroken(" 03-12\n34 a\u{200b}b"), "03-1234 ab");
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
