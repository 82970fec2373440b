//! Cases on a line of years, coloured by status.

use joint_procurement_core::domain::{Field, Snapshot, Term};
use joint_procurement_core::query::Selection;
use joint_procurement_core::routes::Route;
use joint_procurement_core::stats::{Timeline, YearCounts};

use crate::charts::{self, Event};
use crate::content::{
    Block, Card, Cell, Chart, Column, Inline, Link, PICTURE_FROM, Picture, Table, source_line,
};
use crate::words::{self, timeline as said};

/// Makes the card of introductions; `None` where too few are dated. The name is that of the file of its rows.
pub(in crate::content) fn introductions(
    snapshot: &Snapshot,
    cases: &Selection<'_>,
    file_name: String,
) -> Option<Block> {
    let timeline = Timeline::of_introductions(cases);
    let years = YearCounts::of(cases);
    let as_of = snapshot.meta.as_of;
    let mut card = card(snapshot, "years", Field::Introduced, &timeline, file_name)?;
    card.heading = words::overview::years_heading(&years);
    card.reading = words::overview::years_reading(snapshot.meta.kind, &years, as_of).into();
    if let Some(Picture::Chart(chart)) = &mut card.picture
        && cases.iter().any(|case| case.is_plan())
    {
        chart.caption.push_str(said::PLANS);
    }
    Some(Block::Card(Box::new(card)))
}

/// Makes the card of contract ends; `None` where too few are known.
pub(in crate::content) fn contract_ends(
    snapshot: &Snapshot,
    cases: &Selection<'_>,
    file_name: String,
) -> Option<Block> {
    let timeline = Timeline::of_contract_ends(cases);
    let as_of = snapshot.meta.as_of;
    let coming = timeline.points.iter().filter(|point| point.at >= as_of.year_month()).count();
    let mut card = card(snapshot, "contract-ends", Field::ContractEnd, &timeline, file_name)?;
    card.heading = said::ends_heading(timeline.points.len());
    card.reading = said::ends_reading(timeline.dated, coming, as_of).into();
    Some(Block::Card(Box::new(card)))
}

fn card(snapshot: &Snapshot, id: &str, date: Field, timeline: &Timeline, file_name: String) -> Option<Card> {
    if timeline.points.len() < PICTURE_FROM {
        return None;
    }
    let case = |row: usize| snapshot.cases.row(row);
    let events = timeline.points.iter().map(|point| Event {
        year: point.at.year,
        status: point.status,
        words: said::point(case(point.row).title(), point.at, point.status.ja()),
        to: Route::Case(case(point.row).id().clone()).into(),
    });
    let events: Vec<Event> = events.collect();
    let description = said::chart(timeline.dated);
    let unfinished = snapshot.meta.as_of.year_month().year;
    let is_unfinished = events.iter().any(|event| event.year >= unfinished);
    let rows = timeline.points.iter().map(|point| {
        vec![
            Cell::new(words::year_month(point.at)),
            Cell::new(Link::new(Route::Case(case(point.row).id().clone()), case(point.row).title())),
            Cell::new(Inline::Status(point.status)),
        ]
    });
    Some(Card {
        id: id.to_owned(),
        table: Table {
            id: format!("{id}-table"),
            caption: words::field(date).to_owned(),
            caption_hidden: true,
            columns: vec![
                Column::text(words::field(date)),
                Column::prose(words::system::CASE),
                Column::text(words::field(Field::Status)),
            ],
            rows: rows.collect(),
            file_name,
        },
        picture: Some(Picture::Chart(Chart {
            option: charts::timeline(&events, unfinished, &description),
            caption: said::caption(timeline.dated, words::field(date), is_unfinished),
            description,
        })),
        source: source_line(snapshot),
        heading: String::new(),
        reading: Default::default(),
    })
}
