//! The figures of one prefecture and of its municipalities.

use std::collections::BTreeSet;

use joint_procurement_core::domain::{
    Case, Fact, Municipalities, MunicipalityCode, PrefectureCode, Scope, Snapshot, Term,
};
use joint_procurement_core::query::{CaseFilter, Matches, ScopeFilter, SearchIndex, Selection};
use joint_procurement_core::stats::{LedCases, MunicipalParticipation, PrefectureFigures, Summary};
use joint_procurement_testing::{Published, every_row, generate, is_cancelled, is_joint, published, rows};
use proptest::prelude::*;

/// Named, or one of all in the prefecture, whose number today is the stated one.
fn takes_part(case: &Case, code: MunicipalityCode, municipalities: &Municipalities) -> bool {
    match &case.participants {
        Fact::Known(codes) => codes.contains(&code),
        Fact::Missing(_) => {
            let today = || municipalities.of_prefecture(code.prefecture()).count();
            case.lead_prefecture == code.prefecture()
                && case.participants_all_in_prefecture == Fact::Known(true)
                && case.participants_count.known().map(|count| count as usize) == Some(today())
        }
    }
}

fn check_led(snapshot: &Snapshot, led: &LedCases, at: PrefectureCode, scope: Scope) {
    let cases: Vec<Case> = rows(snapshot)
        .into_iter()
        .filter(|case| is_joint(case) && case.lead_prefecture == at && case.scope == scope)
        .collect();
    assert_eq!(led.total, cases.len());
    let types: BTreeSet<_> = cases.iter().map(|case| &case.system_type).collect();
    assert_eq!(led.systems(), types.len());
    for domain in &led.domains {
        let of_domain = |case: &&Case| case.domain == domain.domain;
        assert_eq!(domain.cases, cases.iter().filter(of_domain).count());
        for system in &domain.systems {
            let of_type = cases.iter().filter(of_domain).filter(|case| case.system_type == system.slug);
            assert_eq!(system.cases, of_type.count());
            assert!(system.cases > 0);
        }
        assert_eq!(domain.cases, domain.systems.iter().map(|system| system.cases).sum::<usize>());
    }
    assert_eq!(led.total, led.domains.iter().map(|domain| domain.cases).sum::<usize>());
}

fn check_figures(snapshot: &Snapshot, at: PrefectureCode) {
    let figures = PrefectureFigures::of(snapshot, at);
    check_led(snapshot, &figures.led, at, Scope::Prefecture);
    check_led(snapshot, &figures.municipal, at, Scope::Municipal);
    let cases = every_row(snapshot);
    for (partner, scope) in
        [(&figures.partner, Scope::Prefecture), (&figures.municipal_partner, Scope::Municipal)]
    {
        let expected = |row: &usize| {
            let case = &cases[*row];
            is_joint(case)
                && !is_cancelled(case)
                && case.scope == scope
                && case.partner_prefectures.contains(&at)
                && case.lead_prefecture != at
        };
        assert_eq!(*partner, (0..cases.len()).filter(expected).collect::<Vec<_>>());
    }
}

fn check_participation(
    snapshot: &Snapshot,
    at: PrefectureCode,
    municipalities: &Municipalities,
    takes_part: impl Fn(&Case, MunicipalityCode) -> bool,
) {
    let found = MunicipalParticipation::of(&snapshot.cases, at, municipalities);
    let (cases, every) = (rows(snapshot), every_row(snapshot));
    let codes: Vec<MunicipalityCode> = municipalities.of_prefecture(at).map(|it| it.code).collect();
    assert!(found.municipalities.iter().map(|it| it.code).eq(codes.iter().copied()));
    for municipality in &found.municipalities {
        for (rows, scope) in
            [(&municipality.prefecture, Scope::Prefecture), (&municipality.municipal, Scope::Municipal)]
        {
            let expected = |row: &usize| {
                let case = &every[*row];
                is_joint(case)
                    && !is_cancelled(case)
                    && case.scope == scope
                    && takes_part(case, municipality.code)
            };
            assert_eq!(*rows, (0..every.len()).filter(expected).collect::<Vec<_>>(), "{}", municipality.code);
        }
    }
    let any = |case: &Case, code: &MunicipalityCode| takes_part(case, *code);
    let with_prefecture = |case: &&Case| is_joint(case) && case.scope == Scope::Prefecture;
    let taking_part =
        codes.iter().filter(|code| cases.iter().filter(with_prefecture).any(|it| any(it, code)));
    assert_eq!(found.taking_part, taking_part.count());
    let in_any = codes.iter().filter(|code| cases.iter().any(|case| is_joint(case) && any(case, code)));
    assert_eq!(found.taking_part_in_any, in_any.count());
    let involved = |case: &&Case| {
        let named = case.participants.clone().known().unwrap_or_default();
        case.lead_prefecture == at
            || case.partner_prefectures.contains(&at)
            || named.iter().any(|code| code.prefecture() == at)
    };
    let involved: Vec<&Case> = cases.iter().filter(with_prefecture).filter(involved).collect();
    let tells = |case: &&&Case| {
        case.participants.is_known() || codes.first().is_some_and(|code| takes_part(case, *code))
    };
    let known = (involved.iter().filter(tells).count(), involved.len());
    assert_eq!((found.known.known, found.known.total), known);
}

