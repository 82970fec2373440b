//! Numbers of persons and bodies, and shares.

use super::Read;
use super::list::items;
use super::numeral::{Numeral, PARTS, numeral, shortened};
use crate::text::dense;

const BEFORE: [&str; 4] = ["約", "およそ", "計", "全"];
const BEHIND: [&str; 3] = ["程度", "前後", "ほど"];
/// Words behind the number of bodies or persons, longer ones before those that they end with.
const COUNTERS: [&str; 21] = [
    "人",
    "名",
    "団体",
    "自治体",
    "市区町村",
    "区市町村",
    "市町村",
    "市町",
    "市村",
    "町村",
    "市区",
    "特別区",
    "市",
    "町",
    "村",
    "区",
    "件",
    "か所",
    "箇所",
    "社",
    "機関",
];
/// Words behind the number of one kind of municipality, of which the numbers can be added.
const KINDS: [&str; 9] = ["市区町村", "市町村", "市町", "町村", "特別区", "市", "区", "町", "村"];
const PERCENT: [&str; 3] = ["%", "パーセント", "割"];
/// Words between some names and the number of the others.
const OTHERS: [&str; 3] = ["ほか", "外", "他"];

/// Reads a whole number from 0 up, maybe with a word of what is counted.
pub fn whole(text: &str) -> Read<u64> {
    whole_of(text, 1)
}

/// Reads a whole number in a column of which the head may have a unit (千人). `times` is the worth of one that has none
/// of its own.
pub fn whole_of(text: &str, times: u64) -> Read<u64> {
    let is_plain = text.len() <= 15 && text.bytes().all(|byte| byte.is_ascii_digit());
    if let Some(number) = text.parse().ok().filter(|_| is_plain && times == 1) {
        return Read::Exact(number);
    }
    let text = dense(text);
    if let Some(number) = shortened(&text) {
        return Read::Ambiguous(number.checked_mul(times).into_iter().collect());
    }
    if let Some(sum) = sum(&text) {
        return Read::converted(sum, "市、町、村などの数を足しました。");
    }
    let has_own = COUNTERS.iter().any(|counter| text.ends_with(counter));
    if let Some(number) = with_others(&text) {
        return Read::Ambiguous(vec![number]);
    }
    let read_as =
        |times| read(&text, &COUNTERS, |it| it.whole(if it.has_unit || has_own { 1 } else { times }));
    match read_as(times) {
        Read::Converted { to, .. } if times > 1 && read_as(1).sure() != Some(to) => {
            Read::converted(to, format!("見出しの単位により、{times}倍しました。"))
        }
        read => read,
    }
}

/// Reads a number with decimals; `units` are words that may stand behind it.
pub(super) fn decimal_with(text: &str, units: &[&str]) -> Read<f64> {
    let is_plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    if let Some(number) = text.parse::<f64>().ok().filter(|_| is_plain) {
        return Read::Exact(number);
    }
    // Six decimals and fifteen digits are more than anyone writes.
    read(&dense(text), units, |numeral| Some(numeral.parts as f64 / PARTS as f64))
}

/// Reads a number with decimals.
pub fn decimal(text: &str) -> Read<f64> {
    decimal_with(text, &[])
}

/// Reads a share in percent; 3割 is 30.
pub fn percent(text: &str) -> Read<f64> {
    let is_tenths = dense(text).ends_with('割');
    let read = decimal_with(text, &PERCENT);
    if is_tenths { read.map(|tenths| tenths * 10.0).changed("1割を10%としました。") } else { read }
}

/// Adds the numbers of cities, towns and villages: 8市3町1村.
fn sum(text: &str) -> Option<u64> {
    let (mut rest, mut sum, mut parts) = (text, 0_u64, 0);
    while !rest.is_empty() {
        let length = rest.bytes().take_while(u8::is_ascii_digit).count();
        let (number, behind) = rest.split_at(length);
        rest = KINDS.iter().find_map(|kind| behind.strip_prefix(kind))?;
        sum = sum.checked_add(number.parse().ok()?)?;
        parts += 1;
    }
    (parts > 1).then_some(sum)
}

/// Counts the municipalities of which only some are named: 松江市ほか18市町村.
fn with_others(text: &str) -> Option<u64> {
    let (names, others) = OTHERS.iter().find_map(|word| text.split_once(word))?;
    let names = items(names).candidates().into_iter().next()?;
    let is_name = |name: &String| {
        name.ends_with(['市', '町', '村', '区']) && !name.starts_with(|it: char| it.is_ascii_digit())
    };
    let others = read(others, &COUNTERS, |numeral| numeral.whole(1)).sure()?;
    names.iter().all(is_name).then_some(others.checked_add(names.len() as u64)?)
}

/// Reads digits of kanji alone, such as 三 and 二〇.
fn kanji(text: &str) -> Option<(Numeral, bool)> {
    let digit = |it: char| {
        "〇一二三四五六七八九".chars().position(|digit| digit == it).map(|at| char::from(b'0' + at as u8))
    };
    // Alone, 〇 is a circle, and 一 may be a dash.
    let digits: Option<String> = text.chars().map(digit).collect();
    let digits = digits.filter(|_| !text.is_empty() && !text.starts_with('〇'))?;
    Some((numeral(&digits)?, text != "一"))
}

