//! Problems that come from a change in another place: they are told there, once, with all that follows from it.

mod flush;
mod sums;
mod words;

use std::cell::RefCell;
use std::collections::BTreeMap;

use self::sums::{Sum, Sums};
use self::words::Words;
use super::compared::ComparedSheet;
use super::make::NewTables;
use super::origins::Origins;
use crate::problem::{Place, Problem, first};

/// A change from which problems may follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cause {
    /// A changed cell: the sheets, its changed rows and their cells by number.
    Cell { sheet: usize, row: usize, cell: usize },
    /// A row that is gone.
    Gone { sheet: usize, row: usize },
    /// A row that is new, by its place on the sheet.
    Come { sheet: usize, row: u32 },
}

/// The problems that follow from one change.
#[derive(Debug, Default)]
struct Consequences {
    /// The cells that hold the word that is gone, by sheet.
    uses: BTreeMap<String, Vec<Place>>,
    /// Cells that go with the one that has changed, with the texts that would be right.
    along: Vec<(Place, String)>,
}

/// The changes, and the problems that are found to follow from them.
pub struct Causes {
    book: String,
    sheets: Vec<ComparedSheet>,
    words: Words,
    sums: Sums,
    /// Rows that are gone are told by themselves.
    are_gone_told: bool,
    found: RefCell<BTreeMap<Cause, Consequences>>,
    /// Problems of cells from which others may follow.
    held: RefCell<BTreeMap<Cause, Vec<Problem>>>,
}

impl Causes {
    pub fn of(new: &NewTables, may_remove: bool) -> Self {
        let sheets = new.compared.clone();
        let words = Words::of(&sheets, new);
        let sums = Sums::of(&sheets, new, !may_remove);
        Self {
            book: new.origins.book.clone(),
            sheets,
            words,
            sums,
            are_gone_told: !may_remove,
            found: RefCell::default(),
            held: RefCell::default(),
        }
    }

    /// Gives the problem with its place on the sheets; none for one that is told at its cause.
    pub fn place(&self, problem: Problem, origins: &Origins) -> Option<Problem> {
        let placed = origins.place(problem.clone())?;
        // The maps have the shape of a row that is gone.
        if self.are_gone_told && self.words.is_lost_code(&problem) {
            return None;
        }
        if let Some(cause) = self.words.of_problem(&problem) {
            self.note(cause, |it| {
                if placed.place.cell_name().is_some() {
                    it.uses.entry(sheet(&placed)).or_default().push(placed.place.clone());
                }
            });
            return None;
        }
        match self.sums.of_problem(&problem) {
            Sum::Explained(causes) => {
                let right = placed.allowed.as_deref().unwrap_or_default().to_owned();
                for cause in causes {
                    self.note(cause, |it| it.along.push((placed.place.clone(), right.clone())));
                }
                return None;
            }
            Sum::Maybe(causes) => return Some(self.linked(placed, &causes)),
            Sum::Follows => return None,
            Sum::Other => {}
        }
        match self.words.at(&placed.place) {
            Some(cause) => {
                self.held.borrow_mut().entry(cause).or_default().push(placed);
                None
            }
            None => Some(placed),
        }
    }

    fn note(&self, cause: Cause, add: impl FnOnce(&mut Consequences)) {
        add(self.found.borrow_mut().entry(cause).or_default());
    }

    /// Adds the changes from which a problem may come.
    fn linked(&self, problem: Problem, causes: &[Cause]) -> Problem {
        /// The changes that are named.
        const NAMED: usize = 3;
        let named: Vec<String> = causes.iter().filter_map(|cause| self.said(*cause)).collect();
        let named = first(&named, NAMED, "か所");
        let advice = problem.advice.clone().unwrap_or_default();
        problem.advice(format!("{advice}この変更のためかもしれません：{named}。"))
    }

    /// Says a change in a few words.
    fn said(&self, cause: Cause) -> Option<String> {
        match cause {
            Cause::Cell { .. } => {
                let (_, cell, place) = self.cell(cause)?;
                Some(format!("{place}（もとの「{}」から「{}」）", cell.before, cell.after))
            }
            Cause::Gone { .. } => {
                let (sheet, word) = self.gone(cause)?;
                Some(format!("シート「{}」からなくなった「{word}」の行", sheet.table().sheet))
            }
            Cause::Come { sheet, row } => {
                let sheet = self.sheets.get(sheet)?;
                Some(format!("{}（加えた行）", Place::sheet_row(sheet.table().sheet, row + 1)))
            }
        }
    }
}

fn sheet(problem: &Problem) -> String {
    problem.place.sheet_name().unwrap_or(&problem.file).to_owned()
}
