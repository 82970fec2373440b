//! The system types that municipalities like one use jointly, and it is not confirmed to use.

use std::cmp::Reverse;

use super::similar::is_similar;
use super::{Certainty, StateTable, TownCases};
use crate::domain::{
    CaseRef, CaseTable, Fact, Municipalities, Municipality, MunicipalityCode, Slug, Snapshot, Status,
};
use crate::ordering;

/// Municipalities like one, and what they use. One takes part in a type where it certainly takes part in a case of it that
/// is neither a plan nor ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Peers {
    pub groups: PeerGroups<usize>,
    /// Types without a policy note that any of the peers uses and the municipality is not confirmed to use. Those of most
    /// prefectures come first, then those of most municipalities of similar size, then the order of the terms.
    pub lacking: Vec<PeerSystem>,
    /// Likewise, of the types with a policy note, which are never suggested.
    pub noted: Vec<PeerSystem>,
}

/// The numbers of municipalities of each group, without the one itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PeerGroups<T> {
    /// Municipalities nationwide with half to double the population.
    pub similar: T,
    /// All others of its prefecture.
    pub prefecture: T,
    /// Those whose town halls are at most `Peers::NEAR` kilometres away; `None` where places are not known.
    pub near: Option<T>,
}

/// A system type that peers use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeerSystem {
    pub slug: Slug,
    /// The number of prefectures with a case, among all 47.
    pub nationwide: usize,
    pub users: PeerGroups<usize>,
    /// Rows of the cases in which the municipality may take part.
    pub possible: Vec<usize>,
    /// Rows of the cases in which peers certainly take part, in order of row.
    pub rows: Vec<usize>,
}

/// The certain participants of each type.
struct Users {
    /// For each municipality in order of row, a flag if it takes part.
    takes_part: Vec<bool>,
    rows: Vec<usize>,
}

impl Peers {
    /// The distance of town halls up to which municipalities are near, in kilometres.
    pub const NEAR: u32 = 50;

    /// Compares a municipality with its peers; `None` for a code that no municipality has.
    pub fn of(
        snapshot: &Snapshot,
        states: &StateTable,
        municipalities: &Municipalities,
        code: MunicipalityCode,
        own: &TownCases,
    ) -> Option<Self> {
        let town = municipalities.get(code)?;
        let members = PeerGroups {
            similar: flags(municipalities, |it| {
                it.code != code && is_similar(it.population, town.population)
            }),
            prefecture: flags(municipalities, |it| {
                it.code != code && it.code.prefecture() == code.prefecture()
            }),
            near: town.office.map(|office| {
                let is_near = |it: Municipality<'_>| {
                    it.office.is_some_and(|other| office.distance(other) <= f64::from(Self::NEAR))
                };
                flags(municipalities, |it| it.code != code && is_near(it))
            }),
        };
        let certain = own.certain();
        let mut found = Self { groups: members.count(|_| true), lacking: Vec::new(), noted: Vec::new() };
        for system in &snapshot.terms.system_types {
            let slug = &system.slug;
            let is_own =
                |rows: &[usize]| rows.iter().any(|&row| snapshot.cases.row(row).system_type() == slug);
            if slug.as_str() == Slug::OTHER || is_own(&certain) {
                continue;
            }
            let users = users(&snapshot.cases, municipalities, slug);
            let counts = members.count(|at| users.takes_part[at]);
            if counts.similar + counts.prefecture + counts.near.unwrap_or_default() == 0 {
                continue;
            }
            let of_type = |row: &usize| snapshot.cases.row(*row).system_type() == slug;
            let list = if system.policy_notes.is_empty() { &mut found.lacking } else { &mut found.noted };
            list.push(PeerSystem {
                slug: slug.clone(),
                nationwide: states.prefectures_confirmed(slug),
                users: counts,
                possible: own.rows(Certainty::Possible).into_iter().filter(of_type).collect(),
                rows: users.rows,
            });
        }
        for list in [&mut found.lacking, &mut found.noted] {
            ordering::sort_by_key(list, |it| Reverse((it.nationwide, it.users.similar)));
        }
        Some(found)
    }
}

impl PeerGroups<Vec<bool>> {
    /// Counts the members for which `holds` of their rows.
    fn count(&self, holds: impl Fn(usize) -> bool) -> PeerGroups<usize> {
        let count = |members: &Vec<bool>| (0..members.len()).filter(|&at| members[at] && holds(at)).count();
        PeerGroups {
            similar: count(&self.similar),
            prefecture: count(&self.prefecture),
            near: self.near.as_ref().map(count),
        }
    }
}

fn flags(municipalities: &Municipalities, holds: impl Fn(Municipality<'_>) -> bool) -> Vec<bool> {
    municipalities.iter().map(holds).collect()
}

/// Tells if a case shows that its participants use the type today, as far as is known.
fn is_in_use(case: CaseRef<'_>) -> bool {
    !case.is_plan() && case.status() != Fact::Known(Status::Ended)
}

fn users(cases: &CaseTable, municipalities: &Municipalities, slug: &Slug) -> Users {
    let mut users = Users { takes_part: vec![false; municipalities.len()], rows: Vec::new() };
    for case in cases.iter().filter(|case| case.system_type() == slug && is_in_use(*case)) {
        let participants = case.certain_participants(municipalities);
        for it in &participants {
            if let Some(at) = municipalities.position(it.code) {
                users.takes_part[at] = true;
            }
        }
        if !participants.is_empty() {
            users.rows.push(case.row());
        }
    }
    users
}
