//! Everything that one run has found, in bounded memory.

use std::collections::{HashMap, HashSet};
use std::fmt;

use super::group::{Group, Key};
use super::notes::Notes;
use super::secret::Secrets;
use super::{Place, Position, Problem};

/// The kinds of problems of one file that are told; the problems of others are counted.
const MOST_GROUPS: usize = 200;
/// The problems of a group that are kept however many there are in all.
const ALWAYS_KEPT: usize = 20;
/// The problems that are kept in all.
const MOST_KEPT: usize = 20_000;

/// Everything that one run has found: problems, which stop it, and notes, which do not.
#[derive(Debug, Default)]
pub struct Report {
    /// In the order in which the files were read.
    files: Vec<OfFile>,
    /// The number of problems that are kept with all their words.
    kept: usize,
    pub(super) notes: Notes,
    /// The knowledge of what none of them may tell.
    pub(super) secrets: Secrets,
    /// Gives problems another place, while tables are read that were made from a workbook.
    translation: Option<Translation>,
    /// The files with problems, as these named them, since the last translation began or ended.
    named: HashSet<String>,
    /// The cells of source files that problems name, likewise.
    wrong: HashSet<(String, usize, String)>,
    /// Problems held back until it is known if they follow from another, with what they are about.
    held: HashMap<&'static str, Vec<(String, Problem)>>,
    /// All problems that were found, also those that a translation leaves out.
    found: usize,
    /// The parts of workbooks that are told of, each with whether its text as such is at fault.
    told: HashMap<Place, bool>,
}

/// The words of a workbook for problems of the tables that were made from it.
pub struct Translation {
    /// Gives a problem its place and its words. None for what follows from something that is told already.
    pub problem: Box<dyn Fn(Problem) -> Option<Problem>>,
    /// Gives a note its words; none for one that is not told.
    pub note: Box<dyn Fn(String) -> Option<String>>,
}

impl fmt::Debug for Translation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Translation")
    }
}

/// The problems of one file.
#[derive(Debug)]
pub struct OfFile {
    pub name: String,
    /// All of them.
    pub count: usize,
    groups: Vec<Group>,
    by_key: HashMap<Key, usize>,
}

impl OfFile {
    fn new(name: String) -> Self {
        Self { name, count: 0, groups: Vec::new(), by_key: HashMap::new() }
    }

    fn group(&mut self, key: Key) -> Option<&mut Group> {
        let next = self.groups.len();
        let at = match self.by_key.get(&key) {
            Some(at) => *at,
            None if next < MOST_GROUPS => {
                self.by_key.insert(key, next);
                self.groups.push(Group::new());
                next
            }
            None => return None,
        };
        self.groups.get_mut(at)
    }

    /// Gives the kinds of problems in order of their first lines.
    pub fn groups(&self) -> Vec<&Group> {
        let mut groups: Vec<&Group> = self.groups.iter().collect();
        groups.sort_by_key(|group| group.first());
        groups
    }

    /// Counts the problems of kinds that are not told.
    pub fn untold(&self) -> usize {
        self.count - self.groups.iter().map(Group::count).sum::<usize>()
    }
}

impl Report {
    pub fn add(&mut self, problem: Problem) {
        if !self.named.contains(&problem.file) {
            self.named.insert(problem.file.clone());
        }
        if let (Some(line), Some(column)) = (problem.place.line(), &problem.column) {
            self.wrong.insert((problem.file.clone(), line, column.clone()));
        }
        // A withheld row is known by its line, which a place in a workbook does not tell.
        let problem = self.secrets.of(problem);
        self.found += 1;
        let problem = match &self.translation {
            Some(translation) => (translation.problem)(problem),
            None => Some(problem),
        };
        let Some(problem) = problem.filter(|problem| self.is_news(problem)) else { return };
        let at = self.files.iter().position(|file| file.name == problem.file).unwrap_or_else(|| {
            self.files.push(OfFile::new(problem.file.clone()));
            self.files.len() - 1
        });
        let Some(file) = self.files.get_mut(at) else { return };
        file.count += 1;
        if let Some(group) = file.group(Key::of(&problem)) {
            let is_kept = self.kept < MOST_KEPT || group.count() < ALWAYS_KEPT;
            self.kept += usize::from(is_kept);
            group.add(problem, is_kept);
        }
    }

