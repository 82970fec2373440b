//! Links that were ever published (tests/e2e/published-links.tsv), as far as they can be read without a browser.

use std::collections::BTreeSet;
use std::path::Path;

use joint_procurement_core::query::{CaseQuery, CompareQuery, FiguresQuery, MatrixQuery, QueryProblem};
use joint_procurement_core::routes::{Address, Route};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

/// Reads the address that each link shows today: its successor where it has one.
fn links() -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/e2e/published-links.tsv");
    let text = std::fs::read_to_string(path).unwrap();
    let rows = text.lines().filter(|line| !line.is_empty() && !line.starts_with("# "));
    rows.map(|row| row.rsplit('\t').next().unwrap_or(row).to_owned()).collect()
}

fn read(link: &str) -> Address {
    Address::from_fragment(&format!("#/{}", link.trim_start_matches("#/").trim_start_matches("./"))).unwrap()
}

/// Gives the parts of its query that the page of an address does not understand.
fn problems(Address { route, query, .. }: &Address) -> Vec<QueryProblem> {
    match route {
        Route::Compare => CompareQuery::parse(query).1,
        Route::Prefectures => MatrixQuery::parse(query).1,
        Route::Figures => FiguresQuery::parse(query).1,
        _ => CaseQuery::parse(query).1,
    }
}

#[test]
fn each_published_link_is_understood() {
    let links = links();
    assert!(links.len() > 100, "the list is read");
    for link in links {
        let address = read(&link);
        assert!(!matches!(address.route, Route::NotFound(_)), "{link}");
        assert_eq!(problems(&address), [], "{link}");
    }
}

#[test]
fn each_key_of_the_list_is_among_the_published_links() {
    let keys = |query: &str| -> BTreeSet<String> {
        query.split('&').filter_map(|pair| Some(pair.split_once('=')?.0.to_owned())).collect()
    };
    let of_list = |address: &Address| address.route == Route::Cases;
    let published: BTreeSet<String> =
        links().iter().map(|link| read(link)).filter(of_list).flat_map(|it| keys(&it.query)).collect();
    let mut runner = TestRunner::deterministic();
    for _ in 0..200 {
        let query: CaseQuery = crate::query_properties::query().new_tree(&mut runner).unwrap().current();
        let unpublished: Vec<_> = keys(&query.to_string()).difference(&published).cloned().collect();
        assert!(unpublished.is_empty(), "add a link with {unpublished:?} to tests/e2e/published-links.tsv");
    }
}

#[test]
fn a_language_is_ignored_silently_until_there_is_a_second_one() {
    for lang in ["lang=en", "lang=ja", "lang=", "lang=x-unknown"] {
        let (query, problems) = CaseQuery::parse(&format!("pref=31&{lang}"));
        assert_eq!((query.to_string(), problems), ("pref=31".to_owned(), vec![]));
        let (query, problems) = CompareQuery::parse(&format!("{lang}&ids=31-groupware-2017"));
        assert_eq!((query.to_string(), problems), ("ids=31-groupware-2017".to_owned(), vec![]));
        let (query, problems) = MatrixQuery::parse(&format!("{lang}&region=tohoku"));
        assert_eq!((query.to_string(), problems), ("region=tohoku".to_owned(), vec![]));
    }
}
