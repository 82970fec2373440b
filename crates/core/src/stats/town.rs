//! One municipality: the joint cases in which it takes part, and those in which it may.

use super::{Similarity, SizeGroup};
use crate::domain::{CaseRef, Fact, MunicipalityCode, Scope, Snapshot};
use crate::ordering;
use crate::query::{Direction, Selection};

/// The certainty with which a municipality takes part in a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// A source names it.
    Named,
    /// All municipalities of its prefecture take part.
    WholePrefecture,
    /// Its prefecture leads or takes part, and no source says which municipalities do.
    Possible,
}

/// A case of a municipality.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TownCase {
    /// The row of the case in the snapshot's table.
    pub row: usize,
    pub certainty: Certainty,
}

/// The joint cases of one municipality, of every scope; plans that came to nothing are none of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TownCases {
    /// In order of certainty, then of row.
    pub cases: Vec<TownCase>,
    /// Rows of the cases of its prefecture whose participants are named, and it is not among them.
    pub not_in: Vec<usize>,
    /// Rows of the cases of its prefecture that can still be joined on the day of the data. It does not certainly take part
    /// in any of them.
    pub open: Vec<usize>,
}

/// Tells how a municipality takes part in a case; `None` where nothing says that it does or might.
pub fn certainty(case: CaseRef<'_>, code: MunicipalityCode) -> Option<Certainty> {
    if case.certainly_includes(code) {
        return Some(match case.participants() {
            Fact::Known(_) => Certainty::Named,
            Fact::Missing(_) => Certainty::WholePrefecture,
        });
    }
    let is_possible = !case.participants().is_known() && reaches(case, code);
    is_possible.then_some(Certainty::Possible)
}

/// Tells if the prefecture of a municipality leads a case or takes part.
fn reaches(case: CaseRef<'_>, code: MunicipalityCode) -> bool {
    let prefecture = code.prefecture();
    case.lead_prefecture() == prefecture || case.partner_prefectures().contains(&prefecture)
}

impl TownCases {
    pub fn of(snapshot: &Snapshot, code: MunicipalityCode) -> Self {
        let mut found = Self::default();
        for case in snapshot.cases.iter() {
            let certainty = certainty(case, code);
            let is_open = case.can_be_joined(snapshot.meta.as_of) == Fact::Known(true);
            if is_open && reaches(case, code) && !case.certainly_includes(code) {
                found.open.push(case.row());
            }
            match certainty {
                Some(certainty) => found.cases.push(TownCase { row: case.row(), certainty }),
                None if reaches(case, code) && case.scope() == Scope::Prefecture => {
                    found.not_in.push(case.row());
                }
                None => {}
            }
        }
        ordering::sort_by_key(&mut found.cases, |it| it.certainty);
        found
    }

    /// Gives the rows of the cases in which it takes part for certain.
    pub fn certain(&self) -> Vec<usize> {
        self.cases.iter().filter(|it| it.certainty < Certainty::Possible).map(|it| it.row).collect()
    }

    /// Gives the rows of the cases of this certainty.
    pub fn rows(&self, certainty: Certainty) -> Vec<usize> {
        self.cases.iter().filter(|it| it.certainty == certainty).map(|it| it.row).collect()
    }
}

/// Finds at most `count` cases of other prefectures that name a department to ask, the nearest in size first.
pub fn to_ask(
    snapshot: &Snapshot,
    similarity: &Similarity,
    code: MunicipalityCode,
    count: usize,
) -> Vec<usize> {
    let is_meant = |case: &CaseRef<'_>| {
        case.is_joint()
            && case.scope() == Scope::Prefecture
            && case.contact_department().is_known()
            && !reaches(*case, code)
            && similarity.group(case.row()) == SizeGroup::Ranked
    };
    let rows = snapshot.cases.iter().filter(is_meant).map(CaseRef::row).collect();
    let cases = Selection::new(&snapshot.cases, rows);
    let mut rows = similarity.sort(cases, Direction::Ascending).rows().to_vec();
    rows.truncate(count);
    rows
}
