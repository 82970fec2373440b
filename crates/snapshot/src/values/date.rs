//! Dates as people and spreadsheets write them.

use joint_procurement_core::domain::Date;

use super::Read;
use super::ends::without_end;
use crate::text::dense;

/// The reading of a fiscal year (年度), which is the twelve months from April.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FiscalYear {
    /// A fiscal year is not one date: offer both years that it lies in.
    Ask,
    /// Take the year in which it begins.
    Year,
    /// Take the April in which it begins.
    April,
}

/// Japanese eras: names and letter, the first year, and the month and day on which it began, the latest first.
///
/// By the orders that changed them: 平成31年政令第143号 (令和), 昭和64年政令第1号 (平成), the proclamations before. A date
/// before 1873 followed another calendar; no such year is a `Date`.
const ERAS: [(&[&str], u16, (u8, u8)); 5] = [
    (&["令和", "レイワ", "れいわ", "R", "r"], 2019, (5, 1)),
    (&["平成", "ヘイセイ", "へいせい", "H", "h"], 1989, (1, 8)),
    (&["昭和", "ショウワ", "しょうわ", "S", "s"], 1926, (12, 25)),
    (&["大正", "タイショウ", "たいしょう", "T", "t"], 1912, (7, 30)),
    (&["明治", "メイジ", "めいじ", "M", "m"], 1868, (1, 25)),
];

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The serial numbers of 1954-10-04 and of 2099-12-31 in Excel. Any lower number of five digits is rather something
/// else.
const SERIALS: std::ops::RangeInclusive<u32> = 20_000..=73_050;

/// Tells if a text is such a number.
pub fn is_serial(text: &str) -> bool {
    text.len() == 5
        && text.bytes().all(|byte| byte.is_ascii_digit())
        && text.parse().is_ok_and(|serial| SERIALS.contains(&serial))
}

/// Reads a year, a month or a day, as precise as it is written.
pub fn date(text: &str, fiscal: FiscalYear) -> Read<Date> {
    if let Ok(date) = text.parse() {
        return Read::Exact(date);
    }
    let text = dense(text);
    let (text, about) = match without_end(&text, &["頃", "ころ", "ごろ"]) {
        Some(rest) => (rest, true),
        None => (text.as_str(), false),
    };
    if let Some(planned) =
        without_end(text, &["(予定)", "予定", "(見込)", "(見込み)", "以降", "から", "まで"])
    {
        return date(planned, fiscal).doubted();
    }
    let read = if let Some((from, until)) = text.split_once('~') {
        both(from, until, fiscal)
    } else {
        one(text, fiscal)
    };
    if about { read.changed("「頃」を除きました。") } else { read }
}

/// Gives the day of a serial number of Excel. The calendar begins in 1900; the time of day is left out.
///
/// Day 60 is a 29 February 1900 that never was, kept from Lotus 1-2-3 (ECMA-376, part 1, 18.17.4.1).
pub fn date_of_serial(serial: f64) -> Option<Date> {
    let whole = serial.floor();
    if !(61.0..=73_050.0).contains(&whole) {
        // Excel takes 1900 for a leap year: earlier numbers are off by one.
        return None;
    }
    let base = chrono::NaiveDate::from_ymd_opt(1899, 12, 30)?;
    let day = base.checked_add_days(chrono::Days::new(whole as u64))?;
    day.format("%Y-%m-%d").to_string().parse().ok()
}

/// Reads a span: not one date, but its ends may be meant.
fn both(from: &str, until: &str, fiscal: FiscalYear) -> Read<Date> {
    let ends = [from, until].into_iter().flat_map(|end| date(end, fiscal).candidates());
    some(ends.collect())
}

fn some(candidates: Vec<Date>) -> Read<Date> {
    if candidates.is_empty() { Read::No } else { Read::Ambiguous(candidates) }
}

fn one(text: &str, fiscal: FiscalYear) -> Read<Date> {
    if let Some(read) = fiscal_year(text, fiscal) {
        return read;
    }
    if let Some(read) = english(text) {
        return read;
    }
    if is_serial(text) {
        return match text.parse().ok().and_then(date_of_serial) {
            Some(date) => Read::converted(date, "Excel の日付の通し番号として読みました。"),
            None => Read::No,
        };
    }
    match parts(text) {
        Some((Year::Known(year), rest)) => match written(year, &rest) {
            Some(date) => Read::converted(date, "YYYY-MM-DD の形にしました。"),
            None => Read::No,
        },
        Some((Year::OfEra { year, is_within }, rest)) => match written(year, &rest) {
            Some(date) if is_within(date) => Read::converted(date, "西暦にしました。"),
            // 平成35年: a date of an era that had ended, or had not begun.
            Some(date) => Read::Ambiguous(vec![date]),
            None => Read::No,
        },
        Some((Year::Short(short), rest)) => {
            let begun = ERAS[..2].iter().map(|(_, first, _)| first + short - 1);
            some(begun.chain([2000 + short]).filter_map(|year| written(year, &rest)).collect())
        }
        None => Read::No,
    }
}

/// A year as it was written.
enum Year {
    Known(u16),
    OfEra {
        year: u16,
        is_within: Box<dyn Fn(Date) -> bool>,
    },
    /// Two digits without an era: 5.4 and 23/4.
    Short(u16),
}

