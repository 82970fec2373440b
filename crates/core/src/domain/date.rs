//! Dates that are only partly known: a year, a month or a day.

use std::fmt;
use std::str::FromStr;

/// The text is not a date of the expected form, or no such day exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateError;

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a date of the form YYYY, YYYY-MM or YYYY-MM-DD")
    }
}

impl std::error::Error for DateError {}

/// A year from 1900 to 2099, with the month where it is stated. A bare year sorts before its months.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct YearMonth {
    pub year: u16,
    /// 1 to 12.
    month: Option<u8>,
}

impl YearMonth {
    pub fn new(year: u16, month: Option<u8>) -> Result<Self, DateError> {
        let month_exists = month.is_none_or(|month| (1..=12).contains(&month));
        if (1900..=2099).contains(&year) && month_exists { Ok(Self { year, month }) } else { Err(DateError) }
    }

    /// Gives 1 to 12, where stated.
    pub fn month(self) -> Option<u8> {
        self.month
    }
}

impl fmt::Display for YearMonth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.month {
            None => write!(f, "{:04}", self.year),
            Some(month) => write!(f, "{:04}-{month:02}", self.year),
        }
    }
}

impl FromStr for YearMonth {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        match text.split_once('-') {
            None => Self::new(digits(text, 4)?, None),
            Some((year, month)) => {
                Self::new(digits(year, 4)?, Some(u8::try_from(digits(month, 2)?).map_err(|_| DateError)?))
            }
        }
    }
}

/// A date of publication: a year, with month and day where stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    month: YearMonth,
    day: Option<u8>,
}

impl Date {
    pub fn year_month(self) -> YearMonth {
        self.month
    }

    /// Gives 1 to 31, where stated.
    pub fn day(self) -> Option<u8> {
        self.day
    }

    /// Tells if all of it lies before the first day of the other: 2026 and 2026-11 are not before 2026-11-28.
    pub fn is_before(self, other: Self) -> bool {
        let last = (self.month.year, self.month.month.unwrap_or(12), self.day.unwrap_or(31));
        let first = (other.month.year, other.month.month.unwrap_or(1), other.day.unwrap_or(1));
        last < first
    }
}

impl From<YearMonth> for Date {
    fn from(month: YearMonth) -> Self {
        Self { month, day: None }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.day {
            None => self.month.fmt(f),
            Some(day) => write!(f, "{}-{day:02}", self.month),
        }
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        // YYYY-MM-DD is the only form of ten characters.
        let Some((month, day)) = text.rsplit_once('-').filter(|_| text.len() == 10) else {
            return Ok(Self { month: text.parse()?, day: None });
        };
        let month: YearMonth = month.parse()?;
        let day = u8::try_from(digits(day, 2)?).map_err(|_| DateError)?;
        let days = days_in_month(month.year, month.month.ok_or(DateError)?);
        if (1..=days).contains(&day) { Ok(Self { month, day: Some(day) }) } else { Err(DateError) }
    }
}

fn digits(text: &str, width: usize) -> Result<u16, DateError> {
    if text.len() == width && text.bytes().all(|byte| byte.is_ascii_digit()) {
        text.parse().map_err(|_| DateError)
    } else {
        Err(DateError)
    }
}

fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

super::code::text_serde!(YearMonth, r"^(19|20)\d\d(-(0[1-9]|1[0-2]))?$");
super::code::text_serde!(Date, r"^(19|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$");
