//! The question if a case can still be joined, and what is to come of cases.

use joint_procurement_core::domain::{
    Case, CaseTable, Date, Fact, JoinAnswer, Snapshot, Status, Term, YearMonth,
};
use joint_procurement_core::query::{
    Answer, CaseFilter, CaseQuery, Forms, ScopeFilter, SearchIndex, Selection,
};
use joint_procurement_core::stats::{EventKind, Schedule};
use joint_procurement_testing::{every_row, generate, is_cancelled, published};
use proptest::prelude::*;
use serde_json::Value;

use crate::query::rows;

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

/// All days that a date may mean, as texts that sort like days; some are in no calendar.
fn days(at: Date) -> Vec<String> {
    let text = at.to_string();
    let months = |month: &str| (1..=31).map(|day| format!("{month}-{day:02}")).collect::<Vec<_>>();
    match text.len() {
        4 => (1..=12).flat_map(|month| months(&format!("{text}-{month:02}"))).collect(),
        7 => months(&text),
        _ => vec![text],
    }
}

fn slowly_before(at: Date, from: Date) -> bool {
    let first = days(from).remove(0);
    days(at).iter().all(|day| *day < first)
}

#[test]
fn a_date_is_over_when_its_last_day_is() {
    for (at, is_before) in [
        ("2026-11-27", true),
        ("2026-11-28", false),
        ("2026-10", true),
        ("2026-11", false),
        ("2025", true),
        ("2026", false),
        ("2027", false),
    ] {
        assert_eq!(date(at).is_before(date("2026-11-28")), is_before, "{at}");
    }
    assert!(date("2025-12-31").is_before(date("2026")) && !date("2026-01-01").is_before(date("2026")));
}

/// A snapshot of one case that says this of joining.
fn one(answer: Option<JoinAnswer>, until: Option<&str>) -> Snapshot {
    let mut snapshot = published().snapshot;
    let mut case = snapshot.cases.row(0).to_case();
    case.open_to_join = answer.into();
    case.join_until = until.map(date).into();
    snapshot.cases = CaseTable::new(vec![case], &[]);
    snapshot.meta.as_of = date("2026-11-28");
    snapshot
}

#[test]
fn unknown_is_never_no_and_the_last_day_counts() {
    let (yes, ask, no) = (Some(JoinAnswer::Yes), Some(JoinAnswer::OnRequest), Some(JoinAnswer::No));
    for (answer, until, expected) in [
        (None, None, "unknown"),
        (yes, None, "yes"),
        (ask, None, "yes"),
        (no, None, "no"),
        (yes, Some("2026-11-28"), "yes"),
        (ask, Some("2026-11"), "yes"),
        (yes, Some("2026-11-27"), "no"),
        (ask, Some("2025"), "no"),
    ] {
        let snapshot = one(answer, until);
        for value in ["yes", "no", "unknown"] {
            let (query, problems) = CaseQuery::parse(&format!(
                "open={value}&scope=all&form=joint-procurement,joint-use,shared-service,unknown"
            ));
            assert_eq!(problems, []);
            let found = rows(&snapshot, &SearchIndex::default(), &query.filter).len();
            assert_eq!(found, usize::from(value == expected), "{answer:?} {until:?} open={value}");
        }
    }
}

#[test]
fn a_table_that_knows_nothing_of_joining_says_nothing_of_it() {
    let known = |snapshot: &Snapshot| {
        let json = serde_json::to_value(&snapshot.cases).unwrap();
        ["open_to_join", "join_until"].map(|column| json.get(column).is_some())
    };
    assert_eq!(known(&one(None, None)), [false; 2]);
    assert_eq!(known(&one(Some(JoinAnswer::No), None)), [true, false]);
    assert_eq!(known(&one(Some(JoinAnswer::Yes), Some("2027-03"))), [true; 2]);
    // The column of a later version may hold a word that this one does not know.
    let mut json = serde_json::to_value(&one(Some(JoinAnswer::No), None).cases).unwrap();
    json["open_to_join"]["dictionary"] = Value::from(vec!["added-later"]);
    let read: CaseTable = serde_json::from_value(json).unwrap();
    assert_eq!(read.row(0).open_to_join(), Fact::UNKNOWN);
}

