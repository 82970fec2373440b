//! Repeats of one mistake: one problem with many places.

use std::fmt::Write;

use super::{Place, Problem};

/// The runs of lines that are kept of a group; more are told as such.
const MOST_RUNS: usize = 200;
/// The runs of lines that are told.
const TOLD_RUNS: usize = 3;

/// One mistake at one or more places of a file.
#[derive(Debug)]
pub struct Group {
    /// All of them.
    count: usize,
    runs: Runs,
    /// The first ones.
    problems: Vec<Problem>,
}

/// The property by which problems of a file are the same: sheet, column and sentence, without their details.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    sheet: Option<String>,
    column: Option<String>,
    sentence: String,
}

impl Key {
    pub fn of(problem: &Problem) -> Self {
        Self {
            sheet: problem.place.sheet_name().map(str::to_owned),
            column: problem.column.as_deref().map(without_numbers),
            sentence: without_details(&problem.what),
        }
    }
}

impl Group {
    pub fn new() -> Self {
        Self { count: 0, runs: Runs::default(), problems: Vec::new() }
    }

    /// Counts one place more; the problem itself is kept if there is room.
    pub fn add(&mut self, problem: Problem, is_kept: bool) {
        self.count += 1;
        if let Some(number) = problem.place.number() {
            self.runs.add(number);
        }
        if is_kept {
            self.problems.push(problem);
        }
    }

    pub fn count(&self) -> usize {
        self.count
    }

    /// Gives the problems that are kept, in order of their places.
    pub fn problems(&self) -> Vec<&Problem> {
        let mut problems: Vec<&Problem> = self.problems.iter().collect();
        problems.sort_by_key(|problem| problem.place.number());
        problems
    }

    /// Gives the number of its first line or row; 0 for what stands in none.
    pub fn first(&self) -> usize {
        self.runs.all.iter().map(|(first, _)| *first).min().unwrap_or(0)
    }

    /// Gives the places in short: 2〜40行目、45行目ほか.
    pub fn places(&self) -> String {
        let Some(runs) = self.runs.told() else { return String::new() };
        match self.problems.first().map(|problem| &problem.place) {
            Some(place @ Place::Cell { .. }) => {
                let letters = place.letters().filter(|_| self.agree(|it| Some(it.place.letters())).is_some());
                let sheet = place.sheet_name().unwrap_or_default();
                let column = letters.map(|letters| format!("（{letters}列）")).unwrap_or_default();
                format!("シート「{sheet}」の{runs}{column}")
            }
            Some(place) => match place.sheet_name() {
                Some(sheet) => format!("シート「{sheet}」の{runs}"),
                None => runs,
            },
            None => runs,
        }
    }

    /// Gives the column as far as all have one name: without the numbers of lists inside.
    pub fn column(&self) -> Option<String> {
        match self.agree(|problem| problem.column.as_ref()) {
            Some(column) => Some(column.clone()),
            None => self.problems.first()?.column.as_deref().map(without_numbers),
        }
    }

    /// Gives the sentence, without what differs from place to place.
    pub fn sentence(&self) -> String {
        let Some(first) = self.problems.first() else { return String::new() };
        if let Some(same) = self.agree(|problem| Some(&problem.what)) {
            return same.to_string();
        }
        let first: Vec<char> = first.what.chars().collect();
        let others = self.problems.iter().map(|problem| problem.what.chars().collect::<Vec<char>>());
        let (mut start, mut end) = (first.len(), first.len());
        for other in others {
            start = start.min(first.iter().zip(&other).take_while(|(a, b)| a == b).count());
            let alike = first.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
            end = end.min(alike);
        }
        let end = end.min(first.len() - start);
        let part = |part: &[char]| part.iter().collect::<String>();
        format!("{}…{}", part(&first[..start]), part(&first[first.len() - end..]))
    }

    /// Gives a property that all kept problems have in common.
    pub fn agree<'a, T: PartialEq>(&'a self, property: impl Fn(&'a Problem) -> Option<T>) -> Option<T> {
        let mut all = self.problems.iter().map(property);
        let first = all.next()??;
        all.all(|other| other.as_ref() == Some(&first)).then_some(first)
    }
}

