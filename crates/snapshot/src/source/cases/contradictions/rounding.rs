//! The numbers that a rounded one may stand for.

/// Gives by how much the true amount may differ from one that a source states.
///
/// Sources round, or cut off, to a unit that shows in the zeros at the end: 約80億円 is 8,000,000,000. Nobody calls an
/// amount by one that is more than a twentieth away from it.
pub fn slack(yen: u64) -> u64 {
    let mut unit = 1;
    while yen > 0 && yen.is_multiple_of(unit * 10) {
        unit *= 10;
    }
    unit.min(yen / 20)
}

/// Gives by how much the true share may lie below and above one that a source states in percent.
///
/// A share in tens or fives is a round number, and sources call 38 % 「3割以上」. Others are rounded to their last digit.
pub fn percent_slack(percent: f64) -> (f64, f64) {
    let text = percent.to_string();
    match text.split_once('.') {
        Some((_, digits)) => {
            let unit = 0.1_f64.powi(i32::try_from(digits.len()).unwrap_or(i32::MAX));
            (unit, unit)
        }
        None if text.ends_with('0') && text != "0" => (5.0, 10.0),
        None if text.ends_with('5') => (2.5, 5.0),
        None => (1.0, 1.0),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_round_amount_may_stand_for_others() {
        for (yen, by) in [
            (0, 0),
            (7, 0),
            (238_520_000, 10_000),
            (2_686_300_000, 100_000),
            (8_000_000_000, 400_000_000),
            (10_000_000, 500_000),
            (12_345_678, 1),
        ] {
            assert_eq!(slack(yen), by, "{yen}");
        }
    }

    proptest! {
        #[test]
        fn an_amount_rounded_to_three_digits_or_more_stands_for_itself(yen in 100_u64..1_000_000_000_000, digits in 3_u32..6) {
            let unit = 10_u64.pow((yen.ilog10() + 1).saturating_sub(digits));
            let cut = yen / unit * unit;
            let rounded = (yen + unit / 2) / unit * unit;
            prop_assert!(yen - cut <= slack(cut));
            prop_assert!(yen.abs_diff(rounded) <= slack(rounded));
        }

        #[test]
        fn no_amount_stands_for_one_that_is_far_away(yen in 0_u64..1_000_000_000_000_000) {
            prop_assert!(slack(yen) <= yen / 20);
        }
    }
}