/// The events of a case as a slow reader finds them: date, kind, and if it is to come.
fn slow_events(case: &Case, from: Date) -> Vec<(Option<Date>, EventKind)> {
    let mut found = Vec::new();
    let until = case.join_until.known();
    let is_open = matches!(case.open_to_join, Fact::Known(JoinAnswer::Yes | JoinAnswer::OnRequest));
    if is_open && until.is_none_or(|until| !slowly_before(until, from)) {
        found.push((until, EventKind::Join));
    }
    let month = |at: YearMonth| date(&at.to_string());
    let planned = case.introduced.known().filter(|_| case.status == Fact::Known(Status::Planned));
    for (at, kind) in [
        (planned.map(|it| month(it.at)), EventKind::Introduction),
        (case.contract_end.known().map(month), EventKind::ContractEnd),
    ] {
        if at.is_some_and(|at| !slowly_before(at, from)) {
            found.push((at, kind));
        }
    }
    found
}

fn check(snapshot: &Snapshot, from: Date) {
    let counted: Vec<(usize, Case)> =
        every_row(snapshot).into_iter().enumerate().filter(|(_, case)| !is_cancelled(case)).collect();
    let found = Schedule::of(&Selection::all(&snapshot.cases), from);
    let mut expected = Vec::new();
    for (row, case) in &counted {
        expected.extend(slow_events(case, from).into_iter().map(|(at, kind)| (at.is_none(), at, kind, *row)));
    }
    expected.sort();
    let events = found.events.iter().map(|it| (it.at.is_none(), it.at, it.kind, it.row));
    assert_eq!(events.collect::<Vec<_>>(), expected);
    let plans = counted.iter().filter(|(_, case)| case.status == Fact::Known(Status::Planned)).count();
    let shown = expected.iter().filter(|it| it.2 == EventKind::Introduction).count();
    assert_eq!(found.undated_plans + found.past_plans + shown, plans, "every plan is told of once");
    let undated = counted
        .iter()
        .filter(|(_, case)| case.status == Fact::Known(Status::Planned) && !case.introduced.is_known());
    assert_eq!(found.undated_plans, undated.count());
}

#[test]
fn what_is_published_as_to_come_is_what_the_rows_say() {
    let snapshot = published().snapshot;
    check(&snapshot, snapshot.meta.as_of);
    let found = Schedule::of(&Selection::all(&snapshot.cases), snapshot.meta.as_of);
    let kinds = EventKind::ALL.iter().filter(|kind| found.events.iter().any(|it| it.kind == **kind));
    assert!(kinds.count() > 1 && found.past_plans > 0, "the examples show nothing");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn to_be_before_equals_the_slow_computation(at in generate::date(), from in generate::date()) {
        prop_assert_eq!(at.is_before(from), slowly_before(at, from), "{} {}", at, from);
    }

    #[test]
    fn what_is_to_come_equals_the_slow_computation(snapshot in generate::snapshot(), from in generate::date()) {
        check(&snapshot, from);
    }

    #[test]
    fn the_answers_divide_the_cases(snapshot in generate::snapshot()) {
        let all = || CaseFilter { scope: ScopeFilter::All, form: Forms::all(), ..CaseFilter::default() };
        let index = SearchIndex::default();
        let of = |answer| rows(&snapshot, &index, &CaseFilter { open: [answer].into(), ..all() });
        let mut found: Vec<usize> = Answer::ALL.iter().flat_map(|&answer| of(answer)).collect();
        found.sort_unstable();
        prop_assert_eq!(found, rows(&snapshot, &index, &all()));
        let unknown = of(Answer::Unknown);
        prop_assert!(unknown.iter().all(|&row| !snapshot.cases.row(row).open_to_join().is_known()));
    }
}
