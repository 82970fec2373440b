//! Tests that what is published can be read back without loss: decode(encode(table)) is the identity.

use joint_procurement_core::domain::*;
use joint_procurement_testing::generate::{cases, municipality, year_month, yen};
use joint_procurement_testing::published;
use proptest::collection::vec;
use proptest::prelude::*;

/// Anything that a source may hold, and some that it may not.
fn text() -> impl Strategy<Value = String> {
    prop_oneof!["[ぁ-んァ-ヶ一-鿿A-Za-z0-9 \"\\\\/<>&,]{1,12}", any::<String>()]
}

fn slug() -> impl Strategy<Value = Slug> {
    "[a-z0-9]{1,4}(-[a-z0-9]{1,3}){0,2}".prop_map(|text| text.parse().expect("a slug"))
}

prop_compose! {
    /// A table need not keep to the terms of a snapshot, nor to texts that a source would hold.
    fn any_cases()(cases in cases(12))(
        texts in vec((text(), text()), cases.len()),
        slugs in vec((slug(), vec(slug(), 1..4)), cases.len()),
        cases in Just(cases),
    ) -> Vec<Case> {
        let free = cases.into_iter().zip(texts).zip(slugs);
        let changed = free.map(|((case, (title, vendor)), (system_type, benefits))| Case {
            title,
            vendor: case.vendor.map(|_| vendor),
            system_type,
            benefits: case.benefits.map(|_| benefits),
            ..case
        });
        changed.collect()
    }
}

proptest! {
    #[test]
    fn a_table_of_cases_survives_publication(mut cases in any_cases()) {
        cases.sort_by(|a, b| a.id.cmp(&b.id));
        let table = CaseTable::new(cases.clone(), &[]);
        let json = serde_json::to_string(&table).expect("JSON");
        let read: CaseTable = serde_json::from_str(&json).expect("a table");
        prop_assert_eq!(read.check(), Ok(()));
        prop_assert_eq!(&read, &table);
        let rows: Vec<Case> = read.every().map(CaseRef::to_case).collect();
        prop_assert_eq!(rows, cases);
    }

    #[test]
    fn text_forms_are_read_back(month in year_month(), amount in yen(), code in municipality()) {
        prop_assert_eq!(month.to_string().parse(), Ok(month));
        prop_assert_eq!(code.to_string().parse(), Ok(code));
        let json = serde_json::to_string(&amount).expect("JSON");
        prop_assert_eq!(serde_json::from_str::<YenRange>(&json).ok(), Some(amount));
    }
}

#[test]
fn reasons_of_fields_that_only_the_details_hold_are_kept() {
    let case = published().snapshot.cases.row(0).to_case();
    let id = case.id.clone();
    let table = CaseTable::new(vec![case], &[(id, Field::Background, MissingReason::NoAnswer)]);
    let json = serde_json::to_string(&table).expect("JSON");
    let read: CaseTable = serde_json::from_str(&json).expect("a table");
    assert_eq!(read.row(0).reason(Field::Background), Some(MissingReason::NoAnswer));
}

#[test]
fn each_reason_is_published_once() {
    let mut case = published().snapshot.cases.row(0).to_case();
    case.vendor = Fact::Missing(Some(MissingReason::NotPublic));
    let id = case.id.clone();
    let reasons = [(Field::Vendor, MissingReason::NotPublic), (Field::Background, MissingReason::NoAnswer)];
    let given = reasons.map(|(field, reason)| (id.clone(), field, reason));
    let json = serde_json::to_value(CaseTable::new(vec![case], &given)).expect("JSON");
    let fields: Vec<&str> =
        json["missing"].as_array().expect("a list").iter().filter_map(|it| it["field"].as_str()).collect();
    assert_eq!(fields, ["vendor", "background"]);
}
