//! The cases of one municipality, what those like it use, and counterparts: each against a slow computation.

use std::collections::BTreeSet;

use joint_procurement_core::domain::{
    Case, Fact, JoinAnswer, Municipalities, Municipality, MunicipalityCode, Position, Scope, Slug, Snapshot,
    Status,
};
use joint_procurement_core::query::Near;
use joint_procurement_core::stats::{
    Certainty, Counterparts, Home, PeerSystem, Peers, Similarity, StateTable, TownCases, to_ask,
};
use joint_procurement_testing::{Published, every_row, generate, is_cancelled, published};
use proptest::prelude::*;
use proptest::sample::Index;

/// The participants that are certain, by the words of the source.
fn certain(case: &Case, municipalities: &Municipalities) -> BTreeSet<MunicipalityCode> {
    let all = || municipalities.of_prefecture(case.lead_prefecture).map(|it| it.code);
    match &case.participants {
        Fact::Known(codes) => codes.iter().copied().collect(),
        // The builder derives a population without names only where all of today's municipalities take part.
        Fact::Missing(_) if case.participants_all_in_prefecture == Fact::Known(true) => {
            if case.derived_population.is_some() { all().collect() } else { BTreeSet::new() }
        }
        Fact::Missing(_) => BTreeSet::new(),
    }
}

fn reaches(case: &Case, code: MunicipalityCode) -> bool {
    [case.lead_prefecture].iter().chain(&case.partner_prefectures).any(|it| *it == code.prefecture())
}

fn counted(snapshot: &Snapshot) -> impl Iterator<Item = (usize, Case)> {
    every_row(snapshot).into_iter().enumerate().filter(|(_, case)| !is_cancelled(case))
}

fn check_cases(snapshot: &Snapshot, municipalities: &Municipalities, code: MunicipalityCode) -> TownCases {
    let found = TownCases::of(snapshot, code);
    for (row, case) in counted(snapshot) {
        let certainty = found.cases.iter().find(|it| it.row == row).map(|it| it.certainty);
        let is_named = matches!(&case.participants, Fact::Known(codes) if codes.contains(&code));
        let expected = match certain(&case, municipalities).contains(&code) {
            true if is_named => Some(Certainty::Named),
            true => Some(Certainty::WholePrefecture),
            false => (!case.participants.is_known() && reaches(&case, code)).then_some(Certainty::Possible),
        };
        assert_eq!(certainty, expected, "{} {code}", case.id);
        let is_left_out = expected.is_none() && reaches(&case, code) && case.scope == Scope::Prefecture;
        assert_eq!(found.not_in.contains(&row), is_left_out, "{} {code}", case.id);
        let is_over = matches!(case.join_until, Fact::Known(until) if until.is_before(snapshot.meta.as_of));
        let is_open = matches!(case.open_to_join, Fact::Known(JoinAnswer::Yes | JoinAnswer::OnRequest));
        let is_certain = certain(&case, municipalities).contains(&code);
        let may_join = is_open && !is_over && reaches(&case, code) && !is_certain;
        assert_eq!(found.open.contains(&row), may_join, "{} {code}", case.id);
    }
    assert!(found.cases.is_sorted_by_key(|it| (it.certainty, it.row)), "the most certain first");
    found
}

fn kilometres(a: Municipality<'_>, b: Municipality<'_>) -> f64 {
    a.office.unwrap().distance(b.office.unwrap())
}

