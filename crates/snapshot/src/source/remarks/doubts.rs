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
        let odd = |((case, detail), row): ((&'_ Case, &CaseDetail), &usize)| {
            let world = World { directory, published_at, detail };
            let said = (doubt.of)(case, world).filter(|_| !told.is_of(*row, doubt.fields))?;
            let said = if said.is_empty() { case.id.to_string() } else { format!("{}は{said}", case.id) };
            Some((case.id.as_str().to_owned(), said))
        };
        let odd = cases.cases.iter().zip(&cases.details).zip(&cases.rows).filter_map(odd);
        let (changed, others): (Vec<_>, Vec<_>) = odd.partition(|(id, _)| report.is_changed(id));
        for odd in [changed, others].into_iter().filter(|odd| !odd.is_empty()) {
            let (ids, said): (Vec<String>, Vec<String>) = odd.into_iter().unzip();
            report.note_on(&ids, format!("{FILE}： {}（{}）。{}", doubt.what, examples(&said), doubt.advice));
        }
    }
}

/// Gives the words on a case of which nothing needs to be said.
fn when(is_odd: bool) -> Option<String> {
    is_odd.then(String::new)
}
