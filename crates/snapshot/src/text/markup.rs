//! Remains of other programs in a text: of web pages, of spreadsheets.

use std::borrow::Cow;

/// A remain of another program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remain {
    /// A character as a page's source has it, and the character.
    Reference { found: String, instead: String },
    /// A tag of a page's source.
    Tag(String),
    /// The value of a formula that could not be computed.
    Error(String),
    /// A formula in the place of its value.
    Formula,
    /// A control character as files of Excel hold it.
    Escaped(String),
}

const ERRORS: [&str; 10] = [
    "#REF!",
    "#N/A",
    "#VALUE!",
    "#DIV/0!",
    "#NAME?",
    "#NULL!",
    "#NUM!",
    "#SPILL!",
    "#CALC!",
    "#GETTING_DATA",
];
const TAGS: [&str; 30] = [
    "a", "b", "br", "center", "dd", "div", "dl", "dt", "em", "font", "h1", "h2", "h3", "hr", "i", "img",
    "li", "ol", "p", "script", "span", "strong", "style", "sub", "sup", "table", "td", "tr", "u", "ul",
];

impl Remain {
    /// Says what is wrong, and what to do.
    pub fn sentences(&self) -> (String, String) {
        match self {
            Self::Reference { found, instead } => (
                format!("HTML の書き方の文字があります：{found}"),
                format!("「{found}」を「{instead}」に直してください。"),
            ),
            Self::Tag(found) => (
                format!("HTML のタグがあります：{found}"),
                "タグを取り除いて、文字だけにしてください。".to_owned(),
            ),
            Self::Error(found) => (
                format!("表計算ソフトのエラー値があります：{found}"),
                "式を直すか、正しい値を入れてください。".to_owned(),
            ),
            Self::Formula => (
                "表計算ソフトの数式のようです。".to_owned(),
                "数式ではなく、その値を書いてください（値の貼り付け）。".to_owned(),
            ),
            Self::Escaped(found) => (
                format!("Excel が改行などを書き換えたものがあります：{found}"),
                format!("「{found}」を取り除いてください。"),
            ),
        }
    }
}

/// Finds the first remain of each kind.
pub fn remains(text: &str) -> Vec<Remain> {
    if !text.contains(['&', '<', '#', '_', '=', '+', '-', '@']) {
        return Vec::new();
    }
    let tag = tag(text).map(|found| Remain::Tag(found.to_owned()));
    let error = ERRORS.iter().find(|error| text.to_uppercase().contains(**error));
    let error = error.map(|found| Remain::Error((*found).to_owned()));
    let formula = is_formula(text).then_some(Remain::Formula);
    let escaped = escaped(text).map(|found| Remain::Escaped(found.to_owned()));
    [reference(text), tag, error, formula, escaped].into_iter().flatten().collect()
}

/// Finds a character that is written as a page's source has it, such as `&amp;`.
pub fn reference(text: &str) -> Option<Remain> {
    text.match_indices('&').find_map(|(at, _)| {
        let end = text[at..].find(';')?;
        let found = &text[at..=at + end];
        if found.len() > 12 {
            return None;
        }
        match html_escape::decode_html_entities(found) {
            Cow::Owned(instead) => Some(Remain::Reference { found: found.to_owned(), instead }),
            Cow::Borrowed(_) => None,
        }
    })
}

fn tag(text: &str) -> Option<&str> {
    text.match_indices('<').find_map(|(at, _)| {
        let rest = &text[at..];
        let end = rest.find('>')?;
        let inside = rest[1..end].trim_matches('/').to_ascii_lowercase();
        let name = inside.split([' ', '/']).next().unwrap_or_default();
        (TAGS.contains(&name) || inside.starts_with("!--")).then(|| &rest[..=end])
    })
}

/// Tells if the text is a formula. One begins with =, or with another sign and the name of a function.
fn is_formula(text: &str) -> bool {
    let Some(rest) = text.strip_prefix(['=', '+', '-', '@']) else { return false };
    let rest = rest.trim_start_matches(['+', '-', '@', '=']);
    let name = rest.chars().take_while(|c| c.is_ascii_alphanumeric() || ".!$_".contains(*c)).count();
    text.starts_with('=') && rest.starts_with(|c: char| c.is_ascii_alphanumeric() || "($'\"{[".contains(c))
        || name >= 2 && rest[name..].starts_with('(') && rest.starts_with(|c: char| c.is_ascii_uppercase())
}

/// Finds `_x000D_` and its like.
fn escaped(text: &str) -> Option<&str> {
    text.match_indices("_x").find_map(|(at, _)| {
        let found = text.get(at..at + 7)?;
        let is_number = found[2..6].bytes().all(|it| it.is_ascii_hexdigit());
        (is_number && found.ends_with('_')).then_some(found)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn remains_of_other_programs_are_told_with_what_to_do() {
        for (text, told) in [
            ("A&amp;B", "「&amp;」を「&」に"),
            ("1&lt;2", "「&lt;」を「<」に"),
            ("見本&#12354;", "「&#12354;」を「あ」に"),
            ("一行目<br>二行目", "HTML のタグがあります：<br>"),
            ("<a href=\"https://example.jp/\">見本</a>", "HTML のタグ"),
            ("見本#REF!", "エラー値があります：#REF!"),
            ("#n/a", "エラー値"),
            ("=HYPERLINK(\"https://example.jp/\",\"見本\")", "数式"),
            ("=A1+B1", "数式"),
            ("@SUM(A1:A3)", "数式"),
            ("+CMD(\"x\")", "数式"),
            ("一行目_x000D_", "「_x000D_」を取り除いて"),
        ] {
            let remains = remains(text);
            let [remain] = remains.as_slice() else { panic!("{text}: {remains:?}") };
            let (what, advice) = remain.sentences();
            assert!(format!("{what}{advice}").contains(told), "{text}: {what}{advice}");
        }
    }

    #[test]
    fn what_people_write_is_left() {
        for text in [
            "Q&A集",
            "AT&T;見本",
            "R&D",
            "<政策的経費>",
            "1 < 2 > 1",
            "C#言語",
            "#1",
            "=",
            "== 見本 ==",
            "-",
            "- 見本(案)",
            "+α",
            "@公式",
            "snake_x_y",
            "a_x12_b",
            "",
        ] {
            assert_eq!(remains(text), [], "{text}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_escaped_for_a_page_is_found(before in "[あ-ん]{0,5}", sign in "[&<>\"']", after in "[あ-ん]{0,5}") {
            let text = format!("{before}{sign}{after}");
            let written = html_escape::encode_quoted_attribute(&text);
            let written = if written == text { html_escape::encode_safe(&text) } else { written };
            let found = reference(&written);
            let is_found = matches!(&found, Some(Remain::Reference { instead, .. }) if *instead == sign);
            prop_assert!(is_found, "{:?} in {}", found, written);
        }

        #[test]
        fn no_text_is_too_strange_to_read(text in any::<String>()) {
            let _ = remains(&text);
        }
    }
}
