//! Notes: news for the person who keeps the tables, although nothing needs to be mended.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, RandomState};

use super::group::without_details;
use super::{Position, Report};

/// The notes of one kind that are told.
const MOST: usize = 10;
/// The notes on rows that nobody has changed that are kept.
const MOST_ASIDE: usize = 1_000;

/// The notes of one run.
#[derive(Debug, Default)]
pub struct Notes {
    told: Vec<String>,
    /// Those on rows that nobody has changed.
    aside: Vec<String>,
    /// All of these, also those that are not kept.
    aside_count: usize,
    /// The hashes of all notes, before translation: an import and the build behind it read the same tables.
    seen: HashSet<u64>,
    hasher: RandomState,
    /// All notes that are told by their kinds.
    of_kind: HashMap<String, usize>,
    focus: Option<Focus>,
}

/// The rows that somebody has changed. Notes on others do not stand in the way of those on these.
#[derive(Debug, Default)]
pub struct Focus {
    /// The ids of cases.
    pub cases: HashSet<String>,
    /// The lines of other tables.
    pub lines: HashSet<(String, usize)>,
}

impl Notes {
    /// Takes a note before its translation; tells if it is a new one.
    fn is_new(&mut self, note: &str) -> bool {
        self.seen.insert(self.hasher.hash_one(note))
    }

    fn tell(&mut self, note: String) {
        let count = self.of_kind.entry(without_details(&note)).or_default();
        *count += 1;
        if *count <= MOST {
            self.told.push(note);
        }
    }

    fn put_aside(&mut self, note: String) {
        self.aside_count += 1;
        if self.aside.len() < MOST_ASIDE {
            self.aside.push(note);
        }
    }

    fn is_of_changed<S: AsRef<str>>(&self, cases: &[S]) -> bool {
        self.focus.as_ref().is_none_or(|focus| cases.iter().any(|id| focus.cases.contains(id.as_ref())))
    }

    fn is_changed(&self, place: &Position) -> bool {
        let is_of_case = |id: &String| self.is_of_changed(&[id]);
        let is_line = |focus: &Focus| focus.lines.contains(&(place.file.clone(), place.row));
        place.subject.as_ref().map_or_else(|| self.focus.as_ref().is_none_or(is_line), is_of_case)
    }
}

impl Report {
    /// Tells from now on which rows have changed. Notes on others are put aside.
    pub fn focus(&mut self, focus: Focus) {
        self.notes.focus = Some(focus);
    }

    /// Tells if a case has changed; all have where nobody knows.
    pub fn is_changed(&self, case: &str) -> bool {
        self.notes.is_of_changed(&[case])
    }

    /// Notes something the person should know although nothing needs to be mended.
    pub fn note(&mut self, note: impl Into<String>) {
        self.take_note(note.into(), true);
    }

    /// Notes something on cases.
    pub fn note_on<S: AsRef<str>>(&mut self, cases: &[S], note: impl Into<String>) {
        let is_of_changed = self.notes.is_of_changed(cases);
        self.take_note(note.into(), is_of_changed);
    }

    /// Notes something on a row.
    pub fn note_at(&mut self, place: &Position, note: impl Into<String>) {
        let is_changed = self.notes.is_changed(place);
        self.take_note(note.into(), is_changed);
    }

    fn take_note(&mut self, note: String, is_told: bool) {
        if self.conceals() || !self.notes.is_new(&note) {
            return;
        }
        let Some(note) = self.translated(note) else { return };
        if is_told {
            self.notes.tell(note);
        } else {
            self.notes.put_aside(note);
        }
    }

    pub fn notes(&self) -> &[String] {
        &self.notes.told
    }

    /// Counts the notes that are not told, since there are many like them.
    pub fn untold_notes(&self) -> usize {
        self.notes.of_kind.values().sum::<usize>() - self.notes.told.len()
    }

    /// Gives the notes on rows that nobody has changed.
    pub fn notes_aside(&self) -> &[String] {
        &self.notes.aside
    }

    /// Counts them, also those that are not kept.
    pub fn count_aside(&self) -> usize {
        self.notes.aside_count
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report() -> Report {
        let mut report = Report::default();
        report.focus(Focus { cases: ["31-a-1".to_owned()].into(), lines: [("a.csv".to_owned(), 3)].into() });
        report
    }

    #[test]
    fn notes_on_other_rows_do_not_hide_those_on_changed_ones() {
        let mut report = report();
        for number in 0..50 {
            report.note_on(&[format!("13-b-{number}")], format!("13-b-{number}は、ふるいようです。"));
        }
        report.note_on(&["13-b-1", "31-a-1"], "31-a-1は、ふるいようです。");
        report.note_at(&Position::new("a.csv", 3), "a.csv： 3行目");
        report.note_at(&Position::new("a.csv", 4), "a.csv： 4行目のこと");
        report.note("全体のこと。");
        assert_eq!(report.notes(), ["31-a-1は、ふるいようです。", "a.csv： 3行目", "全体のこと。"]);
        assert_eq!((report.notes_aside().len(), report.count_aside(), report.untold_notes()), (51, 51, 0));
        let text = report.to_string();
        assert!(text.contains("ほかに51件") && !text.contains("13-b-7"), "{text}");
    }

    #[test]
    fn what_was_put_aside_is_not_told_by_another_reading() {
        let mut report = report();
        report.note_on(&["13-b-1"], "ふるい。");
        report.note_on(&["13-b-1"], "ふるい。");
        assert_eq!((report.notes().len(), report.count_aside()), (0, 1));
    }
}
