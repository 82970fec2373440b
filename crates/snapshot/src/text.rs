//! Rules for every text and address in the source tables.

use joint_procurement_core::domain::is_invisible;
use unicode_normalization::UnicodeNormalization;

/// A fault in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextFault {
    /// A control or invisible character, and which character of the text it is, counted from 1.
    Forbidden { character: char, at: usize },
    /// White space at the beginning or the end.
    Edge,
    /// A mail address; none is published.
    Mail(String),
    /// A telephone number; none is published.
    Phone(String),
    /// The path of a file on somebody's machine.
    LocalPath(String),
}

impl TextFault {
    /// Says what is wrong, and what to do.
    pub fn sentences(&self) -> (String, &'static str) {
        match self {
            Self::Forbidden { character: '\n' | '\r', at } => (
                format!("{at}文字目に改行があります。"),
                "改行を取り除いてください。CSVでは引用符（\"）の閉じ忘れも確かめてください。",
            ),
            Self::Forbidden { character, at } => (
                format!("{at}文字目に、目に見えない文字（U+{:04X}）があります。", u32::from(*character)),
                "その文字を取り除いてください。入力し直すと確実です。",
            ),
            Self::Edge => ("前か後ろに空白があります。".to_owned(), "空白を取り除いてください。"),
            Self::Mail(found) => {
                (format!("メールアドレスがあります：{found}"), "公開しないため、取り除いてください。")
            }
            Self::Phone(found) => {
                (format!("電話番号のような数字があります：{found}"), "公開しないため、取り除いてください。")
            }
            Self::LocalPath(found) => (
                format!("パソコンの中のファイルの場所があります：{found}"),
                "公開された資料の名前かURLに書き換えてください。",
            ),
        }
    }
}

/// Finds faults of form, which no text may have.
pub fn form_faults(text: &str) -> Vec<TextFault> {
    let forbidden = text.chars().enumerate().find(|(_, character)| is_invisible(*character));
    let mut faults: Vec<TextFault> =
        forbidden.map(|(at, character)| TextFault::Forbidden { character, at: at + 1 }).into_iter().collect();
    if text.trim() != text {
        faults.push(TextFault::Edge);
    }
    faults
}

/// Finds what must not be published: people's addresses, telephone numbers and machines' paths.
pub fn privacy_faults(text: &str) -> Vec<TextFault> {
    if !text.contains(may_belong_to_address) {
        return Vec::new();
    }
    // Full-width digits and hyphens are as readable to a caller as narrow ones.
    let text: String = text.nfkc().collect();
    let mail = mail_address(&text).map(TextFault::Mail);
    let phone = phone_number(&text).map(TextFault::Phone);
    let path = local_path(&text).map(TextFault::LocalPath);
    [mail, phone, path].into_iter().flatten().collect()
}

/// Tells if an address, number or path needs the character, or one that it may stand for in another width.
/// Most cells have none, and are done with.
fn may_belong_to_address(character: char) -> bool {
    match character {
        '@' | '-' | '/' | '\\' => true,
        '\0'..='\x7f' | 'ぁ'..='ゖ' | 'ァ'..='ー' | '一'..='鿿' => false,
        _ => true,
    }
}

fn is_mail_character(character: char) -> bool {
    character.is_alphanumeric() || "_.+-".contains(character)
}

fn mail_address(text: &str) -> Option<String> {
    text.match_indices('@').find_map(|(at, _)| {
        let local_start = text[..at]
            .char_indices()
            .rev()
            .take_while(|(_, character)| is_mail_character(*character))
            .last()
            .map(|(start, _)| start)?;
        let host: String = text[at + 1..]
            .chars()
            .take_while(|character| character.is_alphanumeric() || "_.-".contains(*character))
            .collect();
        let (name, rest) = host.split_once('.')?;
        let is_host = !name.is_empty() && !rest.is_empty();
        is_host.then(|| format!("{}@{host}", &text[local_start..at]))
    })
}

