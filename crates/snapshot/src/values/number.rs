//! Numbers of persons, bodies and years.

use super::Read;
use super::numeral::{Numeral, PARTS, numeral, shortened};
use crate::text::dense;

const BEFORE: [&str; 4] = ["約", "およそ", "計", "全"];
const BEHIND: [&str; 3] = ["程度", "前後", "ほど"];

/// Reads a whole number from 0 up; `counters` are words that may stand behind it (人, 団体).
pub fn whole(text: &str, counters: &[&str]) -> Read<u64> {
    let is_plain = text.len() <= 15 && text.bytes().all(|byte| byte.is_ascii_digit());
    if let Some(number) = text.parse().ok().filter(|_| is_plain) {
        return Read::Exact(number);
    }
    match shortened(&dense(text)) {
        Some(number) => Read::Ambiguous(vec![number]),
        None => read(text, counters, |numeral| numeral.whole(1)),
    }
}

/// Reads a number with decimals; `units` are words that may stand behind it (%, 年).
pub fn decimal(text: &str, units: &[&str]) -> Read<f64> {
    let is_plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    if let Some(number) = text.parse::<f64>().ok().filter(|_| is_plain) {
        return Read::Exact(number);
    }
    // Six decimals and fifteen digits are more than anyone writes.
    read(text, units, |numeral| Some(numeral.parts as f64 / PARTS as f64))
}

fn read<T: PartialEq>(text: &str, units: &[&str], value: impl Fn(Numeral) -> Option<T>) -> Read<T> {
    let text = dense(text);
    let mut bare = text.as_str();
    let mut left_out = Vec::new();
    while let Some((word, rest)) = outer(bare, units) {
        left_out.push(word);
        bare = rest;
    }
    if let Some(read) = numeral(bare) {
        let why = match left_out.as_slice() {
            [] => "半角の数字だけにしました。".to_owned(),
            words => format!("「{}」を除きました。", words.join("」「")),
        };
        return match value(read) {
            Some(number) if read.is_doubtful => Read::Ambiguous(vec![number]),
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

    const COUNTERS: &[&str] = &["人", "団体", "市町村"];

    #[test]
    fn numbers_are_read_with_what_stands_around_them() {
        for (text, number) in [
            ("10", 10),
            ("１０", 10),
            ("1,234人", 1_234),
            ("約30団体", 30),
            ("10.0", 10),
            ("3.5万人", 35_000),
            ("全 41 市町村", 41),
            ("010", 10),
        ] {
            assert_eq!(whole(text, COUNTERS).sure(), Some(number), "{text}");
        }
        for text in ["", "未定", "-1", "1.5", "10件", "人", "1/2", "十数団体"] {
            assert_eq!(whole(text, COUNTERS), Read::No, "{text}");
        }
        assert_eq!(whole("10〜20団体", COUNTERS), Read::Ambiguous(vec![10, 20]));
        assert_eq!(whole("7.9E+8", COUNTERS), Read::Ambiguous(vec![790_000_000]));
        assert_eq!(whole("10団体以上", COUNTERS), Read::Ambiguous(vec![10]));
    }

    #[test]
    fn decimals_are_read_with_their_unit() {
        for (text, number) in
            [("46.7%", 46.7), ("４６．７％", 46.7), ("5年", 5.0), ("30", 30.0), ("約 0.5 年", 0.5)]
        {
            assert_eq!(decimal(text, &["%", "年", "年間"]).sure(), Some(number), "{text}");
        }
        for text in ["", "-1", "1.2.3", "3割"] {
            assert_eq!(decimal(text, &["%"]), Read::No, "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_number_is_the_same_however_it_is_written(number in 0_u64..1_000_000_000_000) {
            for text in [
                format!("{number}人"),
                format!("{number}.0"),
                joint_procurement_core::text::grouped(number),
            ] {
                prop_assert_eq!(whole(&text, COUNTERS).sure(), Some(number), "{}", text);
            }
            prop_assert_eq!(whole(&number.to_string(), COUNTERS), Read::Exact(number));
        }

        #[test]
        fn no_text_stops_the_reader(text: String) {
            let _ = (whole(&text, COUNTERS), decimal(&text, COUNTERS));
        }
    }
}
