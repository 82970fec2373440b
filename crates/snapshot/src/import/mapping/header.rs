//! The heads of a table that somebody else has made: where they stand, and how their columns are called.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use super::super::book::Raw;
use super::grid::Grid;
use crate::values::AmountUnit;

/// Stands between the levels of merged heads.
pub const BETWEEN: char = '／';
/// Titles and notes can stand above the heads, so many rows at most.
const LATEST: u32 = 30;
/// The most levels that heads have.
const LEVELS: u32 = 3;

/// The heads of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Header {
    /// The last row of the heads, counted from 0.
    pub last: u32,
    /// The name of each column: its levels, joined.
    pub names: BTreeMap<u32, String>,
    /// The texts in which units of a column may stand, the nearest first.
    pub units: BTreeMap<u32, Vec<String>>,
}

impl Header {
    /// Finds a column by its whole name, or by its lowest level where no other column has that.
    pub fn find(&self, name: &str) -> Option<u32> {
        let wanted = key(name);
        if let Some((column, _)) = self.names.iter().find(|(_, name)| key(name) == wanted) {
            return Some(*column);
        }
        let mut lowest = self
            .names
            .iter()
            .filter(|(_, name)| name.rsplit(BETWEEN).next().is_some_and(|lowest| key(lowest) == wanted));
        let (column, _) = lowest.next()?;
        lowest.next().is_none().then_some(*column)
    }

    /// Tells the unit of the amounts of a column, as far as the sheet states one.
    pub fn unit(&self, column: u32) -> Option<AmountUnit> {
        self.units.get(&column)?.iter().find_map(|text| unit(text))
    }

    /// Tells by how much the numbers of a column are to be multiplied, as far as the sheet says so.
    pub fn times(&self, column: u32) -> Option<u64> {
        self.units.get(&column)?.iter().find_map(|text| times(text))
    }

    /// Gives the columns that have this name as a whole.
    pub fn columns(&self, name: &str) -> Vec<u32> {
        let wanted = key(name);
        self.names.iter().filter(|(_, name)| key(name) == wanted).map(|(column, _)| *column).collect()
    }

    /// Gives the whole names of which the lowest level is this.
    pub fn with_lowest(&self, name: &str) -> impl Iterator<Item = &String> {
        let wanted = key(name);
        self.names
            .values()
            .filter(move |name| name.rsplit(BETWEEN).next().is_some_and(|lowest| key(lowest) == wanted))
    }
}

/// Gives the worth of one in a column of numbers of persons or bodies: 1,000 for 人口（千人）.
fn times(name: &str) -> Option<u64> {
    const UNITS: [(&str, u64); 3] = [("百", 100), ("千", 1_000), ("万", 10_000)];
    const COUNTED: [&str; 3] = ["人", "団体", "名"];
    let name = key(name);
    let is_stated = |unit: &str| COUNTED.iter().any(|counted| name.contains(&format!("{unit}{counted}")));
    UNITS.iter().find(|(unit, _)| is_stated(unit)).map(|(_, times)| *times)
}

/// Tells the unit of amounts that a head states in brackets or at its end.
pub fn unit(name: &str) -> Option<AmountUnit> {
    let name = key(name);
    let is_apart =
        |it: char| matches!(it, '(' | ')' | '[' | ']' | '【' | '】' | '、' | ',' | ';' | ':' | '・');
    let mut words = name
        .split(is_apart)
        .flat_map(|words| words.split(BETWEEN))
        .map(|word| word.strip_prefix("単位").unwrap_or(word));
    let stated = |word: &str| AmountUnit::ALL.into_iter().find(|unit| unit.ja() == word);
    let at_end = || {
        let mut units = AmountUnit::ALL.into_iter().rev();
        units.find(|unit| name.ends_with(unit.ja()))
    };
    words.find_map(stated).or_else(at_end)
}

