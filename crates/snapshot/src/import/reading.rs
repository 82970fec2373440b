//! The meaning of cells, whatever a spreadsheet program has made of what was typed.

use std::collections::HashSet;

use joint_procurement_core::domain::MunicipalityCode;

use super::book::{Raw, Shown};
use crate::source::columns::Kind;
use crate::workbook::cell::{NO, YES};

/// A cell as the workbook would have it, had no program changed its type.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    pub text: String,
    pub remark: Option<Remark>,
}

/// The change that was undone, for the person to know of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Remark {
    Zeros,
    Date,
    Percent,
    Formula,
}

impl Remark {
    /// Says what was done, after the number of cells.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Zeros => "のコードに、消えた先頭の 0 を補いました",
            Self::Date => "を、日付の形から文字に直して読みました",
            Self::Percent => "の % の付いた数を、% を単位とする数として読みました",
            Self::Formula => "に数式があります。計算された値を読みました",
        }
    }
}

/// A cell that cannot be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Unreadable {
    pub what: String,
    pub value: String,
    /// The value that was meant, where there is no doubt about it.
    pub meant: Option<String>,
    pub advice: &'static str,
}

/// Reads a cell of a column of this kind.
pub fn read(kind: &Kind, raw: &Raw) -> Result<Reading, Unreadable> {
    let plain = |text: String| Ok(Reading { text, remark: None });
    match raw {
        Raw::Text(text) => Ok(with_zeros(kind, text.clone())),
        Raw::Answer(answer) => match kind {
            Kind::Answer => plain(if *answer { YES } else { NO }.to_owned()),
            _ => plain(if *answer { "TRUE" } else { "FALSE" }.to_owned()),
        },
        Raw::Number { value, is_percent: false } => Ok(with_zeros(kind, digits(*value))),
        Raw::Number { value, is_percent: true } => {
            let hundredfold = digits((value * 100.0 * 1e9).round() / 1e9);
            match kind {
                Kind::Decimal => Ok(Reading { text: hundredfold, remark: Some(Remark::Percent) }),
                _ => plain(format!("{hundredfold}%")),
            }
        }
        Raw::Day { year, month, day, shown } => read_day(kind, (*year, *month, *day), *shown),
        Raw::Error(error) => Err(Unreadable {
            what: "セルの値がエラーです。".to_owned(),
            value: error.clone(),
            meant: None,
            advice: "数式を直すか、値を入れてください。",
        }),
    }
}

fn read_day(kind: &Kind, (year, month, day): (u16, u8, u8), shown: Shown) -> Result<Reading, Unreadable> {
    let whole = format!("{year:04}-{month:02}-{day:02}");
    let to_month = || format!("{year:04}-{month:02}");
    let text = match (kind, shown) {
        (Kind::Date | Kind::YearMonth, Shown::Year) => format!("{year:04}"),
        (Kind::Date | Kind::YearMonth | Kind::Month, Shown::Month) => to_month(),
        // Programs put the first day where none was typed.
        (Kind::YearMonth | Kind::Month, _) if day == 1 => to_month(),
        (Kind::Date | Kind::Day | Kind::YearMonth | Kind::Month, _) => whole,
        _ => {
            return Err(Unreadable {
                what: "日付の列ではないのに、値が日付になっています。表計算ソフトが変えたのかもしれません。"
                    .to_owned(),
                value: whole,
                meant: None,
                advice: "セルの書式を「文字列」にしてから、もとの値を入れ直してください。",
            });
        }
    };
    Ok(Reading { text, remark: Some(Remark::Date) })
}

/// Looks into a list: its items must stand apart as the column has them. Nobody means one with other marks between.
pub fn separated(kind: &Kind, reading: Reading) -> Result<Reading, Unreadable> {
    let Kind::List(of, separator) = kind else { return Ok(reading) };
    let marks: &[char] = match of {
        // No code and no slug has any of these.
        Kind::Code(_) | Kind::Slug => {
            &[',', '，', '、', '､', ';', '；', '/', '／', '・', ' ', '\u{3000}', '\n']
        }
        _ => &[',', '，', '、', '､', ';', '；', '\n'],
    };
    let text = reading.text.trim();
    if !text.contains(|it| it != *separator && marks.contains(&it)) {
        return Ok(reading);
    }
    let items = text.split(|it| it == *separator || marks.contains(&it));
    let mut seen = HashSet::new();
    let items = items.map(str::trim).filter(|item| !item.is_empty() && seen.insert(*item));
    let items: Vec<&str> = items.collect();
    Err(Unreadable {
        what: "複数の値の間の区切りが違います。".to_owned(),
        meant: Some(items.join(&separator.to_string())),
        value: reading.text,
        advice: match separator {
            ' ' => "半角の空白で区切ってください。",
            ';' => "半角の ; で区切ってください。",
            _ => "読点（、）で区切ってください。",
        },
    })
}

/// Writes a number with the 15 digits that spreadsheet programs keep, never as 1E+05: 46.7 is saved as
/// 46.700000000000003.
fn digits(value: f64) -> String {
    let kept: f64 = format!("{value:.14e}").parse().unwrap_or(value);
    if kept == 0.0 { "0".to_owned() } else { kept.to_string() }
}

