//! The places at which orders put the types that prefectures have.

use super::order::Counts;
use super::{FIRST, Order, Setting, is_ordered};
use crate::domain::{CaseRef, PrefectureCode, Slug, Snapshot, SystemState, Term};
use crate::stats::StateTable;
use crate::stats::similar::similar_prefectures;

/// A confirmed pair at the place where each order puts it among the types that the prefecture did not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    pub prefecture: PrefectureCode,
    pub system: Slug,
    /// Twice the rank by each of `Order::ALL`. Types of the same score share the mean of their ranks.
    pub double_ranks: Vec<usize>,
}

impl Placed {
    /// Gives twice the rank by an order.
    pub fn double_rank(&self, order: Order) -> usize {
        let place = Order::ALL.iter().position(|it| *it == order);
        place.and_then(|place| self.double_ranks.get(place)).copied().unwrap_or(usize::MAX)
    }

    /// Gives 1 for a pair among the first types, otherwise 0.
    pub fn hit(&self, order: Order) -> f64 {
        if self.double_rank(order) <= 2 * FIRST { 1.0 } else { 0.0 }
    }

    pub fn reciprocal_rank(&self, order: Order) -> f64 {
        2.0 / self.double_rank(order) as f64
    }
}

/// A confirmed pair of a prefecture and a type.
pub(super) struct Pair {
    prefecture: PrefectureCode,
    system: Slug,
    /// The cases that confirm it.
    rows: Vec<usize>,
    /// The first confirmed year of introduction that any of them states.
    pub(super) first: Option<u16>,
}

/// Finds all confirmed pairs.
pub(super) fn pairs(snapshot: &Snapshot) -> Vec<Pair> {
    let states = StateTable::of(snapshot);
    let systems = || states.systems().iter().filter(|slug| is_ordered(snapshot, slug));
    let cells = PrefectureCode::all().flat_map(|prefecture| systems().map(move |slug| (prefecture, slug)));
    let pairs = cells.filter_map(|(prefecture, system)| {
        let cases = states.cases_confirmed(prefecture, system);
        let rows: Vec<usize> = cases.iter().map(|case| case.row).collect();
        let years = rows.iter().filter_map(|&row| snapshot.cases.row(row).introduction_year());
        let first = years.min();
        (!rows.is_empty()).then(|| Pair { prefecture, system: system.clone(), rows, first })
    });
    pairs.collect()
}

/// Places the pairs that a setting asks for.
pub fn placed(snapshot: &Snapshot, setting: Setting) -> Vec<Placed> {
    let until =
        |year: u16| Known::of(snapshot, &move |case| case.introduction_year().is_some_and(|it| it <= year));
    let pairs = pairs(snapshot);
    match setting {
        Setting::LeaveOneOut => {
            let others = |pair: &Pair| Known::of(snapshot, &|case| !pair.rows.contains(&case.row()));
            pairs.iter().map(|pair| others(pair).place(pair)).collect()
        }
        Setting::YearBefore => {
            let dated = pairs.iter().filter_map(|pair| Some((pair, pair.first?)));
            dated.map(|(pair, first)| until(first.saturating_sub(1)).place(pair)).collect()
        }
        Setting::UpTo(year) => {
            let known = until(year);
            let later = pairs.iter().filter(|pair| pair.first.is_some_and(|first| first > year));
            later.map(|pair| known.place(pair)).collect()
        }
    }
}

/// The states of all types, as some of the cases give them.
struct Known<'a> {
    snapshot: &'a Snapshot,
    states: StateTable,
}

impl<'a> Known<'a> {
    fn of(snapshot: &'a Snapshot, counts: &dyn Fn(CaseRef<'_>) -> bool) -> Self {
        Self { snapshot, states: StateTable::of_cases(snapshot, counts) }
    }

    fn place(&self, pair: &Pair) -> Placed {
        let around = Around::of(self.snapshot, pair.prefecture);
        let all = around.count(|_| true);
        let is_asked = |slug: &&Slug| {
            let state = self.states.state(pair.prefecture, slug);
            // As in `Neighbours`, which leaves out the systems of one body too.
            **slug == pair.system || !state.is_confirmed() && state != SystemState::Shared
        };
        let systems = self.states.systems().iter().filter(|slug| is_ordered(self.snapshot, slug));
        let counts: Vec<(bool, Counts)> = systems
            .filter(is_asked)
            .map(|slug| (*slug == pair.system, around.count(|at| self.states.state(at, slug).is_confirmed())))
            .collect();
        let double_rank = |order: &Order| {
            let own = counts.iter().filter(|(is_own, _)| *is_own).map(|(_, have)| order.score(*have, all));
            let own = own.max().unwrap_or_default();
            let scores = || counts.iter().map(|(_, have)| order.score(*have, all));
            2 * scores().filter(|it| *it > own).count() + scores().filter(|it| *it == own).count() + 1
        };
        Placed {
            prefecture: pair.prefecture,
            system: pair.system.clone(),
            double_ranks: Order::ALL.iter().map(double_rank).collect(),
        }
    }
}

/// The prefectures other than one.
struct Around {
    others: Vec<Other>,
}

struct Other {
    code: PrefectureCode,
    is_neighbour: bool,
    is_similar: bool,
}

impl Around {
    fn of(snapshot: &Snapshot, code: PrefectureCode) -> Self {
        let Some(own) = snapshot.prefecture(code) else { return Self { others: Vec::new() } };
        let similar = similar_prefectures(snapshot, code);
        let others = snapshot.prefectures.prefectures.iter().filter(|it| it.code != code);
        let others = others.map(|it| Other {
            code: it.code,
            is_neighbour: own.neighbours.contains(&it.code)
                || own.crossings.iter().any(|crossing| crossing.prefecture == it.code),
            is_similar: similar.contains(&it.code),
        });
        Self { others: others.collect() }
    }

    fn count(&self, has: impl Fn(PrefectureCode) -> bool) -> Counts {
        let mut counts = Counts::default();
        for other in self.others.iter().filter(|it| has(it.code)) {
            counts.prefectures += 1;
            counts.neighbours += u64::from(other.is_neighbour);
            counts.similar += u64::from(other.is_similar);
        }
        counts
    }
}