fn read<T: PartialEq>(text: &str, units: &[&str], value: impl Fn(Numeral) -> Option<T>) -> Read<T> {
    let mut bare = text;
    let mut left_out = Vec::new();
    while let Some((word, rest)) = outer(bare, units) {
        left_out.push(word);
        bare = rest;
    }
    let is_counted = !left_out.is_empty();
    if let Some((read, is_sure)) = numeral(bare).map(|read| (read, true)).or_else(|| kanji(bare)) {
        let why = match (left_out.as_slice(), read.has_unit) {
            ([], false) => "半角の数字だけにしました。".to_owned(),
            ([], true) => "千や万などの単位や漢数字を、数に直しました。".to_owned(),
            (words, false) => format!("「{}」を除きました。", words.join("」「")),
            (words, true) => {
                format!("「{}」を除き、千や万などの単位や漢数字を、数に直しました。", words.join("」「"))
            }
        };
        return match value(read) {
            Some(number) if read.is_doubtful || !(is_sure || is_counted) => Read::Ambiguous(vec![number]),
            Some(number) => Read::Converted { to: number, why },
            None => Read::No,
        };
    }
    // 10〜20 and 10以上: not one number.
    let bounds = bare.trim_end_matches(['以', '上', '下', '超', '弱', '強']);
    let ends = bounds.split('~').filter(|end| !end.is_empty());
    let ends: Option<Vec<T>> =
        ends.map(|end| numeral(outer(end, units).map_or(end, |(_, rest)| rest)).and_then(&value)).collect();
    match ends {
        Some(ends) if !ends.is_empty() && bounds.len() < text.len() + 1 => Read::Ambiguous(ends),
        _ => Read::No,
    }
}

/// Takes one word off that leaves the number what it is.
fn outer<'a, 'w>(text: &'a str, units: &[&'w str]) -> Option<(&'w str, &'a str)> {
    let before = BEFORE.iter().find_map(|word| Some((*word, text.strip_prefix(word)?)));
    let behind = || BEHIND.iter().chain(units).find_map(|word| Some((*word, text.strip_suffix(word)?)));
    before.or_else(behind)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_are_read_with_what_stands_around_them() {
        for (text, number) in [
            ("10", 10),
            ("１０", 10),
            ("1,234人", 1_234),
            ("約30団体", 30),
            ("10.0", 10),
            ("3.5万人", 35_000),
            ("2,000千人", 2_000_000),
            ("全 41 市町村", 41),
            ("010", 10),
            ("12団体", 12),
            ("12市町", 12),
            ("8市3町1村", 12),
            ("23特別区26市", 49),
            ("三", 3),
            ("三団体", 3),
            ("一市", 1),
            ("二〇", 20),
            ("十二", 12),
        ] {
            assert_eq!(whole(text).sure(), Some(number), "{text}");
        }
        for text in
            ["", "〇", "未定", "-1", "1.5", "10年", "人", "1/2", "十数団体", "全市町村", "県ほか3団体"]
        {
            assert_eq!(whole(text), Read::No, "{text}");
        }
        assert_eq!(whole("10〜20団体"), Read::Ambiguous(vec![10, 20]));
        assert_eq!(whole("7.9E+8"), Read::Ambiguous(vec![790_000_000]));
        assert_eq!(whole("10団体以上"), Read::Ambiguous(vec![10]));
        assert_eq!(whole("一"), Read::Ambiguous(vec![1]));
        assert_eq!(whole("松江市ほか18市町村"), Read::Ambiguous(vec![19]));
        assert_eq!(whole("松江市、出雲市ほか3団体"), Read::Ambiguous(vec![5]));
    }

    #[test]
    fn the_unit_of_a_head_counts_where_the_cell_has_none() {
        for (text, number) in [("12", 12_000), ("1.5", 1_500), ("2,000千人", 2_000_000), ("3人", 3)] {
            assert_eq!(whole_of(text, 1_000).sure(), Some(number), "{text}");
        }
    }

    #[test]
    fn what_was_left_out_and_what_was_multiplied_is_told() {
        for (text, told) in
            [("12人", "「人」を除きました。"), ("2千人", "「人」を除き、千や万など"), ("2千", "千や万など")]
        {
            let Read::Converted { why, .. } = whole(text) else { panic!("{text}") };
            assert!(why.contains(told), "{text}: {why}");
        }
    }

    #[test]
    fn decimals_are_read_with_their_unit() {
        for (text, number) in
            [("46.7%", 46.7), ("４６．７％", 46.7), ("30", 30.0), ("3割", 30.0), ("3.5割", 35.0)]
        {
            assert_eq!(percent(text).sure(), Some(number), "{text}");
        }
        assert_eq!(percent("5年"), Read::No);
    }

    proptest! {
        #[test]
        fn a_number_is_the_same_however_it_is_written(number in 0_u64..1_000_000_000_000) {
            for text in [
                format!("{number}人"),
                format!("{number}.0"),
                joint_procurement_core::text::grouped(number),
            ] {
                prop_assert_eq!(whole(&text).sure(), Some(number), "{}", text);
            }
            prop_assert_eq!(whole(&number.to_string()), Read::Exact(number));
        }

        #[test]
        fn no_text_stops_the_reader(text: String) {
            let _ = (whole(&text), whole_of(&text, 1_000), percent(&text));
        }
    }
}
