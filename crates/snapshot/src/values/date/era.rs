//! Japanese eras.

use joint_procurement_core::domain::Date;

/// The first day of an era.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Day {
    year: u16,
    month: u8,
    day: u8,
}

/// An era, by its place among all of them.
#[derive(Clone, Copy)]
pub struct Era(usize);

/// Names and letter of each era, and the day on which it began, the latest first.
///
/// By the orders that changed them: 平成31年政令第143号 (令和), 昭和64年政令第1号 (平成), the proclamations before. A date
/// before 1873 followed another calendar; no such year is a `Date`.
const ERAS: [(&[&str], Day); 5] = [
    (&["令和", "レイワ", "れいわ", "R", "r"], Day { year: 2019, month: 5, day: 1 }),
    (&["平成", "ヘイセイ", "へいせい", "H", "h"], Day { year: 1989, month: 1, day: 8 }),
    (&["昭和", "ショウワ", "しょうわ", "S", "s"], Day { year: 1926, month: 12, day: 25 }),
    (&["大正", "タイショウ", "たいしょう", "T", "t"], Day { year: 1912, month: 7, day: 30 }),
    (&["明治", "メイジ", "めいじ", "M", "m"], Day { year: 1868, month: 1, day: 25 }),
];

impl Era {
    /// Takes the name of an era off the beginning of a date.
    pub fn of(text: &str) -> Option<(Self, &str)> {
        ERAS.iter().enumerate().find_map(|(at, (names, _))| {
            let rest = names.iter().find_map(|name| text.strip_prefix(name))?;
            Some((Self(at), rest.strip_prefix('.').unwrap_or(rest)))
        })
    }

    /// Gives the two in which dates without an era may be.
    pub fn latest() -> impl Iterator<Item = Self> {
        [Self(0), Self(1)].into_iter()
    }

    /// Gives the year of the calendar, for one of two digits.
    pub fn year(self, number: u16) -> Option<u16> {
        let first = ERAS.get(self.0)?.1.year;
        (first - 1).checked_add(number).filter(|_| (1..=99).contains(&number))
    }

    /// Tells if a part of the date lies in the era: 昭和64年1月 had seven days.
    pub fn holds(self, date: Date) -> bool {
        let begun = |at: usize| ERAS.get(at).map(|(_, begun)| *begun);
        let end = self.0.checked_sub(1).and_then(begun);
        begun(self.0).is_some_and(|begun| last(date) >= begun) && end.is_none_or(|end| first(date) < end)
    }
}

fn first(date: Date) -> Day {
    let at = date.year_month();
    Day { year: at.year, month: at.month().unwrap_or(1), day: date.day().unwrap_or(1) }
}

fn last(date: Date) -> Day {
    let at = date.year_month();
    Day { year: at.year, month: at.month().unwrap_or(12), day: date.day().unwrap_or(31) }
}
