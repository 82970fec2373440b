//! Periods in years, as people write them.

use super::Read;
use super::number::decimal_with;
use super::numeral::numeral;
use crate::text::dense;

const YEARS: [&str; 8] = ["年間", "か年", "カ年", "ヵ年", "ヶ年", "ケ年", "箇年", "年"];
const MONTHS: [&str; 8] = ["か月", "カ月", "ヵ月", "ヶ月", "ケ月", "箇月", "か月間", "ヶ月間"];
/// The period that numbers of a column count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    Years,
    Months,
}

impl Period {
    /// Tells the period that a head names: 契約年数, 契約期間（か月）.
    pub fn of_head(head: &str) -> Option<Self> {
        let head = dense(head);
        let is_months = ["月数", "(月)"].iter().chain(&MONTHS).any(|word| head.contains(word));
        if is_months { Some(Self::Months) } else { head.contains('年').then_some(Self::Years) }
    }
}

/// Tells if a text is a number of which only the column can tell the period.
pub fn lacks_period(text: &str) -> bool {
    let text = dense(text);
    !text.is_empty() && text.chars().all(|it| it.is_ascii_digit() || it == '.')
}

/// Reads a number of years; 36か月 is 3, and 単年度 is 1. `period` is that of a number without one.
pub fn years(text: &str, period: Period) -> Read<f64> {
    let dense = dense(text);
    let dense = if period == Period::Months && lacks_period(text) { format!("{dense}か月") } else { dense };
    match dense.as_str() {
        "単年度" | "単年" | "単年度契約" => return Read::converted(1.0, "1年として読みました。"),
        "半年" | "半年間" => return Read::converted(0.5, "半年を0.5年としました。"),
        _ => {}
    }
    let months = MONTHS.iter().find_map(|unit| dense.strip_suffix(unit));
    let Some(months) = months else { return decimal_with(text, &YEARS) };
    let (years, months) = months.split_once('年').unwrap_or(("0", months));
    let whole = |text: &str| numeral(text).and_then(|numeral| numeral.whole(1)).filter(|it| *it <= 1_200);
    let Some(months) = whole(years).zip(whole(months)).map(|(years, months)| years * 12 + months) else {
        return Read::No;
    };
    let years = (months as f64 / 12.0 * 100.0).round() / 100.0;
    let read = Read::converted(years, "12か月を1年としました。");
    // A third of a year is no number with two decimals.
    if months % 3 == 0 { read } else { read.doubted() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn periods_are_read_with_their_unit() {
        for (text, number) in [
            ("5年", 5.0),
            ("約 0.5 年", 0.5),
            ("5か年", 5.0),
            ("三年間", 3.0),
            ("単年度", 1.0),
            ("36か月", 3.0),
            ("1年6ヶ月", 1.5),
            ("5", 5.0),
        ] {
            assert_eq!(years(text, Period::Years).sure(), Some(number), "{text}");
        }
        assert_eq!(years("4か月", Period::Years), Read::Ambiguous(vec![0.33]));
        for text in ["", "-1", "1.2.3", "5年度", "3割"] {
            assert_eq!(years(text, Period::Years), Read::No, "{text}");
        }
    }

    #[test]
    fn a_head_tells_what_bare_numbers_count() {
        for (head, period) in [
            ("契約年数", Some(Period::Years)),
            ("契約期間（年）", Some(Period::Years)),
            ("契約年数（か月）", Some(Period::Months)),
            ("契約期間（月数）", Some(Period::Months)),
            ("契約期間", None),
        ] {
            assert_eq!(Period::of_head(head), period, "{head}");
        }
        assert!(lacks_period("６０") && !lacks_period("5年") && !lacks_period(""));
    }

    proptest! {
        #[test]
        fn months_are_a_twelfth_of_years(years_stated in 1_u32..50) {
            let read = years(&(years_stated * 12).to_string(), Period::Months);
            prop_assert_eq!(read.sure(), Some(f64::from(years_stated)));
        }

        #[test]
        fn no_text_stops_the_reader(text: String) {
            let _ = (years(&text, Period::Years), years(&text, Period::Months), Period::of_head(&text));
        }
    }
}
