//! Numbers that are far from those that they were.

use super::super::compared::{ChangedCell, ComparedSheet};
use super::became;
use crate::problem::Report;
use crate::source::columns::{Column, Kind, MUNICIPALITIES, Table};

/// A number of persons, which changes little from year to year.
struct Steady {
    column: &'static str,
    /// Smaller numbers change by more.
    least: f64,
    /// The part of itself by which it may change. Between the censuses of 2015 and 2020 no municipality of a thousand
    /// people or more, but for those that were evacuated, grew or shrank by as much.
    part: f64,
}

const STEADY: [Steady; 2] = [
    Steady { column: "population", least: 1_000.0, part: 0.3 },
    Steady { column: "staff", least: 50.0, part: 0.5 },
];
/// Any other number that becomes so many times itself has rather gained or lost a digit.
const TIMES: f64 = 10.0;

pub fn notes(sheet: &ComparedSheet, report: &Report) -> Vec<String> {
    let note = |(_, cell, place): (_, &ChangedCell, _)| {
        Some(format!("{}{}", became(sheet, cell, &place), odd(sheet, cell)?))
    };
    sheet.cells(report).filter_map(note).collect()
}

/// Says why a number is odd beside the one that it was.
pub fn odd(sheet: &ComparedSheet, cell: &ChangedCell) -> Option<&'static str> {
    why(sheet.table(), sheet.column(cell)?, &cell.before, &cell.after)
}

fn why(table: &Table, column: &Column, before: &str, after: &str) -> Option<&'static str> {
    if !matches!(column.kind, Kind::Count | Kind::Yen | Kind::YenRange | Kind::Decimal)
        || matches!(column.name, "lat" | "lng")
    {
        return None;
    }
    let (was, is): (f64, f64) = (before.parse().ok()?, after.parse().ok()?);
    if was <= 0.0 || is < 0.0 || was == is {
        return None;
    }
    let times = if is > was { is / was } else { was / is };
    let mut steady =
        STEADY.iter().filter(|it| table.sheet == MUNICIPALITIES.sheet && it.column == column.name);
    let is_far = steady.any(|it| was >= it.least && (is - was).abs() > was * it.part);
    if is == 0.0 {
        Some("0 は「ない」という値です。分からないのなら、空欄にしてください。")
    } else if is_power_of_ten(times) {
        Some("数字は同じで、桁だけが違います。単位（千円、万円など）か桁の間違いではありませんか。")
    } else if times >= 3.0 && is_part(before, after) {
        Some("数字が抜けたか、余分に入ったようです。")
    } else if is_far || times >= TIMES {
        Some("変わり方が大きすぎます。桁や行の間違いがないか、確かめてください。")
    } else {
        None
    }
}

/// Tells if a number is 10, 100 and so on.
fn is_power_of_ten(times: f64) -> bool {
    let places = times.log10().round();
    places >= 1.0 && (times / 10f64.powf(places) - 1.0).abs() < 1e-9
}

/// Tells if the digits of the shorter number are those of the longer one, but for some that it lacks.
fn is_part(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let mut digits = long.chars();
    short.len() < long.len() && short.chars().all(|digit| digits.any(|it| it == digit))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::columns::CASES;

    fn is_odd(table: &Table, column: &str, before: &str, after: &str) -> bool {
        why(table, table.column(column).unwrap(), before, after).is_some()
    }

    #[test]
    fn numbers_of_persons_change_little() {
        for (column, before, after, expected) in [
            ("population", "114326", "1", true),
            ("population", "114326", "11432", true),
            ("population", "114326", "1114326", true),
            ("population", "114326", "70000", true),
            ("population", "114326", "104326", false),
            ("population", "114326", "112000", false),
            ("population", "320", "180", false),
            ("staff", "1069", "106", true),
            ("staff", "1069", "900", false),
            ("staff", "", "900", false),
            ("lat", "38.1", "3.8", false),
            ("name", "1", "100", false),
        ] {
            assert_eq!(is_odd(&MUNICIPALITIES, column, before, after), expected, "{column} {before} {after}");
        }
    }

    #[test]
    fn amounts_are_odd_by_their_digits_only() {
        for (column, before, after, expected) in [
            ("annual_cost_yen", "790000000", "790000", true),
            ("annual_cost_yen", "790000000", "79000000", true),
            ("annual_cost_yen", "790000000", "0", true),
            ("annual_cost_yen", "790000000", "250000000", false),
            ("annual_cost_yen", "790000000", "10000000-20000000", false),
            ("participants_count", "19", "119", true),
            ("participants_count", "19", "25", false),
            ("contract_years", "5", "50", true),
            ("contract_years", "5.0", "5", false),
        ] {
            assert_eq!(is_odd(&CASES, column, before, after), expected, "{column} {before} {after}");
        }
    }
}
