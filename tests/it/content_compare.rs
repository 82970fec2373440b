//! The comparison of cases.

use std::collections::BTreeSet;

use joint_procurement::content::{Block, Compared, Comparison, PageContent, compare};
use joint_procurement_core::domain::{CaseDetail, CaseRef, Fact, Snapshot, Term};
use joint_procurement_core::export::CsvTable;
use joint_procurement_core::query::CompareQuery;
use joint_procurement_core::routes::Address;
use joint_procurement_core::stats::Difference;
use joint_procurement_testing::{Published, generate, published};
use proptest::prelude::*;
use proptest::sample::subsequence;

use crate::content_links::check_links;

const UNKNOWN: &str = "公開情報で未確認";

pub fn page(snapshot: &Snapshot, query: &str) -> Compared {
    with_details(snapshot, query, None)
}

pub fn with_details(snapshot: &Snapshot, query: &str, details: Option<&[CaseDetail]>) -> Compared {
    let (query, problems) = CompareQuery::parse(query);
    compare(snapshot, &query, &problems, details)
}

pub fn compared(snapshot: &Snapshot, cases: &[CaseRef<'_>]) -> Comparison {
    let query = CompareQuery::new(cases.iter().map(|case| case.id().clone()));
    page(snapshot, &query.to_string()).comparison.unwrap()
}

pub fn csv(comparison: &Comparison) -> CsvTable {
    comparison.table().to_csv()
}

/// The row of this name.
#[track_caller]
fn row<'a>(table: &'a CsvTable, name: &str) -> &'a [String] {
    table.rows.iter().find(|row| row[1] == name).unwrap_or_else(|| panic!("no row {name}"))
}

pub fn absolute(address: &Address) -> String {
    format!("https://example.jp/{}", address.path())
}

/// The whole page with its table as an ordinary one.
pub fn whole(compared: &Compared) -> PageContent {
    let mut content = compared.page.clone();
    content.blocks.extend(compared.comparison.iter().map(|it| Block::Table(it.table())));
    content
}

/// Checks the rules that hold of every comparison.
#[track_caller]
fn check(snapshot: &Snapshot, cases: &[CaseRef<'_>]) {
    let it = compared(snapshot, cases);
    let file = csv(&it);
    let several = cases.len() > 1;
    let width = 2 + cases.len() + usize::from(several);
    assert!(file.rows.iter().chain([&file.header]).all(|row| row.len() == width));
    let outcome = |case: &CaseRef<'_>| if case.is_cancelled() { "（実現せず）" } else { "" };
    let titles: Vec<String> = cases.iter().map(|case| format!("{}{}", case.title(), outcome(case))).collect();
    assert_eq!(file.header[2..2 + cases.len()], titles);
    let ids: Vec<&str> = cases.iter().map(|case| case.id().as_str()).collect();
    assert_eq!(file.rows[0][2..2 + cases.len()], ids);

    // The file has the same rows as the table, and each cell says something.
    let rows: Vec<_> = it.rows().collect();
    assert_eq!(file.rows.len(), rows.len() + 1);
    for (shown, saved) in rows.iter().zip(&file.rows[1..]) {
        assert!(saved[1].starts_with(&shown.name), "{saved:?}");
        for (value, saved) in shown.values.iter().zip(&saved[2..]) {
            assert_eq!(value.cell.value(), *saved);
            assert!(!saved.is_empty() && !value.cell.text.is_empty(), "{}", shown.name);
        }
        let Some(difference) = shown.difference() else {
            assert!(!several);
            continue;
        };
        assert_eq!(saved.last().unwrap(), difference.ja());
        // The cells show what the mark says.
        let known: BTreeSet<String> = shown
            .values
            .iter()
            .filter(|value| value.is_known())
            .map(|value| letters(&value.cell.text.plain()))
            .collect();
        let any_unknown = shown.values.iter().any(|value| !value.is_known());
        match difference {
            Difference::Differs => assert!(known.len() > 1 || shown.name.contains("費用"), "{}", shown.name),
            Difference::Same => assert!(known.len() == 1 && !any_unknown, "{}", shown.name),
            Difference::Unclear => assert!(known.len() < 2 && any_unknown, "{}", shown.name),
        }
    }
    let marked = |mark: &str| file.rows.iter().filter(|row| row.last().is_some_and(|it| it == mark)).count();
    let counts = it.counts();
    let expected = ["違いあり", "同じ", "比べられない"].map(|mark| if several { marked(mark) } else { 0 });
    assert_eq!([counts.differs, counts.same, counts.unclear], expected);
    assert!(!several || counts.total() == rows.len() && rows.len() > 20, "{counts:?}");

    // The text that is pasted is the text that is shown.
    let clip = it.clip(&absolute);
    assert!(clip.rows.iter().all(|row| row.len() == clip.header.len()));
    for (shown, pasted) in rows.iter().zip(&clip.rows[1..]) {
        for (value, pasted) in shown.values.iter().zip(&pasted[1..]) {
            assert_eq!(value.cell.text.plain(), pasted.text);
        }
    }
    assert!(clip.notes.iter().any(|note| note.contains(&absolute(&it.address))));
}

/// In an order of their own: a list of names says the same in any.
fn letters(text: &str) -> String {
    let mut names: Vec<&str> = text.split('、').collect();
    names.sort_unstable();
    names.join("、")
}

/// Independently of the page: whether two cases differ in what the table holds of them.
fn expected<T: PartialEq>(a: Fact<T>, b: Fact<T>) -> &'static str {
    match (a, b) {
        (Fact::Known(a), Fact::Known(b)) if a == b => "同じ",
        (Fact::Known(_), Fact::Known(_)) => "違いあり",
        _ => "比べられない",
    }
}

