//! The facts of the types that a prefecture does not have, against a slow computation.

use joint_procurement_core::domain::{Case, Fact, PrefectureCode, Saving, Scope, Snapshot, Status};
use joint_procurement_core::stats::{Neighbours, NextSystem, StateTable};
use joint_procurement_testing::{every_row, generate, is_cancelled, is_joint, published};
use proptest::prelude::*;

fn involves(case: &Case, at: PrefectureCode) -> bool {
    case.lead_prefecture == at || case.partner_prefectures.contains(&at)
}

fn check(snapshot: &Snapshot, at: PrefectureCode) -> usize {
    let states = StateTable::of(snapshot);
    let neighbours = Neighbours::of(snapshot, &states, at);
    let rows = every_row(snapshot);
    let own = snapshot.prefecture(at).unwrap().population as f64;
    let mut with_savings = 0;
    for found in [&neighbours.confirmed_elsewhere, &neighbours.noted] {
        for elsewhere in found {
            let it = NextSystem::of(snapshot, &elsewhere.slug);
            let counts = |case: &&Case| {
                case.system_type == *it.slug
                    && case.scope == Scope::Prefecture
                    && is_joint(case)
                    && !is_cancelled(case)
            };
            let cases: Vec<&Case> = rows.iter().filter(counts).collect();
            assert!(it.cases.iter().map(|case| case.to_case()).eq(cases.iter().map(|it| (*it).clone())));
            let number = |is: &dyn Fn(&Case) -> bool| cases.iter().filter(|case| is(case)).count();
            let amounts = |case: &Case| {
                [&case.initial_cost, &case.annual_cost, &case.contract_total].iter().any(|it| it.is_known())
            };
            assert_eq!(it.with_costs, number(&amounts));
            assert_eq!(it.with_savings, number(&|case| case.savings.is_known()));
            assert_eq!(it.with_documents, number(&|case| case.document_kinds.is_known()));
            assert_eq!(it.with_department, number(&|case| case.contact_department.is_known()));
            assert_eq!(it.subsidised, number(&|case| case.subsidy_used == Fact::Known(true)));

            let begun = cases.iter().filter(|case| case.status != Fact::Known(Status::Planned));
            let years = begun.filter_map(|case| Some(case.introduced.known()?.at.year));
            assert_eq!(it.newest, years.max());

            let near = |other: &PrefectureCode| {
                let ratio = snapshot.prefecture(*other).unwrap().population as f64 / own;
                *other != at && (0.5..=2.0).contains(&ratio)
            };
            let near: Vec<PrefectureCode> = PrefectureCode::all().filter(near).collect();
            let have = near.iter().filter(|other| cases.iter().any(|case| involves(case, **other)));
            assert_eq!(elsewhere.similar, have.count());
            assert_eq!(neighbours.similar, near);

            let savings: Vec<Saving> =
                cases.iter().filter_map(|case| case.savings.clone().known()).flatten().collect();
            let largest = savings
                .iter()
                .filter_map(|it| it.percent)
                .fold(None, |most: Option<f64>, it| Some(most.map_or(it, |most| most.max(it))));
            assert_eq!(it.largest_saving.and_then(|it| it.saving.percent), largest);
            if let Some(saving) = it.largest_saving {
                let case = &rows[saving.row];
                assert!(counts(&case) && case.savings.clone().known().unwrap().contains(saving.saving));
            }
            with_savings += it.with_savings;
        }
    }
    with_savings
}

#[test]
fn the_published_facts_are_those_of_the_cases() {
    let snapshot = published().snapshot;
    let with_savings: usize = PrefectureCode::all().map(|at| check(&snapshot, at)).sum();
    assert!(with_savings > 100, "the examples show nothing: {with_savings}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn facts_equal_the_slow_computation(snapshot in generate::snapshot(), at in generate::prefecture()) {
        check(&snapshot, at);
    }
}
