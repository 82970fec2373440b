//! Parts of pages that list cases begin as the list does to which they lead.

use joint_procurement::content::{Block, PageContent, Target, overview, prefecture, system};
use joint_procurement_core::domain::{PrefectureCode, Snapshot, Status};
use joint_procurement_core::query::{CaseQuery, Matches, SearchIndex, Sort};
use joint_procurement_core::routes::Route;
use joint_procurement_testing::published;

/// Gives the heading of each part with the rows that it shows, and the list to which it leads.
fn shown(content: &PageContent) -> Vec<(&str, Vec<usize>, CaseQuery)> {
    let parts = content.blocks.iter().filter_map(|block| {
        let Block::Section(section) = block else { return None };
        let rows = section.blocks.iter().find_map(|block| match block {
            Block::Cases { rows, .. } => Some(rows.clone()),
            _ => None,
        })?;
        let list = block.links().into_iter().find_map(|to| match to {
            Target::Internal(address) if address.route == Route::Cases => Some(address),
            _ => None,
        })?;
        Some((section.heading.as_str(), rows, CaseQuery::parse(&list.query).0))
    });
    parts.collect()
}

fn listed(snapshot: &Snapshot, query: &CaseQuery) -> Vec<usize> {
    let matches = Matches::new(snapshot, &SearchIndex::default(), &query.filter);
    query.sort.apply(snapshot, matches.selection(&snapshot.cases)).rows().to_vec()
}

#[test]
fn a_part_begins_as_its_list_does() {
    let snapshot = published().snapshot;
    let pages = PrefectureCode::all().map(|code| prefecture(&snapshot, code));
    let types = snapshot.terms.system_types.iter().map(|it| system(&snapshot, &it.slug));
    let mut compared = 0;
    for page in pages.chain(types) {
        for (heading, rows, query) in shown(&page) {
            assert_eq!(rows, listed(&snapshot, &query)[..rows.len()], "{}: {heading}", page.heading);
            assert_eq!(query.sort, Sort::default());
            compared += usize::from(rows.len() > 1);
        }
        assert!(!page.words().contains("のうち新しい"), "{}", page.heading);
    }
    assert!(compared > 40, "the examples show nothing: {compared}");
}

#[test]
fn the_newest_cases_of_the_overview_are_the_newest_and_lead_to_that_order() {
    let snapshot = published().snapshot;
    let page = overview(&snapshot);
    let parts = shown(&page);
    let [(heading, rows, query), (_, _, coming)] = parts.as_slice() else { panic!("two parts list cases") };
    assert!(heading.contains("新しい"), "{heading}");
    assert_eq!(query.sort, Sort::NEWEST);
    // The list has plans too.
    let is_introduced = |row: &usize| {
        let case = snapshot.cases.row(*row);
        case.introduction_year().is_some() && case.status().known() != Some(Status::Planned)
    };
    let introduced: Vec<usize> = listed(&snapshot, query).into_iter().filter(is_introduced).collect();
    assert_eq!(*rows, introduced[..rows.len()]);
    assert_eq!(coming.to_string(), "status=planned&sort=-introduced");
}
