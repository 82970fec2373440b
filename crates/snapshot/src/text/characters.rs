//! The characters of a text: each is seen, and is the one that it looks like.

use joint_procurement_core::text::{fold, normalize};
use unicode_general_category::{GeneralCategory, get_general_category};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

use super::alike;

/// The reason why a text may not hold a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    LineBreak,
    /// A control, a mark of direction, a selector of variants, or a filler.
    Unseen,
    /// White space other than the blank.
    Blank,
    /// The sign of a character that was lost.
    Lost,
    /// A character of somebody's own font.
    Private,
    /// A number that is no character.
    Unassigned,
    /// One letter in several characters.
    Parted,
    /// A form that Unicode has for old texts only.
    Old,
    /// A letter of another script that looks like a Latin one.
    Alike,
}

/// The first character of a kind, and the others of that kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub kind: Kind,
    /// The place of the first one in the text, counted from 1.
    pub at: usize,
    /// The different ones, each with its replacement, which is empty where there is none.
    pub found: Vec<(String, String)>,
}

impl Fault {
    /// Says what is wrong, and what to do.
    pub fn sentences(&self) -> (String, String) {
        let first = self.found.first().map(|(found, _)| found.as_str()).unwrap_or_default();
        let at = match first.chars().count() {
            0 | 1 => self.at.to_string(),
            length => format!("{}〜{}", self.at, self.at + length - 1),
        };
        let number = numbers(first);
        let more = match self.found.len() {
            0 | 1 => String::new(),
            count => format!("ほかに{}種類あります。", count - 1),
        };
        let replaced = || {
            let shown = self.found.iter().take(5);
            let pairs: Vec<String> =
                shown.map(|(found, instead)| format!("「{found}」は「{instead}」")).collect();
            format!("{}に直してください。", pairs.join("、"))
        };
        match self.kind {
            Kind::LineBreak => {
                (format!("{at}文字目に改行があります。"), "改行を取り除いてください。".to_owned())
            }
            Kind::Unseen => (
                match first.chars().next().and_then(name) {
                    Some(name) => format!("{at}文字目に、{name}があります。{more}"),
                    None => format!("{at}文字目に、目に見えない文字（{number}）があります。{more}"),
                },
                "その文字を取り除いてください。入力し直すと確実です。".to_owned(),
            ),
            Kind::Blank => (
                match first.chars().next().and_then(name) {
                    Some(name) => format!("{at}文字目に、{name}があります。{more}"),
                    None => format!("{at}文字目に、半角の空白ではない空白（{number}）があります。{more}"),
                },
                "半角の空白に直すか、取り除いてください。".to_owned(),
            ),
            Kind::Lost => (
                format!("{at}文字目が文字化けしています（{number}）。"),
                "もとの資料を見て、正しい文字を入れてください。".to_owned(),
            ),
            Kind::Private => (
                format!("{at}文字目に外字（{number}）があります。ほかのパソコンでは読めません。{more}"),
                "だれのパソコンでも読める文字に直してください。".to_owned(),
            ),
            Kind::Unassigned => (
                format!("{at}文字目に、文字として決められていないもの（{number}）があります。{more}"),
                "もとの資料を見て、正しい文字を入れてください。".to_owned(),
            ),
            Kind::Parted => (
                format!("{at}文字目の「{first}」が、2つ以上の文字（{number}）に分かれています。{more}"),
                format!("{}1つの文字として入力し直すと確実です。", replaced()),
            ),
            Kind::Old => (
                format!("{at}文字目の「{first}」は、形の似た別の文字や特殊な文字（{number}）です。{more}"),
                replaced(),
            ),
            Kind::Alike => (
                format!("{at}文字目の「{first}」は、形の似た別の言語の文字（{number}）です。{more}"),
                replaced(),
            ),
        }
    }
}

