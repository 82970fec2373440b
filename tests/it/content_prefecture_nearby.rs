//! The cases nearby, for a prefecture that has none of their type.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use joint_procurement::content::{Block, OfDetails, PageContent, Target, prefecture};
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

/// Counts the prefectures that have a case of the type, from the lists.
fn places(snapshot: &Snapshot, slug: &Slug) -> BTreeSet<PrefectureCode> {
    let is_of = |row: &usize| snapshot.cases.row(*row).system_type() == slug;
    PrefectureCode::all().filter(|&at| confirmed(snapshot, at).iter().any(is_of)).collect()
}

#[test]
fn what_others_have_stands_in_order_of_their_number_with_neighbours_costs_and_a_case_to_ask() {
    let Published { snapshot, .. } = published();
    let states = StateTable::of(&snapshot);
    let all: Vec<(&Slug, BTreeSet<PrefectureCode>)> =
        snapshot.terms.system_types.iter().map(|it| (&it.slug, places(&snapshot, &it.slug))).collect();
    let mut asked = 0;
    for code in PrefectureCode::all() {
        let place = snapshot.prefecture(code).unwrap();
        let around: Vec<PrefectureCode> =
            place.neighbours.iter().copied().chain(place.crossings.iter().map(|it| it.prefecture)).collect();
        let is_near = |at: &&PrefectureCode| {
            let ratio = snapshot.prefecture(**at).unwrap().population as f64 / place.population as f64;
            (0.5..=2.0).contains(&ratio)
        };
        let mut expected = Vec::new();
        for (place, (slug, there)) in all.iter().enumerate() {
            let noted = !snapshot.system_type(slug).unwrap().policy_notes.is_empty();
            let used = states.state(code, slug) == SystemState::Shared;
            if slug.as_str() == "other" || noted || used || there.is_empty() || there.contains(&code) {
                continue;
            }
            let near: Vec<&str> = around
                .iter()
                .filter(|at| there.contains(at))
                .map(|&at| snapshot.prefecture_name(at))
                .collect();
            let similar = there.iter().filter(is_near).count();
            expected.push((Reverse((there.len(), similar, near.len())), place, *slug, near.join("、")));
        }
        expected.sort();
        let content = prefecture(&snapshot, code);
        let rows = ["nearby-table", "others-table"].map(|id| table(&content.blocks, id));
        let rows: Vec<_> = rows.into_iter().flatten().flat_map(|table| &table.rows).collect();
        assert_eq!(rows.len(), expected.len(), "{code}");
        for (row, (Reverse((number, ..)), _, slug, near)) in rows.into_iter().zip(expected) {
            let name = snapshot.system_name(slug);
            assert!(row[0].value().starts_with(name), "{code}: {} for {name}", row[0].value());
            assert_eq!(row[1].value(), number.to_string(), "{code}: {name}");
            let near = if near.is_empty() { "公開情報で未確認".to_owned() } else { near };
            assert_eq!(row[2].value(), near, "{code}: {name}");
            let of_type = CaseFilter { system: [slug.clone()].into(), ..CaseFilter::default() };
            let cases = Matches::new(&snapshot, &SearchIndex::default(), &of_type).selection(&snapshot.cases);
            let known = cases.count(|case| case.has_costs());
            let costs =
                if known == 0 { "公開情報で未確認".to_owned() } else { format!("{known}件") };
            assert!(row[3].value().ends_with(&costs), "{code}: {name}: {}", row[3].value());
            let ask = Block::Paragraph(row[4].text.clone());
            let [Target::Internal(address)] = ask.links()[..] else { panic!("{code}: {name}: {ask:?}") };
            let Route::Case(id) = &address.route else { panic!("{address:?}") };
            let case = snapshot.cases.iter().find(|case| case.id() == id).unwrap();
            assert_eq!(case.system_type(), slug);
            assert!(cases.rows().contains(&case.row()));
            if let Some(department) = case.contact_department().known() {
                assert!(row[4].value().ends_with(department));
                asked += 1;
            } else {
                assert_eq!(cases.count(|case| case.contact_department().is_known()), 0, "{code}: {name}");
            }
        }
    }
    assert!(asked > 100, "the examples show nothing: {asked}");
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
