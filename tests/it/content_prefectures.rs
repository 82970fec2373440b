//! The pages of the prefectures: what they say is what `stats` counts, and every number leads to as
//! many cases.

use std::collections::BTreeSet;

use joint_procurement::content::{
    Block, Content, Inline, OfMunicipalities, Section, Table, Target, Text, prefecture, prefectures,
};
use joint_procurement::domain::{CaseTable, Municipalities, PrefectureCode, Scope, Slug, Snapshot};
use joint_procurement::query::{CaseFilter, CaseQuery, Matches, ScopeFilter, SearchIndex};
use joint_procurement::routes::Route;
use joint_procurement::stats::{LedCases, MunicipalParticipation, Neighbours, StateTable, Summary};
use joint_procurement::text::JAPANESE;

use super::generate::{Published, published};

/// A link or a key figure: where it leads and what it says.
fn pieces(content: &Content) -> Vec<(Target, String)> {
    let mut found = Vec::new();
    for text in [&content.kicker, &content.lead] {
        of_text(text, &mut found);
    }
    of_blocks(&content.blocks, &mut found);
    found
}

fn of_blocks(blocks: &[Block], found: &mut Vec<(Target, String)>) {
    for block in blocks {
        match block {
            Block::Paragraph(text) => of_text(text, found),
            Block::List(texts) | Block::Notice { texts, .. } => {
                texts.iter().for_each(|text| of_text(text, found));
            }
            Block::Section(Section { lead, more, blocks, .. }) => {
                of_text(lead, found);
                of_text(more, found);
                of_blocks(blocks, found);
            }
            Block::KeyFigures(figures) => {
                for figure in figures {
                    found.push((figure.to.clone(), format!("{}{}", figure.value, figure.unit)));
                    of_text(&figure.note, found);
                }
            }
            Block::Facts(facts) => facts.iter().for_each(|fact| of_text(&fact.value, found)),
            Block::Table(table) => of_table(table, found),
            Block::Card(card) => {
                of_text(&card.reading, found);
                of_table(&card.table, found);
            }
            Block::Disclosure { summary, blocks } => {
                of_text(summary, found);
                of_blocks(blocks, found);
            }
            Block::Cases { .. } | Block::Later(_) => {}
            other => panic!("not walked: {other:?}"),
        }
    }
}

fn of_table(table: &Table, found: &mut Vec<(Target, String)>) {
    table.rows.iter().flatten().for_each(|cell| of_text(&cell.text, found));
}

fn of_text(text: &Text, found: &mut Vec<(Target, String)>) {
    for piece in text.iter() {
        if let Inline::Link(link) = piece {
            found.push((link.to.clone(), link.text.clone()));
        }
    }
}

/// The number before 件; none for other texts.
fn cases_in(text: &str) -> Option<usize> {
    let (before, _) = text.split_once('件')?;
    let digits = before.rsplit(|it: char| !it.is_ascii_digit() && it != ',').next()?;
    digits.replace(',', "").parse().ok()
}

fn list(snapshot: &Snapshot, filter: &CaseFilter) -> usize {
    Matches::new(snapshot, &SearchIndex::default(), filter).selection(&snapshot.cases).len()
}

/// Every link to the list says how many cases are there, and every other link leads to a page or part
/// that exists.
fn check_links(snapshot: &Snapshot, content: &Content) {
    for (to, text) in pieces(content) {
        match to {
            Target::Page(address) if address.route == Route::Cases => {
                let (query, problems) = CaseQuery::parse(&address.query);
                assert!(problems.is_empty(), "{}: {problems:?}", address.query);
                let said = cases_in(&text).unwrap_or_else(|| panic!("no number: {text}"));
                assert_eq!(list(snapshot, &query.filter), said, "{text} ?{}", address.query);
            }
            Target::Page(address) => {
                assert_eq!(Route::parse(&address.route.path()), address.route, "{text}");
                if let Route::System(slug) = &address.route {
                    assert!(snapshot.system_type(slug).is_some(), "{slug}");
                }
                if !address.card.is_empty() {
                    assert!(content.ids().contains(&address.card.as_str()), "#{}", address.card);
                }
            }
            Target::External(url) => assert!(url.starts_with("https://"), "{url}"),
            Target::File(path) => panic!("{path}"),
        }
    }
}

