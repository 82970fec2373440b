//! Numbers with their units.

use crate::domain::YenRange;

/// Writes digits in groups of three: `1,741`.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Writes a number rounded to three decimals, without trailing zeros: `7`, `33.3`.
///
/// By whole numbers, because the standard library's way of writing any `f64` is 8 kB of the browser's
/// program (brotli).
pub fn decimal(number: f64) -> String {
    let sign = if number < 0.0 { "-" } else { "" };
    let thousandths = (number.abs() * 1000.0).round() as u64;
    let (whole, rest) = (thousandths / 1000, thousandths % 1000);
    match rest {
        0 => format!("{sign}{whole}"),
        _ => format!("{sign}{whole}.{}", format!("{rest:03}").trim_end_matches('0')),
    }
}

/// Writes a number of cases: `24件`.
pub fn cases(count: usize) -> String {
    format!("{}件", grouped(count as u64))
}

/// A share of all in percent. 0 and 100 are exact: rounded to, they would say "none" or "all".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Percent {
    BelowOne,
    /// Half up.
    Rounded(usize),
    AboveNinetyNine,
}

impl Percent {
    /// Gives the share of `part`; `None` of nothing.
    pub fn of(part: usize, total: usize) -> Option<Self> {
        let rounded = (part * 200 + total).checked_div(total * 2)?;
        Some(match rounded {
            0 if part > 0 => Self::BelowOne,
            100 if part < total => Self::AboveNinetyNine,
            rounded => Self::Rounded(rounded),
        })
    }
}

/// Writes a share: `67%`.
pub fn percent(share: Percent) -> String {
    match share {
        Percent::BelowOne => "1%未満".to_owned(),
        Percent::Rounded(percent) => format!("{percent}%"),
        Percent::AboveNinetyNine => "99%超".to_owned(),
    }
}

/// Writes persons, exactly: `8,123人`.
pub fn persons(count: u64) -> String {
    format!("{}人", grouped(count))
}

/// Writes a scale of persons as the original dashboard shows it: rounded down to 万人 from 100,000 up, exactly
/// below.
pub fn persons_rounded(count: u64) -> String {
    if count >= 100_000 { format!("{}万人", grouped(count / 10_000)) } else { persons(count) }
}

/// Writes an amount as people say it: `1億1,000万円`, `9,800円`; `約` where it was rounded to 万円.
pub fn yen(amount: YenRange) -> String {
    range(amount, yen_spoken)
}

/// Writes an amount to the yen: `110,000,000円`.
pub fn yen_exact(amount: YenRange) -> String {
    range(amount, |yen| format!("{}円", grouped(yen)))
}

fn range(amount: YenRange, written: impl Fn(u64) -> String) -> String {
    let lower = amount.lower();
    match amount.upper() {
        None => format!("{}以上", written(lower)),
        Some(upper) if upper == lower => written(lower),
        // A band as surveys state it: it ends one yen below a round amount.
        Some(upper) if upper % MAN == MAN - 1 => {
            let below = format!("{}未満", written(upper.saturating_add(1)));
            if lower == 0 { below } else { format!("{}以上{below}", written(lower)) }
        }
        Some(upper) => format!("{}～{}", written(lower), written(upper)),
    }
}

const MAN: u64 = 10_000;

fn yen_spoken(yen: u64) -> String {
    const OKU: u64 = 100_000_000;
    if yen < MAN {
        return format!("{}円", grouped(yen));
    }
    // Rounding 99,999,999 gives 1億, so the units are taken from the rounded number.
    let rounded = yen / MAN + u64::from(yen % MAN >= MAN / 2);
    let about = if yen.is_multiple_of(MAN) { "" } else { "約" };
    let (oku, man) = (rounded / (OKU / MAN), rounded % (OKU / MAN));
    let oku = if oku > 0 { format!("{}億", grouped(oku)) } else { String::new() };
    let man = if man > 0 { format!("{}万", grouped(man)) } else { String::new() };
    format!("{about}{oku}{man}円")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_grouped_by_three() {
        let numbers = [(0, "0"), (999, "999"), (1_741, "1,741"), (125_927_902, "125,927,902")];
        for (number, expected) in numbers {
            assert_eq!(grouped(number), expected);
        }
    }

    #[test]
    fn decimals_are_written_as_they_were_given() {
        for text in ["0", "7", "33.3", "0.05", "12.345", "-1.5"] {
            assert_eq!(decimal(text.parse().unwrap()), text);
        }
    }

    #[test]
    fn a_scale_is_rounded_down_to_man_from_100000() {
        assert_eq!(persons_rounded(99_999), "99,999人");
        assert_eq!(persons_rounded(100_000), "10万人");
        assert_eq!(persons_rounded(1_249_999), "124万人");
    }

    #[test]
    fn amounts_are_said_in_oku_and_man() {
        let amounts = [
            (0, "0円"),
            (9_800, "9,800円"),
            (10_000, "1万円"),
            (150_000, "15万円"),
            (110_000_000, "1億1,000万円"),
            (100_000_000, "1億円"),
            (911_234_567, "約9億1,123万円"),
            (99_999_999, "約1億円"),
        ];
        for (amount, expected) in amounts {
            assert_eq!(yen(YenRange::exact(amount)), expected);
        }
    }

    #[test]
    fn a_range_shows_both_bounds() {
        let band = YenRange::between(10_000_000, 50_000_000).unwrap();
        assert_eq!(yen(band), "1,000万円～5,000万円");
        assert_eq!(yen_exact(band), "10,000,000円～50,000,000円");
    }

    #[test]
    fn bands_are_said_as_surveys_state_them() {
        let bands = [
            (YenRange::between(0, 9_999_999), "1,000万円未満"),
            (YenRange::between(10_000_000, 49_999_999), "1,000万円以上5,000万円未満"),
            (YenRange::between(500_000_000, 999_999_999), "5億円以上10億円未満"),
            (Ok(YenRange::at_least(1_000_000_000)), "10億円以上"),
        ];
        for (band, expected) in bands {
            assert_eq!(yen(band.unwrap()), expected);
        }
        let band = YenRange::between(10_000_000, 49_999_999).unwrap();
        assert_eq!(yen_exact(band), "10,000,000円以上50,000,000円未満");
    }

    #[test]
    fn a_share_is_rounded_but_never_to_none_or_all() {
        let percent = Percent::of;
        assert_eq!(percent(0, 0), None);
        assert_eq!(
            (percent(0, 300), percent(300, 300)),
            (Some(Percent::Rounded(0)), Some(Percent::Rounded(100)))
        );
        assert_eq!(
            (percent(1, 300), percent(299, 300)),
            (Some(Percent::BelowOne), Some(Percent::AboveNinetyNine))
        );
        assert_eq!((percent(1, 8), percent(2, 3)), (Some(Percent::Rounded(13)), Some(Percent::Rounded(67))));
        // 0.5 and 99.5 round to what is not cut off, and would round to 1 and 100.
        assert_eq!(
            (percent(1, 200), percent(199, 200)),
            (Some(Percent::Rounded(1)), Some(Percent::AboveNinetyNine))
        );
    }
}
