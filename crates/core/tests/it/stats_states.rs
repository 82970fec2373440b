//! The states of system types in prefectures, and what neighbours have.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use joint_procurement_core::domain::{
    Case, Fact, PrefectureCode, Scope, Slug, Snapshot, Status, SystemState,
};
use joint_procurement_core::query::{CaseFilter, Matches, ScopeFilter, SearchIndex};
use joint_procurement_core::stats::{ConfirmedElsewhere, Neighbours, StateTable};
use joint_procurement_testing::{every_row, generate, is_cancelled, is_joint, published, rows};
use proptest::prelude::*;

fn code(text: &str) -> PrefectureCode {
    text.parse().unwrap()
}

fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

fn involves(case: &Case, prefecture: PrefectureCode) -> bool {
    case.lead_prefecture == prefecture || case.partner_prefectures.contains(&prefecture)
}

/// The rows with a prefecture that have this status there.
fn with_status(cases: &[Case], at: PrefectureCode, system: &Slug, status: Option<Status>) -> Vec<usize> {
    let of_status =
        |case: &Case| is_joint(case) && case.status.known() == status && case.scope == Scope::Prefecture;
    let here = |case: &Case| involves(case, at) && case.system_type == *system;
    (0..cases.len()).filter(|&row| here(&cases[row]) && of_status(&cases[row])).collect()
}

/// Follows the definition word for word. The first state that any case with a prefecture has counts; then
/// that of municipalities among themselves; then that of a shared system; then that nothing is confirmed.
fn slow_state(cases: &[Case], at: PrefectureCode, system: &Slug) -> (SystemState, Vec<usize>) {
    for (status, state) in [
        (Some(Status::Operating), SystemState::Operating),
        (Some(Status::Procured), SystemState::Procured),
        (None, SystemState::Unknown),
        (Some(Status::Planned), SystemState::Planned),
        (Some(Status::Ended), SystemState::Ended),
    ] {
        let rows = with_status(cases, at, system, status);
        if !rows.is_empty() {
            return (state, rows);
        }
    }
    let here = |case: &&Case| !is_cancelled(case) && case.system_type == *system && involves(case, at);
    let rows = |condition: &dyn Fn(&Case) -> bool| -> Vec<usize> {
        (0..cases.len()).filter(|&row| here(&&cases[row]) && condition(&cases[row])).collect()
    };
    let municipal = rows(&|case| case.scope == Scope::Municipal && is_joint(case));
    let shared = rows(&|case| !is_joint(case));
    match (municipal.is_empty(), shared.is_empty()) {
        (false, _) => (SystemState::Municipal, municipal),
        (true, false) => (SystemState::Shared, shared),
        (true, true) => (SystemState::Unconfirmed, Vec::new()),
    }
}

type SlowStates = BTreeMap<(PrefectureCode, Slug), (SystemState, Vec<usize>)>;

fn slow_states(snapshot: &Snapshot) -> SlowStates {
    let cases = every_row(snapshot);
    let types = snapshot.terms.system_types.iter().map(|system| &system.slug);
    let cells = types.flat_map(|system| PrefectureCode::all().map(move |at| (at, system)));
    cells.map(|(at, system)| ((at, system.clone()), slow_state(&cases, at, system))).collect()
}

fn check_states(snapshot: &Snapshot) {
    let cases = every_row(snapshot);
    let table = StateTable::of(snapshot);
    for system in snapshot.terms.system_types.iter().map(|system| &system.slug) {
        let mut confirmed = 0;
        for at in PrefectureCode::all() {
            let (state, mut expected) = slow_state(&cases, at, system);
            confirmed += usize::from(state.is_confirmed());
            let cell = table.cell(at, system);
            assert_eq!((table.state(at, system), cell.state), (state, state), "{at} {system}");
            let leads = expected.iter().any(|&row| cases[row].lead_prefecture == at);
            assert_eq!(cell.as_partner, !expected.is_empty() && !leads, "{at} {system}");

            let all = table.cases(at, system);
            let mut behind: Vec<usize> = all.iter().filter(|it| it.state == state).map(|it| it.row).collect();
            behind.sort_unstable();
            expected.sort_unstable();
            assert_eq!(behind, expected, "{at} {system}");

            assert!(all.is_sorted());
            let there =
                |case: &&Case| !is_cancelled(case) && involves(case, at) && case.system_type == *system;
            assert_eq!(all.len(), cases.iter().filter(there).count());
            let confirmed = |case: &&Case| case.scope == Scope::Prefecture && is_joint(case);
            let with_prefecture = cases.iter().filter(confirmed).filter(there);
            assert_eq!(table.cases_confirmed(at, system).len(), with_prefecture.count());
        }
        assert_eq!(table.prefectures_confirmed(system), confirmed, "{system}");
    }
}

