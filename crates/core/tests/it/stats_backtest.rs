//! The test of orders of system types against the past.

use std::collections::BTreeSet;

use joint_procurement_core::domain::{
    Case, CaseTable, Fact, Form, IntroducedKind, Introduction, PrefectureCode, Scope, Slug, Snapshot, Status,
    Term, YearMonth,
};
use joint_procurement_core::stats::backtest::{Backtest, Measures, Order, Setting, Trial, placed};
use joint_procurement_testing::{generate, is_joint, published, rows};
use proptest::prelude::*;

fn code(text: &str) -> PrefectureCode {
    text.parse().unwrap()
}

fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

/// The types that pages put in an order.
fn systems(snapshot: &Snapshot) -> Vec<Slug> {
    let ordered = snapshot.terms.system_types.iter().filter(|it| it.policy_notes.is_empty());
    ordered.map(|it| it.slug.clone()).filter(|slug| slug.as_str() != "other").collect()
}

fn involves(case: &Case, at: PrefectureCode) -> bool {
    case.lead_prefecture == at || case.partner_prefectures.contains(&at)
}

fn confirms(case: &Case, at: PrefectureCode, system: &Slug) -> bool {
    is_joint(case) && case.scope == Scope::Prefecture && case.system_type == *system && involves(case, at)
}

/// Only systems of one body that others are connected to.
fn is_shared(cases: &[&Case], at: PrefectureCode, system: &Slug) -> bool {
    let mut here = cases.iter().filter(|case| case.system_type == *system && involves(case, at)).peekable();
    here.peek().is_some() && here.all(|case| !is_joint(case))
}

fn year(case: &Case) -> Option<u16> {
    let is_plan = case.status == Fact::Known(Status::Planned);
    case.introduced.known().filter(|_| !is_plan).map(|introduced| introduced.at.year)
}

/// Every prefecture with the types that are confirmed there.
type Confirmed<'a> = BTreeSet<(PrefectureCode, &'a Slug)>;

fn confirmed<'a>(cases: &[&'a Case]) -> Confirmed<'a> {
    let with = |case: &&'a Case| -> Vec<(PrefectureCode, &'a Slug)> {
        let system = &case.system_type;
        PrefectureCode::all().filter(|at| confirms(case, *at, system)).map(|at| (at, system)).collect()
    };
    cases.iter().flat_map(with).collect()
}

/// Weighs a type by the shares of the prefectures that have it, as the names of the orders say.
fn score(order: Order, snapshot: &Snapshot, confirmed: &Confirmed, at: PrefectureCode, system: &Slug) -> f64 {
    let own = snapshot.prefecture(at).unwrap();
    let around: BTreeSet<PrefectureCode> =
        own.neighbours.iter().copied().chain(own.crossings.iter().map(|it| it.prefecture)).collect();
    let others: BTreeSet<PrefectureCode> = PrefectureCode::all().filter(|it| *it != at).collect();
    let near = |it: &PrefectureCode| {
        let ratio = snapshot.prefecture(*it).unwrap().population as f64 / own.population as f64;
        (0.5..=2.0).contains(&ratio)
    };
    let similar: BTreeSet<PrefectureCode> = others.iter().copied().filter(near).collect();
    let have = |group: &BTreeSet<PrefectureCode>| {
        group.iter().filter(|it| confirmed.contains(&(**it, system))).count() as f64
    };
    let share = |group: &BTreeSet<PrefectureCode>| have(group) / group.len().max(1) as f64;
    match order {
        Order::Prefectures => have(&others),
        Order::Neighbours => have(&around),
        Order::Similar => have(&similar),
        Order::PrefecturesThenNeighbours => have(&others) + have(&around) / 100.0,
        Order::PrefecturesThenSimilar => have(&others) + have(&similar) / 100.0,
        Order::Shown => have(&others) + have(&similar) / 100.0 + have(&around) / 10_000.0,
        Order::PrefecturesAndNeighbours => share(&others) + share(&around),
        Order::PrefecturesAndSimilar => share(&others) + share(&similar),
        Order::All => share(&others) + share(&around) + share(&similar),
    }
}

/// Sorts the types and takes the mean of the places of those with the same score.
fn slow_ranks(snapshot: &Snapshot, cases: &[&Case], at: PrefectureCode, system: &Slug) -> Vec<f64> {
    let confirmed = confirmed(cases);
    let has = |it: &Slug| confirmed.contains(&(at, it)) || is_shared(cases, at, it);
    let asked: Vec<Slug> = systems(snapshot).into_iter().filter(|it| it == system || !has(it)).collect();
    let scores = |order: &Order| -> Vec<(f64, bool)> {
        asked.iter().map(|it| (score(*order, snapshot, &confirmed, at, it), it == system)).collect()
    };
    Order::ALL.iter().map(|order| slow_rank(scores(order))).collect()
}

