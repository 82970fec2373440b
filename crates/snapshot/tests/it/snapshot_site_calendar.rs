//! `snapshot site`: the calendar of what is to come. That other programs read it is held in a browser's tests
//! (tests/e2e/schedule.test.mjs).

use std::fs;

use serde_json::{Value, json};

use crate::program::{Workshop, bare_case};
use crate::snapshot_site::Site;

/// A long title with everything that has to be escaped.
const TITLE: &str = "見本の共同調達; 仕様書, 様式\\別紙を含む長い名前で、75オクテットを超えるもの（第2期）";

/// A case with these values.
fn case(id: &str, values: Value) -> Value {
    let mut case = bare_case(id);
    for (key, value) in values.as_object().expect("an object") {
        case[key] = value.clone();
    }
    case
}

fn site(cases: &[Value]) -> Site {
    let workshop = Workshop::new();
    workshop.write_cases(cases);
    Site::of(workshop)
}

/// The lines of the calendar, put together again where they were folded.
fn lines(site: &Site) -> Vec<String> {
    let text = site.read("schedule.ics");
    assert!(
        text.ends_with("END:VCALENDAR\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']),
        "{text}"
    );
    for line in text.lines() {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
    }
    text.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
}

/// The properties of each event.
fn events(site: &Site) -> Vec<Vec<String>> {
    let lines = lines(site);
    assert_eq!((lines[0].as_str(), lines[1].as_str()), ("BEGIN:VCALENDAR", "VERSION:2.0"));
    let parts = lines.split(|line| line == "BEGIN:VEVENT").skip(1);
    let own = |part: &[String]| part.iter().take_while(|line| *line != "END:VEVENT").cloned().collect();
    parts.map(own).collect()
}

#[track_caller]
fn value<'a>(event: &'a [String], key: &str) -> &'a str {
    let mut found = event.iter().filter_map(|line| line.strip_prefix(key)?.strip_prefix(':'));
    let value = found.next().unwrap_or_else(|| panic!("{key} of {event:?}"));
    assert_eq!(found.next(), None, "{key} stands once");
    value
}

#[test]
fn each_event_stands_on_its_day_or_the_first_of_its_month() {
    let site = site(&[
        case(
            "31-x-1",
            json!({ "open_to_join": "参加できる", "join_until": "2026-12-31", "contract_end": "2028-02", "title": TITLE }),
        ),
        case(
            "32-x-1",
            json!({ "status": "計画", "introduced": "2027-12", "introduced_kind": "procurement", "scope": "municipal", "lead_kind": "council" }),
        ),
        case("33-x-1", json!({ "status": "計画", "introduced": "2028", "introduced_kind": "procurement" })),
        case("34-x-1", json!({ "open_to_join": "相談に応じる" })),
        case("35-x-1", json!({ "contract_end": "2026-10" })),
        case("36-x-1", json!({ "status": "実現せず", "contract_end": "2030-10" })),
    ]);
    site.run_well(&[]);
    let found = events(&site);
    let days: Vec<_> = found
        .iter()
        .map(|it| ["UID", "DTSTART;VALUE=DATE", "DTEND;VALUE=DATE"].map(|key| value(it, key)))
        .collect();
    let id = |name: &str| format!("{name}@joint-procurement-dashboard");
    let (join, plan, end) = (id("31-x-1-join"), id("32-x-1-introduction"), id("31-x-1-contract-end"));
    assert_eq!(
        days,
        [
            [join.as_str(), "20261231", "20270101"],
            [&plan, "20271201", "20271202"],
            [&end, "20280201", "20280202"]
        ]
    );
    let summaries: Vec<&str> = found.iter().map(|it| value(it, "SUMMARY")).collect();
    assert_eq!(
        summaries[0],
        "参加の期限：見本の共同調達\\; 仕様書\\, 様式\\\\別紙を含む長い名前で、75オクテットを超えるもの（第2期）"
    );
    assert!(summaries[1].starts_with("導入の予定（月まで分かっている）："), "{summaries:?}");
    assert!(value(&found[2], "DESCRIPTION").starts_with("時期：2028年2月（月まで分かっている）\\n"));
    for event in &found {
        assert_eq!(value(event, "DTSTAMP"), "20261124T000000Z", "the day of publication");
        assert!(!event.iter().any(|line| line.starts_with("URL")), "the address is not known: {event:?}");
    }
}

#[test]
fn where_the_address_is_known_an_event_leads_to_its_case() {
    let site = site(&[case("31-x-1", json!({ "contract_end": "2028-02" }))]);
    site.run_well(&["--base-url", "https://example.jp/dash"]);
    assert_eq!(value(&events(&site)[0], "URL"), "https://example.jp/dash/cases/31-x-1/");
}

#[test]
fn the_calendar_is_the_same_each_time_and_kept_for_a_device_without_network() {
    let site = site(&[case("31-x-1", json!({ "contract_end": "2028-02" }))]);
    site.run_well(&[]);
    let (first, worker) = (site.read("schedule.ics"), site.read("sw.js"));
    assert!(worker.contains("\"schedule.ics\""), "{worker}");
    assert!(site.read("_headers").contains("/schedule.ics\n  Cache-Control: no-cache"));
    site.run_well(&[]);
    assert_eq!((site.read("schedule.ics"), site.read("sw.js")), (first, worker));
}

#[test]
fn where_nothing_is_to_come_there_is_no_calendar() {
    let site = site(&[bare_case("31-x-1")]);
    fs::write(site.dist().join("schedule.ics"), "left by an earlier run").expect("written");
    site.run_well(&[]);
    assert!(!site.dist().join("schedule.ics").exists(), "a calendar without an event is none");
    assert!(!site.read("systems/index.html").contains("schedule.ics"));
}