/// What must hold of every page.
fn check_page(snapshot: &Snapshot, content: &Content) {
    check_links(snapshot, content);
    let ids = content.ids();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{ids:?}");
    let words = content.words();
    assert!(!words.contains("未実施") && !words.contains("事例なし"));
    let nought = |line: &&str| {
        line.match_indices("0件").any(|(at, _)| !line[..at].ends_with(|it: char| it.is_ascii_digit()))
    };
    assert_eq!(words.lines().find(nought), None, "{}", content.heading);
}

/// The whole page of a prefecture, its municipalities too.
fn page(snapshot: &Snapshot, municipalities: &Municipalities, code: PrefectureCode) -> (Content, Vec<Block>) {
    let mut content = prefecture(snapshot, &JAPANESE, code);
    let later = OfMunicipalities::OfPrefecture(code).blocks(snapshot, &JAPANESE, municipalities);
    content.blocks.extend(later.clone());
    (content, later)
}

fn table<'a>(blocks: &'a [Block], id: &str) -> Option<&'a Table> {
    blocks.iter().find_map(|block| match block {
        Block::Table(table) if table.id == id => Some(table),
        Block::Section(section) => table(&section.blocks, id),
        Block::Disclosure { blocks, .. } => table(blocks, id),
        _ => None,
    })
}

fn pref(code: PrefectureCode) -> CaseFilter {
    CaseFilter { pref: [code].into(), ..CaseFilter::default() }
}

/// Of a column of a table, by its number; 0 where words stand.
fn numbers(table: &Table, column: usize) -> Vec<usize> {
    table.rows.iter().map(|row| row[column].value().parse().unwrap_or(0)).collect()
}

#[test]
fn every_page_of_a_prefecture_holds_together() {
    let Published { snapshot, municipalities, .. } = published();
    for code in PrefectureCode::all() {
        let (content, _) = page(&snapshot, &municipalities, code);
        check_page(&snapshot, &content);
        let name = snapshot.prefecture_name(code);
        assert!(content.heading.starts_with(name) && content.title == name);
    }
}

#[test]
fn the_figures_of_a_page_are_those_of_its_list() {
    let Published { snapshot, municipalities, .. } = published();
    for code in PrefectureCode::all() {
        let (content, later) = page(&snapshot, &municipalities, code);
        let matches = Matches::new(&snapshot, &SearchIndex::default(), &pref(code));
        let cases = matches.selection(&snapshot.cases);
        let summary = Summary::of(&cases);
        assert_eq!(cases_in(&content.heading), Some(summary.total));
        let Some(Block::KeyFigures(figures)) = content.blocks.first() else { panic!("no key figures") };
        assert_eq!(figures[0].value, summary.total.to_string());
        assert_eq!(figures[1].value, summary.by_system.len().to_string());
        assert_eq!(LedCases::of(&snapshot, &cases).systems(), summary.by_system.len());
        if let Some(table) = table(&content.blocks, "cases-table") {
            assert_eq!(numbers(table, 2).iter().sum::<usize>(), summary.total);
        }
        let table = table(&later, "municipalities-table").unwrap();
        let expected = MunicipalParticipation::of(&snapshot.cases, code, &municipalities);
        let counts: Vec<usize> = expected.municipalities.iter().map(|it| it.prefecture.len()).collect();
        assert_eq!(numbers(table, 4), counts);
    }
}

