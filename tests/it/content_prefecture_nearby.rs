//! The cases nearby, for a prefecture that has none of their type.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use joint_procurement::content::{Block, Cell, OfDetails, PageContent, Section, Target, prefecture};
use joint_procurement_core::domain::{Fact, PrefectureCode, Slug, Snapshot, SystemState};
use joint_procurement_core::query::{CaseFilter, Matches, SearchIndex, Selection};
use joint_procurement_core::routes::Route;
use joint_procurement_core::stats::StateTable;
use joint_procurement_testing::{Published, published};

use crate::content_links::check_links;
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
            let costs = (known > 0).then(|| format!("{known}件"));
            check_facts(&snapshot, &row[3..6], &cases, &costs);
            let ask = Block::Paragraph(row[6].text.clone());
            let [Target::Internal(address)] = ask.links()[..] else { panic!("{code}: {name}: {ask:?}") };
            let Route::Case(id) = &address.route else { panic!("{address:?}") };
            let case = snapshot.cases.iter().find(|case| case.id() == id).unwrap();
            assert_eq!(case.system_type(), slug);
            assert!(cases.rows().contains(&case.row()));
            if let Some(department) = case.contact_department().known() {
                assert!(row[6].value().ends_with(department));
                asked += 1;
            } else {
                assert_eq!(cases.count(|case| case.contact_department().is_known()), 0, "{code}: {name}");
            }
        }
    }
    assert!(asked > 100, "the examples show nothing: {asked}");
}

/// Checks the newest year, amounts and savings, documents and subsidies.
fn check_facts(snapshot: &Snapshot, row: &[Cell], cases: &Selection<'_>, costs: &Option<String>) {
    const UNKNOWN: &str = "公開情報で未確認";
    let years = cases.iter().filter(|case| !case.is_plan());
    let newest = years.filter_map(|case| Some(case.introduced().known()?.at.year)).max();
    assert_eq!(row[0].value(), newest.map_or(UNKNOWN.to_owned(), |year| year.to_string()));

    let money = row[1].value();
    let savings = cases.iter().filter(|case| case.savings().is_known()).count();
    let percents = cases.iter().filter_map(|case| case.savings().known()).flatten();
    let largest = percents.filter_map(|it| it.percent).fold(0.0, f64::max);
    match (costs, savings) {
        (None, 0) => assert_eq!(money, UNKNOWN),
        (Some(costs), 0) => assert!(money.ends_with(costs.as_str()), "{money}"),
        (costs, savings) => {
            assert!(money.ends_with(&format!("{savings}件")), "{money}");
            assert!(largest == 0.0 || money.contains(&format!("最大{largest}%減")), "{money}");
            assert!(costs.as_ref().is_none_or(|it| money.contains(it.as_str())), "{money}");
        }
    }

    let documents = cases.count(|case| case.document_kinds().is_known());
    let subsidised = cases.count(|case| case.subsidy_used() == Fact::Known(true));
    let more = row[2].value();
    assert_eq!(more.contains("文書"), documents > 0, "{more}");
    assert_eq!(more.contains("補助金"), subsidised > 0, "{more}");
    assert!(documents == 0 || more.contains(&format!("文書{documents}件")), "{more}");
    assert!(subsidised == 0 || more.contains(&format!("補助金{subsidised}件")), "{more}");
    assert_eq!(more == UNKNOWN, documents + subsidised == 0);
    check_links(snapshot, &PageContent { blocks: texts(row), ..PageContent::default() });
}

fn texts(row: &[Cell]) -> Vec<Block> {
    row.iter().map(|cell| Block::Paragraph(cell.text.clone())).collect()
}

/// The files of the tables, and the sentences to pass on.
#[test]
fn the_file_has_each_fact_alone_and_a_sentence_tells_each_type() {
    let Published { snapshot, .. } = published();
    let mut with_neighbours = 0;
    for code in PrefectureCode::all() {
        let content = prefecture(&snapshot, code);
        let mut tables = Vec::new();
        let mut sentences = None;
        walk(&content.blocks, &mut |block| match block {
            Block::SummedTable(data) if data.table.columns.len() == 7 => tables.push(data.clone()),
            Block::CopyText(text) => sentences = Some(text.text.clone()),
            _ => {}
        });
        let rows: Vec<(&Vec<Cell>, &Vec<String>)> =
            tables.iter().flat_map(|it| it.table.rows.iter().zip(&it.file.rows)).collect();
        let sentences = sentences.unwrap();
        let lines: Vec<&str> = sentences.lines().filter(|line| line.starts_with('・')).collect();
        assert_eq!(lines.len(), rows.len(), "{code}");
        for ((cells, facts), line) in rows.into_iter().zip(lines) {
            assert_eq!(facts.len(), tables[0].file.header.len());
            let sorts = tables[0].table.columns.iter().map(|it| it.sort.len());
            assert!(sorts.eq([0, 2, 1, 1, 2, 2, 1]));
            assert!(cells[0].value().starts_with(&facts[0]));
            assert_eq!(facts[1..4], [cells[1].value(), facts[2].clone(), cells[2].value()]);
            assert_eq!([&facts[4], &facts[12]], [&cells[3].value(), &cells[6].value()]);
            // Sorted by the numbers of the file, those that are known.
            let keys = [1, 1, 2, 3, 4, 4, 5, 5, 6].into_iter().zip([0, 1, 0, 0, 0, 1, 0, 1, 0]);
            let keys: Vec<Option<u64>> = keys.map(|(column, key)| cells[column].key(key)).collect();
            let number = |fact: &String| fact.parse::<f64>().ok().filter(|it| *it > 0.0);
            let percent = number(&facts[8]).map(|percent| percent * 1000.0);
            let near = facts[3].split('、').filter(|it| *it != "公開情報で未確認").count();
            let near = (near > 0).then_some(near as f64);
            let [all, alike, year, costs, documents, departments, subsidies] =
                [1, 2, 4, 5, 9, 10, 11].map(|place: usize| number(&facts[place]));
            let expected = [all, alike, near, year, costs, percent, documents, subsidies, departments];
            assert_eq!(keys, expected.map(|it| it.map(|it| it.round() as u64)), "{code}");
            let similar: usize = facts[2].parse().unwrap();
            assert_eq!(similar > 0, cells[1].text.plain().contains(&format!("（{similar}）")));
            let amount = facts[6].split_once(' ').map_or("", |(_, amount)| amount);
            assert!(cells[4].value().contains(amount));
            assert!(line.contains(&facts[0]) && line.contains(&format!("47都道府県のうち{}で", facts[1])));
            if facts[3] != "公開情報で未確認" {
                assert!(line.contains(&facts[3].replace('、', "・")), "{line}");
                with_neighbours += 1;
            }
            assert_eq!(line.contains("最新の導入は"), facts[4] != "公開情報で未確認", "{line}");
            assert_eq!(line.contains("公表された金額"), facts[6] != "公開情報で未確認", "{line}");
            assert_eq!(
                line.contains(&format!("問い合わせ先は{}", facts[12])),
                departments.is_some(),
                "{line}"
            );
        }
    }
    assert!(with_neighbours > 100, "the examples show nothing: {with_neighbours}");
}

/// Shows each block, those within others too.
pub fn walk(blocks: &[Block], see: &mut dyn FnMut(&Block)) {
    for block in blocks {
        see(block);
        match block {
            Block::Section(Section { blocks, .. }) | Block::Disclosure { blocks, .. } => walk(blocks, see),
            _ => {}
        }
    }
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
