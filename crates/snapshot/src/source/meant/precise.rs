//! Dates as precise as a column needs them: no other one is told as what was meant.

use std::str::FromStr;

use joint_procurement_core::domain::{Date, YearMonth};

/// A date with its day.
pub struct Day(pub Date);

impl FromStr for Day {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        text.parse().ok().filter(|date: &Date| date.day().is_some()).map(Self).ok_or(())
    }
}

/// A month with its year.
pub struct Month;

impl FromStr for Month {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        text.parse().ok().filter(|at: &YearMonth| at.month().is_some()).map(|_| Self).ok_or(())
    }
}
