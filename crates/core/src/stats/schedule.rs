//! Events of cases that are to come, by date.

use crate::domain::{Date, Fact, Status, vocabulary};
use crate::ordering;
use crate::query::Selection;

vocabulary! {
    /// An event that is to come.
    EventKind {
        /// The last day on which the case can be joined.
        Join = "join", "参加の期限";
        /// The introduction that a plan names.
        Introduction = "introduction", "導入の予定";
        ContractEnd = "contract-end", "契約終了";
    }
}

/// The events to come of a selection.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Schedule {
    /// The earliest first, those without a date last; of equal ones in order of kind and row.
    pub events: Vec<ScheduledEvent>,
    /// Plans that name no time.
    pub undated_plans: usize,
    /// Plans whose time is over, of which no source says what became.
    pub past_plans: usize,
}

/// One event of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScheduledEvent {
    /// Row of the case.
    pub row: usize,
    pub kind: EventKind,
    /// `None` for a case that can be joined until no day that is known.
    pub at: Option<Date>,
}

impl Schedule {
    /// Gives the events that are not over on this day. A case has one of each kind at most.
    pub fn of(cases: &Selection<'_>, from: Date) -> Self {
        let mut schedule = Self::default();
        let to_come = |at: Date| Some(at).filter(|at| !at.is_before(from));
        for case in cases.iter() {
            let mut add = |kind, at| schedule.events.push(ScheduledEvent { row: case.row(), kind, at });
            if case.can_be_joined(from) == Fact::Known(true) {
                add(EventKind::Join, case.join_until().known());
            }
            if let Some(end) = case.contract_end().known().and_then(|end| to_come(end.into())) {
                add(EventKind::ContractEnd, Some(end));
            }
            if case.status() != Fact::Known(Status::Planned) {
                continue;
            }
            match case.introduced().known().map(|introduced| to_come(introduced.at.into())) {
                Some(Some(at)) => add(EventKind::Introduction, Some(at)),
                Some(None) => schedule.past_plans += 1,
                None => schedule.undated_plans += 1,
            }
        }
        ordering::sort_by_key(&mut schedule.events, |it| (it.at.is_none(), it.at, it.kind, it.row));
        schedule
    }
}
