//! What is published can be read back without loss: decode(encode(table)) is the identity.

use joint_procurement::domain::*;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

fn term<T: Term + std::fmt::Debug>() -> impl Strategy<Value = T> + Clone {
    select(T::ALL)
}

fn fact<T: std::fmt::Debug + Clone>(value: impl Strategy<Value = T>) -> impl Strategy<Value = Fact<T>> {
    (option::of(value), option::of(term::<MissingReason>()))
        .prop_map(|(value, reason)| Fact::new(value, reason))
}

/// Anything that a title may hold, and some that it may not.
fn text() -> impl Strategy<Value = String> {
    prop_oneof!["[ぁ-んァ-ヶ一-鿿A-Za-z0-9 \"\\\\/<>&,]{1,12}", any::<String>()]
}

fn slug() -> impl Strategy<Value = Slug> {
    "[a-z0-9]{1,4}(-[a-z0-9]{1,3}){0,2}".prop_map(|text| text.parse().expect("a slug"))
}

fn prefecture() -> impl Strategy<Value = PrefectureCode> {
    select(PrefectureCode::all().collect::<Vec<_>>())
}

fn municipality() -> impl Strategy<Value = MunicipalityCode> {
    select(["011002", "072133", "131016", "312011", "312029", "473821"].as_slice())
        .prop_map(|code| code.parse().expect("a code"))
}

fn year_month() -> impl Strategy<Value = YearMonth> {
    (1900_u16..=2099, option::of(1_u8..=12))
        .prop_map(|(year, month)| YearMonth::new(year, month).expect("a month"))
}

fn amount() -> impl Strategy<Value = YenRange> {
    (0_u64..=1_000_000_000_000, 0_u64..=1_000_000_000)
        .prop_map(|(lower, more)| YenRange::between(lower, lower + more).expect("an amount"))
}

/// A number with at most one decimal place, as sources state them.
fn decimal() -> impl Strategy<Value = f64> {
    (1_u32..=1000).prop_map(|tenths| f64::from(tenths) / 10.0)
}

fn saving() -> impl Strategy<Value = Saving> {
    let amounts = (option::of(any::<u32>()), option::of(any::<u32>()), option::of(any::<u32>()));
    (option::of(decimal()), amounts, option::of(decimal()), term(), term(), option::of(text())).prop_map(
        |(percent, (before, after, saved), period_years, of, kind, by)| Saving {
            percent,
            before_yen: before.map(u64::from),
            after_yen: after.map(u64::from),
            saved_yen: saved.map(u64::from),
            period_years,
            of,
            kind,
            by,
        },
    )
}

fn costs() -> impl Strategy<Value = Costs> {
    (term::<CostBasis>(), fact(amount()), fact(amount()), fact(amount()), fact(decimal())).prop_map(
        |(basis, initial, annual, total, years)| {
            let mut costs = Costs { basis: Some(basis), initial, annual, total, years };
            if !costs.any_known() {
                costs.basis = None;
            }
            costs
        },
    )
}

fn participants() -> impl Strategy<Value = Participants> {
    (
        fact(any::<u32>()),
        fact(vec(municipality(), 1..4)),
        fact(any::<bool>()),
        option::of(any::<u64>()),
        option::of(any::<u64>()),
    )
        .prop_map(|(count, codes, all_in_prefecture, population, staff)| Participants {
            count,
            codes,
            all_in_prefecture,
            population,
            staff,
        })
}

type Lists = (Fact<Vec<Saving>>, Fact<Vec<Slug>>, Fact<Vec<DocumentKind>>);

fn lists() -> impl Strategy<Value = Lists> {
    let kinds = subsequence(DocumentKind::ALL, 1..=DocumentKind::ALL.len());
    (fact(vec(saving(), 1..3)), fact(vec(slug(), 1..4)), fact(kinds))
}

prop_compose! {
    fn case()(
        (prefecture, word, number) in (prefecture(), "[a-z]{1,5}", 0_u16..10_000),
        (title, organization, system_type) in (text(), text(), slug()),
        (kind, scope, domain) in (term(), term(), term()),
        participants in participants(),
        partner_prefectures in vec(prefecture(), 0..3),
        introduced in fact((year_month(), term()).prop_map(|(at, kind)| Introduction { at, kind })),
        (status, procurement_method, prefecture_bears_cost) in (fact(term()), fact(term()), fact(term())),
        (vendor, product, contract_end) in (fact(text()), fact(text()), fact(year_month())),
        costs in costs(),
        (savings, benefits, document_kinds) in lists(),
        (prefecture_participates, subsidy_used, specification_available) in
            (fact(any::<bool>()), fact(any::<bool>()), fact(any::<bool>())),
    ) -> Case {
        Case {
            id: format!("{prefecture}-{word}-{number}").parse().expect("an id"),
            title,
            lead: Lead { prefecture, organization, kind },
            scope,
            system_type,
            domain,
            participants,
            prefecture_participates,
            partner_prefectures,
            introduced,
            status,
            procurement_method,
            vendor,
            product,
            costs,
            contract_end,
            savings,
            prefecture_bears_cost,
            subsidy_used,
            specification_available,
            benefits,
            document_kinds,
        }
    }
}

proptest! {
    #[test]
    fn a_table_of_cases_survives_publication(mut cases in vec(case(), 0..12)) {
        cases.sort_by(|a, b| a.id.cmp(&b.id));
        cases.dedup_by(|a, b| a.id == b.id);
        let table = CaseTable::new(cases.clone(), &[]);
        let json = serde_json::to_string(&table).expect("JSON");
        let read: CaseTable = serde_json::from_str(&json).expect("a table");
        prop_assert_eq!(read.check(), Ok(()));
        prop_assert_eq!(&read, &table);
        let in_the_browser = json::parse(&json).and_then(|tree| CaseTable::from_json(&tree));
        prop_assert_eq!(in_the_browser.as_ref(), Ok(&table));
        let rows: Vec<Case> = read.iter().map(CaseRef::to_case).collect();
        prop_assert_eq!(rows, cases);
    }

    #[test]
    fn text_forms_are_read_back(month in year_month(), amount in amount(), code in municipality()) {
        prop_assert_eq!(month.to_string().parse(), Ok(month));
        prop_assert_eq!(code.to_string().parse(), Ok(code));
        let json = serde_json::to_string(&amount).expect("JSON");
        prop_assert_eq!(serde_json::from_str::<YenRange>(&json).ok(), Some(amount));
    }
}

#[test]
fn reasons_of_fields_that_only_the_details_hold_are_kept() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let case = case().new_tree(&mut TestRunner::deterministic()).expect("a case").current();
    let id = case.id.clone();
    let table = CaseTable::new(vec![case], &[(id, Field::Background, MissingReason::NoAnswer)]);
    let json = serde_json::to_string(&table).expect("JSON");
    let read: CaseTable = serde_json::from_str(&json).expect("a table");
    assert_eq!(read.row(0).reason(Field::Background), Some(MissingReason::NoAnswer));
}