/// Gives a head without what does not count: widths, blanks and line breaks.
pub fn key(name: &str) -> String {
    name.nfkc().filter(|character| !character.is_whitespace()).collect::<String>().to_lowercase()
}

/// Finds the heads: the rows in which most of the wanted names stand; `None` where none does.
pub fn find(grid: &Grid, wanted: &[String]) -> Option<Header> {
    let candidates = grid.rows.iter().map(|(row, _)| *row).take_while(|row| *row < LATEST);
    let mut best: Option<(usize, Header)> = None;
    for last in candidates {
        for levels in 1..=LEVELS.min(last + 1) {
            let header = read(grid, last + 1 - levels, last);
            let found = wanted.iter().filter(|name| header.find(name).is_some()).count();
            if found > best.as_ref().map_or(0, |(found, _)| *found) {
                best = Some((found, header));
            }
        }
    }
    best.map(|(_, header)| header)
}

/// Guesses the heads where no name is known: the row above the first two that are as long.
pub fn guess(grid: &Grid) -> Option<Header> {
    let early: Vec<&(u32, Vec<(u32, Raw)>)> = grid.rows.iter().take(LATEST as usize).collect();
    let longest = early.iter().map(|(_, cells)| cells.len()).max()?;
    let (last, _) = early.iter().find(|(_, cells)| cells.len() * 2 > longest)?;
    // Rows above that share its columns are levels of it, not titles, which fill one cell.
    let above =
        early.iter().rev().filter(|(row, cells)| row < last && last - row < LEVELS && cells.len() > 1);
    let first = above.map(|(row, _)| *row).min().unwrap_or(*last);
    let mut last = *last;
    while (grid.goes_on_below(last) || is_lower_level(grid, last)) && last < LATEST {
        last += 1;
    }
    Some(super::units::around(read(grid, first, last), grid))
}

/// Tells if the row below has the lower heads of some columns: few words, one of them below nothing.
fn is_lower_level(grid: &Grid, row: u32) -> bool {
    let cells = |row: u32| grid.rows.iter().find(|(at, _)| *at == row).map(|(_, cells)| cells);
    let Some((upper, lower)) = cells(row).zip(cells(row + 1)) else { return false };
    let is_below_nothing = |column: &u32| grid.at((row, *column), true).is_none();
    lower.len() * 2 < upper.len()
        && lower.iter().all(|(_, raw)| matches!(raw, Raw::Text(_)))
        && lower.iter().any(|(column, _)| is_below_nothing(column))
}

/// Gives the word of a level. One without, beside a column with the same upper level, belongs to that.
fn level(grid: &Grid, (row, last): (u32, u32), column: u32) -> Option<&Raw> {
    let has_lower = |column: u32| (row + 1..=last).any(|row| grid.at((row, column), true).is_some());
    let mut column = column;
    loop {
        match grid.at((row, column), true) {
            None if column > 0 && has_lower(column) && has_lower(column - 1) => column -= 1,
            found => return found,
        }
    }
}

/// Reads the heads in the rows from `first` to `last`.
pub fn read(grid: &Grid, first: u32, last: u32) -> Header {
    let mut names: BTreeMap<u32, String> = BTreeMap::new();
    let columns: std::collections::BTreeSet<u32> = grid
        .rows
        .iter()
        .filter(|(row, _)| (first..=last).contains(row))
        .flat_map(|(_, cells)| cells.iter().map(|(column, _)| *column))
        .collect();
    let Some(most) = columns.last() else { return Header { last, names, ..Header::default() } };
    for column in 0..=*most {
        let mut levels: Vec<String> = Vec::new();
        for row in first..=last {
            if let Some(Raw::Text(text)) = level(grid, (row, last), column) {
                let text = text.split_whitespace().collect::<String>();
                if levels.last() != Some(&text) && !text.is_empty() {
                    levels.push(text);
                }
            }
        }
        if !levels.is_empty() {
            names.insert(column, levels.join(&BETWEEN.to_string()));
        }
    }
    Header { last, names, ..Header::default() }
}
