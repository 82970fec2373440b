//! Columns whose cells have come to other rows. A cell was put in or taken out, or a part of a table sorted.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::super::compared::ComparedSheet;
use super::super::make::NewTables;
use crate::problem::{Problem, Report};

/// The cells from which on that is no chance.
const FEWEST: usize = 5;
/// The different texts among them. Words such as yes and no come to look like others of their column by chance.
const FEWEST_TEXTS: usize = 3;

/// A cell of one column that says something else.
#[derive(Clone, Copy)]
struct Change<'a> {
    row: u32,
    before: &'a str,
    after: &'a str,
}

/// The way in which cells have come to other rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Way {
    Down,
    Up,
    Sorted,
}

/// Rows of a column whose cells have come to other rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Moved {
    way: Way,
    first: u32,
    last: u32,
}

/// Reports such columns, those that have moved together as one. Whatever follows in these rows is not told again.
pub fn check(new: &mut NewTables, book: &str, report: &mut Report) {
    for sheet in &mut new.compared {
        let mut together: BTreeMap<Moved, Vec<usize>> = BTreeMap::new();
        for (column, changes) in by_column(sheet) {
            if let Some(moved) = moved(&changes) {
                together.entry(moved).or_default().push(column);
            }
        }
        let unfit = new.origins.unfit.entry(sheet.table().sheet).or_default();
        for (moved, columns) in together {
            report.add(problem(book, sheet, moved, &columns));
            sheet.moved.extend(&columns);
            unfit.moved_ranges.push((moved.first, moved.last));
            for row in sheet.differences.rows.iter().filter(|row| moved.holds(row.row)) {
                let others = row.cells.iter().map(|cell| cell.column).filter(|at| !columns.contains(at));
                let others = others.filter_map(|at| Some(sheet.frame.cell(row.row, at).position()?.1));
                unfit.own_in_moved.insert(row.row, others.collect());
            }
        }
    }
}

/// Gives the changes of each column but the first, whose cells name the rows.
fn by_column(sheet: &ComparedSheet) -> BTreeMap<usize, Vec<Change<'_>>> {
    let mut columns: BTreeMap<usize, Vec<Change<'_>>> = BTreeMap::new();
    for row in &sheet.differences.rows {
        for cell in row.cells.iter().filter(|cell| cell.column > 0) {
            let change = Change { row: row.row, before: &cell.before, after: &cell.after };
            columns.entry(cell.column).or_default().push(change);
        }
    }
    columns
}

/// Tells if the changes of a column are those of cells that have come to other rows.
fn moved(changes: &[Change<'_>]) -> Option<Moved> {
    if changes.len() < FEWEST {
        return None;
    }
    let down = shifted(changes, |above, below| below.after == above.before);
    let up = shifted(changes, |above, below| above.after == below.before);
    let by_shift = [(Way::Down, down), (Way::Up, up)].into_iter().find_map(|(way, run)| {
        let (first, last) = run?;
        Some(Moved { way, first, last })
    });
    by_shift.or_else(|| {
        let (first, last) = (changes.first()?.row, changes.last()?.row);
        is_same_texts(changes).then_some(Moved { way: Way::Sorted, first, last })
    })
}

/// Finds the longest run of neighbours that stand so to each other; gives its first and its last row. A cell that was
/// typed anew within does not end it.
fn shifted(
    changes: &[Change<'_>],
    is_shifted: impl Fn(&Change<'_>, &Change<'_>) -> bool,
) -> Option<(u32, u32)> {
    let pairs = changes.iter().zip(changes.iter().skip(1));
    let links: Vec<bool> = pairs.map(|(above, below)| is_shifted(above, below)).collect();
    let mut longest: &[Change<'_>] = &[];
    let mut start = 0;
    while start < links.len() {
        let mut end = start;
        let mut held = 0;
        while let Some(is_held) = links.get(end)
            && (*is_held || (end > start && links.get(end + 1) == Some(&true)))
        {
            held += usize::from(*is_held);
            end += 1;
        }
        // As many neighbours as that, and few among them that do not.
        if held >= FEWEST && held * 5 >= (end - start) * 4 {
            longest = changes.get(start..=end).filter(|run| run.len() > longest.len()).unwrap_or(longest);
        }
        start = end.max(start + 1);
    }
    let is_of_texts = texts(longest).len() >= FEWEST_TEXTS;
    Some((longest.first()?.row, longest.last()?.row)).filter(|_| is_of_texts)
}

/// Counts the texts that the cells had.
fn texts<'a>(changes: &[Change<'a>]) -> HashSet<&'a str> {
    changes.iter().map(|change| change.before).filter(|text| !text.is_empty()).collect()
}

