//! The number of municipalities of each prefecture that take part.

use std::collections::BTreeSet;

use joint_procurement_core::domain::{Case, CaseTable, Fact, PrefectureCode, Snapshot, Status};
use joint_procurement_core::query::Selection;
use joint_procurement_core::stats::{PrefectureReach, Reach, TakingPart};
use joint_procurement_testing::{generate, published, rows};
use proptest::prelude::*;

/// Checks each prefecture against its cases: who is named, whether all take part, and the numbers stated.
fn check(snapshot: &Snapshot) {
    let reach = Reach::of(snapshot, &Selection::all(&snapshot.cases));
    assert!(reach.prefectures.is_sorted_by_key(|it| it.prefecture));
    let running: Vec<Case> = rows(snapshot)
        .into_iter()
        .filter(|case| !matches!(case.status, Fact::Known(Status::Planned | Status::Ended)))
        .collect();
    for at in PrefectureCode::all() {
        let today = snapshot.prefecture(at).unwrap().municipalities as usize;
        let led: Vec<&Case> = running.iter().filter(|case| case.lead_prefecture == at).collect();
        let unnamed = |case: &&&Case| !case.participants.is_known();
        // A population without names is derived exactly where the number stated is today's.
        let all = led.iter().filter(unnamed).any(|case| {
            case.participants_all_in_prefecture == Fact::Known(true) && case.derived_population.is_some()
        });
        let named: BTreeSet<_> = running
            .iter()
            .flat_map(|case| case.participants.clone().known().unwrap_or_default())
            .filter(|code| code.prefecture() == at)
            .collect();
        let stated = led.iter().filter(unnamed).filter(|case| case.partner_prefectures.is_empty());
        let stated = stated.filter_map(|case| case.participants_count.known()).max().unwrap_or(0) as usize;
        let found = reach.prefectures.iter().find(|it| it.prefecture == at);
        let expected = match (all, named.len(), stated) {
            (true, ..) => Some(TakingPart::Certain(today)),
            (_, 0, 0) => None,
            (_, named, stated) if stated > named => Some(TakingPart::Stated(stated)),
            (_, named, _) => Some(TakingPart::Certain(named)),
        };
        assert_eq!(found.map(|it| it.taking_part), expected, "{at}");
        if let Some(found) = found {
            assert_eq!((found.municipalities, found.share().total), (today, today));
            let (TakingPart::Certain(number) | TakingPart::Stated(number)) = found.taking_part;
            assert_eq!(found.share().known, if number > today { today } else { number }, "{at}");
        }
    }
    let together = reach.together();
    assert_eq!(together.known, reach.prefectures.iter().map(|it| it.share().known).sum::<usize>());
    assert_eq!(together.total, reach.prefectures.iter().map(|it| it.municipalities).sum::<usize>());
}

#[test]
fn published_shares_are_those_of_the_rows() {
    check(&published().snapshot);
}

#[test]
fn more_participants_than_municipalities_are_all_of_them() {
    let at = PrefectureCode::all().next().unwrap();
    let of = |taking_part| PrefectureReach { prefecture: at, municipalities: 19, taking_part };
    assert!(of(TakingPart::Stated(39)).is_capped());
    assert_eq!(of(TakingPart::Stated(39)).share().known, 19);
    for taking_part in [TakingPart::Stated(19), TakingPart::Certain(19), TakingPart::Stated(3)] {
        assert!(!of(taking_part).is_capped(), "{taking_part:?}");
    }
    assert_eq!(of(TakingPart::Stated(3)).share().known, 3);
}

#[test]
fn a_number_that_the_names_reach_is_certain() {
    let mut snapshot = published().snapshot;
    let mut named = snapshot.cases.find(&"31-groupware-2017".parse().unwrap()).unwrap().to_case();
    named.status = Fact::Known(Status::Operating);
    named.participants_all_in_prefecture = Fact::Missing(None);
    let mut counted = named.clone();
    counted.id = "31-counted-1".parse().unwrap();
    named.participants = Fact::Known(vec!["312011".parse().unwrap(), "312029".parse().unwrap()]);
    counted.participants = Fact::Missing(None);
    for (stated, expected) in
        [(1, TakingPart::Certain(2)), (2, TakingPart::Certain(2)), (3, TakingPart::Stated(3))]
    {
        counted.participants_count = Fact::Known(stated);
        snapshot.cases = CaseTable::new(vec![counted.clone(), named.clone()], &[]);
        let reach = Reach::of(&snapshot, &Selection::all(&snapshot.cases));
        let found: Vec<TakingPart> = reach.prefectures.iter().map(|it| it.taking_part).collect();
        assert_eq!(found, [expected]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn shares_equal_the_slow_computation(snapshot in generate::snapshot()) {
        check(&snapshot);
    }
}