/// Lines, as runs from one to another.
#[derive(Debug, Default)]
struct Runs {
    all: Vec<(usize, usize)>,
    /// Lines in more runs than are kept.
    has_more: bool,
}

impl Runs {
    fn add(&mut self, number: usize) {
        let has_room = self.all.len() < MOST_RUNS;
        match self.all.last_mut() {
            Some((_, last)) if number == *last || number == *last + 1 => *last = number,
            _ if has_room => self.all.push((number, number)),
            _ => self.has_more = true,
        }
    }

    fn told(&self) -> Option<String> {
        let mut sorted = self.all.clone();
        sorted.sort_unstable();
        let mut runs: Vec<(usize, usize)> = Vec::new();
        for (first, last) in sorted {
            match runs.last_mut() {
                Some((_, before)) if first <= *before + 1 => *before = last.max(*before),
                _ => runs.push((first, last)),
            }
        }
        let mut told = String::new();
        for (first, last) in runs.iter().take(TOLD_RUNS) {
            let comma = if told.is_empty() { "" } else { "、" };
            // Writing to a String cannot fail.
            let _ = match first == last {
                true => write!(told, "{comma}{first}行目"),
                false => write!(told, "{comma}{first}〜{last}行目"),
            };
        }
        if self.has_more || runs.len() > TOLD_RUNS {
            told.push_str("ほか");
        }
        Some(told).filter(|told| !told.is_empty())
    }
}

/// Takes the numbers in a list away from the name of a column: documents（2番目） url.
fn without_numbers(column: &str) -> String {
    let mut pieces = column.split('（');
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |name, piece| match piece.split_once("番目）") {
        Some((number, rest)) if number.bytes().all(|byte| byte.is_ascii_digit()) => name + rest,
        _ => name + "（" + piece,
    })
}

/// Takes away what differs from place to place: numbers, names in Latin letters, and what is quoted.
pub fn without_details(sentence: &str) -> String {
    let mut kind = String::new();
    let mut depth = 0_usize;
    for character in sentence.chars() {
        match character {
            '「' => depth += 1,
            '」' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            _ if character.is_ascii_graphic() => {
                if !kind.ends_with('#') {
                    kind.push('#');
                }
            }
            _ => kind.push(character),
        }
    }
    kind
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::problem::Position;

    #[test]
    fn sentences_that_differ_in_details_are_of_one_kind() {
        for (one, other) in [
            ("3行目と同じ id です。", "12行目と同じ id です。"),
            ("「電算」は benefits.csv にありません。", "「」は benefits.csv にありません。"),
            ("vendor は、理由を書ける項目ではありません。", "x_y は、理由を書ける項目ではありません。"),
        ] {
            assert_eq!(without_details(one), without_details(other));
        }
        assert_ne!(without_details("空欄です。"), without_details("空の行です。"));
        assert_eq!(without_numbers("documents（12番目） url"), "documents url");
        assert_eq!(without_numbers("（名前のない列）"), "（名前のない列）");
    }

    #[test]
    fn the_sentence_of_many_has_no_detail_of_one() {
        let mut group = Group::new();
        for row in 3..6 {
            let what = format!("{row}行目と同じ id です。");
            group.add(Position::new("a", row).problem("id", what), true);
        }
        assert_eq!(group.sentence(), "…行目と同じ id です。");
    }

    #[test]
    fn cells_of_a_workbook_are_told_by_sheet_rows_and_column() {
        let mut group = Group::new();
        for row in 4..40 {
            group.add(Problem::new("a.xlsx", "空欄です。").at(Place::cell("事例", (row, 2))), true);
        }
        assert_eq!(group.places(), "シート「事例」の5〜40行目（C列）");
    }

    proptest! {
        #[test]
        fn every_line_is_within_a_run(lines in prop::collection::vec(1_usize..60, 1..60)) {
            let mut runs = Runs::default();
            lines.iter().for_each(|line| runs.add(*line));
            for line in &lines {
                prop_assert!(runs.all.iter().any(|(first, last)| (first..=last).contains(&line)));
            }
            for (first, last) in &runs.all {
                prop_assert!((*first..=*last).all(|line| lines.contains(&line)));
            }
        }
    }
}
