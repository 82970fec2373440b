//! The state of every system type in every prefecture.

use crate::domain::{CaseRef, PrefectureCode, Slug, Snapshot, SystemState};
use crate::ordering;

/// 47 prefectures by all system types.
///
/// A case gives its type a state in the prefecture of its lead. The other prefectures that take part
/// (参加) have the state from it as well: what they use jointly is not missing there. A system of one body that
/// others are connected to gives a state of its own, after all others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StateTable {
    /// In order of the terms.
    systems: Vec<Slug>,
    /// Sorted by prefecture and system type, then as `CaseThere` is.
    cases: Vec<CaseThere>,
    /// Starts of the cases of each prefecture and system type; one more entry for the end.
    starts: Vec<usize>,
    /// The state of each prefecture without any case, in order of code.
    absent: Vec<SystemState>,
}

/// The state of one system type in one prefecture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StateCell {
    pub state: SystemState,
    /// The prefecture takes part in the cases that give the state, but leads none of them.
    pub as_partner: bool,
}

/// The cases of a cell, each state apart: the state that counts first. It has the cases with a prefecture, of every
/// state; where there are none, those of municipalities among themselves. The shared systems come last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellCounts {
    pub state: SystemState,
    /// In order of state; none where there is no case.
    pub parts: Vec<StateCount>,
}

/// The cases of one state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StateCount {
    pub state: SystemState,
    /// Cases that the prefecture leads.
    pub led: usize,
    /// Cases that others lead.
    pub partner: usize,
    /// The types that these cases are of.
    pub systems: Vec<Slug>,
}

/// A case in a prefecture that leads it or takes part. In order of state, cases that the prefecture
/// leads first, then of row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CaseThere {
    /// The state that this case alone gives its type.
    pub state: SystemState,
    pub as_partner: bool,
    pub row: usize,
}

impl StateTable {
    /// Works out the states from the cases of every scope.
    pub fn of(snapshot: &Snapshot) -> Self {
        Self::of_cases(snapshot, &|_| true)
    }

    /// Works out the states from some of the cases, of every scope.
    pub fn of_cases(snapshot: &Snapshot, counts: &dyn Fn(CaseRef<'_>) -> bool) -> Self {
        let systems: Vec<Slug> =
            snapshot.terms.system_types.iter().map(|system| system.slug.clone()).collect();
        let dictionary = snapshot.cases.system_types();
        let places: Vec<Option<usize>> =
            dictionary.dictionary().iter().map(|slug| systems.iter().position(|it| it == slug)).collect();
        let mut found: Vec<(usize, CaseThere)> = Vec::new();
        for case in snapshot.cases.iter().filter(|case| counts(*case)) {
            let row = case.row();
            let place = dictionary.code(row).and_then(|code| *places.get(code)?);
            let Some(place) = place else { continue };
            let state = SystemState::of_case(case);
            let mut add = |prefecture: PrefectureCode, as_partner| {
                let cell = prefecture.index() * systems.len() + place;
                found.push((cell, CaseThere { state, as_partner, row }));
            };
            add(case.lead_prefecture(), false);
            for &partner in case.partner_prefectures() {
                add(partner, true);
            }
        }
        ordering::sort(&mut found);
        let cells = PrefectureCode::COUNT * systems.len();
        Self {
            starts: (0..=cells).map(|cell| found.partition_point(|(it, _)| *it < cell)).collect(),
            cases: found.into_iter().map(|(_, case)| case).collect(),
            systems,
            absent: PrefectureCode::all().map(|prefecture| snapshot.absent(prefecture)).collect(),
        }
    }

    /// Gives the system types, in order of the terms.
    pub fn systems(&self) -> &[Slug] {
        &self.systems
    }

    pub fn state(&self, prefecture: PrefectureCode, system: &Slug) -> SystemState {
        self.cell(prefecture, system).state
    }

    /// Gives the state, and whether the prefecture has it only from cases that others lead.
    pub fn cell(&self, prefecture: PrefectureCode, system: &Slug) -> StateCell {
        match self.cases(prefecture, system).first() {
            Some(case) => StateCell { state: case.state, as_partner: case.as_partner },
            None => StateCell { state: self.absent(prefecture), as_partner: false },
        }
    }

    /// Gives all cases of the type in the prefecture, of every scope and state.
    pub fn cases(&self, prefecture: PrefectureCode, system: &Slug) -> &[CaseThere] {
        self.place(system).map_or(&[], |place| self.cases_at(prefecture, place))
    }

    /// Gives the cases with a prefecture, of every state.
    pub fn cases_confirmed(&self, prefecture: PrefectureCode, system: &Slug) -> &[CaseThere] {
        let cases = self.cases(prefecture, system);
        &cases[..cases.partition_point(|case| case.state.is_confirmed())]
    }

    /// Takes some types in a prefecture together.
    pub fn counts<'a>(
        &self,
        prefecture: PrefectureCode,
        systems: impl IntoIterator<Item = &'a Slug>,
    ) -> CellCounts {
        let found: Vec<(&Slug, &[CaseThere])> =
            systems.into_iter().map(|system| (system, self.cases(prefecture, system))).collect();
        let state = found.iter().filter_map(|(_, cases)| Some(cases.first()?.state)).min();
        let state = state.unwrap_or_else(|| self.absent(prefecture));
        let mut parts: Vec<StateCount> = Vec::new();
        for (system, cases) in found {
            for case in cases.iter().filter(|case| state.counts(case.state)) {
                let place = parts.partition_point(|part| part.state < case.state);
                if parts.get(place).is_none_or(|part| part.state != case.state) {
                    let part = StateCount { state: case.state, led: 0, partner: 0, systems: Vec::new() };
                    parts.insert(place, part);
                }
                let part = &mut parts[place];
                *if case.as_partner { &mut part.partner } else { &mut part.led } += 1;
                if part.systems.last() != Some(system) {
                    part.systems.push(system.clone());
                }
            }
        }
        CellCounts { state, parts }
    }

    /// Counts the prefectures, of all 47, in which there is a case with a prefecture.
    pub fn prefectures_confirmed(&self, system: &Slug) -> usize {
        let Some(place) = self.place(system) else { return 0 };
        let is_confirmed = |prefecture: &PrefectureCode| {
            self.cases_at(*prefecture, place).first().is_some_and(|case| case.state.is_confirmed())
        };
        PrefectureCode::all().filter(is_confirmed).count()
    }

    fn absent(&self, prefecture: PrefectureCode) -> SystemState {
        self.absent.get(prefecture.index()).copied().unwrap_or(SystemState::Unconfirmed)
    }

    fn place(&self, system: &Slug) -> Option<usize> {
        self.systems.iter().position(|it| it == system)
    }

    fn cases_at(&self, prefecture: PrefectureCode, place: usize) -> &[CaseThere] {
        let cell = prefecture.index() * self.systems.len() + place;
        let bounds = self.starts.get(cell).copied().zip(self.starts.get(cell + 1).copied());
        bounds.and_then(|(start, end)| self.cases.get(start..end)).unwrap_or_default()
    }
}