#[test]
fn what_comes_with_the_details_is_added_to_the_rest() {
    let Published { snapshot, details, .. } = published();
    let cases: Vec<CaseRef<'_>> = snapshot.cases.iter().collect();
    for pair in cases.windows(2) {
        let query = CompareQuery::new(pair.iter().map(|case| case.id().clone())).to_string();
        let compared = with_details(&snapshot, &query, Some(&details));
        check_links(&snapshot, &whole(&compared));
        let (without, with) = (page(&snapshot, &query), csv(&compared.comparison.unwrap()));
        let without = csv(&without.comparison.unwrap());
        let added = ["費用負担の方法", "参考文書へのリンク"];
        let rest: Vec<_> = with.rows.iter().filter(|row| !added.contains(&row[1].as_str())).collect();
        assert_eq!(rest.len(), without.rows.len());
        for (rest, without) in rest.iter().zip(&without.rows) {
            assert!(*rest == without || rest[1] == "補助金の利用", "{rest:?}");
        }
        for (place, case) in pair.iter().enumerate() {
            let detail = details.iter().find(|detail| detail.id == *case.id()).unwrap();
            let said = |name: &str| row(&with, name)[2 + place].clone();
            let or_missing = |text: &Option<String>| text.clone().unwrap_or_else(|| UNKNOWN.to_owned());
            assert_eq!(said("費用負担の方法"), or_missing(&detail.cost_sharing));
            assert_eq!(said("担当部署"), or_missing(&case.contact_department().known().map(str::to_owned)));
            if let Fact::Known(name) = case.subsidy_name() {
                assert!(said("補助金の利用").contains(name));
            }
            let links = said("参考文書へのリンク");
            assert_eq!(links == UNKNOWN, detail.documents.is_empty());
            assert!(detail.documents.iter().all(|it| links.contains(it.title.split("(").next().unwrap())));
        }
    }
}

