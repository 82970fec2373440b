//! Codes of digits, which spreadsheets take for numbers.

use joint_procurement_core::domain::{CodeError, MunicipalityCode};

use super::Read;
use crate::text::dense;

const ZEROS: &str = "消えた先頭の 0 を補いました。";

/// Reads a code of so many digits; zeros that a spreadsheet took away come back.
pub fn code(text: &str, length: usize) -> Read<String> {
    if text.len() == length && is_digits(text) {
        return Read::Exact(text.to_owned());
    }
    let Some(digits) = digits(text).filter(|digits| digits.len() <= length) else { return Read::No };
    match digits.len() == length {
        true => Read::converted(digits, "半角の数字だけにしました。"),
        false => Read::converted(format!("{digits:0>length$}"), ZEROS),
    }
}

/// Reads the code of a municipality: six digits, or the first five of them.
pub fn municipality_code(text: &str) -> Read<MunicipalityCode> {
    if let Ok(code) = text.parse() {
        return Read::Exact(code);
    }
    let Some(digits) = digits(text).filter(|digits| digits.len() <= 6) else { return Read::No };
    let six: Option<MunicipalityCode> = format!("{digits:0>6}").parse().ok();
    let five = (digits.len() <= 5).then(|| format!("{digits:0>5}"));
    let five = five.and_then(|five| with_check_digit(&five));
    match (six, five) {
        // A zero is lost more often than a check digit is left out.
        (Some(six), _) => Read::converted(six, ZEROS),
        (None, Some(five)) => Read::converted(five, "検査数字（6桁目）を補いました。"),
        // The last digit is another than the first five give.
        (None, None) => {
            let meant = digits.get(..5).filter(|_| digits.len() == 6).and_then(with_check_digit);
            meant.map_or(Read::No, |code| Read::Ambiguous(vec![code]))
        }
    }
}

fn with_check_digit(five: &str) -> Option<MunicipalityCode> {
    match format!("{five}0").parse::<MunicipalityCode>() {
        Ok(code) => Some(code),
        Err(CodeError::CheckDigit { expected }) => format!("{five}{expected}").parse().ok(),
        Err(_) => None,
    }
}

/// Gives the digits of a code that was written wide, as a number with decimals, or behind Excel's apostrophe.
fn digits(text: &str) -> Option<String> {
    let text = dense(text);
    let text = text.strip_prefix('\'').unwrap_or(&text);
    let text = match text.split_once('.') {
        Some((whole, zeros)) if !zeros.is_empty() && zeros.bytes().all(|byte| byte == b'0') => whole,
        _ => text,
    };
    is_digits(text).then(|| text.to_owned())
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn lost_zeros_come_back() {
        for (text, length, meant) in [
            ("01", 2, "01"),
            ("1", 2, "01"),
            ("１", 2, "01"),
            ("1.0", 2, "01"),
            ("'01", 2, "01"),
            ("7", 3, "007"),
        ] {
            assert_eq!(code(text, length).sure().as_deref(), Some(meant), "{text}");
        }
        for text in ["", "123", "1.5", "-1", "北海道", "a1"] {
            assert_eq!(code(text, 2), Read::No, "{text}");
        }
    }

    #[test]
    fn codes_of_municipalities_come_back_with_zero_and_check_digit() {
        let sapporo: MunicipalityCode = "011002".parse().unwrap();
        for text in ["011002", "11002", "０１１００２", "11002.0", "01100", "1100"] {
            assert_eq!(municipality_code(text).sure(), Some(sapporo), "{text}");
        }
        for text in ["", "990003", "99999", "1234567", "札幌市"] {
            assert_eq!(municipality_code(text), Read::No, "{text}");
        }
    }

    #[test]
    fn a_wrong_check_digit_is_one_that_may_be_meant() {
        for (text, meant) in [("011003", "011002"), ("012026", "012025"), ("０１２０２６", "012025")] {
            assert_eq!(municipality_code(text), Read::Ambiguous(vec![meant.parse().unwrap()]), "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_code_survives_a_spreadsheet(number in 0_u32..100_000, length in 5_usize..8) {
            let written = format!("{number:0>length$}");
            prop_assert_eq!(code(&number.to_string(), length).sure(), Some(written.clone()));
            prop_assert_eq!(code(&format!("{number}.0"), length).sure(), Some(written.clone()));
            prop_assert_eq!(code(&written, length), Read::Exact(written));
        }
    }
}
