//! Numbers as people type them into a field, which may count in a larger unit such as 万円.

use super::Normalize;

/// The error of a text in a field that is no number that it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotANumber;

/// Writes a number as its field shows it, in units of `scale`, a power of ten. 12,345,000 in 万 is `1234.5`.
pub fn written(value: u64, scale: u64) -> String {
    let (whole, rest) = (value / scale, value % scale);
    if rest == 0 {
        return whole.to_string();
    }
    let digits = scale.ilog10() as usize;
    format!("{whole}.{}", format!("{rest:0digits$}").trim_end_matches('0'))
}

/// Reads the number that was typed; `None` for an empty field. Full-width digits and separators are what a
/// Japanese keyboard writes.
pub fn read(text: &str, scale: u64, normalize: Normalize) -> Result<Option<u64>, NotANumber> {
    let text = normalize(text).trim().replace([',', '、'], "");
    if text.is_empty() {
        return Ok(None);
    }
    let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let digits = scale.ilog10() as usize;
    if !is_number(whole) || !is_number(rest) || rest.len() > digits {
        return Err(NotANumber);
    }
    let number = |text: &str| text.parse::<u64>().map_err(|_| NotANumber);
    let rest = if digits == 0 { 0 } else { number(&format!("{rest:0<digits$}"))? };
    let value = number(whole)?.checked_mul(scale).and_then(|whole| whole.checked_add(rest));
    value.map(Some).ok_or(NotANumber)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::normalize;

    #[test]
    fn numbers_are_read_as_they_are_typed_in_japan() {
        let read = |text| read(text, 10_000, normalize);
        assert_eq!(read("1234.5"), Ok(Some(12_345_000)));
        assert_eq!(read(" １，２３４ "), Ok(Some(12_340_000)));
        assert_eq!(read("0"), Ok(Some(0)));
        assert_eq!(read("　"), Ok(None));
        for wrong in ["-1", "+1", "1.+5", "約10", "1.23456", ".", "10万", "99999999999999999999"] {
            assert_eq!(read(wrong), Err(NotANumber), "{wrong}");
        }
    }

    #[test]
    fn a_field_that_counts_single_things_takes_whole_numbers() {
        assert_eq!(read("12", 1, normalize), Ok(Some(12)));
        assert_eq!(read("1.5", 1, normalize), Err(NotANumber));
    }

    proptest! {
        #[test]
        fn what_a_field_shows_is_read_back(value in 0_u64..u64::MAX / 2, scale in prop_oneof![Just(1), Just(10_000)]) {
            prop_assert_eq!(read(&written(value, scale), scale, normalize), Ok(Some(value)));
        }
    }
}