/// By asking for every type and every pair of prefectures. Types with a note need a neighbour.
fn slow_elsewhere(
    snapshot: &Snapshot,
    states: &SlowStates,
    here: PrefectureCode,
    noted: bool,
) -> Vec<(Slug, Vec<PrefectureCode>)> {
    let prefecture = snapshot.prefecture(here).unwrap();
    let crossings = prefecture.crossings.iter().map(|it| it.prefecture);
    let around: Vec<PrefectureCode> = prefecture.neighbours.iter().copied().chain(crossings).collect();
    let confirmed = |at, system: &Slug| states[&(at, system.clone())].0.is_confirmed();
    let near = |at: &PrefectureCode| {
        let ratio = snapshot.prefecture(*at).unwrap().population as f64 / prefecture.population as f64;
        *at != here && (0.5..=2.0).contains(&ratio)
    };
    let near: Vec<PrefectureCode> = PrefectureCode::all().filter(near).collect();
    let mut found = Vec::new();
    for (place, system) in snapshot.terms.system_types.iter().enumerate() {
        let there: Vec<_> = around.iter().copied().filter(|&at| confirmed(at, &system.slug)).collect();
        let shared = states[&(here, system.slug.clone())].0 == SystemState::Shared;
        let nationwide = PrefectureCode::all().filter(|&at| confirmed(at, &system.slug)).count();
        let found_there = if noted { there.len() } else { nationwide };
        let suggested = found_there > 0 && !confirmed(here, &system.slug) && !shared;
        if suggested && system.policy_notes.is_empty() != noted && system.slug.as_str() != "other" {
            let similar = near.iter().filter(|&&at| confirmed(at, &system.slug)).count();
            let order = Reverse((nationwide, similar, there.len()));
            found.push((order, place, system.slug.clone(), there));
        }
    }
    found.sort();
    found.into_iter().map(|(.., slug, there)| (slug, there)).collect()
}

fn check_neighbours(snapshot: &Snapshot, states: &SlowStates, here: PrefectureCode) {
    let cases = every_row(snapshot);
    let table = StateTable::of(snapshot);
    let neighbours = Neighbours::of(snapshot, &table, here);
    let short = |list: &[ConfirmedElsewhere]| -> Vec<(Slug, Vec<PrefectureCode>)> {
        let there = |it: &ConfirmedElsewhere| it.there.iter().map(|it| it.neighbour.prefecture).collect();
        list.iter().map(|it| (it.slug.clone(), there(it))).collect()
    };
    assert_eq!(
        short(&neighbours.confirmed_elsewhere),
        slow_elsewhere(snapshot, states, here, false),
        "{here}"
    );
    assert_eq!(short(&neighbours.noted), slow_elsewhere(snapshot, states, here, true), "{here}");
    for nearby in neighbours.confirmed_elsewhere.iter().chain(&neighbours.noted) {
        assert!([SystemState::Municipal, SystemState::Unconfirmed].contains(&nearby.here));
        for it in &nearby.there {
            let at = it.neighbour.prefecture;
            assert_eq!(it.cell.state, states[&(at, nearby.slug.clone())].0);
            let expected = |row: &usize| {
                let case = &cases[*row];
                is_joint(case)
                    && !is_cancelled(case)
                    && case.scope == Scope::Prefecture
                    && case.system_type == nearby.slug
                    && involves(case, at)
            };
            let mut found = it.rows.clone();
            found.sort_unstable();
            assert_eq!(found, (0..cases.len()).filter(expected).collect::<Vec<_>>());
        }
    }
    for system in &neighbours.systems {
        assert_eq!(system.here, table.cell(here, &system.slug));
        assert_eq!(system.nationwide, table.prefectures_confirmed(&system.slug));
        let there = neighbours.neighbours.iter().map(|it| table.cell(it.prefecture, &system.slug));
        assert_eq!(system.there, there.collect::<Vec<_>>());
    }
    let types = snapshot.terms.system_types.iter().map(|it| &it.slug).filter(|it| it.as_str() != "other");
    assert!(neighbours.systems.iter().map(|it| &it.slug).eq(types));
}

#[test]
fn published_states_are_those_of_the_definition() {
    check_states(&published().snapshot);
}