/// Tells if the cells hold the texts that they held, in another order. Where most texts stand only once, a tenth may
/// have been typed anew besides.
fn is_same_texts(changes: &[Change<'_>]) -> bool {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    changes.iter().for_each(|change| *counts.entry(change.before).or_default() += 1);
    let mut same = 0;
    for change in changes {
        if let Some(count) = counts.get_mut(change.after).filter(|count| **count > 0) {
            *count -= 1;
            same += 1;
        }
    }
    let (all, texts) = (changes.len(), texts(changes).len());
    texts >= FEWEST_TEXTS && (same == all || same * 10 >= all * 9 && texts * 2 >= all)
}

impl Moved {
    fn holds(&self, row: u32) -> bool {
        (self.first..=self.last).contains(&row)
    }
}

fn problem(book: &str, sheet: &ComparedSheet, moved: Moved, columns: &[usize]) -> Problem {
    let names = columns.iter().filter_map(|at| sheet.table().columns.get(*at)).map(|column| column.ja);
    let names: Vec<&str> = names.collect();
    let cell = |row: u32, at: Option<&usize>| sheet.frame.cell(row, at.copied().unwrap_or_default());
    let (first, last) = (cell(moved.first, columns.first()), cell(moved.last, columns.last()));
    let range = [&first, &last].map(|place| place.cell_name().unwrap_or_default()).join(":");
    let (what, advice) = match moved.way {
        Way::Down | Way::Up => (
            format!(
                "{range} の値が、1行ずつ{}にずれています。",
                if moved.way == Way::Down { "下" } else { "上" }
            ),
            "セルの挿入か削除で、この列だけがずれたようです。ほかの列と合うように、ずれたセルを元の行に戻してください。",
        ),
        Way::Sorted => (
            format!("{range} の値が、行の間で入れ替わっています（もとの値は同じで、順だけが違います）。"),
            "一部の列だけを並べ替えたようです。もとに戻し、並べ替えるときは、すべての列を選んでください。値を本当に入れ替えるのなら、4行ずつに分けて取り込んでください。",
        ),
    };
    Problem::new(book, what).at(first).column(names.join("、")).value(range).advice(advice)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn way(before: &[&str], after: &[&str]) -> Option<(Way, u32, u32)> {
        let changes = (3..).zip(before.iter().zip(after)).filter(|(_, (before, after))| before != after);
        let changes: Vec<Change<'_>> =
            changes.map(|(row, (before, after))| Change { row, before, after }).collect();
        moved(&changes).map(|moved| (moved.way, moved.first, moved.last))
    }

    const LETTERS: [&str; 8] = ["a", "b", "c", "d", "e", "f", "g", "h"];

    #[test]
    fn cells_that_came_to_other_rows_are_found() {
        for (after, expected) in [
            // A cell put in; one taken out; both with equal neighbours elsewhere.
            (["a", "", "b", "c", "d", "e", "f", "g"], Some((Way::Down, 4, 10))),
            (["b", "c", "d", "e", "f", "g", "h", ""], Some((Way::Up, 3, 10))),
            (["h", "g", "f", "e", "d", "c", "b", "a"], Some((Way::Sorted, 3, 10))),
            (["a", "b", "c", "d", "h", "g", "f", "e"], None),
            (["1", "2", "3", "4", "5", "6", "7", "8"], None),
            (LETTERS, None),
        ] {
            assert_eq!(way(&LETTERS, &after), expected, "{after:?}");
        }
    }

    #[test]
    fn a_cell_typed_anew_within_and_empty_ones_do_not_end_a_shift() {
        let before = ["a", "b", "", "", "c", "d", "", "e", "f", "g"];
        let after = ["", "a", "b", "", "", "X", "d", "", "e", "f"];
        assert_eq!(way(&before, &after), Some((Way::Down, 3, 12)));
    }

    #[test]
    fn equal_cells_do_not_end_a_shift_and_two_words_make_none() {
        let before = ["a", "b", "b", "c", "d", "e", "e", "f", "g", "h"];
        let after = ["", "a", "b", "b", "c", "d", "e", "e", "f", "g"];
        assert_eq!(way(&before, &after), Some((Way::Down, 3, 12)));
        let before = ["はい", "いいえ", "はい", "いいえ", "はい", "いいえ", "はい", "いいえ"];
        let after = ["いいえ", "はい", "いいえ", "はい", "いいえ", "はい", "いいえ", "はい"];
        assert_eq!(way(&before, &after), None);
    }

    #[test]
    fn a_long_column_that_is_turned_was_sorted() {
        let texts: Vec<String> = (0..5_000).map(|at| format!("値{at}")).collect();
        let before: Vec<&str> = texts.iter().map(String::as_str).collect();
        let turned: Vec<&str> = before.iter().rev().copied().collect();
        assert_eq!(way(&before, &turned).map(|(way, ..)| way), Some(Way::Sorted));
    }

    proptest! {
        #[test]
        fn a_shift_of_different_texts_is_always_found(count in 7_usize..40, at in 0_usize..30) {
            let before: Vec<String> = (0..count).map(|number| format!("値{number}")).collect();
            let mut after = before.clone();
            let at = at.min(count - 7);
            after.insert(at, String::new());
            after.truncate(count);
            let before: Vec<&str> = before.iter().map(String::as_str).collect();
            let after: Vec<&str> = after.iter().map(String::as_str).collect();
            let found = way(&before, &after).map(|(way, ..)| way);
            prop_assert_eq!(found, Some(Way::Down));
        }
    }
}
