//! Sizes to compare with, and cases side by side, in addresses.

use joint_procurement_core::query::{CaseQuery, CompareQuery, Near, QueryProblem, SortKey, TownSize};

#[test]
fn a_size_is_a_municipality_or_typed_with_an_open_end() {
    let near = |text: &str| CaseQuery::parse(&format!("near={text}")).0.near;
    let size = |population, staff| TownSize::new(population, staff).map(Near::Size);
    assert_eq!(near("8000-120"), size(Some(8_000), Some(120)));
    assert_eq!(near("8000-"), size(Some(8_000), None));
    assert_eq!(near("-120"), size(None, Some(120)));
    assert_eq!(near("312011"), "312011".parse().ok().map(Near::Municipality));
    for wrong in ["-", "8000", "0-", "8000-0", "8千-120", "%2B8000-120", "8000-120-1"] {
        let (query, problems) = CaseQuery::parse(&format!("near={wrong}"));
        assert_eq!((query.near, problems.len()), (None, 1), "{wrong}");
    }
}

#[test]
fn an_order_by_nearness_needs_a_size() {
    let (query, problems) = CaseQuery::parse("sort=near");
    assert_eq!(query, CaseQuery::default());
    assert_eq!(problems, [QueryProblem::Value { key: "sort".into(), value: "near".into() }]);
}

#[test]
fn an_order_that_was_not_chosen_follows_the_size() {
    let mut query = CaseQuery::default();
    let size = TownSize::new(Some(8_000), None).map(Near::Size);
    query.set_near(size);
    assert_eq!(query.sort.key, SortKey::Near);
    query.set_near(None);
    assert_eq!(query, CaseQuery::default());
    query.sort = "pop".parse().unwrap();
    query.set_near(size);
    assert_eq!(query.sort.key, SortKey::Pop);
    query.set_near(None);
    assert_eq!(query.sort.key, SortKey::Pop);
}

#[test]
fn an_order_by_nearness_ends_with_the_size() {
    let mut query = CaseQuery::parse("near=8000-&sort=-near").0;
    assert_eq!(query.to_string(), "near=8000-&sort=-near");
    query.set_near(None);
    assert_eq!(query, CaseQuery::default());
}

#[test]
fn up_to_four_cases_stand_side_by_side_in_their_order() {
    let (query, problems) = CompareQuery::parse(
        "?ids=31-case-2,31-case-1,31-case-2,31-case-3,31-case-4,31-case-5,%3F&x=1&snapshot=2026-11-23",
    );
    assert_eq!(query.to_string(), "ids=31-case-2,31-case-1,31-case-3,31-case-4&snapshot=2026-11-23");
    let value = |value: &str| QueryProblem::Value { key: "ids".into(), value: value.into() };
    assert_eq!(problems, [value("31-case-2"), value("31-case-5"), value("?"), QueryProblem::Key("x".into())]);
    let rest = query.without(&"31-case-1".parse().unwrap());
    assert_eq!(rest.to_string(), "ids=31-case-2,31-case-3,31-case-4&snapshot=2026-11-23");
    assert_eq!(CompareQuery::parse("").0.to_string(), "");
}
