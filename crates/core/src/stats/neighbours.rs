//! System types that the neighbours of a prefecture procure jointly, and those of them not confirmed here.

use std::cmp::Reverse;

use super::similar::similar_prefectures;
use super::{StateCell, StateTable};
use crate::domain::{PrefectureCode, Slug, Snapshot, SystemState};
use crate::ordering;

/// The system types of one prefecture beside those of its neighbours. The type `other` is left out:
/// it stands for different things in different prefectures.
///
/// Prefectures are never put in an order of how much they do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Neighbours {
    /// Those with a common border on land first.
    pub neighbours: Vec<Neighbour>,
    /// The other prefectures with half to double the population.
    pub similar: Vec<PrefectureCode>,
    /// In order of the terms.
    pub systems: Vec<SystemNearby>,
    /// Types confirmed in another prefecture and not here, where no shared system is used either. Those in most
    /// prefectures come first, then those in most of similar size, then those with most neighbours, then the order of
    /// the terms (`backtest`).
    pub confirmed_elsewhere: Vec<ConfirmedElsewhere>,
    /// Likewise, of the types with a policy note, which are never suggested, those of neighbours only.
    pub noted: Vec<ConfirmedElsewhere>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Neighbour {
    pub prefecture: PrefectureCode,
    /// The bridge, tunnel or sea that leads there; none where there is a border on land.
    pub crossing: Option<String>,
}

/// One system type here and at the neighbours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SystemNearby {
    pub slug: Slug,
    pub here: StateCell,
    /// One entry for each of `Neighbours::neighbours`, in the same order.
    pub there: Vec<StateCell>,
    /// The number of prefectures with a case, among all 47: this one and its neighbours too.
    pub nationwide: usize,
}

/// A system type that other prefectures procure jointly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfirmedElsewhere {
    pub slug: Slug,
    /// Not confirmed, or only among municipalities.
    pub here: SystemState,
    /// The neighbours that have it, in the order of `Neighbours::neighbours`.
    pub there: Vec<NeighbourCases>,
    /// The number of prefectures with a case, among all 47.
    pub nationwide: usize,
    /// The number of them with half to double the population.
    pub similar: usize,
}

/// The cases of a system type at a neighbour.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NeighbourCases {
    pub neighbour: Neighbour,
    pub cell: StateCell,
    /// The cases with a prefecture, those that give the state first. The neighbour's own come before those in
    /// which it takes part.
    pub rows: Vec<usize>,
}

impl Neighbours {
    pub fn of(snapshot: &Snapshot, states: &StateTable, prefecture: PrefectureCode) -> Self {
        let neighbours = neighbours(snapshot, prefecture);
        let mut found = Self {
            neighbours,
            similar: similar_prefectures(snapshot, prefecture),
            systems: Vec::new(),
            confirmed_elsewhere: Vec::new(),
            noted: Vec::new(),
        };
        for system in &snapshot.terms.system_types {
            let slug = &system.slug;
            if slug.as_str() == Slug::OTHER {
                continue;
            }
            let nearby = SystemNearby {
                slug: slug.clone(),
                here: states.cell(prefecture, slug),
                there: found.neighbours.iter().map(|it| states.cell(it.prefecture, slug)).collect(),
                nationwide: states.prefectures_confirmed(slug),
            };
            let there = confirmed_there(&found.neighbours, states, slug);
            let is_lacking = !nearby.here.state.is_confirmed() && nearby.here.state != SystemState::Shared;
            let is_noted = !system.policy_notes.is_empty();
            let is_told = if is_noted { !there.is_empty() } else { nearby.nationwide > 0 };
            if is_lacking && is_told {
                let list = if is_noted { &mut found.noted } else { &mut found.confirmed_elsewhere };
                let (here, nationwide) = (nearby.here.state, nearby.nationwide);
                let similar =
                    found.similar.iter().filter(|at| states.state(**at, slug).is_confirmed()).count();
                list.push(ConfirmedElsewhere { slug: slug.clone(), here, there, nationwide, similar });
            }
            found.systems.push(nearby);
        }
        // Stable sorts, so that what is equal keeps the order of the terms.
        for list in [&mut found.confirmed_elsewhere, &mut found.noted] {
            ordering::sort_by_key(list, |it| Reverse((it.nationwide, it.similar, it.there.len())));
        }
        found
    }
}

/// Gives the neighbours on land, then those across water, each in the order of the source.
fn neighbours(snapshot: &Snapshot, prefecture: PrefectureCode) -> Vec<Neighbour> {
    let Some(prefecture) = snapshot.prefecture(prefecture) else { return Vec::new() };
    let land = prefecture.neighbours.iter().map(|&prefecture| Neighbour { prefecture, crossing: None });
    let water = prefecture
        .crossings
        .iter()
        .map(|it| Neighbour { prefecture: it.prefecture, crossing: Some(it.by.clone()) });
    land.chain(water).collect()
}

fn confirmed_there(neighbours: &[Neighbour], states: &StateTable, slug: &Slug) -> Vec<NeighbourCases> {
    let mut there = Vec::new();
    for neighbour in neighbours {
        let cases = states.cases_confirmed(neighbour.prefecture, slug);
        if !cases.is_empty() {
            there.push(NeighbourCases {
                neighbour: neighbour.clone(),
                cell: states.cell(neighbour.prefecture, slug),
                rows: cases.iter().map(|case| case.row).collect(),
            });
        }
    }
    there
}