fn check_peers(snapshot: &Snapshot, municipalities: &Municipalities, code: MunicipalityCode) {
    let own = check_cases(snapshot, municipalities, code);
    let states = StateTable::of(snapshot);
    let peers = Peers::of(snapshot, &states, municipalities, code, &own).unwrap();
    let town = municipalities.get(code).unwrap();
    let others = || municipalities.iter().filter(|it| it.code != code);
    let similar = |it: &Municipality<'_>| {
        let ratio = it.population as f64 / town.population as f64;
        (0.5..=2.0).contains(&ratio)
    };
    let near = |it: &Municipality<'_>| kilometres(*it, town) <= f64::from(Peers::NEAR);
    assert_eq!(peers.groups.similar, others().filter(similar).count());
    assert_eq!(
        peers.groups.prefecture,
        others().filter(|it| it.code.prefecture() == code.prefecture()).count()
    );
    assert_eq!(peers.groups.near, Some(others().filter(near).count()));

    let told: Vec<&PeerSystem> = peers.lacking.iter().chain(&peers.noted).collect();
    for system in &snapshot.terms.system_types {
        let of_type = || counted(snapshot).filter(|(_, case)| case.system_type == system.slug);
        let is_own = of_type().any(|(_, case)| certain(&case, municipalities).contains(&code));
        let in_use =
            |case: &Case| ![Some(Status::Planned), Some(Status::Ended)].contains(&case.status.known());
        let users: BTreeSet<MunicipalityCode> = of_type()
            .filter(|(_, case)| in_use(case))
            .flat_map(|(_, case)| certain(&case, municipalities))
            .collect();
        let count = |holds: &dyn Fn(&Municipality<'_>) -> bool| {
            others().filter(|it| users.contains(&it.code)).filter(|it| holds(it)).count()
        };
        let counts = [count(&similar), count(&|it| it.code.prefecture() == code.prefecture()), count(&near)];
        let is_told = system.slug.as_str() != Slug::OTHER && !is_own && counts.iter().sum::<usize>() > 0;
        let found = told.iter().find(|it| it.slug == system.slug);
        assert_eq!(found.is_some(), is_told, "{} at {code}", system.slug);
        let Some(found) = found else { continue };
        assert_eq!([found.users.similar, found.users.prefecture, found.users.near.unwrap()], counts);
        assert_eq!(peers.noted.iter().any(|it| it.slug == system.slug), !system.policy_notes.is_empty());
        let possible = own.rows(Certainty::Possible);
        assert!(found.possible.iter().all(|row| possible.contains(row)));
    }
    assert!(peers.lacking.is_sorted_by(|a, b| a.nationwide >= b.nationwide), "the most confirmed first");
}

fn check_counterparts(snapshot: &Snapshot, municipalities: &Municipalities, home: Home, slug: &Slug) {
    let found = Counterparts::of(snapshot, municipalities, home, slug).unwrap();
    let inside: Vec<Municipality<'_>> = municipalities.iter().filter(|it| home.contains(it.code)).collect();
    let far = |it: Municipality<'_>| {
        inside.iter().map(|home| kilometres(it, *home)).min_by(f64::total_cmp).unwrap()
    };
    let cases: Vec<(usize, Case)> = counted(snapshot).filter(|(_, case)| case.system_type == *slug).collect();
    let near: Vec<Municipality<'_>> = municipalities
        .iter()
        .filter(|it| !home.contains(it.code) && far(*it) <= f64::from(Counterparts::NEAR))
        .collect();
    for (row, case) in &cases {
        let participants = certain(case, municipalities);
        let there: Vec<_> = near.iter().filter(|it| participants.contains(&it.code)).collect();
        let with = found.with.iter().find(|it| it.row == *row);
        assert_eq!(with.map_or(0, |it| it.towns), there.len(), "{}", case.id);
        let nearest = there.iter().map(|it| far(**it)).min_by(f64::total_cmp);
        assert_eq!(with.map(|it| it.distance), nearest);
    }
    let has = |code| cases.iter().any(|(_, case)| certain(case, municipalities).contains(&code));
    let may = |code| cases.iter().any(|(_, case)| !case.participants.is_known() && reaches(case, code));
    let at_home: Vec<_> = municipalities.of_prefecture(home.prefecture()).map(|it| it.code).collect();
    assert_eq!(found.at_home.iter().map(|(code, _)| *code).collect::<Vec<_>>(), at_home);
    for (code, certainty) in &found.at_home {
        let is_certain = matches!(certainty, Some(Certainty::Named | Certainty::WholePrefecture));
        assert_eq!(is_certain, has(*code), "{code}");
        assert_eq!(certainty.is_some(), has(*code) || may(*code), "{code}");
    }
    for it in &near {
        let (has, may) = (has(it.code), may(it.code));
        let told = found.without.iter().find(|town| town.code == it.code);
        assert_eq!(told.map(|town| town.may_have), (!has).then_some(may), "{}", it.name);
    }
    assert!(found.without.is_sorted_by(|a, b| a.distance <= b.distance));
    assert!(found.with.is_sorted_by(|a, b| a.distance <= b.distance));
    for it in &found.not_yet_in {
        let (_, case) = cases.iter().find(|(row, _)| *row == it.row).unwrap();
        assert_eq!((case.lead_prefecture, case.scope), (home.prefecture(), Scope::Prefecture));
        let named = certain(case, municipalities);
        let all: BTreeSet<_> = at_home.iter().copied().collect();
        assert_eq!(
            it.towns.iter().copied().collect::<BTreeSet<_>>(),
            all.difference(&named).copied().collect()
        );
    }
}

