//! Links of pages: each leads to a place that exists. One that says how many cases leads to just so many.

use std::collections::BTreeSet;

use joint_procurement::content::{PageContent, Target};
use joint_procurement_core::domain::Snapshot;
use joint_procurement_core::query::{
    CaseFilter, CaseQuery, CompareQuery, FiguresQuery, Matches, MatrixQuery, SearchIndex,
};
use joint_procurement_core::routes::{Address, Route};
use joint_procurement_testing::published;

/// For the tests of any page.
#[track_caller]
pub fn check_links(snapshot: &Snapshot, content: &PageContent) {
    let page = &content.heading;
    for (words, target) in content.links_in_words() {
        match target {
            // A `WebAddress` can be followed.
            Target::External(_) => {}
            Target::File(path) => assert!(!path.starts_with('/'), "{page}: {path}"),
            Target::Internal(address) => check_address(snapshot, page, &words, address),
        }
    }
    let ids = content.ids();
    let distinct: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(distinct.len(), ids.len(), "{page}: an id is given twice: {ids:?}");
    assert!(ids.iter().all(|id| !id.is_empty()), "{page}: an id is empty");
}

/// The cases that a filter lets through.
pub fn matching(snapshot: &Snapshot, filter: &CaseFilter) -> usize {
    Matches::new(snapshot, &SearchIndex::default(), filter).selection(&snapshot.cases).len()
}

#[track_caller]
fn check_address(snapshot: &Snapshot, page: &str, words: &str, address: &Address) {
    let at = format!("{page}: 「{words}」 leads to {}", address.path());
    let exists = match &address.route {
        Route::Case(id) => snapshot.cases.find(id).is_some(),
        Route::System(slug) => snapshot.system_type(slug).is_some(),
        // The municipalities are the same in every snapshot of these data.
        Route::Municipality(code) => published().municipalities.get(*code).is_some(),
        Route::NotFound(_) => false,
        _ => true,
    };
    assert!(exists, "{at}, which does not exist");
    if address.route == Route::Compare {
        let (query, problems) = CompareQuery::parse(&address.query);
        assert_eq!(problems, [], "{at}");
        assert_eq!(query.to_string(), address.query, "{at}, which is not the shortest form");
        return;
    }
    if address.route == Route::Figures {
        let (query, problems) = FiguresQuery::parse(&address.query);
        assert_eq!(problems, [], "{at}");
        assert_eq!(query.to_string(), address.query, "{at}, which is not the shortest form");
        return;
    }
    if address.route == Route::Prefectures {
        let (query, problems) = MatrixQuery::parse(&address.query);
        assert_eq!(problems, [], "{at}");
        assert_eq!(query.to_string(), address.query, "{at}, which is not the shortest form");
        return;
    }
    let (query, problems) = CaseQuery::parse(&address.query);
    assert_eq!(problems, [], "{at}");
    let (query, problems) = query.known_in(snapshot);
    assert_eq!(problems, [], "{at}");
    assert_eq!(query.to_string(), address.query, "{at}, which is not the shortest form");
    if address.route == Route::Cases
        && let Some(stated) = stated_cases(words)
    {
        assert_eq!(matching(snapshot, &query.filter), stated, "{at}, which holds another number of cases");
    }
}

/// The number before `件`.
fn stated_cases(words: &str) -> Option<usize> {
    let (before, _) = words.split_once('件')?;
    let digits: String = before
        .chars()
        .rev()
        .take_while(|letter| letter.is_ascii_digit() || *letter == ',')
        .filter(char::is_ascii_digit)
        .collect();
    digits.chars().rev().collect::<String>().parse().ok()
}

#[test]
fn a_number_of_cases_is_read_out_of_words() {
    let words = [("24件", Some(24)), ("事例 1,024件をすべて", Some(1024)), ("24団体", None), ("件数", None)];
    for (words, number) in words {
        assert_eq!(stated_cases(words), number, "{words}");
    }
}

#[test]
fn a_wrong_number_is_found() {
    let snapshot = joint_procurement_testing::published().snapshot;
    let all = matching(&snapshot, &CaseFilter::default());
    let content = |count: usize| PageContent {
        lead: joint_procurement::content::cases_link(count, CaseFilter::default()).into(),
        ..PageContent::default()
    };
    check_links(&snapshot, &content(all));
    let wrong = std::panic::catch_unwind(|| check_links(&snapshot, &content(all + 1)));
    assert!(wrong.is_err());
}