fn slow_rank(mut scores: Vec<(f64, bool)>) -> f64 {
    scores.sort_by(|a, b| b.0.total_cmp(&a.0));
    let own = scores.iter().find(|it| it.1).unwrap().0;
    let same: Vec<f64> = (1_u32..)
        .zip(&scores)
        .filter(|(_, it)| (it.0 - own).abs() < 1e-9)
        .map(|(place, _)| f64::from(place))
        .collect();
    same.iter().sum::<f64>() / same.len() as f64
}

type Place = (PrefectureCode, Slug, Vec<f64>);

fn slow_places(snapshot: &Snapshot, setting: Setting) -> Vec<Place> {
    let cases = rows(snapshot);
    let mut found = Vec::new();
    for at in PrefectureCode::all() {
        for system in systems(snapshot) {
            let of_pair: Vec<&Case> = cases.iter().filter(|case| confirms(case, at, &system)).collect();
            let first = of_pair.iter().filter_map(|case| year(case)).min();
            let before =
                |limit: u16| cases.iter().filter(move |case| year(case).is_some_and(|it| it < limit));
            let known: Vec<&Case> = match (setting, first) {
                _ if of_pair.is_empty() => continue,
                (Setting::LeaveOneOut, _) => cases.iter().filter(|case| !of_pair.contains(case)).collect(),
                (Setting::YearBefore, Some(first)) => before(first).collect(),
                (Setting::UpTo(year), Some(first)) if first > year => before(year + 1).collect(),
                _ => continue,
            };
            let ranks = slow_ranks(snapshot, &known, at, &system);
            found.push((at, system, ranks));
        }
    }
    found
}

fn check(snapshot: &Snapshot, setting: Setting) -> usize {
    let found = placed(snapshot, setting);
    let ranks = |it: &Vec<usize>| it.iter().map(|&double| double as f64 / 2.0).collect();
    let places: Vec<Place> =
        found.iter().map(|it| (it.prefecture, it.system.clone(), ranks(&it.double_ranks))).collect();
    assert_eq!(places, slow_places(snapshot, setting), "{setting:?}");
    let Some(trial) = Trial::of(snapshot, setting) else {
        assert_eq!(places, []);
        return 0;
    };
    assert_eq!((trial.setting, trial.pairs), (setting, places.len()));
    let mean = |values: &dyn Fn(&Place) -> f64| places.iter().map(values).sum::<f64>() / places.len() as f64;
    for (place, figures) in trial.orders.iter().enumerate() {
        let hit = |it: &Place, place: usize| f64::from(u8::from(it.2[place] <= 5.0));
        let Measures { hit_at_5, reciprocal_rank } = figures.measures;
        assert!((hit_at_5.mean - mean(&|it| hit(it, place))).abs() < 1e-9);
        assert!((reciprocal_rank.mean - mean(&|it| 1.0 / it.2[place])).abs() < 1e-9);
        let gains = figures.gain;
        assert_eq!((figures.order, gains.is_none()), (Order::ALL[place], place == 0));
        if let Some(gain) = gains {
            assert!((gain.hit_at_5.mean - mean(&|it| hit(it, place) - hit(it, 0))).abs() < 1e-9);
            let difference = mean(&|it| 1.0 / it.2[place] - 1.0 / it.2[0]);
            assert!((gain.reciprocal_rank.mean - difference).abs() < 1e-9);
        }
        for it in [Some(figures.measures), gains].into_iter().flatten() {
            let inside = [it.hit_at_5, it.reciprocal_rank];
            assert!(inside.iter().all(|it| it.low <= it.mean + 1e-9 && it.mean <= it.high + 1e-9));
        }
    }
    places.len()
}

/// Case after case of a type in a prefecture, in the year when it began.
fn made(cases: &[(&str, &str, u16)]) -> Snapshot {
    let mut snapshot = published().snapshot;
    let sample = rows(&snapshot).into_iter().find(is_joint).unwrap();
    let made = cases.iter().enumerate().map(|(number, &(at, system, year))| {
        let mut case = sample.clone();
        case.id = format!("{at}-case-{number}").parse().unwrap();
        case.lead_prefecture = code(at);
        case.system_type = slug(system);
        case.partner_prefectures = Vec::new();
        (case.scope, case.form) = (Scope::Prefecture, Fact::Known(Form::ALL[0]));
        case.status = Fact::Known(Status::Operating);
        let at = YearMonth::new(year, None).unwrap();
        case.introduced = Fact::Known(Introduction { at, kind: IntroducedKind::ALL[0] });
        case
    });
    snapshot.cases = CaseTable::new(made.collect(), &[]);
    snapshot
}