    /// Tells if a problem does not only follow from a text that is told to be at fault. Takes note of its place.
    fn is_news(&mut self, problem: &Problem) -> bool {
        let is_of_text = problem.allowed.is_none();
        if problem.place.sheet_name().is_none() {
            return true;
        }
        match self.told.get(&problem.place) {
            Some(is_told_of_text) => is_of_text || !is_told_of_text,
            None => {
                self.told.insert(problem.place.clone(), is_of_text && problem.place.cell_name().is_some());
                true
            }
        }
    }

    /// Tells if a problem names this cell of a source file.
    pub fn is_wrong(&self, place: &Position, column: &str) -> bool {
        self.wrong.contains(&(place.file.clone(), place.row, column.to_owned()))
    }

    /// Gives the columns of a source file that problems name, by line. Lists inside a value count for the column of the value.
    pub fn wrong_columns(&self, file: &str) -> HashMap<usize, HashSet<String>> {
        let mut columns: HashMap<usize, HashSet<String>> = HashMap::new();
        for (_, line, column) in self.wrong.iter().filter(|(of, ..)| of == file) {
            let key = column.split(['（', ' ']).next().unwrap_or(column);
            columns.entry(*line).or_default().insert(key.to_owned());
        }
        columns
    }

    /// Takes a cell of a source file as wrong of which the cause is told elsewhere.
    pub fn doubt(&mut self, place: &Position, column: &str) {
        self.wrong.insert((place.file.clone(), place.row, column.to_owned()));
    }

    /// Holds a problem back, as it may be told now; `about` is what it shares with those of one cause.
    pub fn hold(&mut self, kind: &'static str, about: impl Into<String>, problem: Problem) {
        let problem = self.secrets.of(problem);
        self.held.entry(kind).or_default().push((about.into(), problem));
    }

    /// Counts whatever was found or held back.
    pub fn noticed(&self) -> usize {
        self.found + self.held.values().map(Vec::len).sum::<usize>()
    }

    /// Gives the problems of a kind that were held back, in order.
    pub fn held(&mut self, kind: &'static str) -> Vec<(String, Problem)> {
        self.held.remove(kind).unwrap_or_default()
    }

    /// Adds whatever is still held back.
    pub fn release(&mut self) {
        let held: Vec<Problem> = self.held.drain().flat_map(|(_, held)| held).map(|(_, it)| it).collect();
        held.into_iter().for_each(|problem| self.add(problem));
    }

    /// Tells if a part of a workbook is told of.
    pub fn has_told_of(&self, place: &Place) -> bool {
        self.told.contains_key(place)
    }

    /// Gives the parts of workbooks that are told of.
    pub fn told(&self) -> HashSet<Place> {
        self.told.keys().cloned().collect()
    }

    /// Places the problems that are added from now on elsewhere; `None` leaves them where they are.
    pub fn translate(&mut self, translation: Option<Translation>) {
        // Tables that are read again are judged anew.
        self.named.clear();
        self.wrong.clear();
        self.translation = translation;
    }

    /// Gives a note in the words of a workbook, where the tables are of one.
    pub(super) fn translated(&self, note: String) -> Option<String> {
        match &self.translation {
            Some(translation) => (translation.note)(note),
            None => Some(note),
        }
    }

    /// Gives the files that have problems.
    pub fn files(&self) -> &[OfFile] {
        &self.files
    }

    /// Counts all problems, also those that are not told.
    pub fn count(&self) -> usize {
        self.files.iter().map(|file| file.count).sum()
    }

    /// Counts whatever was found. Tables are not whole where a problem is left out as told already.
    pub fn found(&self) -> usize {
        self.found
    }

    /// Counts the kinds of problems.
    pub fn kinds(&self) -> usize {
        self.files.iter().map(|file| file.groups.len()).sum()
    }

    pub fn is_clean(&self) -> bool {
        self.files.is_empty()
    }

    /// Tells if the file has problems, for callers that must not build on it then.
    pub fn has_problems_in(&self, file: &str) -> bool {
        self.named.contains(file)
    }
}

#[cfg(test)]
mod tests;