/// Gives the name that people have for a character that is not seen.
pub fn name(c: char) -> Option<&'static str> {
    Some(match c {
        '\n' | '\r' => "改行",
        '\t' => "タブ",
        '\u{3000}' => "全角の空白",
        '\u{a0}' => "ウェブページなどの特別な空白",
        _ => return None,
    })
}

/// Gives the kind of the first characters where they are faulty, how many they are, and what to write instead.
fn piece(chars: &[char]) -> (Option<Kind>, usize, String) {
    match kind(chars[0]) {
        Some(Kind::Old) => old(chars),
        Some(kind) => (Some(kind), 1, String::new()),
        None => parted(chars),
    }
}

/// Gives the text with what is certain to be meant in the place of what no text may hold.
pub fn mended(text: &str) -> String {
    let mut mended = String::new();
    let chars: Vec<char> = text.trim().chars().collect();
    let letters = alike::letters(&chars);
    let mut at = 0;
    while at < chars.len() {
        let (kind, length, instead) = piece(&chars[at..]);
        match (kind, letters.iter().find(|(of, ..)| *of == at)) {
            (None, Some((.., letter))) => mended.push(*letter),
            (None, None) => mended.extend(&chars[at..at + length]),
            (Some(Kind::Blank), _) => mended.push(' '),
            (Some(Kind::Unseen), _) => {}
            (Some(Kind::Old | Kind::Parted), _) => mended.push_str(&instead),
            (Some(_), _) => mended.push(chars[at]),
        }
        at += length;
    }
    mended
}

/// Gives the numbers of the characters, as `U+304B U+3099`.
fn numbers(text: &str) -> String {
    let numbers: Vec<String> = text.chars().map(|c| format!("U+{:04X}", u32::from(c))).collect();
    numbers.join(" ")
}

/// Finds the characters that no text may hold, one fault for each kind. White space at the edges is none of them.
pub fn faults(text: &str) -> Vec<Fault> {
    if text.chars().all(|c| is_usual(c) && !alike::is_kanji(c)) {
        return Vec::new();
    }
    let inside = text.trim();
    let before = text.chars().count() - text.trim_start().chars().count();
    let chars: Vec<char> = inside.chars().collect();
    let mut found = Found(Vec::new());
    let mut at = 0;
    while at < chars.len() {
        let (kind, length, instead) = piece(&chars[at..]);
        if let Some(kind) = kind {
            found.add(kind, before + at + 1, chars[at..at + length].iter().collect(), instead);
        }
        at += length;
    }
    for (at, found_one, instead) in alike::letters(&chars) {
        found.add(Kind::Alike, before + at + 1, found_one.to_string(), instead.to_string());
    }
    found.0
}

struct Found(Vec<Fault>);

impl Found {
    fn add(&mut self, kind: Kind, at: usize, found: String, instead: String) {
        let pair = (found, instead);
        match self.0.iter_mut().find(|fault| fault.kind == kind) {
            Some(fault) if fault.found.contains(&pair) => {}
            Some(fault) => fault.found.push(pair),
            None => self.0.push(Fault { kind, at, found: vec![pair] }),
        }
    }
}

/// Tells if the character is one of the many that nothing is wrong with: most texts hold no others.
fn is_usual(c: char) -> bool {
    matches!(c, ' '..='~' | '、'..='】' | '〔'..='〟' | 'ぁ'..='ゖ' | 'ゝ' | 'ゞ' | '゠'..='ヾ' | '\u{4e00}'..='\u{9fff}')
        || matches!(c, '！'..='～' | '…')
}

/// Tells if the character is not seen, by the class that Unicode gives it.
pub fn is_unseen(c: char) -> bool {
    use GeneralCategory::{Control, Format, LineSeparator, ParagraphSeparator};
    !is_usual(c)
        && (is_ignorable(c)
            || matches!(get_general_category(c), Control | Format | LineSeparator | ParagraphSeparator))
}

