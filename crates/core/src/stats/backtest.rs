//! A test of orders of system types against the past: where each would have put the types that prefectures have.
//!
//! Nothing here is shown by a page: the order of `Neighbours` is decided by it (docs/decisions/029).

mod estimate;
mod order;
mod place;

use serde::Serialize;

pub use estimate::Estimate;
pub use order::Order;
pub use place::{Placed, placed};

use crate::domain::{Slug, Snapshot, Term};

/// The types that a reader sees before any others.
pub const FIRST: usize = 5;
/// The pairs of which a trial by year knows and asks for so many at least.
const LEAST: usize = 20;
/// Trials by year are so many years apart.
const STEP: usize = 5;

/// The knowledge from which a type is put at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "setting", content = "year", rename_all = "kebab-case")]
pub enum Setting {
    /// All cases but those of the pair itself.
    LeaveOneOut,
    /// The cases introduced before the year in which the pair was, for pairs of a known year.
    YearBefore,
    /// The cases introduced up to this year, for pairs that were introduced later.
    UpTo(u16),
}

/// The places of confirmed pairs of a prefecture and a type by each order. Types with a policy note and the type
/// `other` are left out, as on the pages.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Backtest {
    pub pairs: usize,
    /// Pairs of which no case states the year of introduction. No trial by year has them.
    pub undated: usize,
    pub trials: Vec<Trial>,
}

/// The places of the pairs of one setting.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Trial {
    #[serde(flatten)]
    pub setting: Setting,
    pub pairs: usize,
    /// One entry for each of `Order::ALL`.
    pub orders: Vec<OrderFigures>,
}

/// The figures of an order in a trial.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct OrderFigures {
    pub order: Order,
    #[serde(flatten)]
    pub measures: Measures,
    /// The differences from the order by prefectures, pair by pair; that order itself has none.
    pub gain: Option<Measures>,
}

/// The two measures of an order.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Measures {
    /// The share of pairs among the first five.
    pub hit_at_5: Estimate,
    /// The mean of one divided by the rank.
    pub reciprocal_rank: Estimate,
}

impl Backtest {
    /// Tries every order: with each pair left out, with the years before each, and with the years up to some. Those have
    /// enough pairs before and after them.
    pub fn of(snapshot: &Snapshot) -> Self {
        let pairs = place::pairs(snapshot);
        let dated: Vec<u16> = pairs.iter().filter_map(|pair| pair.first).collect();
        let has_enough = |&year: &u16| {
            let known = dated.iter().filter(|&&it| it <= year).count();
            known >= LEAST && dated.len() - known >= LEAST
        };
        let years = (0..=u16::MAX).step_by(STEP).filter(has_enough).map(Setting::UpTo);
        let settings = [Setting::LeaveOneOut, Setting::YearBefore].into_iter().chain(years);
        Self {
            pairs: pairs.len(),
            undated: pairs.len() - dated.len(),
            trials: settings.filter_map(|setting| Trial::of(snapshot, setting)).collect(),
        }
    }

    /// Gives the orders that did better than that by prefectures, by a measure of a trial, with their trial.
    pub fn better(&self) -> impl Iterator<Item = (Setting, Order)> {
        self.trials.iter().flat_map(|trial| {
            let better = trial.orders.iter().filter(|it| it.gain.is_some_and(Measures::is_better));
            better.map(|it| (trial.setting, it.order))
        })
    }
}

impl Trial {
    /// Tries every order; `None` where there is no pair to try.
    pub fn of(snapshot: &Snapshot, setting: Setting) -> Option<Self> {
        let placed = placed(snapshot, setting);
        if placed.is_empty() {
            return None;
        }
        let rows = estimate::resampled(&columns(&placed));
        let mut rows = rows.into_iter();
        let mut measures = || Some(Measures { hit_at_5: rows.next()?, reciprocal_rank: rows.next()? });
        let orders = Order::ALL.iter().map_while(|&order| {
            let (measures, gain) = (measures()?, measures()?);
            Some(OrderFigures { order, measures, gain: (order != Order::BASIS).then_some(gain) })
        });
        Some(Self { setting, pairs: placed.len(), orders: orders.collect() })
    }
}

/// Gives the values of every pair that are averaged: of each order both measures, then their differences.
fn columns(placed: &[Placed]) -> Vec<Vec<f64>> {
    let of = |order: Order, value: fn(&Placed, Order) -> f64| -> Vec<f64> {
        placed.iter().map(|it| value(it, order)).collect()
    };
    let measures: [fn(&Placed, Order) -> f64; 2] = [Placed::hit, Placed::reciprocal_rank];
    let mut columns = Vec::new();
    for &order in Order::ALL {
        let own = measures.map(|value| of(order, value));
        let basis = measures.map(|value| of(Order::BASIS, value));
        let gains = own.iter().zip(&basis).map(|(own, basis)| own.iter().zip(basis).map(|(a, b)| a - b));
        let gains: Vec<Vec<f64>> = gains.map(Iterator::collect).collect();
        columns.extend(own.into_iter().chain(gains));
    }
    columns
}

impl Measures {
    /// Tells if a difference is beyond chance in one measure and not worse in the other.
    pub fn is_better(self) -> bool {
        let both = [self.hit_at_5, self.reciprocal_rank];
        both.iter().any(|it| it.low > 0.0) && both.iter().all(|it| it.high >= 0.0)
    }
}

/// Tells if pages put the type in an order with others.
fn is_ordered(snapshot: &Snapshot, slug: &Slug) -> bool {
    let has_note = snapshot.system_type(slug).is_some_and(|system| !system.policy_notes.is_empty());
    slug.as_str() != Slug::OTHER && !has_note
}
