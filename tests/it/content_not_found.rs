//! The pages for what is not there: they name what was asked for, and offer what was most likely meant.

use joint_procurement::content::{self, Block, Inline, PageContent, Target};
use joint_procurement_core::domain::Snapshot;
use joint_procurement_core::routes::Route;
use joint_procurement_testing::published;
use proptest::prelude::*;

use crate::content_links::check_links;

/// Gives the text that the page says was asked for.
#[track_caller]
fn asked(content: &PageContent) -> &str {
    let Some(Block::Asked(text)) = content.blocks.first() else { panic!("{:?}", content.blocks.first()) };
    match text.iter().last() {
        Some(Inline::Code(asked)) => asked,
        other => panic!("{other:?}"),
    }
}

/// Gives the pages that its suggestions lead to, in their order.
fn near(content: &PageContent) -> Vec<Route> {
    let to_route =
        |to: &&Target| if let Target::Internal(address) = to { Some(address.route.clone()) } else { None };
    content.links().iter().filter_map(to_route).collect()
}

fn not_found(snapshot: &Snapshot, path: &str) -> PageContent {
    let content = content::not_found(snapshot, path);
    check_links(snapshot, &content);
    assert_eq!(asked(&content), path);
    assert_eq!(content.title, content.heading);
    for page in Route::MENU {
        assert!(near(&content).contains(&page), "{path}: {page:?} is not offered");
    }
    content
}

fn system(slug: &str) -> Route {
    Route::System(slug.parse().unwrap())
}

fn prefecture(code: &str) -> Route {
    Route::Prefecture(code.parse().unwrap())
}

/// The heading of the suggestions.
fn promise(content: &PageContent) -> &str {
    let heading = content.blocks.iter().find_map(|block| match block {
        Block::Section(section) => Some(section.heading.as_str()),
        _ => None,
    });
    heading.unwrap()
}

#[test]
fn pages_are_called_near_only_where_any_is() {
    let snapshot = &published().snapshot;
    for path in ["nothing", "", "xyz/zz/y"] {
        assert_eq!(promise(&not_found(snapshot, path)), "主なページ", "{path}");
    }
    for path in ["case", "systems/nonsense/x", "prefectures/1", "cases/31-Groupware-2017x"] {
        assert_eq!(promise(&not_found(snapshot, path)), "近いページ", "{path}");
    }
    let system = |slug: &str| content::unknown_system(snapshot, &slug.parse().unwrap());
    assert_eq!(promise(&system("nonsense")), "主なページ");
    assert_eq!(promise(&system("rpas")), "近い種別");
    let case = |id: &str| content::unknown_case(snapshot, &id.parse().unwrap());
    assert_eq!(promise(&case("31-groupware-x-2017")), "近い事例");
}

#[test]
fn what_was_most_likely_meant_comes_first() {
    let snapshot = &published().snapshot;
    let paths = [
        ("nothing", Route::Overview),
        ("", Route::Overview),
        ("case", Route::Cases),
        ("faqs/what", Route::Faq),
        ("cases/31-Groupware-2017x", Route::Case("31-groupware-2017".parse().unwrap())),
        ("prefectures/99", Route::Prefectures),
        ("prefectures/1", prefecture("01")),
        ("prefectures/tokyo", prefecture("13")),
        ("prefectures/大阪", prefecture("27")),
        ("prefecture/Kagosima", prefecture("46")),
        ("systems/RPA", system("rpa")),
        ("system/online-aplication", system("online-application")),
        ("systems/電子入札/", system("e-bidding")),
        ("systems/nonsense/x", Route::Systems),
    ];
    for (path, expected) in paths {
        assert_eq!(near(&not_found(snapshot, path))[0], expected, "{path}");
    }
    for case in snapshot.cases.iter() {
        let path = format!("cases/{}/list", case.id());
        assert_eq!(near(&not_found(snapshot, &path))[0], Route::Case(case.id().clone()), "{path}");
    }
}

#[test]
fn an_unknown_case_is_named_with_its_nearest() {
    let snapshot = &published().snapshot;
    for case in snapshot.cases.iter() {
        // One word more.
        let id = case.id().as_str().replacen('-', "-x-", 1).parse().unwrap();
        let content = content::unknown_case(snapshot, &id);
        check_links(snapshot, &content);
        assert_eq!(asked(&content), id.as_str());
        assert_eq!(content.ancestors, [Route::Overview, Route::Cases]);
        let near = near(&content);
        assert_eq!(near[0], Route::Case(case.id().clone()), "{id}");
        assert_eq!(near.last(), Some(&Route::Cases));
        assert!(near.len() <= 6, "{near:?}");
    }
}

#[test]
fn an_unknown_type_is_named_with_its_nearest() {
    let snapshot = &published().snapshot;
    for known in snapshot.terms.system_types.iter().filter(|it| it.slug.as_str() != "other") {
        let slug = format!("{}s", known.slug).parse().unwrap();
        assert!(snapshot.system_type(&slug).is_none());
        let content = content::unknown_system(snapshot, &slug);
        check_links(snapshot, &content);
        assert_eq!(asked(&content), slug.as_str());
        assert_eq!(content.ancestors, [Route::Overview, Route::Systems]);
        assert_eq!(near(&content)[0], Route::System(known.slug.clone()), "{slug}");
        assert_eq!(near(&content).last(), Some(&Route::Systems));
    }
    let content = content::unknown_system(snapshot, &"nonsense".parse().unwrap());
    assert_eq!(near(&content).last(), Some(&Route::Systems));
}

proptest! {
    #[test]
    fn any_address_has_a_page(path in "(cases|systems|prefectures|\\PC{0,9})(/\\PC{0,20}){0,3}") {
        not_found(&published().snapshot, &path);
    }
}
