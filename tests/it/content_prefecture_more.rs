//! The cases nearby, the sheet for paper, and prefectures without cases.

use std::collections::BTreeSet;

use joint_procurement::content::{Block, Content, Fact, OfDetails, Target, prefecture, prefectures};
use joint_procurement_core::domain::{CaseTable, PrefectureCode, Scope, Slug, Snapshot, Term};
use joint_procurement_core::query::{CaseFilter, Matches, SearchIndex};
use joint_procurement_core::routes::Route;
use joint_procurement_core::stats::StateTable;
use joint_procurement_testing::{Published, published};

use crate::content_prefectures::{check_page, page, pref, table};

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
    for code in PrefectureCode::all() {
        let type_of = |row: &usize| snapshot.cases.row(*row).system_type().clone();
        let own: BTreeSet<Slug> = confirmed(&snapshot, code).iter().map(type_of).collect();
        let place = snapshot.prefecture(code).unwrap();
        let around = place.neighbours.iter().copied().chain(place.crossings.iter().map(|it| it.prefecture));
        let wanted = |row: &usize| {
            let system = snapshot.system_type(&type_of(row)).unwrap();
            !own.contains(&system.slug) && system.policy_notes.is_empty() && system.slug.as_str() != "other"
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
                detail.documents.iter().map(|it| Target::External(it.url.clone())).collect();
            assert_eq!(links.links(), urls.iter().collect::<Vec<_>>());
            let department = detail.contact_department.as_deref().unwrap_or("公開情報で未確認");
            assert_eq!(shown[5].value(), department);
        }
        let content = Content { blocks, ..Content::default() };
        check_page(&snapshot, &content);
    }
}

#[test]
fn the_sheet_and_what_is_not_known_hold_every_type_once() {
    let Published { snapshot, .. } = published();
    let states = StateTable::of(&snapshot);
    for code in PrefectureCode::all() {
        let content = prefecture(&snapshot, code);
        let facts = |id: &str| -> Vec<Fact> {
            let section = content.blocks.iter().find_map(|block| match block {
                Block::Section(section) if section.id == id => Some(&section.blocks),
                _ => None,
            });
            let Some(Block::Facts(facts)) = section.unwrap().first() else { panic!("no facts in {id}") };
            facts.clone()
        };
        let mut found: Vec<String> = Vec::new();
        for fact in facts("sheet") {
            for said in fact.value.plain().split("）、") {
                let name = said.split('（').next().unwrap();
                let system = snapshot.terms.system_types.iter().find(|it| it.name == name).unwrap();
                assert_eq!(fact.name, states.state(code, &system.slug).ja(), "{name} in {code}");
                let nationwide = states.prefectures_confirmed(&system.slug);
                assert!(nationwide == 0 || said.contains(&format!("全国{nationwide}")), "{said}");
                found.push(name.to_owned());
            }
        }
        let not_known = facts("not-known");
        let types = not_known[0].value.plain();
        found.extend(types.split('、').map(str::to_owned));
        found.sort();
        let all = snapshot.terms.system_types.iter().filter(|it| it.slug.as_str() != Slug::OTHER);
        let mut all: Vec<String> = all.map(|it| it.name.clone()).collect();
        all.sort();
        assert_eq!(found, all, "{code}");
        assert!(not_known[0].name.ends_with(&format!("（{}種類）", types.split('、').count())));
    }
}

/// The published cases without those that a prefecture has part in.
fn without(snapshot: &Snapshot, code: PrefectureCode) -> Snapshot {
    let cases = snapshot
        .cases
        .iter()
        .filter(|case| case.lead_prefecture() != code && !case.partner_prefectures().contains(&code));
    let cases = CaseTable::new(cases.map(|case| case.to_case()).collect(), &[]);
    let (meta, terms) = (snapshot.meta.clone(), snapshot.terms.clone());
    Snapshot::new(meta, cases, terms, snapshot.prefectures.clone()).unwrap()
}

#[test]
fn a_prefecture_without_cases_is_unconfirmed_and_shows_its_neighbours_first() {
    let Published { snapshot, municipalities, .. } = published();
    let code: PrefectureCode = "31".parse().unwrap();
    let snapshot = without(&snapshot, code);
    let (content, _) = page(&snapshot, &municipalities, code);
    check_page(&snapshot, &content);
    assert_eq!(content.heading, "鳥取県：県が関わる共同調達は公開情報で未確認");
    let first = content.blocks.iter().find_map(|block| match block {
        Block::Section(section) => Some(section.id.as_str()),
        _ => None,
    });
    assert_eq!(first, Some("neighbours"));

    let all = prefectures(&snapshot);
    check_page(&snapshot, &all);
    assert!(all.lead.plain().starts_with("47都道府県のうち46都道府県で"));
    let row = &table(&all.blocks, "prefecture-table").unwrap().rows[code.index()];
    assert_eq!(row[1].value(), "公開情報で未確認");
}

#[test]
fn cases_of_municipalities_alone_do_not_confirm_a_prefecture() {
    let Published { snapshot, municipalities, .. } = published();
    let cases = snapshot.cases.iter().filter(|case| case.scope() == Scope::Municipal);
    let cases = CaseTable::new(cases.map(|case| case.to_case()).collect(), &[]);
    let (meta, terms) = (snapshot.meta.clone(), snapshot.terms.clone());
    let snapshot = Snapshot::new(meta, cases, terms, snapshot.prefectures.clone()).unwrap();
    for code in PrefectureCode::all() {
        let (content, _) = page(&snapshot, &municipalities, code);
        check_page(&snapshot, &content);
        assert!(content.heading.ends_with("公開情報で未確認"));
        assert!(table(&content.blocks, "nearby-table").is_none());
    }
    check_page(&snapshot, &prefectures(&snapshot));
}