#[test]
fn municipalities_of_all_prefectures_have_the_cases_peers_and_counterparts_that_the_data_say() {
    let Published { snapshot, municipalities, .. } = published();
    let types = &snapshot.terms.system_types;
    for (at, it) in municipalities.iter().enumerate().step_by(97) {
        check_peers(&snapshot, &municipalities, it.code);
        check_counterparts(
            &snapshot,
            &municipalities,
            Home::Municipality(it.code),
            &types[at % types.len()].slug,
        );
    }
}

#[test]
fn prefectures_have_the_counterparts_that_the_data_say() {
    let Published { snapshot, municipalities, .. } = published();
    let types = &snapshot.terms.system_types;
    for (at, it) in snapshot.prefectures.prefectures.iter().enumerate().step_by(5) {
        check_counterparts(
            &snapshot,
            &municipalities,
            Home::Prefecture(it.code),
            &types[at % types.len()].slug,
        );
    }
}

#[test]
fn the_cases_to_ask_about_are_of_others_and_name_a_department() {
    let Published { snapshot, municipalities, .. } = published();
    for it in municipalities.iter().step_by(211) {
        let similarity = Similarity::of(&snapshot, &municipalities, Near::Municipality(it.code)).unwrap();
        let rows = to_ask(&snapshot, &similarity, it.code, 6);
        assert_eq!(rows.len(), 6, "{} has cases to ask about", it.name);
        for row in rows {
            let case = snapshot.cases.row(row);
            assert!(case.contact_department().is_known() && !case.certainly_includes(it.code));
            assert_ne!(case.lead_prefecture(), it.code.prefecture());
        }
    }
}

#[test]
fn distances_are_those_of_an_atlas() {
    let Published { municipalities, .. } = published();
    let named = |name: &str| municipalities.iter().find(|it| it.name == name).unwrap();
    // Between the prefectural offices by the survey authority: 札幌–那覇 about 2,240 km, 鳥取–松江 about 106 km.
    for (a, b, expected) in [("札幌市", "那覇市", 2_240.0), ("鳥取市", "松江市", 106.0)] {
        let found = kilometres(named(a), named(b));
        assert!((found - expected).abs() / expected < 0.02, "{a} {b} {found}");
    }
}

/// The distance on a sphere, in kilometres.
fn haversine(a: Position, b: Position) -> f64 {
    let [p, q] = [a, b].map(|it| (f64::from(it.latitude) / 10_000.0).to_radians());
    let turn = (f64::from(a.longitude) - f64::from(b.longitude)).to_radians() / 10_000.0;
    let share = ((p - q) / 2.0).sin().powi(2) + p.cos() * q.cos() * (turn / 2.0).sin().powi(2);
    2.0 * 6371.0088 * share.sqrt().asin()
}

proptest! {
    #[test]
    fn distance_is_a_metric(points in prop::array::uniform3((200_000_u32..460_000, 1_220_000_u32..1_540_000))) {
        let [a, b, c] = points.map(|(latitude, longitude)| Position { latitude, longitude });
        prop_assert_eq!(a.distance(a), 0.0);
        prop_assert_eq!(a.distance(b), b.distance(a));
        prop_assert!(a == b || a.distance(b) > 0.0);
        prop_assert!(a.distance(c) <= a.distance(b) + b.distance(c) + 1e-9);
        let haversine = haversine(a, b);
        prop_assert!((a.distance(b) - haversine).abs() <= 0.001 + haversine * 0.015, "{haversine}");
        prop_assert!(haversine > 300.0 || (a.distance(b) - haversine).abs() <= 0.05, "{haversine}");
    }
}

proptest! {
    // Each looks at all municipalities for all types.
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn any_cases_are_told_apart_by_certainty_and_none_is_lacking_that_is_there(
        snapshot in generate::snapshot(),
        at: Index,
    ) {
        let Published { municipalities, .. } = published();
        let it = municipalities.iter().nth(at.index(municipalities.len())).unwrap();
        check_peers(&snapshot, &municipalities, it.code);
        let slug = &snapshot.terms.system_types[0].slug;
        check_counterparts(&snapshot, &municipalities, Home::Municipality(it.code), slug);
    }
}
