//! Tests that cases of a similar size come first, and that this is told from what is not known.

use joint_procurement_core::domain::{Fact, Municipalities, Municipality, Snapshot};
use joint_procurement_core::query::{Direction, Near, Selection, Sort, TownSize};
use joint_procurement_core::stats::{Basis, Closeness, Similarity, town_size};
use joint_procurement_testing::{Published, generate, published};
use proptest::option;
use proptest::prelude::*;

/// The middle of a list, computed slowly.
fn middle(mut values: Vec<u64>) -> u64 {
    values.sort_unstable();
    let (low, high) = (values[(values.len() - 1) / 2], values[values.len() / 2]);
    (low + high).div_ceil(2)
}

fn ranked(snapshot: &Snapshot, similarity: &Similarity, direction: Direction) -> Vec<Closeness> {
    let all = Sort::default().apply(snapshot, Selection::all(&snapshot.cases));
    similarity.sort(all, direction).rows().iter().map(|&row| similarity.row(row)).collect()
}

fn tier(closeness: Closeness) -> usize {
    match closeness {
        Closeness::Compared(it) if it.basis == Basis::Named => 0,
        Closeness::Compared(_) => 1,
        Closeness::CountOnly(_) => 2,
        Closeness::Unknown => 3,
    }
}

#[test]
fn a_town_of_the_size_of_the_median_participant_is_the_nearest_there_is() {
    let Published { snapshot, municipalities, .. } = published();
    let case = snapshot.cases.iter().find(|case| case.participants().is_known()).unwrap();
    let members = case.participants().known().unwrap().iter();
    let median = middle(members.map(|&code| municipalities.get(code).unwrap().population).collect());
    let town = TownSize::new(Some(median), None).unwrap();
    let similarity = Similarity::of(&snapshot, &municipalities, town);
    let Closeness::Compared(comparison) = similarity.row(case.row()) else {
        panic!("participants are named")
    };
    assert_eq!((comparison.median_population, comparison.factor), (median, 1_000));
    let Closeness::Compared(first) = ranked(&snapshot, &similarity, Direction::Ascending)[0] else {
        panic!()
    };
    assert_eq!((first.basis, first.factor), (Basis::Named, 1_000));
}

#[test]
fn a_municipality_stands_for_its_own_size() {
    let Published { municipalities, .. } = published();
    let own: Municipality<'_> = municipalities.iter().find(|it| it.staff.is_some()).unwrap();
    let size = town_size(Near::Municipality(own.code), &municipalities).unwrap();
    assert_eq!((size.population(), size.staff()), (Some(own.population), own.staff.map(u64::from)));
    let gone = Near::Municipality("472000".parse().unwrap());
    assert_eq!(town_size(gone, &municipalities), None);
}

#[test]
fn a_municipality_without_residents_is_compared_by_its_staff() {
    let mut file = serde_json::to_value(published().municipalities).unwrap();
    file["population"][0] = 0.into();
    let municipalities: Municipalities = serde_json::from_value(file).unwrap();
    let empty = municipalities.iter().next().unwrap();
    let size = town_size(Near::Municipality(empty.code), &municipalities).unwrap();
    assert_eq!((size.population(), size.staff()), (None, empty.staff.map(u64::from)));
}

#[test]
fn a_little_more_than_double_is_not_double() {
    let Published { snapshot, municipalities, .. } = published();
    let case = snapshot
        .cases
        .iter()
        .find(|case| case.participants().known().is_some_and(|codes| !codes.is_empty()))
        .unwrap();
    let codes = case.participants().known().unwrap();
    let largest = codes.iter().filter_map(|&code| Some(municipalities.get(code)?.population)).max().unwrap();
    let similar = |persons| {
        let town = TownSize::new(Some(persons), None).unwrap();
        match Similarity::of(&snapshot, &municipalities, town).row(case.row()) {
            Closeness::Compared(it) => it.similar,
            other => panic!("{other:?}"),
        }
    };
    assert!(similar(largest * 2) >= 1);
    assert_eq!(similar(largest * 2 + 1), 0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn better_known_cases_come_first_and_the_nearer_before_the_farther(
        snapshot in generate::snapshot(),
        population in option::of(1_u64..500_000),
        staff in option::of(1_u64..5_000),
    ) {
        let municipalities = published().municipalities;
        let Some(town) = TownSize::new(population, staff) else { return Ok(()) };
        let similarity = Similarity::of(&snapshot, &municipalities, town);
        for (direction, nearer) in [(Direction::Ascending, true), (Direction::Descending, false)] {
            let order = ranked(&snapshot, &similarity, direction);
            prop_assert_eq!(order.len(), snapshot.cases.len());
            prop_assert!(order.is_sorted_by_key(|it| tier(*it)));
            for pair in order.windows(2) {
                if let [Closeness::Compared(a), Closeness::Compared(b)] = pair && a.basis == b.basis {
                    let (first, second) = if nearer { (a, b) } else { (b, a) };
                    prop_assert!(first.factor <= second.factor);
                }
            }
        }
    }

    #[test]
    fn each_case_is_judged_by_what_its_source_says(
        snapshot in generate::snapshot(),
        persons in 1_u64..500_000,
    ) {
        let municipalities = published().municipalities;
        let town = TownSize::new(Some(persons), None).unwrap();
        let similarity = Similarity::of(&snapshot, &municipalities, town);
        for case in snapshot.cases.iter() {
            let all = case.participants_all_in_prefecture() == Fact::Known(true);
            let sizes: Vec<u64> = match case.participants() {
                Fact::Known(codes) => codes.iter().filter_map(|&code| Some(municipalities.get(code)?.population)).collect(),
                Fact::Missing(_) if all => municipalities.of_prefecture(case.lead_prefecture()).map(|it| it.population).collect(),
                Fact::Missing(_) => Vec::new(),
            };
            match similarity.row(case.row()) {
                Closeness::Compared(it) => {
                    let median = middle(sizes.clone());
                    prop_assert_eq!(it.median_population, median);
                    prop_assert_eq!(it.participants, sizes.len());
                    prop_assert_eq!(it.factor, median.max(persons) * 1000 / median.min(persons).max(1));
                    let similar = sizes.iter().filter(|&&size| size <= persons * 2 && persons <= size * 2);
                    prop_assert_eq!(it.similar, similar.count());
                }
                Closeness::CountOnly(count) => {
                    prop_assert!(sizes.is_empty());
                    prop_assert_eq!(case.participants_count(), Fact::Known(count));
                }
                Closeness::Unknown => {
                    prop_assert!(sizes.is_empty() && !case.participants_count().is_known());
                }
            }
        }
    }
}
