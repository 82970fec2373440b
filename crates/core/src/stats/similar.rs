//! The closeness in size of a case's participants to a municipality.
//!
//! The measure is the median population of the participants against the municipality's. It is a factor: the
//! larger of the two divided by the smaller. The median staff is compared likewise, and the mean of both
//! factors counts where both are known. A factor treats half and double alike, and a median does not move
//! because one large city takes part.

use std::cmp::Ordering;

use super::median::median;
use crate::domain::{CaseRef, Fact, Municipalities, Municipality, Snapshot};
use crate::ordering;
use crate::query::{Direction, Near, Selection, TownSize};

/// The municipalities whose sizes a case is judged by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// The participants that a source names.
    Named,
    /// All municipalities of the lead's prefecture, since they all take part.
    WholePrefecture,
}

/// The closeness of a case to a municipality. The better it is known, the earlier it comes.
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

/// The closeness of every case of a snapshot to one municipality.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Similarity {
    pub town: TownSize,
    /// In order of row.
    rows: Vec<Closeness>,
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

impl Similarity {
    pub fn of(snapshot: &Snapshot, municipalities: &Municipalities, town: TownSize) -> Self {
        let rows = snapshot.cases.iter().map(|case| closeness(case, municipalities, town)).collect();
        Self { town, rows }
    }

    /// Gives the closeness of the case of this row.
    pub fn row(&self, row: usize) -> Closeness {
        self.rows.get(row).copied().unwrap_or(Closeness::Unknown)
    }

    /// Puts the nearest first, or the farthest. In either direction the kinds of knowledge stay apart: named
    /// participants, then whole prefectures, then bare counts, then nothing. Ties keep their order.
    pub fn sort<'a>(&self, cases: Selection<'a>, direction: Direction) -> Selection<'a> {
        let (table, mut rows) = cases.into_rows();
        ordering::sort_by(&mut rows, |&a, &b| compare(self.row(a), self.row(b), direction));
        Selection::new(table, rows)
    }
}

fn compare(a: Closeness, b: Closeness, direction: Direction) -> Ordering {
    let by_tier = tier(a).cmp(&tier(b));
    let factors = match (a, b) {
        (Closeness::Compared(a), Closeness::Compared(b)) => a.factor.cmp(&b.factor),
        _ => Ordering::Equal,
    };
    by_tier.then(match direction {
        Direction::Ascending => factors,
        Direction::Descending => factors.reverse(),
    })
}

fn tier(closeness: Closeness) -> u8 {
    match closeness {
        Closeness::Compared(SizeComparison { basis: Basis::Named, .. }) => 0,
        Closeness::Compared(SizeComparison { basis: Basis::WholePrefecture, .. }) => 1,
        Closeness::CountOnly(_) => 2,
        Closeness::Unknown => 3,
    }
}

fn closeness(case: CaseRef<'_>, municipalities: &Municipalities, town: TownSize) -> Closeness {
    let compared = match case.participants() {
        Fact::Known(codes) => {
            let named = codes.iter().filter_map(|&code| municipalities.get(code)).collect();
            comparison(Basis::Named, named, town)
        }
        Fact::Missing(_) if case.participants_all_in_prefecture() == Fact::Known(true) => {
            let all = municipalities.of_prefecture(case.lead_prefecture()).collect();
            comparison(Basis::WholePrefecture, all, town)
        }
        Fact::Missing(_) => None,
    };
    let count = || case.participants_count().known().map(Closeness::CountOnly);
    compared.map(Closeness::Compared).or_else(count).unwrap_or(Closeness::Unknown)
}

/// Compares both; `None` where nothing that is known of the municipality is known of the participants.
fn comparison(basis: Basis, participants: Vec<Municipality<'_>>, town: TownSize) -> Option<SizeComparison> {
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
    // Not by the factor, which is rounded down: a little more than double is not double.
    let is_similar = |value: u64, own: u64| value <= own.saturating_mul(2) && own <= value.saturating_mul(2);
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

/// Gives the larger number divided by the smaller one, in thousandths, rounded down.
fn factor(a: u64, b: u64) -> u64 {
    let (small, large) = (a.min(b).max(1), a.max(b));
    large.saturating_mul(SAME) / small
}