/// Reads 年度, in the calendar or in an era; none where the text is no fiscal year.
fn fiscal_year(text: &str, fiscal: FiscalYear) -> Option<Read<Date>> {
    let text = without_end(text, &["年度", "FY", "fy"]).or_else(|| text.strip_prefix("FY"))?;
    let year = match parts(text) {
        Some((Year::Known(year) | Year::OfEra { year, .. }, rest)) if rest.is_empty() => year,
        _ => return Some(Read::No),
    };
    let in_year = |year| written(year, &[]);
    Some(match (fiscal, in_year(year)) {
        (_, None) => Read::No,
        (FiscalYear::Year, Some(date)) => Read::converted(date, "年度の始まる年として読みました。"),
        (FiscalYear::April, Some(_)) => match written(year, &[4]) {
            Some(date) => Read::converted(date, "年度の始まる4月として読みました。"),
            None => Read::No,
        },
        (FiscalYear::Ask, Some(date)) => {
            Read::Ambiguous([date].into_iter().chain(in_year(year + 1)).collect())
        }
    })
}

/// Reads names of months, as Excel shows them (Apr-23).
fn english(text: &str) -> Option<Read<Date>> {
    let (name, rest) = text.split_at_checked(3)?;
    let month = MONTHS.iter().position(|month| name.eq_ignore_ascii_case(month))?;
    let month = u8::try_from(month + 1).ok()?;
    let year = rest.trim_start_matches(|it: char| it.is_ascii_alphabetic() || matches!(it, '-' | '.' | ','));
    let number: u16 = digits(year)?;
    Some(match year.len() {
        4 => written(number, &[month])
            .map_or(Read::No, |date| Read::converted(date, "英語の月の名前を数字にしました。")),
        // The 23 may be a day, too.
        2 => some(written(2000 + number, &[month]).into_iter().collect()),
        _ => Read::No,
    })
}

/// Splits a date into its year and the numbers behind; none where it is of no known form.
fn parts(text: &str) -> Option<(Year, Vec<u8>)> {
    let (text, _) = text.split_once('T').unwrap_or((text, ""));
    let text = without_end(text, &["00:00:00", "0:00:00", "0:00"]).unwrap_or(text);
    let of_era = ERAS.iter().enumerate().find_map(|(at, (names, first, begun))| {
        let rest = names.iter().find_map(|name| text.strip_prefix(name))?;
        Some((at, *first, *begun, rest.strip_prefix('.').unwrap_or(rest)))
    });
    let Some((at, first, begun, rest)) = of_era else {
        return in_calendar(text);
    };
    let (number, rest) =
        first_number(rest.strip_prefix('元').map_or(rest.to_owned(), |rest| format!("1{rest}")))?;
    let year = (first - 1).checked_add(number).filter(|_| (1..=99).contains(&number))?;
    let ended = at.checked_sub(1).map(|later| (ERAS[later].1, ERAS[later].2));
    let is_within = Box::new(move |date: Date| {
        let after_start = !is_before(date, (first, begun));
        let before_end = ended.is_none_or(|end| {
            is_before(date, end) || date.year_month().month().is_none() && date.year_month().year <= end.0
        });
        after_start && before_end
    });
    Some((Year::OfEra { year, is_within }, others(&rest)?))
}

/// Tells if all of the date lies before a day.
fn is_before(date: Date, (year, (month, day)): (u16, (u8, u8))) -> bool {
    let last = (date.year_month().year, date.year_month().month().unwrap_or(12), date.day().unwrap_or(31));
    last < (year, month, day)
}

fn in_calendar(text: &str) -> Option<(Year, Vec<u8>)> {
    let text = text.strip_prefix("西暦").unwrap_or(text);
    if matches!(text.len(), 6 | 8) && text.bytes().all(|byte| byte.is_ascii_digit()) {
        let (year, rest) = text.split_at(4);
        let rest = [rest.get(..2), rest.get(2..4)];
        return Some((Year::Known(digits(year)?), rest.into_iter().flatten().filter_map(digits).collect()));
    }
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    let (year, rest) = first_number(text.to_owned())?;
    match length {
        4 => Some((Year::Known(year), others(&rest)?)),
        // A number alone is no date.
        1 | 2 if year > 0 && !rest.is_empty() => Some((Year::Short(year), others(&rest)?)),
        _ => None,
    }
}

/// Takes the number at the beginning and the mark behind it off the text.
fn first_number(text: String) -> Option<(u16, String)> {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = text.split_at(length);
    let number = digits(number)?;
    let rest =
        rest.strip_prefix(['年', '/', '.', '-']).filter(|rest| !rest.is_empty() || text.ends_with('年'));
    match rest {
        Some(rest) => Some((number, rest.to_owned())),
        None if text.len() == length => Some((number, String::new())),
        None => None,
    }
}

/// Reads the month and the day, each with its mark.
fn others(text: &str) -> Option<Vec<u8>> {
    if text.is_empty() {
        return Some(Vec::new());
    }
    let text = text.strip_suffix('日').or_else(|| text.strip_suffix('月')).unwrap_or(text);
    let numbers: Option<Vec<u8>> =
        text.split(['月', '/', '.', '-']).map(|part| digits(part).filter(|_| part.len() <= 2)).collect();
    numbers.filter(|numbers| numbers.len() <= 2)
}

fn digits<T: std::str::FromStr>(text: &str) -> Option<T> {
    text.parse().ok().filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Makes the date; none where no such day exists.
fn written(year: u16, rest: &[u8]) -> Option<Date> {
    let text = rest.iter().fold(format!("{year:04}"), |text, number| format!("{text}-{number:02}"));
    text.parse().ok()
}

#[cfg(test)]
mod tests;
