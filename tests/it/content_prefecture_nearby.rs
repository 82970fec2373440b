//! The cases nearby, for a prefecture that has none of their type.

use std::collections::BTreeSet;

use joint_procurement::content::{Block, OfDetails, PageContent, Target};
use joint_procurement_core::domain::{PrefectureCode, Slug, Snapshot, SystemState};
use joint_procurement_core::query::{CaseFilter, Matches, SearchIndex};
use joint_procurement_core::routes::Route;
use joint_procurement_core::stats::StateTable;
use joint_procurement_testing::{Published, published};

use crate::content_prefectures::{check_page, pref, table};

/// Gives, from the lists, the cases with a prefecture that `at` leads or takes part in.
fn confirmed(snapshot: &Snapshot, at: PrefectureCode) -> BTreeSet<usize> {
    let partner = CaseFilter { partner: [at].into(), ..CaseFilter::default() };
    let lists = [pref(at), partner].map(|filter| {
        Matches::new(snapshot, &SearchIndex::default(), &filter).selection(&snapshot.cases).rows().to_vec()
    });
    lists.into_iter().flatten().collect()
}

#[test]
fn the_cases_nearby_are_those_of_the_lists_with_their_documents_and_departments() {
    let Published { snapshot, details, .. } = published();
    let states = StateTable::of(&snapshot);
    for code in PrefectureCode::all() {
        let type_of = |row: &usize| snapshot.cases.row(*row).system_type().clone();
        let own: BTreeSet<Slug> = confirmed(&snapshot, code).iter().map(type_of).collect();
        let place = snapshot.prefecture(code).unwrap();
        let around = place.neighbours.iter().copied().chain(place.crossings.iter().map(|it| it.prefecture));
        let wanted = |row: &usize| {
            let system = snapshot.system_type(&type_of(row)).unwrap();
            let is_used = states.cell(code, &system.slug).state == SystemState::Shared;
            !own.contains(&system.slug)
                && !is_used
                && system.policy_notes.is_empty()
                && system.slug.as_str() != "other"
        };
        let expected: BTreeSet<usize> =
            around.flat_map(|at| confirmed(&snapshot, at)).filter(wanted).collect();

        let blocks = OfDetails::CasesNearby(code).blocks(&snapshot, &details);
        let table = table(&blocks, "evidence-table").unwrap();
        assert_eq!(table.rows.len(), expected.len(), "{code}");
        let titles: BTreeSet<String> = table.rows.iter().map(|row| row[3].value()).collect();
        for row in expected {
            let (case, detail) = (snapshot.cases.row(row), &details[row]);
            assert!(titles.contains(case.title()), "{code}: {}", case.title());
            let page = Target::from(Route::Case(case.id().clone()));
            let shown = table.rows.iter().find(|it| Block::Paragraph(it[3].text.clone()).links() == [&page]);
            let shown = shown.unwrap();
            assert_eq!(shown[0].value(), snapshot.system_name(case.system_type()));
            let links = Block::Paragraph(shown[4].text.clone());
            let urls: Vec<Target> =
                detail.documents.iter().map(|it| Target::External(it.url.clone().unwrap())).collect();
            assert_eq!(links.links(), urls.iter().collect::<Vec<_>>());
            let department = case.contact_department().known().unwrap_or("公開情報で未確認");
            assert_eq!(shown[5].value(), department);
        }
        let content = PageContent { blocks, ..PageContent::default() };
        check_page(&snapshot, &content);
    }
}
