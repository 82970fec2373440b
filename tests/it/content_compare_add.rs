//! A comparison at a glance: lines for what nothing is known of, and the cases that can be added.

use std::collections::BTreeSet;

use joint_procurement::content::{Addable, Target};
use joint_procurement_core::domain::CaseRef;
use joint_procurement_core::query::CompareQuery;
use joint_procurement_core::routes::{Address, Route};
use joint_procurement_core::text::normalize;
use joint_procurement_testing::published;

use crate::content_case::UNKNOWN;
use crate::content_compare::compared;

#[test]
fn rows_of_which_nothing_is_known_are_a_line_of_their_group() {
    let snapshot = published().snapshot;
    let cases: Vec<CaseRef<'_>> = snapshot.cases.iter().collect();
    let mut lines = 0;
    for some in cases.chunks(3) {
        for group in compared(&snapshot, some).groups {
            let told: Vec<&str> = group.told().map(|row| row.name.as_str()).collect();
            let untold = group.untold();
            assert!(untold.len() <= 1, "one line a group: {untold:?}");
            lines += untold.len();
            for (words, names) in &untold {
                assert_eq!(words, UNKNOWN);
                for row in group.rows.iter().filter(|row| names.contains(&row.name.as_str())) {
                    assert!(row.values.iter().all(|value| !value.is_known()), "{}", row.name);
                }
            }
            for row in group.told() {
                assert!(row.values.iter().any(|value| value.is_known()), "{}", row.name);
            }
            let names = untold.iter().flat_map(|(_, names)| names);
            let all: BTreeSet<&str> = told.iter().chain(names).copied().collect();
            assert_eq!(all.len(), group.rows.len(), "{}", group.name);
        }
    }
    assert!(lines > 0, "the example shows nothing");
}

#[test]
fn a_case_is_found_by_each_of_its_names_and_added_once() {
    let snapshot = Box::leak(Box::new(published().snapshot));
    let addable = Addable::new(snapshot, normalize);
    let none = CompareQuery::default();
    for case in snapshot.cases.iter() {
        let with = CompareQuery::new([case.id().clone()]);
        let to = Target::from(Address::with_query(Route::Compare, &with));
        let system = snapshot.system_name(case.system_type());
        for text in [case.title().to_owned(), format!("{} {system}", case.lead_organization())] {
            let found = addable.find(&text, &none);
            assert!(found.iter().any(|it| it.link.to == to), "{text}");
            let left = addable.find(&text, &with);
            assert_eq!(left.len() + 1, found.len(), "what is compared is not offered: {text}");
        }
    }
    assert!(addable.find("", &none).is_empty() && addable.find("　", &none).is_empty());
    let four = CompareQuery::new(snapshot.cases.iter().take(4).map(|case| case.id().clone()));
    assert!(addable.find("電子", &four).is_empty(), "a fifth has no room");
}
