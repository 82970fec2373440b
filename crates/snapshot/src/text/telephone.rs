//! Telephone numbers, in every way in which they are written.

use super::plain::unbroken;

/// Words before a number that say what it is.
const LABELS: [&str; 12] =
    ["電話", "tel", "直通", "携帯", "代表", "fax", "ファックス", "ファクス", "phone", "ダイヤル", "☎", "☏"];
/// Words before the number of an extension, which may be short.
const EXTENSIONS: [&str; 2] = ["内線", "ext"];
/// Words between a label and its number.
const BETWEEN: [&str; 9] = ["番号", "代表", "直通", "内線", "電話", "fax", "no", "は", "が"];
/// Units: a number before one is a count, a year or an amount.
const UNITS: &str = "年月日円台人件回万億千%割市町村県か箇個本団名校室枚線社式機者時分秒倍番号版次期";

/// Finds a telephone number.
pub fn number(text: &str) -> Option<String> {
    if text.chars().filter(|c| c.is_numeric() || is_kanji_digit(*c)).count() < 2 {
        return None;
    }
    let plain: Vec<char> = dashed(&unbroken(text));
    find(&plain).or_else(|| {
        // Kanji digits count together only: 〇三－一二三四－五六七八, but not the 一 of 一覧.
        let has_zero = plain.iter().any(|c| matches!(c, '〇' | '零' | '○' | '◯'));
        let digits =
            has_zero.then(|| plain.iter().map(|c| kanji_digit(*c).unwrap_or(*c)).collect::<Vec<char>>());
        find(&digits?)
    })
}

/// Gives the characters, with one hyphen for all that are used as one between digits.
fn dashed(text: &str) -> Vec<char> {
    let chars: Vec<char> = text.chars().collect();
    let is_number = |at: Option<usize>| {
        let c = at.and_then(|at| chars.get(at)).copied().unwrap_or_default();
        c.is_ascii_digit() || is_kanji_digit(c) || "()".contains(c)
    };
    let dash = |(at, c): (usize, &char)| match c {
        '\u{2010}'..='\u{2015}' | '\u{2043}' | '\u{2212}' | '\u{2500}' | '\u{2501}' | '~' | '〜' | '_' => {
            '-'
        }
        'ー' if is_number(at.checked_sub(1)) && is_number(Some(at + 1)) => '-',
        c => *c,
    };
    chars.iter().enumerate().map(dash).collect()
}

fn is_kanji_digit(c: char) -> bool {
    kanji_digit(c).is_some()
}

fn kanji_digit(c: char) -> Option<char> {
    const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let at = DIGITS.iter().position(|it| *it == c).or(matches!(c, '零' | '○' | '◯').then_some(0))?;
    char::from_digit(u32::try_from(at).ok()?, 10)
}

/// Groups of digits, and the text between each and the next.
struct Run {
    groups: Vec<String>,
    between: Vec<String>,
    /// The place behind the last group.
    end: usize,
}

/// Reads the groups of digits from a place on, as far as only signs stand between them.
fn run(chars: &[char], from: usize) -> Run {
    let mut run = Run { groups: Vec::new(), between: Vec::new(), end: from };
    let mut at = from;
    loop {
        let digits: String = chars[at..].iter().take_while(|c| c.is_ascii_digit()).collect();
        if digits.is_empty() {
            run.between.pop();
            return run;
        }
        at += digits.len();
        run.end = at;
        run.groups.push(digits);
        let sign: String = chars[at..].iter().take(3).take_while(|c| "-.() ・".contains(**c)).collect();
        if sign.is_empty() {
            return run;
        }
        at += sign.chars().count();
        run.between.push(sign);
    }
}