#[test]
fn published_neighbours_are_those_of_the_definition() {
    let snapshot = published().snapshot;
    let states = slow_states(&snapshot);
    for here in PrefectureCode::all() {
        check_neighbours(&snapshot, &states, here);
    }
}

/// Every case of the default scope is behind some state, by its lead and by each partner.
#[test]
fn the_table_holds_the_cases_of_the_lists() {
    let snapshot = published().snapshot;
    let table = StateTable::of(&snapshot);
    for at in PrefectureCode::all() {
        for (filter, as_partner) in [
            (CaseFilter { pref: [at].into(), ..CaseFilter::default() }, false),
            (CaseFilter { partner: [at].into(), ..CaseFilter::default() }, true),
        ] {
            let filter = CaseFilter { scope: ScopeFilter::All, ..filter };
            let listed = Matches::new(&snapshot, &SearchIndex::default(), &filter).selection(&snapshot.cases);
            let cells = table.systems().iter().flat_map(|system| table.cases(at, system));
            // A list leaves out what no figure counts.
            let of_list =
                cells.filter(|case| case.as_partner == as_partner && snapshot.cases.row(case.row).is_joint());
            let mut rows: Vec<usize> = of_list.map(|case| case.row).collect();
            rows.sort_unstable();
            assert_eq!(rows, listed.rows(), "{at}");
        }
    }
}

#[test]
fn partners_have_the_state_of_a_case_that_another_prefecture_leads() {
    let snapshot = published().snapshot;
    let table = StateTable::of(&snapshot);
    let cloud = slug("security-cloud");
    let id = "02-security-cloud-1".parse().unwrap();
    let row = snapshot.cases.find(&id).unwrap().row();
    for partner in ["03", "04", "05", "06", "07", "15"].map(code) {
        assert!(table.cases(partner, &cloud).iter().any(|case| case.row == row && case.as_partner));
        assert!(table.state(partner, &cloud).is_confirmed());
    }
    assert!(!table.cell(code("02"), &cloud).as_partner);
}

#[test]
fn what_the_terms_do_not_list_is_not_confirmed() {
    let table = StateTable::of(&published().snapshot);
    assert_eq!(table.state(code("13"), &slug("abacus")), SystemState::Unconfirmed);
    assert_eq!(table.prefectures_confirmed(&slug("abacus")), 0);
    assert!(table.cases(code("13"), &slug("abacus")).is_empty());
}

#[test]
fn crossings_are_told_apart_and_noted_types_are_not_suggested() {
    let snapshot = published().snapshot;
    let table = StateTable::of(&snapshot);
    let hokkaido = Neighbours::of(&snapshot, &table, code("01"));
    let crossings: BTreeMap<_, _> =
        hokkaido.neighbours.iter().map(|it| (it.prefecture, it.crossing.as_deref())).collect();
    assert_eq!(crossings, BTreeMap::from([(code("02"), Some("青函トンネル"))]));

    let tottori = Neighbours::of(&snapshot, &table, code("31"));
    assert!(tottori.neighbours.iter().all(|it| it.crossing.is_none()));
    let mut suggested = 0;
    for at in PrefectureCode::all() {
        let neighbours = Neighbours::of(&snapshot, &table, at);
        let notes = |it: &ConfirmedElsewhere| snapshot.system_type(&it.slug).unwrap().policy_notes.len();
        assert!(neighbours.confirmed_elsewhere.iter().all(|it| notes(it) == 0));
        assert!(neighbours.noted.iter().all(|it| notes(it) > 0));
        suggested += neighbours.confirmed_elsewhere.len();
    }
    assert!(suggested > 100, "the examples show nothing");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn states_equal_the_definition(snapshot in generate::snapshot()) {
        check_states(&snapshot);
    }

    #[test]
    fn neighbours_equal_the_definition(snapshot in generate::snapshot(), here in generate::prefecture()) {
        check_neighbours(&snapshot, &slow_states(&snapshot), here);
    }

    #[test]
    fn a_planned_case_never_hides_an_operating_one(snapshot in generate::snapshot()) {
        let table = StateTable::of(&snapshot);
        for case in rows(&snapshot).iter().filter(|case| is_joint(case)) {
            let state = table.state(case.lead_prefecture, &case.system_type);
            if case.scope == Scope::Prefecture && case.status == Fact::Known(Status::Operating) {
                prop_assert_eq!(state, SystemState::Operating);
            }
            prop_assert!(state <= SystemState::Municipal);
        }
    }
}