#[test]
fn the_table_of_all_prefectures_counts_what_the_lists_hold() {
    let Published { snapshot, .. } = published();
    let content = prefectures(&snapshot, &JAPANESE);
    check_page(&snapshot, &content);
    let table = table(&content.blocks, "prefecture-table").unwrap();
    let names: Vec<String> = table.rows.iter().map(|row| row[0].value()).collect();
    let in_order: Vec<&str> = PrefectureCode::all().map(|code| snapshot.prefecture_name(code)).collect();
    assert_eq!(names, in_order, "never by number of cases");
    let summary = Summary::of(
        &Matches::new(&snapshot, &SearchIndex::default(), &CaseFilter::default()).selection(&snapshot.cases),
    );
    let led: Vec<usize> = PrefectureCode::all()
        .map(|code| summary.by_prefecture.get(&code).copied().unwrap_or_default())
        .collect();
    assert_eq!(numbers(table, 2), led);
    let municipal = |code| CaseFilter { scope: ScopeFilter::Municipal, ..pref(code) };
    let expected: Vec<usize> = PrefectureCode::all().map(|code| list(&snapshot, &municipal(code))).collect();
    assert_eq!(numbers(table, 5), expected);
    let population: usize = numbers(table, 7).iter().sum();
    assert_eq!(population, 125_927_902);
}

#[test]
fn neighbours_are_each_others() {
    let Published { snapshot, .. } = published();
    let states = StateTable::of(&snapshot);
    let of = |code| Neighbours::of(&snapshot, &states, code).neighbours;
    for code in PrefectureCode::all() {
        let content = prefecture(&snapshot, &JAPANESE, code);
        let section = content.blocks.iter().find_map(|block| match block {
            Block::Section(section) if section.id == "neighbours" => Some(section.blocks.clone()),
            _ => None,
        });
        let mut links = Vec::new();
        of_blocks(&section.unwrap(), &mut links);
        let shown: Vec<Target> = links.into_iter().map(|(to, _)| to).collect();
        let expected: Vec<Target> =
            of(code).iter().map(|it| Route::Prefecture(it.prefecture).into()).collect();
        assert_eq!(shown, expected);
        for neighbour in of(code) {
            let back = of(neighbour.prefecture).into_iter().find(|it| it.prefecture == code).unwrap();
            assert_eq!(back.crossing, neighbour.crossing);
        }
    }
}

#[test]
fn every_type_is_compared_once_and_none_with_a_note_is_suggested() {
    let Published { snapshot, .. } = published();
    let noted = |name: &str| {
        snapshot.terms.system_types.iter().any(|it| it.name == name && !it.policy_notes.is_empty())
    };
    for code in PrefectureCode::all() {
        let content = prefecture(&snapshot, &JAPANESE, code);
        let names = |id: &str| -> Vec<String> {
            let rows = table(&content.blocks, id).map(|table| table.rows.as_slice()).unwrap_or_default();
            let first = rows.iter().map(|row| row[0].text.iter().next().unwrap().text().to_owned());
            first.collect()
        };
        let mut compared = [names("comparison-table"), names("elsewhere-table")].concat();
        compared.sort();
        let types = snapshot.terms.system_types.iter().filter(|it| it.slug.as_str() != Slug::OTHER);
        let mut all: Vec<String> = types.map(|it| it.name.clone()).collect();
        all.sort();
        assert_eq!(compared, all);
        assert!(!names("nearby-table").iter().any(|name| noted(name)));
        assert!(names("noted-table").iter().all(|name| noted(name)));
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

    let all = prefectures(&snapshot, &JAPANESE);
    check_page(&snapshot, &all);
    assert!(all.lead.plain().starts_with("47都道府県のうち46都道府県で"));
    let row = &table(&all.blocks, "prefecture-table").unwrap().rows[code.index()];
    assert_eq!(row[2].value(), "公開情報で未確認");
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
    check_page(&snapshot, &prefectures(&snapshot, &JAPANESE));
}
