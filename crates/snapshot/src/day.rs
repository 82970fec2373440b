//! Days as numbers, so that they can be told apart by how long ago they were.
//!
//! Nothing that is built depends on today: only what people are told does.

use std::fmt;
use std::time::{SystemTime, UNIX_EPOCH};

use joint_procurement_core::domain::Date;

/// A day, counted from 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day(i64);

const SECONDS: u64 = 24 * 60 * 60;
/// Japan is ahead of UTC, all year.
const AHEAD: u64 = 9 * 60 * 60;

impl Day {
    /// Gives the day that it is in Japan. `SOURCE_DATE_EPOCH` takes the place of the clock, as other programs have it.
    pub fn today() -> Self {
        let given = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.parse().ok());
        let now = || SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
        let seconds: u64 = given.unwrap_or_else(now);
        Self(i64::try_from(seconds.saturating_add(AHEAD) / SECONDS).unwrap_or(i64::MAX))
    }

    /// Tells if a date lies behind tomorrow. Somebody may publish tomorrow, and no two clocks agree.
    pub fn is_ahead(self, date: Date) -> bool {
        Self::of(date).is_some_and(|day| day.since(self.next()) > 0)
    }

    /// Gives the day of a date that has one.
    pub fn of(date: Date) -> Option<Self> {
        let month = date.year_month();
        // Years begin in March, so that the day that some have more is their last one.
        let (year, march) = match i64::from(month.month()?) {
            month @ 1..=2 => (i64::from(month_year(date)) - 1, month + 9),
            month => (i64::from(month_year(date)), month - 3),
        };
        let in_year = (153 * march + 2) / 5 + i64::from(date.day()?) - 1;
        Some(Self(365 * year + year / 4 - year / 100 + year / 400 + in_year - 719_468))
    }

    /// Gives the day after.
    pub fn next(self) -> Self {
        Self(self.0 + 1)
    }

    /// Counts the days since another.
    pub fn since(self, earlier: Self) -> i64 {
        self.0 - earlier.0
    }
}

fn month_year(date: Date) -> u16 {
    date.year_month().year
}

impl fmt::Display for Day {
    /// Writes `YYYY-MM-DD`, from 1970 on.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let days = self.0 + 719_468;
        let era = days / 146_097;
        let of_era = days % 146_097;
        let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let in_year = of_era - (365 * year + year / 4 - year / 100);
        let march = (5 * in_year + 2) / 153;
        let day = in_year - (153 * march + 2) / 5 + 1;
        let month = if march < 10 { march + 3 } else { march - 9 };
        let year = era * 400 + year + i64::from(month <= 2);
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_over_leap_years() {
        let day = |text: &str| Day::of(text.parse().expect("a date")).expect("a day");
        assert_eq!(day("1970-01-01"), Day(0));
        for (date, days) in [("2000-02-29", 11_016), ("2000-03-01", 11_017), ("2026-11-29", 20_786)] {
            assert_eq!((day(date), day(date).to_string()), (Day(days), date.to_owned()));
        }
        let mut before = day("1999-12-31");
        for days in before.0 + 1..day("2099-12-31").0 {
            let it = day(&Day(days).to_string());
            assert_eq!((it, it.since(before)), (Day(days), 1));
            before = it;
        }
        assert_eq!(Day::of("2026-11".parse().expect("a month")), None);
    }

    #[test]
    fn the_day_behind_tomorrow_is_ahead() {
        let date = |text: &str| text.parse::<Date>().expect("a date");
        let today = Day::of(date("2026-11-30")).expect("a day");
        for (text, is_ahead) in
            [("2026-11-30", false), ("2026-12-01", false), ("2026-12-02", true), ("2062-11-30", true)]
        {
            assert_eq!(today.is_ahead(date(text)), is_ahead, "{text}");
        }
    }
}
