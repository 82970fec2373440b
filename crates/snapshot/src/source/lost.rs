//! Keys that a table lacks because of mistakes that are told: rows that name them are not told again.

use super::sheet::Sheet;
use crate::problem::{Problem, Report};
use crate::text::dense;

/// So many rows name a word that is probably a lost key. One alone may be a mistake of its own.
const FEWEST: usize = 2;

/// The keys of rows that are there but whose key is wrong, as they are written.
#[derive(Clone, Debug, Default)]
pub struct LostKeys {
    written: Vec<String>,
    /// The table as a whole cannot be read.
    is_all: bool,
}

impl LostKeys {
    /// Takes the cells of a column that are told, and those of rows that cannot be read.
    pub fn of(sheet: Option<&Sheet>, column: &str, report: &Report) -> Self {
        let Some(sheet) = sheet else { return Self { is_all: true, ..Self::default() } };
        let wrong = sheet.rows().filter(|row| report.is_wrong(row.place, column));
        let rows = wrong.chain(sheet.broken());
        // A key that is also that of another row says nothing of the one that is lost.
        let is_double = |key: &str| sheet.rows().filter(|row| row.cell(column) == key).count() > 1;
        let written = rows.map(|row| row.cell(column)).map(|key| if is_double(key) { "" } else { key });
        Self { written: written.map(str::to_owned).collect(), is_all: false }
    }

    pub fn new(written: Vec<String>) -> Self {
        Self { written, is_all: false }
    }

    pub fn is_empty(&self) -> bool {
        self.written.is_empty() && !self.is_all
    }

    /// Reports what was held back of a kind, but for the words that probably are the lost keys. These are first those
    /// that are like them, then those that stand in more rows than all others.
    pub fn settle(&self, kind: &'static str, report: &mut Report) {
        let mut words: Vec<(String, Vec<Problem>)> = Vec::new();
        for (word, problem) in report.held(kind) {
            match words.iter_mut().find(|(of, _)| *of == word) {
                Some((_, problems)) => problems.push(problem),
                None => words.push((word, vec![problem])),
            }
        }
        if self.is_all {
            return;
        }
        let mut left = 0;
        for written in &self.written {
            match words.iter().position(|(word, _)| is_like(written, word)) {
                Some(at) => drop(words.remove(at)),
                None => left += 1,
            }
        }
        words.sort_by_key(|(_, problems)| std::cmp::Reverse(problems.len()));
        let count = |at: usize| words.get(at).map_or(0, |(_, problems)| problems.len());
        // Nobody knows which is meant of words that stand in as many rows.
        let is_end = |end: &usize| *end == 0 || count(end - 1) > count(*end).max(FEWEST - 1);
        let follows = (0..=left.min(words.len())).rev().find(is_end);
        for (_, problems) in words.into_iter().skip(follows.unwrap_or_default()) {
            problems.into_iter().for_each(|problem| report.add(problem));
        }
    }
}

/// Tells if a word was meant by one that differs in widths, blanks or a letter.
pub fn is_like(written: &str, word: &str) -> bool {
    let (bare, sought) = (dense(written).to_lowercase(), dense(word).to_lowercase());
    let is_long = bare.chars().count() >= 3;
    !bare.is_empty() && (bare == sought || is_long && strsim::damerau_levenshtein(&bare, &sought) <= 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Settles words that stand in so many rows each, and gives those that are told.
    fn told(lost: &[&str], words: &[(&str, usize)]) -> Vec<String> {
        let mut report = Report::default();
        for (word, rows) in words {
            (0..*rows).for_each(|row| report.hold("a", *word, Problem::new("a.csv", *word).row(row)));
        }
        LostKeys::new(lost.iter().map(|it| (*it).to_owned()).collect()).settle("a", &mut report);
        let told = |word: &&(&str, usize)| report.to_string().contains(word.0);
        words.iter().filter(told).map(|(word, _)| (*word).to_owned()).collect()
    }

    #[test]
    fn words_that_lost_keys_explain_are_not_told() {
        assert_eq!(told(&[], &[("電子入札", 3)]), ["電子入札"]);
        assert_eq!(told(&[" 電子入札"], &[("電子入札", 1), ("施設予約", 5)]), ["施設予約"]);
        assert_eq!(told(&[""], &[("電子入札", 3), ("施設", 1)]), ["施設"]);
        assert_eq!(told(&["", "x"], &[("電子入札", 3), ("施設", 2), ("文書", 1)]), ["文書"]);
        assert_eq!(told(&[""], &[("電子入札", 2)]), Vec::<String>::new());
        assert_eq!(told(&[""], &[("電子入札", 1)]), ["電子入札"]);
        assert_eq!(told(&[""], &[("電子入札", 2), ("施設", 2)]), ["電子入札", "施設"]);
    }

    #[test]
    fn of_a_table_that_cannot_be_read_nothing_is_lacking() {
        let mut report = Report::default();
        report.hold("a", "b", Problem::new("a.csv", "b"));
        LostKeys::of(None, "slug", &report).settle("a", &mut report);
        assert!(report.is_clean());
    }
}
