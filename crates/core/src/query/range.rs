//! Ranges of numbers (`min-max`) and of months (`YYYY-MM..YYYY-MM`), each end optional but not both.

use std::fmt;
use std::str::FromStr;

use crate::domain::{YearMonth, YenRange};

/// Whole numbers from `min` to `max`, both included; an absent end is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Range {
    min: Option<u64>,
    max: Option<u64>,
}

impl Range {
    /// Makes a range; `None` when both ends are open or `min` lies above `max`.
    pub fn new(min: Option<u64>, max: Option<u64>) -> Option<Self> {
        let in_order = min.zip(max).is_none_or(|(min, max)| min <= max);
        ((min.is_some() || max.is_some()) && in_order).then_some(Self { min, max })
    }

    pub fn min(self) -> Option<u64> {
        self.min
    }

    pub fn max(self) -> Option<u64> {
        self.max
    }

    pub fn contains(self, value: u64) -> bool {
        self.min.is_none_or(|min| min <= value) && self.max.is_none_or(|max| value <= max)
    }

    /// Gives the numbers that lie in both.
    pub fn and(self, other: Self) -> Option<Self> {
        let max = match (self.max, other.max) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
        Self::new(self.min.max(other.min), max)
    }

    /// Tells if the amount may lie in the range.
    pub fn overlaps(self, amount: YenRange) -> bool {
        self.min.zip(amount.upper()).is_none_or(|(min, upper)| min <= upper)
            && self.max.is_none_or(|max| amount.lower() <= max)
    }
}

impl fmt::Display for Range {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_end(f, self.min)?;
        f.write_str("-")?;
        write_end(f, self.max)
    }
}

fn write_end(f: &mut fmt::Formatter<'_>, end: Option<u64>) -> fmt::Result {
    end.map_or(Ok(()), |end| write!(f, "{end}"))
}

impl FromStr for Range {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (min, max) = text.split_once('-').ok_or(())?;
        Self::new(number(min)?, number(max)?).ok_or(())
    }
}

/// Reads an end of a range. Empty is an open end; a sign, which `u64` would accept, is not a number here.
pub(super) fn number(text: &str) -> Result<Option<u64>, ()> {
    match text {
        "" => Ok(None),
        _ if text.bytes().all(|byte| byte.is_ascii_digit()) => text.parse().map(Some).map_err(|_| ()),
        _ => Err(()),
    }
}

/// Months from the first to the last, both included; an absent end is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct MonthRange {
    from: Option<YearMonth>,
    to: Option<YearMonth>,
}

impl MonthRange {
    /// Makes a range; `None` when both ends are open, one has no month, or they are not in order.
    pub fn new(from: Option<YearMonth>, to: Option<YearMonth>) -> Option<Self> {
        let ends_have_months = [from, to].iter().flatten().all(|end| end.month().is_some());
        let in_order = from.zip(to).is_none_or(|(from, to)| from <= to);
        ((from.is_some() || to.is_some()) && ends_have_months && in_order).then_some(Self { from, to })
    }

    pub fn from(self) -> Option<YearMonth> {
        self.from
    }

    pub fn to(self) -> Option<YearMonth> {
        self.to
    }

    /// Tells if the month lies in the range; a bare year does only when all its months do.
    pub fn contains(self, at: YearMonth) -> bool {
        let first = at.month().map_or_else(|| YearMonth::new(at.year, Some(1)), |_| Ok(at));
        let last = at.month().map_or_else(|| YearMonth::new(at.year, Some(12)), |_| Ok(at));
        let (Ok(first), Ok(last)) = (first, last) else { return false };
        self.from.is_none_or(|from| from <= first) && self.to.is_none_or(|to| last <= to)
    }
}

impl fmt::Display for MonthRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(from) = self.from {
            write!(f, "{from}")?;
        }
        f.write_str("..")?;
        self.to.map_or(Ok(()), |to| write!(f, "{to}"))
    }
}

impl FromStr for MonthRange {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (from, to) = text.split_once("..").ok_or(())?;
        Self::new(month(from)?, month(to)?).ok_or(())
    }
}

fn month(text: &str) -> Result<Option<YearMonth>, ()> {
    if text.is_empty() { Ok(None) } else { text.parse().map(Some).map_err(|_| ()) }
}
