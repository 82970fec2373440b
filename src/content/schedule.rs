//! Events to come, by date: deadlines for joining, plans, ends of contracts.

use joint_procurement_core::domain::{Fact, Field, Snapshot, Status, Term};
use joint_procurement_core::query::{
    CaseFilter, CaseQuery, Matches, ScopeFilter, SearchIndex, Selection, StatusAnswer,
};
use joint_procurement_core::routes::{Address, Route};
use joint_procurement_core::stats::{EventKind, Schedule, ScheduledEvent};

use super::joining::open_unknown;
use super::{Block, Cell, Column, Inline, Link, Section, Table, Target, Text};
use crate::words::{self, schedule as said};

/// The calendar, relative to the site's base. `snapshot site` writes it.
pub const CALENDAR: &str = "schedule.ics";

/// Gives the events of the calendar, of every scope. Those without a month are only counted.
pub fn calendar(snapshot: &Snapshot) -> (Vec<ScheduledEvent>, usize) {
    let filter = CaseFilter { scope: ScopeFilter::All, ..CaseFilter::default() };
    let cases = Matches::new(snapshot, &SearchIndex::default(), &filter).selection(&snapshot.cases);
    let events = Schedule::of(&cases, snapshot.meta.as_of).events;
    let has_month = |event: &ScheduledEvent| event.at.is_some_and(|at| at.year_month().month().is_some());
    let (dated, left_out): (Vec<_>, Vec<_>) = events.into_iter().partition(has_month);
    (dated, left_out.len())
}

/// Lists what is to come of the cases that `filter` has selected; `None` of none.
pub(super) fn section(snapshot: &Snapshot, cases: &Selection<'_>, filter: &CaseFilter) -> Option<Block> {
    let schedule = Schedule::of(cases, snapshot.meta.as_of);
    if schedule.events.is_empty() {
        return None;
    }
    let plans = cases.count(|case| case.status() == Fact::Known(Status::Planned));
    let planned = CaseFilter { status: [StatusAnswer::Planned].into(), ..filter.clone() };
    let lead = [Some(said::lead(snapshot.meta.as_of, &schedule)), open_unknown(snapshot)];
    let table = Table {
        id: "schedule-table".to_owned(),
        caption: said::HEADING.to_owned(),
        caption_hidden: true,
        columns: vec![
            Column::text(said::DATE),
            Column::text(said::KIND),
            Column::prose(words::system::CASE),
            Column::text(words::facet::PREFECTURE),
            Column::text(said::SOURCE),
        ],
        rows: schedule.events.iter().map(|event| row(snapshot, event)).collect(),
        file_name: format!("{}_{}", said::HEADING, snapshot.meta.id),
    };
    let (dated, left_out) = calendar(snapshot);
    let file = Target::File(CALENDAR.to_owned());
    // Without an event there is no file.
    let calendar = (!dated.is_empty())
        .then(|| Block::Paragraph(Text::linked(&said::calendar(dated.len(), left_out), vec![file])));
    let more = (plans > 0).then(|| {
        let list = CaseQuery { filter: planned, ..CaseQuery::default() };
        Link::new(Address::with_query(Route::Cases, list), words::doors::planned(plans)).into()
    });
    Some(Block::Section(Section {
        id: "schedule".to_owned(),
        heading: said::HEADING.to_owned(),
        lead: lead.into_iter().flatten().collect::<String>().into(),
        more: more.unwrap_or_default(),
        blocks: [Block::Table(table)].into_iter().chain(calendar).collect(),
    }))
}

fn row(snapshot: &Snapshot, event: &ScheduledEvent) -> Vec<Cell> {
    let case = snapshot.cases.row(event.row);
    let page = Route::Case(case.id().clone());
    let (part, field) = match event.kind {
        EventKind::Join => ("reuse", Field::JoinUntil),
        EventKind::Introduction => ("who", Field::Introduced),
        EventKind::ContractEnd => (super::case::HOW, Field::ContractEnd),
    };
    let stated = Address::with_card(page.clone(), part);
    let path = stated.path();
    vec![
        event.at.map_or_else(
            || Cell::new(Inline::Unknown(said::NO_DATE.to_owned())),
            |at| Cell::new(words::date(at)),
        ),
        Cell::new(event.kind.ja()),
        Cell::new(Link::new(page, case.title())),
        Cell::new(snapshot.prefecture_name(case.lead_prefecture())),
        // In a file, the address of the part.
        Cell::number(Link::new(stated, said::stated_in(words::field(field))), path),
    ]
}
