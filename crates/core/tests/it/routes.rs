//! Addresses, in paths and in the fragment of the edition in one file.

use joint_procurement_core::query::{CaseQuery, CompareQuery, FiguresQuery, MatrixQuery};
use joint_procurement_core::routes::{Address, Route};
use joint_procurement_testing::published;
use proptest::prelude::*;

/// A place that a link may lead to.
fn address() -> impl Strategy<Value = Address> {
    let routes = Route::all(&published().snapshot);
    let query =
        prop_oneof![Just(String::new()), "(sort|cols|ids)=[a-z0-9-]{0,9}[a-z0-9](&(page|per)=[0-9]{1,3})?"];
    let card = prop_oneof![Just(String::new()), "[a-z][a-z0-9-]{0,9}"];
    (proptest::sample::select(routes), query, card).prop_map(|(route, query, card)| Address {
        route,
        query,
        card,
    })
}

proptest! {
    #[test]
    fn an_address_is_read_back_from_a_fragment(address in address()) {
        prop_assert_eq!(Address::from_fragment(&address.fragment()), Some(address));
    }

    #[test]
    fn an_address_is_read_back_from_a_path_at_any_base(
        address in address(),
        base in prop_oneof!["/", "/sub/", "/a/b/"],
    ) {
        let query = if address.query.is_empty() { String::new() } else { format!("?{}", address.query) };
        let card = if address.card.is_empty() { String::new() } else { format!("#{}", address.card) };
        let path = format!("{base}{}", address.route.path());
        prop_assert_eq!(Address::from_path(&base, &path, &query, &card), Some(address));
    }

    #[test]
    fn the_file_of_a_page_is_that_page(address in address(), slashes in "/{0,2}") {
        let path = format!("{}{slashes}index.html", address.route.path());
        prop_assert_eq!(Route::parse(&path), address.route);
    }

    #[test]
    fn whatever_is_typed_is_an_address_or_none(text in any::<String>()) {
        // A fragment that is an address stays the same place when it is written again.
        if let Some(address) = Address::from_fragment(&text) {
            prop_assert_eq!(Address::from_fragment(&address.fragment()).map(|it| it.route), Some(address.route));
        }
    }
}

#[test]
fn a_fragment_that_names_a_part_of_the_page_is_no_address() {
    assert_eq!(Address::from_fragment("#results"), None);
    assert_eq!(Address::from_fragment("").map(|it| it.route), Some(Route::Overview));
    assert_eq!(Address::from_fragment("#/").map(|it| it.route), Some(Route::Overview));
}

#[test]
fn a_path_outside_the_base_is_no_address() {
    assert_eq!(Address::from_path("/sub/", "/other/cases/", "", ""), None);
    assert_eq!(Address::from_path("/sub/", "/sub", "", "").map(|it| it.route), Some(Route::Overview));
}

/// Gives the name of a page; a new one is asked for an example here.
fn name(route: &Route) -> &'static str {
    match route {
        Route::Overview => "overview",
        Route::About => "about",
        Route::Cases => "cases",
        Route::Case(_) => "a case",
        Route::Compare => "compare",
        Route::Systems => "systems",
        Route::System(_) => "a system type",
        Route::Prefectures => "prefectures",
        Route::Prefecture(_) => "a prefecture",
        Route::Municipalities => "municipalities",
        Route::Municipality(_) => "a municipality",
        Route::Figures => "figures",
        Route::Data => "data",
        Route::MaintainerGuide => "the guide for maintainers",
        Route::Faq => "faq",
        Route::NotFound(_) => "an address without a page",
    }
}

/// The addresses that are shared and kept: none may change.
#[test]
fn each_kind_of_page_has_its_path() {
    let routes = [
        Route::Overview,
        Route::About,
        Route::Cases,
        Route::Case("31-groupware-2017".parse().unwrap()),
        Route::Compare,
        Route::Systems,
        Route::System("e-bidding".parse().unwrap()),
        Route::Prefectures,
        Route::Prefecture("05".parse().unwrap()),
        Route::Municipalities,
        Route::Municipality("312011".parse().unwrap()),
        Route::Figures,
        Route::Data,
        Route::MaintainerGuide,
        Route::Faq,
        Route::NotFound("no/such page".to_owned()),
    ];
    let paths = routes.map(|route| format!("{}: /{}", name(&route), route.path()));
    insta::assert_snapshot!(paths.join("\n"), @r"
    overview: /
    about: /about/
    cases: /cases/
    a case: /cases/31-groupware-2017/
    compare: /compare/
    systems: /systems/
    a system type: /systems/e-bidding/
    prefectures: /prefectures/
    a prefecture: /prefectures/05/
    municipalities: /municipalities/
    a municipality: /municipalities/312011/
    figures: /figures/
    data: /data/
    the guide for maintainers: /data/maintainer/
    faq: /faq/
    an address without a page: /no/such page
    ");
}

#[test]
fn the_card_that_is_shown_alone_is_asked_for_by_one_address_and_carried_on_by_none() {
    let list = Address { card: "years".to_owned(), ..Address::with_query(Route::Overview, "scope=all") };
    let alone = list.embedding("years");
    assert_eq!(alone.path(), "?scope=all&embed=years");
    assert_eq!(Address::from(Route::Data).embedding("fill").path(), "data/?embed=fill");
    for query in [
        "embed=years&scope=all",
        "scope=all&embed=years",
        "scope=all&amp;embed=years。",
        "scope=all&EMBED=x&embed",
    ] {
        let read = Address::from_path("/", "/", query, "").map(|it| it.query);
        assert_eq!(read.as_deref(), Some("scope=all"), "{query}");
    }
    // Elsewhere it is no part of a query, but no mistake either.
    assert_eq!(CaseQuery::parse("embed=years"), (CaseQuery::default(), Vec::new()));
    assert_eq!(MatrixQuery::parse("embed=years"), (MatrixQuery::default(), Vec::new()));
    assert_eq!(CompareQuery::parse("embed=years"), (CompareQuery::default(), Vec::new()));
    assert_eq!(FiguresQuery::parse("embed=years"), (FiguresQuery::default(), Vec::new()));
}