#[test]
fn every_pair_of_published_cases_is_compared_as_its_values_are() {
    let snapshot = published().snapshot;
    let cases: Vec<CaseRef<'_>> = snapshot.cases.iter().collect();
    // All pairs are 43,000; every case meets others of its neighbourhood and some far away.
    for (place, &a) in cases.iter().enumerate() {
        for step in [1, 7, 101] {
            let b = cases[(place + step) % cases.len()];
            check(&snapshot, &[a, b]);
            let file = csv(&compared(&snapshot, &[a, b]));
            let said = |name: &str| row(&file, name).last().unwrap().clone();
            let basis = |case: CaseRef<'_>| case.cost_basis();
            let amount = |case: CaseRef<'_>| case.initial_cost().map(|yen| (yen, basis(case)));
            assert_eq!(said("初期費用（円）"), expected(amount(a), amount(b)));
            assert_eq!(
                said("参加自治体数（団体）"),
                expected(a.participants_count(), b.participants_count())
            );
            assert_eq!(said("人口規模（人）"), expected(a.population().into(), b.population().into()));
            assert_eq!(said("金額の根拠"), expected(basis(a).into(), basis(b).into()));
            let subsidy = |case: CaseRef<'_>| {
                let name = case.subsidy_name().known().map(str::to_owned);
                case.subsidy_used().map(|used| (used, name))
            };
            assert_eq!(said("補助金の利用"), expected(subsidy(a), subsidy(b)));
            assert_eq!(said("事業者"), expected(a.vendor(), b.vendor()));
            assert_eq!(said("現況"), expected(a.status(), b.status()));
            assert_eq!(said("契約終了"), expected(a.contract_end(), b.contract_end()));
            let benefits = |case: CaseRef<'_>| {
                case.benefits().map(|slugs| slugs.into_iter().cloned().collect::<BTreeSet<_>>())
            };
            assert_eq!(said("資料に書かれた効果・ねらい"), expected(benefits(a), benefits(b)));
            if step == 1 {
                check_links(&snapshot, &page(&snapshot, &format!("ids={},{}", a.id(), b.id())).page);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_cases_can_be_compared(snapshot in generate::snapshot(), seed in any::<prop::sample::Index>()) {
        let cases: Vec<CaseRef<'_>> = snapshot.cases.every().collect();
        prop_assume!(!cases.is_empty());
        let start = seed.index(cases.len());
        let some: Vec<CaseRef<'_>> =
            cases.iter().cycle().skip(start).take(cases.len().min(CompareQuery::AT_MOST)).copied().collect();
        check(&snapshot, &some);
    }

    #[test]
    fn the_order_of_the_address_is_that_of_the_columns(places in subsequence((0..294_usize).collect::<Vec<_>>(), 1..=4)) {
        let snapshot = published().snapshot;
        let mut cases: Vec<CaseRef<'_>> = places.iter().map(|&place| snapshot.cases.row(place)).collect();
        cases.reverse();
        check(&snapshot, &cases);
    }
}

#[test]
fn dates_of_procurement_and_service_are_told_apart() {
    let snapshot = published().snapshot;
    for case in snapshot.cases.iter() {
        let file = csv(&compared(&snapshot, &[case]));
        let known = ["調達の時期", "稼働開始の時期"].map(|name| row(&file, name)[2] != UNKNOWN);
        assert_eq!(known.contains(&true), case.introduced().is_known(), "{}", case.id());
        assert_ne!(known, [true, true], "{}", case.id());
    }
}

#[test]
fn the_sentence_tells_how_many_items_differ() {
    let snapshot = published().snapshot;
    let ids: Vec<_> = snapshot.cases.iter().take(3).map(|case| case.id().to_string()).collect();
    let page = page(&snapshot, &format!("ids={}", ids.join(",")));
    let counts = page.comparison.as_ref().unwrap().counts();
    let lead = page.page.lead.plain();
    let start = format!(
        "3件の事例を比べています。{}項目のうち、違いがあるのは{}項目、同じなのは{}項目です。",
        counts.total(),
        counts.differs,
        counts.same
    );
    assert!(lead.starts_with(&start), "{lead}");
    assert!(lead.contains(&format!("残る{}項目", counts.unclear)), "{lead}");
    check_links(&snapshot, &page.page);
}
