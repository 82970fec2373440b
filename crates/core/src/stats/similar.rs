//! The closeness in size of a case's participants to a municipality.
//!
//! The measure is the median population of the participants against the municipality's. It is a factor: the
//! larger of the two divided by the smaller. The median staff is compared likewise, and the mean of both
//! factors counts where both are known. A factor treats half and double alike, and a median does not move
//! because one large city takes part.

use super::median::median;
use crate::domain::{
    CaseRef, Fact, Municipalities, Municipality, MunicipalityCode, PrefectureCode, Snapshot,
};
use crate::ordering;
use crate::query::{Direction, Near, Selection, TownSize};

/// The municipalities whose sizes a case is judged by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The participants that a source names.
    Named,
    /// All municipalities of the lead's prefecture, since they all take part.
    WholePrefecture,
}

/// The closeness of a case to a municipality.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closeness {
    Compared(SizeComparison),
    /// The number of participants, where it is not known who takes part.
    CountOnly(u32),
    Unknown,
}

/// The participants of a case against a municipality.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SizeComparison {
    pub basis: Basis,
    /// Participants whose sizes are known.
    pub participants: usize,
    /// Persons.
    pub median_population: u64,
    pub median_staff: Option<u64>,
    /// Participants of half to double the size.
    pub similar: usize,
    /// The larger one as a multiple of the smaller one, in thousandths: 1000 is the same size.
    pub factor: u64,
}

/// A part of a list in order of closeness. The parts follow each other in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SizeGroup {
    /// Cases in which the municipality itself takes part.
    Own,
    /// Cases whose participants are known, the nearest first.
    Ranked,
    /// Cases that cannot be compared, in no order of size.
    Unranked,
}

/// The closeness of every case of a snapshot to one municipality.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Similarity {
    pub town: TownSize,
    /// In order of row.
    rows: Vec<(SizeGroup, Closeness)>,
}

const SAME: u64 = 1_000;

/// Gives the size that is compared with; `None` for a code that no municipality has.
pub fn town_size(near: Near, municipalities: &Municipalities) -> Option<TownSize> {
    match near {
        Near::Size(size) => Some(size),
        Near::Municipality(code) => {
            let it = municipalities.get(code)?;
            TownSize::new(Some(it.population).filter(|persons| *persons > 0), it.staff.map(u64::from))
        }
    }
}

/// Gives the municipalities that certainly take part, and how that is known. `None` where it is not known who
/// does.
pub fn sized_participants<'a>(
    case: CaseRef<'_>,
    municipalities: &'a Municipalities,
) -> Option<(Basis, Vec<Municipality<'a>>)> {
    match case.participants() {
        Fact::Known(codes) => {
            let named = codes.iter().filter_map(|&code| municipalities.get(code)).collect();
            Some((Basis::Named, named))
        }
        Fact::Missing(_) if case.includes_all_in_prefecture() => {
            let all = municipalities.of_prefecture(case.lead_prefecture()).collect();
            Some((Basis::WholePrefecture, all))
        }
        Fact::Missing(_) => None,
    }
}

impl Similarity {
    /// Compares all cases; `None` for a code that no municipality has.
    pub fn of(snapshot: &Snapshot, municipalities: &Municipalities, near: Near) -> Option<Self> {
        let town = town_size(near, municipalities)?;
        let own = match near {
            Near::Municipality(code) => Some(code),
            Near::Size(_) => None,
        };
        let rows = snapshot.cases.every().map(|case| {
            let closeness = closeness(case, municipalities, town);
            (group(case, own, closeness), closeness)
        });
        Some(Self { town, rows: rows.collect() })
    }

    /// Gives the closeness of the case of this row.
    pub fn row(&self, row: usize) -> Closeness {
        self.rows.get(row).map_or(Closeness::Unknown, |it| it.1)
    }

    /// Gives the part of the list in which the case of this row stands.
    pub fn group(&self, row: usize) -> SizeGroup {
        self.rows.get(row).map_or(SizeGroup::Unranked, |it| it.0)
    }

    /// Puts the nearest first, or the farthest, all in one order however the participants are known. In either
    /// direction the groups keep their order. Ties, and cases that cannot be compared, keep theirs.
    pub fn sort<'a>(&self, cases: Selection<'a>, direction: Direction) -> Selection<'a> {
        let (table, mut rows) = cases.into_rows();
        ordering::sort_by_key(&mut rows, |&row| {
            let factor = match self.row(row) {
                Closeness::Compared(it) if direction == Direction::Descending => u64::MAX - it.factor,
                Closeness::Compared(it) => it.factor,
                Closeness::CountOnly(_) | Closeness::Unknown => u64::MAX,
            };
            (self.group(row), factor)
        });
        Selection::new(table, rows)
    }
}

fn group(case: CaseRef<'_>, own: Option<MunicipalityCode>, closeness: Closeness) -> SizeGroup {
    match closeness {
        _ if own.is_some_and(|code| case.certainly_includes(code)) => SizeGroup::Own,
        Closeness::Compared(_) => SizeGroup::Ranked,
        Closeness::CountOnly(_) | Closeness::Unknown => SizeGroup::Unranked,
    }
}

fn closeness(case: CaseRef<'_>, municipalities: &Municipalities, town: TownSize) -> Closeness {
    let compared = sized_participants(case, municipalities)
        .and_then(|(basis, participants)| comparison(basis, &participants, town));
    let count = || case.participants_count().known().map(Closeness::CountOnly);
    compared.map(Closeness::Compared).or_else(count).unwrap_or(Closeness::Unknown)
}

/// Compares both; `None` where nothing that is known of the municipality is known of the participants.
fn comparison(basis: Basis, participants: &[Municipality<'_>], town: TownSize) -> Option<SizeComparison> {
    let populations = || participants.iter().map(|it| it.population);
    let staffs = || participants.iter().filter_map(|it| it.staff).map(u64::from);
    let median_population = median(populations().collect())?;
    let median_staff = median(staffs().collect());
    let by_population = town.population().map(|persons| factor(persons, median_population));
    let by_staff = town.staff().zip(median_staff).map(|(staff, median)| factor(staff, median));
    let factor_of_both = match (by_population, by_staff) {
        (Some(persons), Some(staff)) => persons.midpoint(staff),
        (one, other) => one.or(other)?,
    };
    let similar = match (town.population(), town.staff()) {
        (Some(own), _) => populations().filter(|&value| is_similar(value, own)).count(),
        (None, Some(own)) => staffs().filter(|&value| is_similar(value, own)).count(),
        (None, None) => 0,
    };
    Some(SizeComparison {
        basis,
        participants: participants.len(),
        median_population,
        median_staff,
        similar,
        factor: factor_of_both,
    })
}

/// Gives the other prefectures with half to double the population.
pub(super) fn similar_prefectures(snapshot: &Snapshot, code: PrefectureCode) -> Vec<PrefectureCode> {
    let Some(own) = snapshot.prefecture(code) else { return Vec::new() };
    let others = snapshot.prefectures.prefectures.iter().filter(|it| it.code != code);
    others.filter(|it| is_similar(it.population, own.population)).map(|it| it.code).collect()
}

/// Tells if a size is half to double the other. Not by the factor, which is rounded down: a little more than double
/// is not double.
pub(super) fn is_similar(value: u64, own: u64) -> bool {
    value <= own.saturating_mul(2) && own <= value.saturating_mul(2)
}

/// Gives the larger number divided by the smaller one, in thousandths, rounded down.
fn factor(a: u64, b: u64) -> u64 {
    let (small, large) = (a.min(b).max(1), a.max(b));
    large.saturating_mul(SAME) / small
}