fn find(chars: &[char]) -> Option<String> {
    let mut at = 0;
    while at < chars.len() {
        if !chars[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let run = run(chars, at);
        let before = at.checked_sub(1).and_then(|at| chars.get(at)).copied();
        let found =
            international(&run, before).or_else(|| in_run(&run, &chars[..at], chars.get(run.end).copied()));
        let found = found.or_else(|| labelled(&run, &chars[..at], chars.get(run.end).copied()));
        if found.is_some() {
            return found;
        }
        at = run.end;
    }
    None
}

/// Reads a number with the code of the country: +81-3-1234-5678, +81(0)3…
fn international(run: &Run, before: Option<char>) -> Option<String> {
    let digits: String = run.groups.concat();
    let is_dialled = digits.starts_with("0081") || digits.starts_with("01081");
    let is_right = before == Some('+') && digits.starts_with("81") && (11..=13).contains(&digits.len());
    (is_right || is_dialled && run.groups.len() > 2 && (13..=15).contains(&digits.len()))
        .then(|| shown(run, 0, run.groups.len()))
}

/// Finds a number among the groups of a run.
fn in_run(run: &Run, before: &[char], after: Option<char>) -> Option<String> {
    let count = run.groups.len();
    let outside = before.last().copied();
    // Only a blank or a bracket parts a number from another beside it.
    let is_apart = |at: Option<usize>| {
        let sign = at.and_then(|at| run.between.get(at));
        sign.is_none_or(|sign| sign.contains([' ', '(', ')', '・']))
    };
    let is_free = |start: usize, end: usize| {
        is_apart(start.checked_sub(1))
            && (end == count || is_apart(Some(end - 1)))
            && !(start == 0 && outside == Some('-'))
    };
    let all = (0..count).flat_map(|start| [3, 2, 1].map(|length| (start, start + length)));
    let within = all.filter(|(start, end)| *end <= count && is_free(*start, *end));
    for (start, end) in within {
        let groups: Vec<&str> = run.groups[start..end].iter().map(String::as_str).collect();
        let signs = &run.between[start..end - 1];
        let is_number = match groups.as_slice() {
            [area, exchange, line] => is_in_three(area, exchange, line, signs),
            [area, rest] => is_whole(&format!("{area}{rest}")) && area.len() >= 2 && rest.len() >= 6,
            [whole] => {
                let stands_alone = start > 0
                    || !outside.is_some_and(|c| c.is_ascii_alphanumeric() || "/=&?#.%-_".contains(c));
                let ends =
                    end < count || !after.is_some_and(|c| c.is_ascii_alphanumeric() || "/_%".contains(c));
                is_whole(whole) && stands_alone && ends && !is_called_number(before)
            }
            _ => false,
        };
        if is_number {
            return Some(shown(run, start, end));
        }
    }
    None
}

/// Tells if three groups are a number. Joined by hyphens they may be of other lengths than those in use: dates and
/// ids do not begin with 0.
fn is_in_three(area: &str, exchange: &str, line: &str, signs: &[String]) -> bool {
    let has_lengths = area.starts_with('0')
        && (2..=5).contains(&area.len())
        && (1..=4).contains(&exchange.len())
        && (3..=4).contains(&line.len());
    let is_area = area.len() != 2 || ["03", "04", "06"].contains(&area);
    has_lengths
        && (signs.iter().all(|sign| sign.trim() == "-")
            || is_area && is_whole(&format!("{area}{exchange}{line}")))
}

/// Tells if the digits are a whole number of Japan: ten, or eleven of a mobile or an IP telephone.
fn is_whole(digits: &str) -> bool {
    let digits: &[u8] = digits.as_bytes();
    match digits {
        [b'0', second, ..] if digits.len() == 10 => *second != b'0',
        [b'0', b'5'..=b'9', b'0', ..] => digits.len() == 11,
        _ => false,
    }
}

/// Tells if the text ends with a word for the number of something else: 案件番号, No., ID, コード.
fn is_called_number(before: &[char]) -> bool {
    let tail: String = before.iter().rev().take(8).rev().collect::<String>().to_lowercase();
    let tail = tail.trim_end_matches([':', ' ', '.', '(', '「', 'は']);
    ["番号", "no", "id", "コード", "番"].iter().any(|word| tail.ends_with(word)) && !tail.contains("電話")
}

/// Reads a number of any form that a word before it tells to be one.
fn labelled(run: &Run, before: &[char], after: Option<char>) -> Option<String> {
    let text: String = before.iter().rev().take(24).rev().collect::<String>().to_lowercase();
    let mut text = text.as_str();
    loop {
        let shorter =
            text.trim_end_matches([':', '.', '(', '[', '・', '/', ' ', '【', '】', '、', ',', '+', '-', ')']);
        let ends = |words: &[&'static str]| words.iter().copied().find(|word| is_word_at_end(shorter, word));
        let digits: usize = run.groups.iter().map(String::len).sum();
        let is_counted = after.is_some_and(|c| UNITS.contains(c) || c == ',');
        if ends(&EXTENSIONS).is_some() {
            return (digits >= 2 && !is_counted && !is_date(run)).then(|| shown(run, 0, run.groups.len()));
        }
        if ends(&LABELS).is_some() && digits >= 6 && !is_counted && !is_date(run) {
            return Some(shown(run, 0, run.groups.len()));
        }
        text = shorter.strip_suffix(ends(&BETWEEN)?)?;
    }
}

/// Tells if the text ends with the word; one of Latin letters is no part of a longer one.
fn is_word_at_end(text: &str, word: &str) -> bool {
    let Some(rest) = text.strip_suffix(word) else { return false };
    !(word.is_ascii() && rest.ends_with(|c: char| c.is_ascii_alphabetic()))
}

/// Tells if the groups are a day, or years from one to another.
fn is_date(run: &Run) -> bool {
    let is_year = |text: &str| text.len() >= 4 && (text.starts_with("19") || text.starts_with("20"));
    let first = run.groups.first().map(String::as_str).unwrap_or_default();
    is_year(first)
        && first.len() <= 8
        && run.groups.iter().skip(1).all(|group| group.len() <= 2 || is_year(group))
}

/// Gives the groups as they are written.
fn shown(run: &Run, start: usize, end: usize) -> String {
    let mut text = String::new();
    for at in start..end {
        text.push_str(&run.groups[at]);
        if at + 1 < end {
            text.push_str(&run.between[at]);
        }
    }
    text
}

#[cfg(test)]
mod tests;
