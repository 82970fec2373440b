//! Numbers with commas, decimals and the units of Japanese numerals (3億2,000万).

/// The parts into which one is divided: decimals are exact, which floating point is not.
pub const PARTS: u128 = 1_000_000;

/// The largest number read, far above any amount of yen.
const LARGEST: u128 = 1_000_000_000_000_000;

/// A number as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numeral {
    /// In parts of one.
    pub parts: u128,
    /// Written with 十, 百, 千, 万, 億 or 兆.
    pub has_unit: bool,
    /// The part behind the last of 万, 億 and 兆: 2,000 of 1億2,000.
    pub open: u128,
    /// The last of 万, 億 and 兆, if any: 億 of 1億2,000.
    pub last_large: Option<u128>,
    /// Three digits behind a full stop: perhaps it was meant to divide thousands.
    pub is_doubtful: bool,
}

impl Numeral {
    /// Gives the number, where it is whole after multiplying.
    pub fn whole(self, times: u64) -> Option<u64> {
        let parts = self.parts.checked_mul(u128::from(times))?;
        let whole = (parts % PARTS == 0).then_some(parts / PARTS)?;
        u64::try_from(whole).ok().filter(|_| whole <= LARGEST)
    }
}

/// Gives the worth of a unit within a numeral: those below 万 multiply one number, the others all before them.
pub fn unit(character: char) -> Option<u128> {
    Some(match character {
        '十' => 10,
        '百' => 100,
        '千' => 1_000,
        '万' => 10_000,
        '億' => 100_000_000,
        '兆' => 1_000_000_000_000,
        _ => return None,
    })
}

/// Reads a numeral in plain characters without blanks.
pub fn numeral(text: &str) -> Option<Numeral> {
    let has_unit = text.chars().any(|it| unit(it).is_some());
    let text: String = if has_unit { text.chars().map(arabic).collect() } else { text.to_owned() };
    if !text.contains(|it: char| it.is_ascii_digit() || matches!(it, '十' | '百' | '千')) {
        return None;
    }
    // All that came before 万, and since: 1億 | 2千 3百 | 5
    let (mut sum, mut section, mut number, mut is_doubtful) = (0_u128, 0_u128, None, false);
    let mut last_large = u128::MAX;
    let mut last_small = u128::MAX;
    // Something stands before the next large unit: 0万 is a number, 万 is none.
    let mut has_begun = false;
    let mut rest = text.as_str();
    while let Some(first) = rest.chars().next() {
        match unit(first) {
            Some(large) if large >= 10_000 => {
                if !has_begun || large >= last_large {
                    return None;
                }
                section += number.take().unwrap_or(0);
                sum = sum.checked_add(section.checked_mul(large)?)?;
                (section, last_large, last_small) = (0, large, u128::MAX);
                has_begun = false;
            }
            Some(small) => {
                if small >= last_small {
                    return None;
                }
                section = section.checked_add(number.take().unwrap_or(PARTS).checked_mul(small)?)?;
                last_small = small;
                has_begun = true;
            }
            None => {
                let length =
                    rest.bytes().take_while(|it| it.is_ascii_digit() || matches!(it, b',' | b'.')).count();
                let (digits, behind) = rest.split_at(length);
                let (parts, is_thousands) = decimal(digits)?;
                is_doubtful |= is_thousands && !has_unit;
                number = Some(parts);
                has_begun = true;
                rest = behind;
                continue;
            }
        }
        rest = &rest[first.len_utf8()..];
    }
    let open = section.checked_add(number.unwrap_or(0))?;
    let parts = sum.checked_add(open)?;
    let last_large = Some(last_large).filter(|large| *large < u128::MAX);
    (parts / PARTS <= LARGEST).then_some(Numeral { parts, has_unit, open, last_large, is_doubtful })
}

/// Reads 1.2E+07 as a whole number. Excel shows few digits this way: those behind may be lost.
pub fn shortened(text: &str) -> Option<u64> {
    let (digits, power) = text.split_once(['E', 'e'])?;
    let power: u32 = power.strip_prefix('+').unwrap_or(power).parse().ok().filter(|power| *power <= 15)?;
    numeral(digits)?.whole(10_u64.checked_pow(power)?)
}

/// Reads digits with commas every three and a full stop, in parts of one; tells if there are three decimals.
fn decimal(text: &str) -> Option<(u128, bool)> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let is_plain = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
    let mut groups = whole.split(',');
    let first = groups.next().filter(|first| !first.is_empty() && is_plain(first))?;
    let is_grouped = whole.contains(',');
    if is_grouped && first.len() > 3 || !groups.all(|group| group.len() == 3 && is_plain(group)) {
        return None;
    }
    if !is_plain(fraction) || text.ends_with('.') {
        return None;
    }
    let significant = fraction.trim_end_matches('0');
    if significant.len() > 6 || whole.len() > 30 {
        return None;
    }
    let whole: u128 = whole.replace(',', "").parse().ok()?;
    let fraction_parts: u128 = format!("{significant:0<6}").parse().ok()?;
    let parts = whole.checked_mul(PARTS)?.checked_add(fraction_parts)?;
    Some((parts, fraction.len() == 3 && first.len() <= 3 && !is_grouped))
}

fn arabic(character: char) -> char {
    match "一二三四五六七八九".chars().position(|it| it == character) {
        Some(at) => char::from(b'1' + at as u8),
        None => character,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn whole(text: &str) -> Option<u64> {
        numeral(text).and_then(|numeral| numeral.whole(1))
    }

    #[test]
    fn japanese_numerals_are_read() {
        for (text, number) in [
            ("1,234,567", 1_234_567),
            ("3.5億", 350_000_000),
            ("1億2,000万", 120_000_000),
            ("1億2千3百万5", 123_000_005),
            ("三億", 300_000_000),
            ("百二十万", 1_200_000),
            ("3百万", 3_000_000),
            ("0", 0),
            ("10.0", 10),
            ("0万", 0),
            ("0百万", 0),
        ] {
            assert_eq!(whole(text), Some(number), "{text}");
        }
        for text in [
            "", ",", "1,00", "1,0000", "12,34", "億", "万円", "1.5", "1万2億", "1百2千", "1億万", "1.", ".5",
            "-1", "一", "1.2.3",
        ] {
            assert_eq!(whole(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn numbers_are_read_with_commas_and_without(number in 0_u64..1_000_000_000_000_000) {
            prop_assert_eq!(whole(&number.to_string()), Some(number));
            prop_assert_eq!(whole(&joint_procurement_core::text::grouped(number)), Some(number));
        }

        #[test]
        fn units_are_sums(oku in 1_u64..10_000, man in 1_u64..10_000, rest in 1_u64..10_000) {
            let number = oku * 100_000_000 + man * 10_000 + rest;
            prop_assert_eq!(whole(&format!("{oku}億{man}万{rest}")), Some(number));
        }

        #[test]
        fn no_text_stops_the_reader(text in "[0-9,.十百千万億兆一二三]{0,40}") {
            let _ = numeral(&text);
        }
    }
}
