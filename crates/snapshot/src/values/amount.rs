//! Amounts of money as people write them, exact or as bands.

use joint_procurement_core::domain::YenRange;

use super::Read;
use super::ends::{without_end, without_start};
use super::numeral::{Numeral, PARTS, numeral, shortened, unit};
use crate::text::plain;

/// The unit of the numbers of a column that are written without one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AmountUnit {
    Yen,
    Thousand,
    TenThousand,
    Million,
    HundredMillion,
}

impl AmountUnit {
    pub const ALL: [Self; 5] =
        [Self::Yen, Self::Thousand, Self::TenThousand, Self::Million, Self::HundredMillion];

    pub const fn ja(self) -> &'static str {
        match self {
            Self::Yen => "円",
            Self::Thousand => "千円",
            Self::TenThousand => "万円",
            Self::Million => "百万円",
            Self::HundredMillion => "億円",
        }
    }

    const fn yen(self) -> u64 {
        match self {
            Self::Yen => 1,
            Self::Thousand => 1_000,
            Self::TenThousand => 10_000,
            Self::Million => 1_000_000,
            Self::HundredMillion => 100_000_000,
        }
    }
}

/// Words before and behind an amount that leave it what it is.
const BEFORE: [&str; 8] = ["約", "およそ", "概算", "金", "年額", "総額", "税込み", "税込"];
const BEHIND: [&str; 12] = [
    "程度",
    "前後",
    "くらい",
    "ほど",
    "也",
    "(税込)",
    "(税込み)",
    "(消費税込)",
    "税込",
    "/年",
    "(年額)",
    "(概算)",
];

/// Words that make it another amount, which a person has to name.
const DOUBTS: [&str; 11] =
    ["(税抜)", "(税抜き)", "(税別)", "税抜", "税抜き", "税別", "弱", "強", "(予定)", "(見込)", "(見込み)"];

/// Reads an amount in yen; `unit` is that of a number without one.
pub fn amount(text: &str, unit: AmountUnit) -> Read<YenRange> {
    if unit == AmountUnit::Yen
        && let Some(amount) = canonical(text)
    {
        return Read::Exact(amount);
    }
    let text = without_blanks(&plain(text));
    if matches!(text.as_str(), "無料" | "無償" | "0円(無償)") {
        return Read::converted(YenRange::exact(0), "0円として読みました。");
    }
    let (text, left_out, is_doubtful) = bare(&text);
    // The mark with which people end an amount so that nobody adds digits, as in ¥1,000-.
    let ended = text.strip_suffix('-').filter(|rest| rest.contains([',', '¥', '\\', '円']));
    let text = ended.unwrap_or(text);
    let read = ranged(text, unit);
    let read = if left_out.is_empty() {
        read
    } else {
        let words: Vec<String> = left_out.iter().map(|word| format!("「{word}」")).collect();
        read.changed(&format!("{}を除きました。", words.concat()))
    };
    if is_doubtful { read.doubted() } else { read }
}

/// Tells if a text is a number of which only the column can tell the unit. Nothing is nothing in all of them.
pub fn lacks_unit(text: &str) -> bool {
    let text = plain(text);
    let has_own = text.contains(|it: char| matches!(it, '円' | '¥' | '\\') || self::unit(it).is_some());
    !has_own && text.contains(|it: char| it.is_ascii_digit() && it != '0')
}

/// Reads the forms that tables hold: 1000, 1000-1999 and 1000-.
fn canonical(text: &str) -> Option<YenRange> {
    let digits = |text: &str| {
        let is_plain = !text.is_empty() && text.len() <= 15 && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse::<u64>().ok().filter(|_| is_plain)
    };
    match text.split_once('-') {
        None => digits(text).map(YenRange::exact),
        Some((lower, "")) => digits(lower).map(YenRange::at_least),
        Some((lower, upper)) => YenRange::between(digits(lower)?, digits(upper)?).ok(),
    }
}

/// Takes the blanks away; those between digits divide thousands, as commas do.
fn without_blanks(text: &str) -> String {
    let mut found = String::new();
    let mut is_apart = false;
    for character in text.chars() {
        if character.is_whitespace() || character == '、' {
            is_apart = true;
            continue;
        }
        if is_apart && character.is_ascii_digit() && found.ends_with(|it: char| it.is_ascii_digit()) {
            found.push(',');
        }
        found.push(character);
        is_apart = false;
    }
    found
}

/// Takes the words around an amount away; tells which, and if they leave a doubt.
fn bare(text: &str) -> (&str, Vec<&'static str>, bool) {
    let (mut text, mut left_out, mut is_doubtful) = (text, Vec::new(), false);
    loop {
        let before = BEFORE.iter().find_map(|word| Some((*word, text.strip_prefix(word)?)));
        let behind = || BEHIND.iter().find_map(|word| Some((*word, text.strip_suffix(word)?)));
        if let Some((word, rest)) = before.or_else(behind) {
            left_out.push(word);
            text = rest;
        } else if let Some(rest) = without_end(text, &DOUBTS).or_else(|| without_start(text, &DOUBTS)) {
            is_doubtful = true;
            text = rest;
        } else {
            return (text, left_out, is_doubtful);
        }
    }
}

