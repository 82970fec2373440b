//! `schedule.ics`: what is to come of the cases of the default snapshot, for people's own calendars (RFC 5545).

use chrono::{Days, NaiveDate};
use icalendar::{Calendar, Component, Event, EventLike, Property};
use joint_procurement::content;
use joint_procurement::words;
use joint_procurement_core::domain::{Date, Snapshot, Term};
use joint_procurement_core::routes::Route;
use joint_procurement_core::stats::ScheduledEvent;

/// Stands in the ids of events after the mark, where others write their host: the site may move.
const ORIGIN: &str = "joint-procurement-dashboard";

/// Writes the calendar; `None` without an event, of which a calendar must have one. `site` is the site's own address,
/// where it is known. The same data always give the same text.
pub fn calendar(snapshot: &Snapshot, site: Option<&str>) -> Option<String> {
    let (events, _) = content::calendar(snapshot);
    let mut calendar = Calendar::empty();
    for (key, value) in [("VERSION", "2.0"), ("CALSCALE", "GREGORIAN"), ("METHOD", "PUBLISH")] {
        calendar.append_property((key, value));
    }
    calendar.append_property(("PRODID", "-//joint-procurement-dashboard//snapshot site//JA"));
    calendar.name(words::schedule::CALENDAR);
    calendar.extend(events.iter().filter_map(|event| written(snapshot, event, site)));
    (!calendar.is_empty()).then(|| calendar.to_string())
}

/// Writes an event. One of which the month is all that is known stands on its first day.
fn written(snapshot: &Snapshot, event: &ScheduledEvent, site: Option<&str>) -> Option<Event> {
    let case = snapshot.cases.row(event.row);
    let at = event.at?;
    let day = first_day(at)?;
    let stamp = first_day(snapshot.meta.published_at)?;
    let description = words::schedule::event_description(
        at,
        snapshot.system_name(case.system_type()),
        snapshot.prefecture_name(case.lead_prefecture()),
        case.lead_organization(),
        snapshot.meta.as_of,
    );
    let mut written = Event::new();
    written
        .uid(&format!("{}-{}@{ORIGIN}", case.id(), event.kind.slug()))
        .append_property(Property::new("DTSTAMP", stamp.format("%Y%m%dT000000Z").to_string()))
        .starts(day)
        // The end is the first day after it.
        .ends(day.checked_add_days(Days::new(1))?)
        .summary(&words::schedule::event(event.kind, at, case.title()))
        .description(&description)
        // It takes nobody's time.
        .append_property(("TRANSP", "TRANSPARENT"));
    if let Some(site) = site {
        written.url(&format!("{site}{}", Route::Case(case.id().clone()).path()));
    }
    Some(written.done())
}

fn first_day(date: Date) -> Option<NaiveDate> {
    let month = date.year_month();
    NaiveDate::from_ymd_opt(month.year.into(), month.month()?.into(), date.day().unwrap_or(1).into())
}