/// 鳥取県 has four neighbours on land, two of which have a GIS.
fn example() -> Snapshot {
    made(&[
        ("32", "gis", 2010),
        ("33", "gis", 2012),
        ("31", "gis", 2015),
        ("01", "rpa", 2020),
        ("02", "rpa", 2020),
        ("03", "rpa", 2020),
        ("34", "library", 2005),
    ])
}

/// Twice the rank of a pair.
fn double_rank(snapshot: &Snapshot, setting: Setting, at: &str, system: &str, order: Order) -> Option<usize> {
    let found = placed(snapshot, setting);
    let pair = found.iter().find(|it| it.prefecture == code(at) && it.system == slug(system));
    pair.map(|it| it.double_rank(order))
}

#[test]
fn a_pair_is_ranked_by_the_others_that_have_its_type() {
    let snapshot = example();
    let rank = |order| double_rank(&snapshot, Setting::LeaveOneOut, "31", "gis", order);
    assert_eq!(rank(Order::Prefectures), Some(4), "behind RPA, which three have");
    assert_eq!(rank(Order::Neighbours), Some(2), "two neighbours have it");
    assert_eq!(rank(Order::PrefecturesAndNeighbours), Some(2));
    assert_eq!(rank(Order::PrefecturesThenNeighbours), Some(4));
}

#[test]
fn of_a_later_year_nothing_is_known() {
    let snapshot = example();
    let types = systems(&snapshot).len();
    let rank = |setting, at, system| double_rank(&snapshot, setting, at, system, Order::Prefectures);
    let until = Setting::UpTo(2012);
    assert_eq!(rank(until, "31", "gis"), Some(2));
    assert_eq!(rank(until, "33", "gis"), None, "known by then");
    // GIS and libraries before, all others share the ranks behind.
    assert_eq!(rank(until, "01", "rpa"), Some(types + 3));
    assert_eq!(rank(Setting::YearBefore, "34", "library"), Some(types + 1), "nothing is known");
    assert_eq!(rank(Setting::YearBefore, "32", "gis"), Some(types + 2));
    assert_eq!(rank(Setting::YearBefore, "33", "gis"), Some(3), "beside libraries, of one prefecture too");
    assert_eq!(rank(Setting::YearBefore, "02", "rpa"), Some(types + 3), "not even that of the same year");
}

#[test]
fn a_joint_case_of_a_pair_is_left_out_at_its_partners_too() {
    let mut snapshot = example();
    let mut cases = rows(&snapshot);
    let of_tottori = cases.iter_mut().find(|case| case.lead_prefecture == code("31")).unwrap();
    of_tottori.partner_prefectures = vec![code("34"), code("28")];
    snapshot.cases = CaseTable::new(cases, &[]);
    let rank = |order| double_rank(&snapshot, Setting::LeaveOneOut, "31", "gis", order);
    assert_eq!((rank(Order::Prefectures), rank(Order::Neighbours)), (Some(4), Some(2)));
}

#[test]
fn published_places_are_those_of_the_definition() {
    let snapshot = published().snapshot;
    let all = check(&snapshot, Setting::LeaveOneOut);
    let dated = check(&snapshot, Setting::YearBefore);
    let later = check(&snapshot, Setting::UpTo(2015));
    assert!(all > dated && dated > later && later > 20, "{all} {dated} {later}");
    let backtest = Backtest::of(&snapshot);
    assert_eq!((backtest.pairs, backtest.undated), (all, all - dated));
    let settings: Vec<Setting> = backtest.trials.iter().map(|it| it.setting).collect();
    assert_eq!(settings[..2], [Setting::LeaveOneOut, Setting::YearBefore]);
    for setting in &settings[2..] {
        let Setting::UpTo(year) = setting else { panic!("{setting:?}") };
        let later = slow_places(&snapshot, *setting).len();
        assert!(year % 5 == 0 && later >= 20 && dated - later >= 20, "{year}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn places_equal_the_definition(snapshot in generate::snapshot(), year in 2000_u16..2028) {
        for setting in [Setting::LeaveOneOut, Setting::YearBefore, Setting::UpTo(year)] {
            check(&snapshot, setting);
        }
    }

    #[test]
    fn the_order_of_the_terms_does_not_help(snapshot in generate::snapshot()) {
        let mut turned = snapshot.clone();
        turned.terms.system_types.reverse();
        for setting in [Setting::LeaveOneOut, Setting::YearBefore] {
            let mut places = [placed(&snapshot, setting), placed(&turned, setting)];
            places.iter_mut().for_each(|it| it.sort_by_key(|it| (it.prefecture, it.system.clone())));
            prop_assert_eq!(&places[0], &places[1]);
        }
    }
}