#[test]
fn published_figures_are_those_of_the_rows() {
    let Published { snapshot, municipalities, .. } = published();
    let mut taking_part = 0;
    for at in PrefectureCode::all() {
        check_figures(&snapshot, at);
        check_participation(&snapshot, at, &municipalities, |case, code| {
            takes_part(case, code, &municipalities)
        });
        taking_part += MunicipalParticipation::of(&snapshot.cases, at, &municipalities).taking_part;
    }
    assert!(taking_part > 500, "the examples show nothing");
}

#[test]
fn every_prefecture_has_the_figures_of_its_address() {
    let snapshot = published().snapshot;
    for at in PrefectureCode::all() {
        let figures = PrefectureFigures::of(&snapshot, at);
        for (led, scope) in
            [(&figures.led, ScopeFilter::Prefecture), (&figures.municipal, ScopeFilter::Municipal)]
        {
            let filter = CaseFilter { pref: [at].into(), scope, ..CaseFilter::default() };
            let matches = Matches::new(&snapshot, &SearchIndex::default(), &filter);
            let summary = Summary::of(&matches.selection(&snapshot.cases));
            assert_eq!(led.total, summary.total, "{at}");
            for domain in &led.domains {
                let expected = summary.by_domain.get(&domain.domain).unwrap_or(0);
                assert_eq!(domain.cases, expected, "{at} {}", domain.domain.slug());
            }
            for (slug, cases) in summary.by_system.iter() {
                let of_type = led.domains.iter().flat_map(|it| &it.systems).filter(|it| it.slug == *slug);
                assert_eq!(of_type.map(|it| it.cases).sum::<usize>(), cases, "{at} {slug}");
            }
        }
        let filter = CaseFilter { partner: [at].into(), ..CaseFilter::default() };
        let matches = Matches::new(&snapshot, &SearchIndex::default(), &filter);
        assert_eq!(figures.partner, matches.selection(&snapshot.cases).rows(), "{at}");
    }
}

/// The list behind a municipality is the one that its figure counts.
#[test]
fn every_municipality_has_the_cases_of_its_address() {
    let Published { snapshot, municipalities, .. } = published();
    for at in ["13", "31", "32", "33", "47"].map(|code| code.parse().unwrap()) {
        for found in MunicipalParticipation::of(&snapshot.cases, at, &municipalities).municipalities {
            let filter = CaseFilter { participant: [found.code].into(), ..CaseFilter::default() };
            let matches = Matches::new(&snapshot, &SearchIndex::default(), &filter);
            assert_eq!(found.prefecture, matches.selection(&snapshot.cases).rows(), "{}", found.code);
        }
    }
}

#[test]
fn where_all_take_part_and_the_number_is_todays_each_does() {
    let Published { snapshot, municipalities, .. } = published();
    let tottori = "31".parse().unwrap();
    let found = MunicipalParticipation::of(&snapshot.cases, tottori, &municipalities);
    let groupware = snapshot.cases.find(&"31-groupware-2017".parse().unwrap()).unwrap().row();
    assert_eq!((found.taking_part, found.municipalities.len()), (19, 19));
    assert!(found.municipalities.iter().all(|it| it.prefecture.contains(&groupware)));
}

#[test]
fn all_of_the_lead_tells_nothing_of_the_partner() {
    let Published { snapshot, municipalities, .. } = published();
    let (lead, partner) = ("31".parse().unwrap(), "32".parse().unwrap());
    let mut case = snapshot.cases.find(&"31-groupware-2017".parse().unwrap()).unwrap().to_case();
    case.partner_prefectures = vec![partner];
    let cases = joint_procurement_core::domain::CaseTable::new(vec![case], &[]);
    let there = MunicipalParticipation::of(&cases, partner, &municipalities);
    assert_eq!((there.taking_part, there.known.known, there.known.total), (0, 0, 1));
    let here = MunicipalParticipation::of(&cases, lead, &municipalities);
    assert_eq!((here.taking_part, here.known.known, here.known.total), (19, 1, 1));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn figures_equal_the_slow_computation(snapshot in generate::snapshot(), at in generate::prefecture()) {
        check_figures(&snapshot, at);
        let led = LedCases::of(&snapshot, &Selection::all(&snapshot.cases));
        prop_assert_eq!(led.total, rows(&snapshot).len());
    }

    /// Generated populations are not derived; that one is known stands for the number being today's.
    #[test]
    fn participation_equals_the_slow_computation(snapshot in generate::snapshot(), at in generate::prefecture()) {
        let municipalities = &published().municipalities;
        check_participation(&snapshot, at, municipalities, |case, code| match &case.participants {
            Fact::Known(codes) => codes.contains(&code),
            Fact::Missing(_) => {
                case.participants_all_in_prefecture == Fact::Known(true)
                    && case.derived_population.is_some()
                    && case.lead_prefecture == code.prefecture()
            }
        });
    }
}
