//! The list of cases on paper.

use joint_procurement::content::{PrintedCases, printed_cases};
use joint_procurement_core::domain::Term;
use joint_procurement_core::query::{CaseColumn, CaseQuery, Matches, SearchIndex};
use joint_procurement_core::routes::Route;
use joint_procurement_core::stats::Similarity;
use joint_procurement_testing::{Published, published};

/// Makes the list of a query on paper, and counts its cases.
fn printed(query: &str, conditions: &[String]) -> (PrintedCases, usize) {
    let Published { snapshot, municipalities, .. } = published();
    let (query, problems) = CaseQuery::parse(query);
    assert!(problems.is_empty());
    let matches = Matches::new(&snapshot, &SearchIndex::default(), &query.filter);
    let cases = query.sort.apply(&snapshot, matches.selection(&snapshot.cases));
    let similarity = query.near.and_then(|near| Similarity::of(&snapshot, &municipalities, near));
    let near = similarity.as_ref().map(|similarity| (similarity, &municipalities));
    let absolute = |_: Route| "https://example.jp/cases/".to_owned();
    let address = "https://example.jp/cases/?sort=title";
    (printed_cases(&snapshot, &query, &cases, conditions, near, &absolute, address), cases.len())
}

#[test]
fn every_case_is_a_row_whatever_the_page_shows() {
    for query in ["", "page=2", "per=50&sort=title", "system=gis", "view=table"] {
        let (printed, cases) = printed(query, &[]);
        assert_eq!(printed.table.rows.len(), cases, "{query}");
        assert!(printed.table.rows.iter().all(|row| row.len() == printed.table.columns.len()));
        assert!(printed.lines[0].contains(&format!("{cases}件")), "{:?}", printed.lines);
        let ids: Vec<String> = printed.table.rows.iter().map(|row| row[0].value()).collect();
        let snapshot = published().snapshot;
        let named = snapshot
            .cases
            .iter()
            .filter(|it| ids.iter().any(|name| name == &format!("{} {}", it.title(), it.id())));
        assert_eq!(named.count(), cases, "{query}: each row has the name and the number of its case");
    }
}

#[test]
fn the_head_says_what_was_asked_for() {
    let (some, _) = printed("subsidy=yes&sort=title", &["補助金：利用あり".to_owned()]);
    let said = some.lines.join("|");
    for part in
        ["事例名順", "条件：補助金：利用あり", "時点）", "アドレス：https://example.jp/cases/?sort=title"]
    {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(!printed("", &[]).0.lines.iter().any(|line| line.starts_with("条件：")));
    let (none, cases) = printed("year=1900-1901", &[]);
    assert_eq!((cases, none.table.rows.len()), (0, 0));
    assert!(none.lines[0].contains("0件"));
}

#[test]
fn a_list_in_order_of_size_says_how_each_case_fits() {
    let (printed, _) = printed("near=313025", &[]);
    let at = printed.table.columns.iter().position(|it| it.name == "規模の近さ").unwrap();
    let said: Vec<String> = printed.table.rows.iter().map(|row| row[at].value()).collect();
    for part in ["選んだ市区町村が参加", "半分から2倍", "規模は比べられません"] {
        assert!(said.iter().any(|it| it.contains(part)), "{part}");
    }
}

#[test]
fn columns_are_those_of_the_reader_while_the_sheet_has_room() {
    let names = |query: &str| -> Vec<String> {
        printed(query, &[]).0.table.columns.into_iter().skip(1).map(|it| it.name).collect()
    };
    assert_eq!(names("view=table&cols=vendor,status").len(), 2);
    assert_eq!(names("cols=vendor,status"), names(""), "cards have no columns");
    let all: Vec<&str> = CaseColumn::ALL.iter().map(|it| it.slug()).collect();
    assert_eq!(names(&format!("view=table&cols={}", all.join(","))), names(""));
    for column in [CaseColumn::Initial, CaseColumn::Annual, CaseColumn::Total] {
        assert!(names("").contains(&column.ja().to_owned()));
    }
}