/// Reads an amount with or without bounds.
fn ranged(text: &str, unit: AmountUnit) -> Read<YenRange> {
    const BAND: &str = "下限と上限にしました。";
    const LOWER: [(&str, u64); 6] = [("以上", 0), ("を超え", 1), ("超", 1), ("から", 0), ("~", 0), ("-", 0)];
    const UPPER: [(&str, u64); 5] = [("以下", 0), ("未満", 1), ("まで", 0), ("以内", 0), ("を下回る", 1)];

    if let Some(read) = single(text, unit) {
        return read;
    }
    let upper_bound = |text: &str| {
        let found = UPPER.iter().find_map(|(word, less)| Some((text.strip_suffix(word)?, *less)));
        let (figure, less) = found.unwrap_or((text, 0));
        let upper = read_figure(figure, unit)?;
        Some((upper.checked_sub(less)?, figure.to_owned()))
    };
    let lower_first = LOWER.iter().filter_map(|(word, more)| {
        let (lower, upper) = text.split_once(word)?;
        Some((lower.len(), lower, upper.trim_start_matches(['る', '~', '-', '、', '・', '額']), *more))
    });
    let Some((_, lower, upper, more)) = lower_first.min_by_key(|(at, ..)| *at) else {
        // Only an upper bound, which some word has to say.
        let says = UPPER.iter().any(|(word, _)| text.ends_with(word));
        let range = upper_bound(text).filter(|_| says).map(|(upper, _)| YenRange::between(0, upper));
        return range.and_then(Result::ok).map_or(Read::No, |range| Read::converted(range, BAND));
    };
    let upper = match upper {
        "" => None,
        upper => match upper_bound(upper) {
            Some(upper) => Some(upper),
            None => return Read::No,
        },
    };
    let lower = match (lower, &upper) {
        // Not for -500, which is below nothing.
        ("", Some(_)) if text.starts_with('~') => Some(0),
        // 1,000〜5,000万円: the unit stands once.
        (_, Some((_, figure))) => read_figure(&format!("{lower}{}", unit_to_carry(lower, figure)), unit),
        (_, None) => read_figure(lower, unit),
    };
    let range = lower.and_then(|lower| match upper {
        None => Some(YenRange::at_least(lower.checked_add(more)?)),
        Some((upper, _)) => YenRange::between(lower.checked_add(more)?, upper).ok(),
    });
    range.map_or(Read::No, |range| Read::converted(range, BAND))
}

/// Gives the unit of the upper figure, for a lower one that is written without.
fn unit_to_carry<'a>(lower: &str, upper: &'a str) -> &'a str {
    let is_unit = |it: char| it == '円' || unit(it).is_some();
    if lower.ends_with(is_unit) {
        return "";
    }
    &upper[upper.trim_end_matches(is_unit).len()..]
}

/// Reads one figure; none where the text is not one.
fn single(text: &str, unit: AmountUnit) -> Option<Read<YenRange>> {
    if let Some(shortened) = shortened(text) {
        return Some(Read::Ambiguous(vec![YenRange::exact(shortened.checked_mul(unit.yen())?)]));
    }
    let (read, times) = figure(text, unit)?;
    // 千円 alone is a unit.
    if !text.contains(|it: char| it.is_ascii_digit() || "一二三四五六七八九".contains(it)) {
        return None;
    }
    let exact = YenRange::exact(read.whole(times)?);
    if let Some(carried) = carried(text, read, unit) {
        return Some(Read::Ambiguous(vec![YenRange::exact(carried), exact]));
    }
    if read.is_doubtful {
        let as_thousands = Numeral { parts: read.parts.checked_mul(1_000)?, ..read };
        let thousands = as_thousands.whole(times).map(YenRange::exact);
        return Some(Read::Ambiguous(thousands.into_iter().chain([exact]).collect()));
    }
    Some(Read::converted(exact, "円単位の整数にしました。"))
}

/// Gives the amount that is meant where the unit of its end goes without saying.
///
/// In a column of 万円, 1億2,000 is 120 million, and 8千 is 8千万円.
fn carried(text: &str, read: Numeral, unit: AmountUnit) -> Option<u64> {
    if !read.has_unit || read.open == 0 || text.ends_with('円') {
        return None;
    }
    let times = match (unit, read.last_large) {
        (AmountUnit::Yen, None) => return None,
        // People leave out 万 behind 億.
        (AmountUnit::Yen, Some(large)) => large / 10_000,
        (unit, _) => u128::from(unit.yen()),
    };
    let open = read.open.checked_mul(times)?;
    let is_below = read.last_large.is_none_or(|large| open / PARTS < large);
    let parts = (read.parts - read.open).checked_add(open).filter(|_| is_below && times > 1)?;
    Numeral { parts, ..read }.whole(1)
}

fn read_figure(text: &str, unit: AmountUnit) -> Option<u64> {
    let (read, times) = figure(text, unit)?;
    read.whole(times).filter(|_| !read.is_doubtful && carried(text, read, unit).is_none())
}

/// Reads the number, and by how much it is to be multiplied.
fn figure(text: &str, unit: AmountUnit) -> Option<(Numeral, u64)> {
    let (text, has_sign) = text.strip_prefix(['¥', '\\']).map_or((text, false), |text| (text, true));
    let text = text.strip_suffix(",-").or_else(|| text.strip_suffix(".-")).unwrap_or(text);
    let (text, has_word) = text.strip_suffix('円').map_or((text, false), |text| (text, true));
    let has_yen = has_sign || has_word;
    let read = numeral(text)?;
    Some((read, if has_yen || read.has_unit { 1 } else { unit.yen() }))
}

#[cfg(test)]
mod tests;
