//! Statements of a case that may be true, but are so odd that somebody should look at them again.
//!
//! One note tells a kind of them, with the cases. Statements that cannot be true are refused when the case is read.

use joint_procurement_core::domain::{Case, CaseDetail, Date, SnapshotKind};

use super::super::cases::{Cases, FILE, Lookups};
use super::super::names::Directory;
use super::{Told, examples};
use crate::problem::Report;

mod amounts;
mod bodies;
mod misplaced;
mod pages;
mod times;

/// A kind of odd statements.
#[derive(Clone, Copy)]
struct Doubt {
    /// The sentence on cases of the kind, without its end.
    what: &'static str,
    advice: &'static str,
    /// The fields that it looks at. Nothing is said where one of them is told to be wrong.
    fields: &'static [&'static str],
    /// Says what is odd of a case, in a few words, maybe none; `None` where nothing is.
    of: fn(&Case, World<'_>) -> Option<String>,
}

/// The data against which cases are held.
#[derive(Clone, Copy)]
struct World<'a> {
    directory: Directory<'a>,
    published_at: Date,
    detail: &'a CaseDetail,
}

/// Notes them.
pub fn note(cases: &Cases, lookups: Lookups<'_>, told: &Told, report: &mut Report) {
    let (Some(directory), Some(published_at)) = (lookups.directory, lookups.published_at) else { return };
    // Nobody looks at made-up cases again.
    if lookups.kind == Some(SnapshotKind::Synthetic) {
        return;
    }
    let doubts = [times::DOUBTS, bodies::DOUBTS, misplaced::DOUBTS, amounts::DOUBTS, pages::DOUBTS];
    for doubt in doubts.concat() {
        let odd = |((case, detail), row): ((&Case, &CaseDetail), &usize)| {
            let world = World { directory, published_at, detail };
            let said = (doubt.of)(case, world).filter(|_| !told.is_of(*row, doubt.fields))?;
            Some(if said.is_empty() { case.id.to_string() } else { format!("{}は{said}", case.id) })
        };
        let odd: Vec<String> =
            cases.cases.iter().zip(&cases.details).zip(&cases.rows).filter_map(odd).collect();
        if !odd.is_empty() {
            report.note(format!("{FILE}： {}（{}）。{}", doubt.what, examples(&odd), doubt.advice));
        }
    }
}

/// Gives the words on a case of which nothing needs to be said.
fn when(is_odd: bool) -> Option<String> {
    is_odd.then(String::new)
}