/// Finds a telephone number: 0 and one to four digits, one to four, three or four, joined by hyphens. Neither
/// digits nor hyphens may stand around it: dates and ids are not telephone numbers.
fn phone_number(text: &str) -> Option<String> {
    text.split(|character: char| !character.is_ascii_digit() && character != '-')
        .find(|run| {
            let parts: Vec<&str> = run.split('-').collect();
            let [area, exchange, number] = parts.as_slice() else { return false };
            area.starts_with('0')
                && (2..=5).contains(&area.len())
                && (1..=4).contains(&exchange.len())
                && (3..=4).contains(&number.len())
        })
        .map(str::to_owned)
}

fn local_path(text: &str) -> Option<String> {
    const ROOTS: [&str; 7] = ["work", "tmp", "home", "root", "usr", "var", "Users"];
    if text.contains("file://") {
        return Some("file://".to_owned());
    }
    let is_drive = |at: usize| {
        let mut before = text[..at].chars().rev();
        before.next() == Some(':') && before.next().is_some_and(|letter| letter.is_ascii_alphabetic())
    };
    if let Some((at, _)) = text.match_indices('\\').find(|(at, _)| is_drive(*at)) {
        return Some(text[at - 2..=at].to_owned());
    }
    text.match_indices('/').find_map(|(at, _)| {
        // After a word, a dot, a colon or a slash it is part of an address.
        let inside = text[..at].chars().next_back();
        if inside.is_some_and(|character| character.is_alphanumeric() || "_.:/".contains(character)) {
            return None;
        }
        let root = text[at + 1..].split_once('/').map(|(root, _)| root)?;
        ROOTS.contains(&root).then(|| format!("/{root}/"))
    })
}

/// The form of a `MailAddress`, in words.
pub const MAIL_ADDRESS: &str = "dx@pref.example.lg.jp の形の、部署のメールアドレス";

/// The form of a `WebAddress`, in words.
pub const WEB_ADDRESS: &str = "http:// または https:// で始まり、空白を含まない URL";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invisible_characters_are_found_with_their_place() {
        for character in ['\u{0}', '\t', '\u{85}', '\u{9f}', '\u{202e}', '\u{2066}', '\u{200b}', '\u{feff}'] {
            let text = format!("電子{character}申請");
            assert_eq!(form_faults(&text), [TextFault::Forbidden { character, at: 3 }], "{character:?}");
        }
        assert_eq!(form_faults("電子申請・AI-OCR（令和4年）"), []);
    }

    #[test]
    fn white_space_at_the_edges_is_found() {
        for text in [" 電子申請", "電子申請 ", "電子申請\u{3000}"] {
            assert_eq!(form_faults(text), [TextFault::Edge], "{text:?}");
        }
        assert_eq!(form_faults("電子 申請"), []);
    }

    #[test]
    fn mail_addresses_are_found() {
        let mail = |text| mail_address(text);
        assert_eq!(mail("連絡先: a.b+c@pref.example.jp まで"), Some("a.b+c@pref.example.jp".to_owned()));
        assert_eq!(privacy_faults("a＠example．jp"), [TextFault::Mail("a@example.jp".to_owned())]);
        for text in ["@公式", "単価@100円", "a@b", "a@.jp"] {
            assert_eq!(mail(text), None, "{text}");
        }
    }

    #[test]
    fn telephone_numbers_are_found_and_dates_are_not() {
        for text in ["電話03-1234-5678。", "(0123-45-6789)", "０９０－１２３４－５６７８"] {
            assert!(matches!(privacy_faults(text).as_slice(), [TextFault::Phone(_)]), "{text}");
        }
        for text in ["2023-04-01", "01-school-affairs-2023", "100-0001", "1-03-1234-5678", "03-1234-56789"] {
            assert_eq!(privacy_faults(text), [], "{text}");
        }
    }

    #[test]
    fn paths_of_a_machine_are_found_and_addresses_are_not() {
        for text in ["see /home/a/b.csv", "file:///a", "C:\\Users\\a", "（/tmp/x）"] {
            assert!(matches!(privacy_faults(text).as_slice(), [TextFault::LocalPath(_)]), "{text}");
        }
        for text in ["https://example.jp/home/a", "人口/世帯/数", "a/tmp/b", "24/7"] {
            assert_eq!(privacy_faults(text), [], "{text}");
        }
    }
}
