//! The page around a comparison: choosing cases, addresses that cannot be shown, links.

use joint_procurement::content::{Target, own_size};
use joint_procurement::words;
use joint_procurement_core::domain::CaseRef;
use joint_procurement_core::export::Clip;
use joint_procurement_core::query::CompareQuery;
use joint_procurement_core::routes::{Address, Route};
use joint_procurement_core::text::persons;
use joint_procurement_testing::{Published, published};

use crate::content_compare::{absolute, compared, csv, page, whole};
use crate::content_links::check_links;

#[test]
fn without_cases_the_page_tells_how_to_choose_them() {
    let snapshot = published().snapshot;
    for query in ["", "ids="] {
        let page = page(&snapshot, query);
        assert_eq!(page.comparison, None);
        assert!(page.page.links().contains(&&Target::from(Route::Cases)));
        check_links(&snapshot, &page.page);
    }
}

#[test]
fn one_case_asks_for_another() {
    let snapshot = published().snapshot;
    let id = snapshot.cases.row(0).id();
    let page = page(&snapshot, &format!("ids={id}"));
    assert!(page.page.words().contains("もう1件以上を選んでください。"));
    let it = page.comparison.as_ref().unwrap();
    assert_eq!(it.cases.len(), 1);
    assert_eq!(it.cases[0].without, Address::from(Route::Compare));
    assert_eq!(csv(it).header.len(), 3);
}

#[test]
fn what_of_the_address_cannot_be_shown_is_named() {
    let snapshot = published().snapshot;
    let ids: Vec<_> = snapshot.cases.iter().take(6).map(|case| case.id().to_string()).collect();
    let said = |query: &str| {
        let page = page(&snapshot, query);
        (page.page.words(), page.comparison.map_or(0, |it| it.cases.len()))
    };

    let (words, cases) = said(&format!("ids={},01-no-such-case-1999,{}", ids[0], ids[1]));
    assert_eq!(cases, 2);
    assert!(words.contains("01-no-such-case-1999"), "{words}");
    assert!(words.contains("このデータ版にありません"), "{words}");

    let (words, cases) = said(&format!("ids={}", ids.join(",")));
    assert_eq!(cases, 4);
    assert!(words.contains("4件まで"), "{words}");
    for left_out in [4, 5] {
        assert!(words.contains(snapshot.cases.row(left_out).title()), "{words}");
    }
    assert!(!words.contains("使えません"), "{words}");

    let (words, cases) = said(&format!("ids={},x y&color=red", ids[0]));
    assert_eq!(cases, 1);
    assert!(words.contains("「ids」の値「x y」は使えません。"), "{words}");
    assert!(words.contains("「color」という条件はありません。"), "{words}");

    let (words, cases) = said("ids=01-no-such-case-1999");
    assert_eq!(cases, 0);
    assert!(words.contains("01-no-such-case-1999") && words.contains("選択欄"), "{words}");
}

#[test]
fn a_column_is_dropped_by_a_link_that_keeps_the_others() {
    let snapshot = published().snapshot;
    let cases: Vec<CaseRef<'_>> = snapshot.cases.iter().take(3).collect();
    let it = compared(&snapshot, &cases);
    let kept = CompareQuery::new([cases[0].id().clone(), cases[2].id().clone()]);
    assert_eq!(it.cases[1].without, Address::with_query(Route::Compare, kept));
}

#[test]
fn amounts_of_unlike_bases_are_told_of() {
    let snapshot = published().snapshot;
    let priced: Vec<CaseRef<'_>> = snapshot.cases.iter().filter(|case| case.cost_basis().is_some()).collect();
    let other = priced.iter().find(|case| case.cost_basis() != priced[0].cost_basis()).unwrap();
    let alike = priced[1..].iter().find(|case| case.cost_basis() == priced[0].cost_basis()).unwrap();
    let warned = |other: &CaseRef<'_>| {
        page(&snapshot, &format!("ids={},{}", priced[0].id(), other.id())).page.words().contains("金額の根拠")
    };
    assert!(warned(other) && !warned(alike));
}

#[test]
fn the_rich_form_links_each_case() {
    let snapshot = published().snapshot;
    let cases: Vec<CaseRef<'_>> = snapshot.cases.iter().take(2).collect();
    let it = compared(&snapshot, &cases);
    let clip = Clip::from(&it.clip(&absolute));
    let html = clip.html.unwrap();
    for case in &cases {
        assert!(html.contains(&format!("href=\"https://example.jp/cases/{}/\"", case.id())), "{html}");
        assert!(clip.text.contains(case.title()));
    }
    assert!(clip.text.contains("出典："), "{}", clip.text);
    assert_eq!(html.matches("<tr>").count(), it.rows().count() + 2);
}

#[test]
fn the_table_links_only_to_what_exists() {
    let snapshot = published().snapshot;
    let ids: Vec<_> = snapshot.cases.iter().skip(40).take(4).map(|case| case.id().to_string()).collect();
    let page = page(&snapshot, &format!("ids={}", ids.join(",")));
    let content = whole(&page);
    check_links(&snapshot, &content);
    let links = content.links();
    for id in &ids {
        let case = Target::from(Route::Case(id.parse().unwrap()));
        assert!(links.contains(&&case), "{id} is not linked");
    }
}

#[test]
fn ones_own_municipality_stands_beside_the_cases_with_its_size_and_is_in_no_copy() {
    let Published { snapshot, municipalities, .. } = published();
    let sized = |case: &CaseRef<'_>| case.participants().known().is_some_and(|it| !it.is_empty());
    let mut cases: Vec<CaseRef<'_>> = snapshot.cases.iter().filter(sized).take(3).collect();
    cases.extend(snapshot.cases.iter().find(|case| !sized(case)));
    let own = cases[0].participants().known().unwrap()[0];
    let town = municipalities.get(own).unwrap();
    let it = compared(&snapshot, &cases);
    let beside = own_size(&snapshot, &municipalities, own, &it.cases).unwrap();
    let persons = format!("人口は{}（", persons(town.population));
    for said in [town.name, &persons, &words::date(municipalities.population_as_of)] {
        assert!(beside.line.contains(said), "{}", beside.line);
    }
    let source = format!("（{}、普通会計）", municipalities.staff_as_of);
    assert_eq!(beside.line.contains(&source), town.staff.is_some(), "{}", beside.line);
    assert_eq!(beside.fits.len(), cases.len());
    for (case, fit) in cases.iter().zip(&beside.fits) {
        assert_eq!(fit.starts_with("自分の自治体が参加。"), case.certainly_includes(own), "{fit}");
        assert!(fit.contains("半分から2倍") || fit.contains("規模は比べられません"), "{fit}");
    }
    assert!(beside.fits.iter().any(|fit| fit.contains("比べられません")), "the last has no names");
    let file = csv(&it).rows.concat().concat();
    let shared = Clip::from(&it.clip(&absolute)).text + &file;
    assert!(!shared.contains("自分の自治体") && !shared.contains("半分から2倍"), "{shared}");
}