/// Tells if the character is one that programs show nothing for (`Default_Ignorable_Code_Point` of Unicode).
fn is_ignorable(c: char) -> bool {
    matches!(
        u32::from(c),
        0xad | 0x34f | 0x61c | 0x115f..=0x1160 | 0x17b4..=0x17b5 | 0x180b..=0x180f | 0x200b..=0x200f
            | 0x202a..=0x202e | 0x2060..=0x206f | 0x3164 | 0xfe00..=0xfe0f | 0xfeff | 0xffa0 | 0xfff0..=0xfff8
            | 0x1bca0..=0x1bca3 | 0x1d173..=0x1d17a | 0xe0000..=0xe0fff
    )
}

fn kind(c: char) -> Option<Kind> {
    use GeneralCategory as Class;
    if is_usual(c) {
        return None;
    }
    match c {
        '\n' | '\r' => return Some(Kind::LineBreak),
        '\u{fffd}' => return Some(Kind::Lost),
        _ if is_unseen(c) => return Some(Kind::Unseen),
        _ => {}
    }
    match get_general_category(c) {
        Class::SpaceSeparator => Some(Kind::Blank),
        Class::PrivateUse => Some(Kind::Private),
        Class::Unassigned | Class::Surrogate => Some(Kind::Unassigned),
        _ if is_old(c) => Some(Kind::Old),
        _ => None,
    }
}

/// Tells if the character is a radical, a compatibility form, several in one, or a styled letter.
/// Circled numbers, Roman numerals and units are what people write.
fn is_old(c: char) -> bool {
    matches!(
        u32::from(c),
        0x2e80..=0x2fdf | 0xf900..=0xfaff | 0x2f800..=0x2fa1f // radicals, kanji
            | 0xff61..=0xffdc | 0xffe8..=0xffee // half width
            | 0x3200..=0x325f | 0x3280..=0x3370 | 0x337b..=0x337f | 0x33e0..=0x33fe | 0x1f200..=0x1f251
            | 0x2100 | 0x2101 | 0x2105 | 0x2106 | 0x2116 | 0x2121 | 0x212a | 0x212b | 0x2126 | 0x213b
            | 0xfb00..=0xfb06 | 0xfe10..=0xfe19 | 0xfe30..=0xfe6b | 0x1d400..=0x1d7ff | 0x1f100..=0x1f190
    ) && instead(c) != c.to_string()
}

/// Gives the text to write for an old form. Kangxi and other radicals become the kanji that readers take them for.
fn instead(c: char) -> String {
    match c {
        '\u{2e80}'..='\u{2fdf}' => fold(&c.to_string(), normalize),
        _ => c.nfkc().collect(),
    }
}

/// Reads one old form, or all half-width kana that stand together: their voiced marks stand apart.
fn old(chars: &[char]) -> (Option<Kind>, usize, String) {
    let is_half = |c: &&char| matches!(**c, '\u{ff61}'..='\u{ffdc}');
    match chars.iter().take_while(is_half).count() {
        0 => (Some(Kind::Old), 1, chars.first().map(|c| instead(*c)).unwrap_or_default()),
        length => (Some(Kind::Old), length, chars[..length].iter().collect::<String>().nfkc().collect()),
    }
}

/// Reads one letter with the marks that belong to it; a fault where Unicode has it as one character.
fn parted(chars: &[char]) -> (Option<Kind>, usize, String) {
    let is_mark =
        |c: &&char| !is_usual(**c) && (canonical_combining_class(**c) != 0 || is_part_of_hangul(**c));
    let length = 1 + chars.iter().skip(1).take_while(is_mark).count();
    let written: String = chars[..length].iter().collect();
    let composed: String = written.nfc().collect();
    if composed == written { (None, length, String::new()) } else { (Some(Kind::Parted), length, composed) }
}

/// Tells if the character is a vowel or final consonant, which stand behind another.
fn is_part_of_hangul(c: char) -> bool {
    matches!(c, '\u{1161}'..='\u{11ff}')
}

#[cfg(test)]
mod tests;