/// Puts the zero back that a number loses in front, in each code of a list. Codes lose one at most: no prefecture is 00.
fn with_zeros(kind: &Kind, text: String) -> Reading {
    let (digits, separator) = match kind {
        Kind::Code(digits) => (*digits, None),
        Kind::List(Kind::Code(digits), separator) => (*digits, Some(*separator)),
        _ => return Reading { text, remark: None },
    };
    let restored = |code: &str| {
        let whole = format!("0{code}");
        let lacks = whole.len() == digits && code.bytes().all(|byte| byte.is_ascii_digit());
        // The last of six digits may be what is lacking: people write the first five, too.
        let is_right = digits != 6 || whole.parse::<MunicipalityCode>().is_ok();
        if lacks && is_right { whole } else { code.to_owned() }
    };
    let whole = match separator {
        None => restored(&text),
        Some(separator) => {
            text.split(separator).map(restored).collect::<Vec<_>>().join(&separator.to_string())
        }
    };
    let remark = (whole != text).then_some(Remark::Zeros);
    Reading { text: whole, remark }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(value: f64) -> Raw {
        Raw::Number { value, is_percent: false }
    }

    fn day(year: u16, month: u8, day: u8, shown: Shown) -> Raw {
        Raw::Day { year, month, day, shown }
    }

    #[test]
    fn what_programs_make_of_cells_is_undone_and_told() {
        for (kind, raw, text, remark) in [
            (Kind::Code(6), number(11002.0), "011002", Some(Remark::Zeros)),
            (Kind::Code(6), Raw::Text("01202".to_owned()), "01202", None),
            (Kind::Code(6), number(13101.0), "13101", None),
            (Kind::Code(2), number(1.0), "01", Some(Remark::Zeros)),
            (Kind::Code(2), number(13.0), "13", None),
            (Kind::Code(6), Raw::Text("011002".to_owned()), "011002", None),
            (Kind::List(&Kind::Code(2), ' '), Raw::Text("3 05".to_owned()), "03 05", Some(Remark::Zeros)),
            (Kind::Count, number(10.0), "10", None),
            (Kind::YenRange, number(100_000_000_000_000.0), "100000000000000", None),
            (Kind::Decimal, number(46.7), "46.7", None),
            (Kind::Decimal, number(0.1 + 0.2), "0.3", None),
            (Kind::Decimal, number(0.0), "0", None),
            (Kind::Decimal, Raw::Number { value: 0.07, is_percent: true }, "7", Some(Remark::Percent)),
            (Kind::Text, Raw::Number { value: 0.5, is_percent: true }, "50%", None),
            (Kind::Answer, Raw::Answer(true), YES, None),
            (Kind::Text, Raw::Answer(false), "FALSE", None),
            (Kind::Date, day(2023, 4, 1, Shown::Day), "2023-04-01", Some(Remark::Date)),
            (Kind::Date, day(2023, 4, 1, Shown::Month), "2023-04", Some(Remark::Date)),
            (Kind::YearMonth, day(2023, 4, 1, Shown::Day), "2023-04", Some(Remark::Date)),
            // A day that somebody typed is not lost: the reader of the tables names it.
            (Kind::Month, day(2023, 4, 15, Shown::Day), "2023-04-15", Some(Remark::Date)),
            (Kind::Date, number(2020.0), "2020", None),
        ] {
            let read = read(&kind, &raw);
            assert_eq!(read, Ok(Reading { text: text.to_owned(), remark }), "{kind:?} {raw:?}");
        }
    }

    #[test]
    fn lists_with_other_marks_between_are_told_with_what_they_mean() {
        let list = |of: &'static Kind, separator, text: &str| {
            separated(&Kind::List(of, separator), Reading { text: text.to_owned(), remark: None })
        };
        for (of, separator, text, meant) in [
            (&Kind::Text, '、', "費用削減,業務の標準化", "費用削減、業務の標準化"),
            (&Kind::Text, '、', "費用削減\n業務の標準化", "費用削減、業務の標準化"),
            (&Kind::Code(2), ' ', "13、14", "13 14"),
            (&Kind::Code(2), ' ', "13 14,15", "13 14 15"),
            (&Kind::Slug, ' ', "s1・s2", "s1 s2"),
            (&Kind::Slug, ';', "gis, e-bidding", "gis;e-bidding"),
        ] {
            let unreadable = list(of, separator, text).unwrap_err();
            assert_eq!(unreadable.meant.as_deref(), Some(meant), "{text}");
        }
        for (of, separator, text) in
            [(&Kind::Text, '、', "専門性・ノウハウの補完、費用削減"), (&Kind::Code(2), ' ', "13 14")]
        {
            assert!(list(of, separator, text).is_ok(), "{text}");
        }
    }

    #[test]
    fn a_fraction_that_has_become_a_date_and_an_error_are_problems() {
        assert!(read(&Kind::Text, &day(2026, 1, 2, Shown::Day)).is_err());
        assert!(read(&Kind::Count, &day(2026, 1, 2, Shown::Day)).is_err());
        assert!(read(&Kind::Text, &Raw::Error("#REF!".to_owned())).is_err());
    }
}
