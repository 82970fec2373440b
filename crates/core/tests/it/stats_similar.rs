//! Tests that cases of a similar size come first, and that this is told from what is not known.

use joint_procurement_core::domain::{Fact, Municipalities, Municipality, MunicipalityCode, Snapshot};
use joint_procurement_core::query::{Direction, Near, Selection, Sort, TownSize};
use joint_procurement_core::stats::{Closeness, Similarity, SizeGroup, town_size};
use joint_procurement_testing::{Published, generate, published, rows};
use proptest::prelude::*;

/// The middle of a list, computed slowly.
fn middle(mut values: Vec<u64>) -> u64 {
    values.sort_unstable();
    let (low, high) = (values[(values.len() - 1) / 2], values[values.len() / 2]);
    (low + high).div_ceil(2)
}

/// The rows of all cases, in order of closeness.
fn ranked(snapshot: &Snapshot, similarity: &Similarity, direction: Direction) -> Vec<usize> {
    let all = Sort::default().apply(snapshot, Selection::all(&snapshot.cases));
    similarity.sort(all, direction).rows().to_vec()
}

fn of_size(snapshot: &Snapshot, municipalities: &Municipalities, town: TownSize) -> Similarity {
    Similarity::of(snapshot, municipalities, Near::Size(town)).unwrap()
}

fn factor(similarity: &Similarity, row: usize) -> Option<u64> {
    match similarity.row(row) {
        Closeness::Compared(it) => Some(it.factor),
        _ => None,
    }
}

#[test]
fn a_town_of_the_size_of_the_median_participant_is_the_nearest_there_is() {
    let Published { snapshot, municipalities, .. } = published();
    let case = snapshot.cases.iter().find(|case| case.participants().is_known()).unwrap();
    let members = case.participants().known().unwrap().iter();
    let median = middle(members.map(|&code| municipalities.get(code).unwrap().population).collect());
    let town = TownSize::new(Some(median), None).unwrap();
    let similarity = of_size(&snapshot, &municipalities, town);
    let Closeness::Compared(comparison) = similarity.row(case.row()) else {
        panic!("participants are named")
    };
    assert_eq!((comparison.median_population, comparison.factor), (median, 1_000));
    let first = ranked(&snapshot, &similarity, Direction::Ascending)[0];
    assert_eq!(factor(&similarity, first), Some(1_000));
}

#[test]
fn named_and_whole_prefectures_stand_in_one_order_of_closeness() {
    let Published { snapshot, municipalities, .. } = published();
    let small = municipalities.iter().find(|it| (10_000..12_000).contains(&it.population)).unwrap();
    let near = Near::Municipality(small.code);
    let similarity = Similarity::of(&snapshot, &municipalities, near).unwrap();
    let order = ranked(&snapshot, &similarity, Direction::Ascending);
    let compared: Vec<_> = order
        .iter()
        .filter(|&&row| similarity.group(row) == SizeGroup::Ranked)
        .map(|&row| match similarity.row(row) {
            Closeness::Compared(it) => it,
            other => panic!("ranked without a size: {other:?}"),
        })
        .collect();
    assert!(compared.is_sorted_by_key(|it| it.factor));
    let changes = compared.windows(2).filter(|pair| pair[0].basis != pair[1].basis).count();
    assert!(changes > 1, "the two kinds of evidence are mixed");
}

#[test]
fn cases_of_the_municipality_itself_come_first_however_large_the_others_are() {
    let Published { snapshot, municipalities, .. } = published();
    let smallest = |codes: &[MunicipalityCode]| {
        codes.iter().copied().min_by_key(|&code| municipalities.get(code).map(|it| it.population))
    };
    let named = snapshot.cases.iter().filter_map(|case| smallest(case.participants().known()?));
    let own = named.min_by_key(|&code| municipalities.get(code).map(|it| it.population)).unwrap();
    let similarity = Similarity::of(&snapshot, &municipalities, Near::Municipality(own)).unwrap();
    for direction in [Direction::Ascending, Direction::Descending] {
        let order = ranked(&snapshot, &similarity, direction);
        let taking_part = snapshot.cases.iter().filter(|case| case.certainly_includes(own)).count();
        assert!(taking_part > 0);
        for (place, &row) in order.iter().enumerate() {
            let takes_part = snapshot.cases.row(row).certainly_includes(own);
            assert_eq!(takes_part, place < taking_part);
            assert_eq!(takes_part, similarity.group(row) == SizeGroup::Own);
        }
    }
}

#[test]
fn a_size_as_typed_takes_part_nowhere() {
    let Published { snapshot, municipalities, .. } = published();
    let similarity = of_size(&snapshot, &municipalities, TownSize::new(Some(8_000), None).unwrap());
    assert!(snapshot.cases.iter().all(|case| similarity.group(case.row()) != SizeGroup::Own));
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
        match of_size(&snapshot, &municipalities, town).row(case.row()) {
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
    fn the_groups_follow_each_other_and_the_nearer_comes_before_the_farther(
        snapshot in generate::snapshot(),
        own in 0_usize..1_700,
    ) {
        let municipalities = published().municipalities;
        let own = municipalities.iter().nth(own).unwrap().code;
        let similarity = Similarity::of(&snapshot, &municipalities, Near::Municipality(own)).unwrap();
        for (direction, nearer) in [(Direction::Ascending, true), (Direction::Descending, false)] {
            let order = ranked(&snapshot, &similarity, direction);
            prop_assert_eq!(order.len(), rows(&snapshot).len());
            prop_assert!(order.is_sorted_by_key(|&row| similarity.group(row)));
            for pair in order.windows(2) {
                let [a, b] = [pair[0], pair[1]];
                let (Some(first), Some(second)) = (factor(&similarity, a), factor(&similarity, b)) else { continue };
                if similarity.group(a) == similarity.group(b) {
                    prop_assert!((first <= second) == nearer || first == second);
                }
            }
            let unranked: Vec<usize> =
                order.iter().copied().filter(|&row| similarity.group(row) == SizeGroup::Unranked).collect();
            let by_default = Sort::default().apply(&snapshot, Selection::all(&snapshot.cases));
            let expected: Vec<usize> =
                by_default.rows().iter().copied().filter(|&row| similarity.group(row) == SizeGroup::Unranked).collect();
            prop_assert_eq!(unranked, expected, "no order of size");
        }
    }

    #[test]
    fn each_case_is_judged_by_what_its_source_says(
        snapshot in generate::snapshot(),
        persons in 1_u64..500_000,
    ) {
        let municipalities = published().municipalities;
        let town = TownSize::new(Some(persons), None).unwrap();
        let similarity = of_size(&snapshot, &municipalities, town);
        for case in snapshot.cases.iter() {
            let all = case.includes_all_in_prefecture();
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
