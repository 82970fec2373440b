//! The date that was meant by one with a slip in its year.

use joint_procurement_core::domain::Date;

use crate::values;

/// The years in which what the tables tell of may have been, or may be planned.
const YEARS: std::ops::RangeInclusive<u32> = 1990..=2040;

/// Gives dates of which the year has two digits in each other's place, or one twice.
pub fn slipped(text: &str) -> Vec<String> {
    let text = values::dense(text);
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    let (year, rest) = text.split_at(length);
    let digits: Vec<char> = year.chars().collect();
    let written = |digits: Vec<char>| digits.into_iter().collect::<String>();
    let mut years: Vec<String> = match digits.len() {
        4 => (0..3)
            .map(|at| {
                let mut digits = digits.clone();
                digits.swap(at, at + 1);
                written(digits)
            })
            .collect(),
        // A digit that was typed twice.
        5 => {
            let twice = (0..4).filter(|at| digits[*at] == digits[at + 1]);
            let without = |at| {
                let mut digits = digits.clone();
                digits.remove(at);
                written(digits)
            };
            twice.map(without).collect()
        }
        _ => return Vec::new(),
    };
    years.retain(|it| it != year && it.parse().is_ok_and(|year: u32| YEARS.contains(&year)));
    years.dedup();
    // More than one are a guess.
    if years.len() > 1 { Vec::new() } else { years.into_iter().map(|year| format!("{year}{rest}")).collect() }
}

/// Gives the date that was meant by one after a day, where only two digits of the year changed places.
pub fn earlier(date: &str, last: Date) -> Option<String> {
    let is_before = |text: &String| text.parse::<Date>().is_ok_and(|date| date <= last);
    slipped(date).into_iter().find(is_before)
}
