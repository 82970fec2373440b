//! Dates as people and spreadsheets write them.

use joint_procurement_core::domain::Date;

use self::era::Era;
use super::Read;
use super::ends::without_end;
use crate::text::dense;

mod era;

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

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Words behind a date that leave it what it is.
const ABOUT: [&str; 6] = ["頃", "ころ", "ごろ", "付け", "付", "時点"];
/// Words behind a date that make it another one, or one of many.
const DOUBTS: [&str; 9] = ["(予定)", "予定", "(見込)", "(見込み)", "以降", "以後", "から", "まで", "より"];
/// Words for a part of a month.
const PARTS_OF_MONTH: [&str; 9] = ["末", "初旬", "上旬", "中旬", "下旬", "初め", "はじめ", "半ば", "中"];

/// The serial numbers of 1954-10-04 and of 2099-12-31 in Excel. Any lower number of five digits is rather something
/// else.
const SERIALS: std::ops::RangeInclusive<u32> = 20_000..=73_050;

/// Tells if a text is such a number.
pub fn is_serial(text: &str) -> bool {
    text.len() == 5
        && text.bytes().all(|byte| byte.is_ascii_digit())
        && text.parse().is_ok_and(|serial| SERIALS.contains(&serial))
}

/// Tells if a text is a year alone, and does not say that it is a fiscal one.
pub fn is_year(text: &str) -> bool {
    let read = date(text, FiscalYear::Ask).sure();
    read.is_some_and(|date| date.year_month().month().is_none()) && !text.contains("年度")
}

/// Reads a year, a month or a day, as precise as it is written.
pub fn date(text: &str, fiscal: FiscalYear) -> Read<Date> {
    if let Ok(date) = text.parse() {
        return Read::Exact(date);
    }
    let text = dense(text);
    let (text, about) = match ABOUT.iter().find_map(|word| Some((*word, text.strip_suffix(word)?))) {
        Some((word, rest)) => (rest, Some(word)),
        None => (text.as_str(), None),
    };
    if let Some(planned) = without_end(text, &DOUBTS) {
        return date(planned, fiscal).doubted();
    }
    if let Some((word, rest)) = PARTS_OF_MONTH.iter().find_map(|word| Some((word, text.strip_suffix(word)?)))
    {
        return within_month(word, rest, fiscal);
    }
    let read = if let Some((from, until)) = text.split_once('~') {
        both(from, until, fiscal)
    } else {
        one(text, fiscal)
    };
    match about {
        Some(word) => read.changed(&format!("「{word}」を除きました。")),
        None => read,
    }
}

/// Reads 3月末 as the month. The end of a fiscal year is its March; that of a year is no date for sure.
fn within_month(word: &str, text: &str, fiscal: FiscalYear) -> Read<Date> {
    if word == "末"
        && let Some(year) = text.strip_suffix("年度")
    {
        let years = date(&format!("{year}年"), fiscal).candidates();
        return some(years.iter().filter_map(|date| written(date.year_month().year + 1, &[3])).collect());
    }
    match date(text, fiscal) {
        Read::No => Read::No,
        read if text.ends_with('月') => read.changed(&format!("「{word}」を除きました。")),
        read => read.doubted(),
    }
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
        // 2009.1 is what a spreadsheet makes of 2009.10, too.
        Some((Year::Known(year), rest)) if is_shortened(text) => some(
            rest.iter()
                .flat_map(|month| [*month, month * 10])
                .filter_map(|it| written(year, &[it]))
                .collect(),
        ),
        Some((Year::Known(year), rest)) => match written(year, &rest) {
            Some(date) => Read::converted(date, form_of(date)),
            None => Read::No,
        },
        Some((Year::OfEra { year, era }, rest)) => match written(year, &rest) {
            Some(date) if era.holds(date) => Read::converted(date, "西暦にしました。"),
            // 平成35年: a date of an era that had ended, or had not begun.
            Some(date) => Read::Ambiguous(vec![date]),
            None => Read::No,
        },
        Some((Year::Short(short), rest)) => {
            let begun = Era::latest().filter_map(|era| era.year(short));
            some(begun.chain([2000 + short]).filter_map(|year| written(year, &rest)).collect())
        }
        None => Read::No,
    }
}

/// Tells if a text is a year and the first month, from which a zero may be gone.
fn is_shortened(text: &str) -> bool {
    text.len() == "2009.1".len() && text.ends_with(".1")
}

/// Says in which form a date is now.
fn form_of(date: Date) -> &'static str {
    match (date.day(), date.year_month().month()) {
        (Some(_), _) => "YYYY-MM-DD の形にしました。",
        (None, Some(_)) => "YYYY-MM の形にしました。",
        (None, None) => "YYYY の形にしました。",
    }
}

/// A year as it was written.
enum Year {
    Known(u16),
    OfEra {
        year: u16,
        era: Era,
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
    let Some((era, rest)) = Era::of(text) else { return in_calendar(text) };
    let (number, rest) =
        first_number(rest.strip_prefix('元').map_or(rest.to_owned(), |rest| format!("1{rest}")))?;
    let year = era.year(number)?;
    Some((Year::OfEra { year, era }, others(&rest)?))
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
