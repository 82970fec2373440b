//! The pages of the prefectures: what they say is what `stats` counts, and every number leads to as
//! many cases.

use joint_procurement::content::{
    Block, OfMunicipalities, PageContent, Section, Table, Target, prefecture, prefectures,
};
use joint_procurement::words;
use joint_procurement_core::domain::{Municipalities, PrefectureCode, Slug, Snapshot, SnapshotKind};
use joint_procurement_core::query::{CaseFilter, Matches, ScopeFilter, SearchIndex};
use joint_procurement_core::routes::Route;
use joint_procurement_core::stats::{LedCases, MunicipalParticipation, Neighbours, StateTable, Summary};
use joint_procurement_testing::{Published, published};

use super::content_links::{check_links, matching};

/// Checks the rules that must hold of every page.
pub fn check_page(snapshot: &Snapshot, content: &PageContent) {
    check_links(snapshot, content);
    let (ids, systems) =
        (content.ids(), joint_procurement::content::systems(snapshot, ScopeFilter::default()));
    for (words, to) in content.links_in_words() {
        let Target::Internal(address) = to else { continue };
        let there = if address.route == Route::Systems { &systems.ids() } else { &ids };
        // A query asks for a part that the page has not without it.
        let is_asked_for = address.card == "counterparts" && !address.query.is_empty();
        let on_page = address.card.is_empty() || is_asked_for || there.contains(&address.card.as_str());
        assert!(on_page, "{words}: #{}", address.card);
        let is_list = address.route == Route::Cases;
        assert!(!is_list || words.contains('件'), "{words} does not say how many cases it leads to");
    }
    let words = content.words();
    assert!(!words.contains("未実施") && !words.contains("事例なし"));
    let nought = |line: &&str| {
        line.match_indices("0件").any(|(at, _)| !line[..at].ends_with(|it: char| it.is_ascii_digit()))
    };
    assert_eq!(words.lines().find(nought), None, "{}", content.heading);
}

/// The whole page of a prefecture, its municipalities too.
pub fn page(
    snapshot: &Snapshot,
    municipalities: &Municipalities,
    code: PrefectureCode,
) -> (PageContent, Vec<Block>) {
    let mut content = prefecture(snapshot, code);
    let later = OfMunicipalities::OfPrefecture(code).blocks(snapshot, municipalities, "");
    content.blocks.extend(later.clone());
    (content, later)
}

pub fn table<'a>(blocks: &'a [Block], id: &str) -> Option<&'a Table> {
    blocks.iter().find_map(|block| match block {
        Block::Table(table) | Block::Marks(table) if table.id == id => Some(table),
        Block::SummedTable(data) if data.table.id == id => Some(&data.table),
        Block::Card(card) if card.table.id == id => Some(&card.table),
        Block::Section(section) => table(&section.blocks, id),
        Block::Disclosure { blocks, .. } => table(blocks, id),
        _ => None,
    })
}

/// Finds a section, one behind a line too.
fn section<'a>(blocks: &'a [Block], id: &str) -> Option<&'a Section> {
    blocks.iter().find_map(|block| match block {
        Block::Section(part) if part.id == id => Some(part),
        Block::Section(Section { blocks, .. }) | Block::Disclosure { blocks, .. } => section(blocks, id),
        _ => None,
    })
}

pub fn pref(code: PrefectureCode) -> CaseFilter {
    CaseFilter { pref: [code].into(), ..CaseFilter::default() }
}

/// Reads the numbers in a column of a table, by its number; 0 where words stand.
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
        assert!(content.heading.ends_with(&format!("は{}件を確認", summary.total)), "{}", content.heading);
        let figures = content.blocks.iter().find_map(|block| match block {
            Block::KeyFigures(figures) => Some(figures),
            _ => None,
        });
        let figures = figures.unwrap();
        assert_eq!(figures[0].value, summary.total.to_string());
        assert_eq!(figures[1].value, summary.by_system.len().to_string());
        assert_eq!(LedCases::of(&snapshot, &cases).systems(), summary.by_system.len());
        let by_type = table(&content.blocks, "cases-table");
        // One or two cases are listed themselves.
        assert_eq!(by_type.is_some(), summary.total > 2, "{code}");
        assert_eq!(by_type.map_or(0, |it| numbers(it, 2).iter().sum()), by_type.map_or(0, |_| summary.total));
        let listed = table(&content.blocks, "led-table").map_or(0, |it| it.rows.len());
        assert_eq!(listed, summary.total.min(10), "a row a case");
        let table = table(&later, "municipalities-table").unwrap();
        let expected = MunicipalParticipation::of(&snapshot.cases, code, &municipalities);
        let counts: Vec<usize> = expected.municipalities.iter().map(|it| it.prefecture.len()).collect();
        assert_eq!(numbers(table, 4), counts);
    }
}

#[test]
fn the_table_of_all_prefectures_counts_what_the_lists_hold() {
    let Published { snapshot, .. } = published();
    let content = prefectures(&snapshot);
    check_page(&snapshot, &content);
    let table = table(&content.blocks, "prefecture-table").unwrap();
    let names: Vec<String> = table.rows.iter().map(|row| row[0].value()).collect();
    let in_order: Vec<&str> = PrefectureCode::all().map(|code| snapshot.prefecture_name(code)).collect();
    assert_eq!(names, in_order, "never by number of cases");
    let summary = Summary::of(
        &Matches::new(&snapshot, &SearchIndex::default(), &CaseFilter::default()).selection(&snapshot.cases),
    );
    let led: Vec<usize> =
        PrefectureCode::all().map(|code| summary.by_prefecture.get(&code).unwrap_or_default()).collect();
    assert_eq!(numbers(table, 1), led);
    let municipal = |code| CaseFilter { scope: ScopeFilter::Municipal, ..pref(code) };
    let expected: Vec<usize> =
        PrefectureCode::all().map(|code| matching(&snapshot, &municipal(code))).collect();
    assert_eq!(numbers(table, 4), expected);
    let population: usize = numbers(table, 6).iter().sum();
    assert_eq!(population, 125_927_902);
}

#[test]
fn each_policy_note_is_a_paragraph_with_its_source() {
    let Published { snapshot, .. } = published();
    let content = prefecture(&snapshot, "31".parse().unwrap());
    let section = section(&content.blocks, "notes");
    let Some(Block::Facts(facts)) = section.unwrap().blocks.last() else { panic!("no notes") };
    let noted: Vec<_> = snapshot.terms.system_types.iter().filter(|it| !it.policy_notes.is_empty()).collect();
    assert!(!noted.is_empty(), "the examples show nothing");
    assert_eq!(facts.len(), noted.len());
    for (fact, system) in facts.iter().zip(noted) {
        assert_eq!(fact.name, system.name);
        assert_eq!(fact.blocks.len(), system.policy_notes.len());
        for (block, note) in fact.blocks.iter().zip(&system.policy_notes) {
            let Block::Paragraph(text) = block else { panic!("{block:?}") };
            let source = format!("{}（{}）", note.source_title, note.source_publisher);
            assert_eq!(text.plain(), format!("{} 出典：{source}", note.note));
            assert_eq!(block.links(), [&Target::External(note.source_url.clone().unwrap())]);
        }
    }
}

#[test]
fn all_municipalities_are_not_counted_against_themselves() {
    let (said, kind) = (words::prefecture::municipalities::taking_part, SnapshotKind::Compiled);
    assert_eq!(said(kind, 43, 43), "43団体のすべてで、都道府県が関わる事例への参加を確認しています。");
    assert_eq!(said(kind, 42, 43), "43団体のうち、都道府県が関わる事例への参加が確かなのは42団体です。");
}

#[test]
fn neighbours_are_each_others() {
    let Published { snapshot, .. } = published();
    let states = StateTable::of(&snapshot);
    let of = |code| Neighbours::of(&snapshot, &states, code).neighbours;
    for code in PrefectureCode::all() {
        let content = prefecture(&snapshot, code);
        let section = content.blocks.iter().find_map(|block| match block {
            Block::Section(section) if section.id == "neighbours" => Some(block.links()),
            _ => None,
        });
        let shown: Vec<Target> = section.unwrap().into_iter().cloned().collect();
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
    let mut suggested = [0, 0];
    for code in PrefectureCode::all() {
        let content = prefecture(&snapshot, code);
        let names = |id: &str| -> Vec<String> {
            let rows = table(&content.blocks, id).map(|table| table.rows.as_slice()).unwrap_or_default();
            let first = rows.iter().map(|row| row[0].text.iter().next().unwrap().text().to_owned());
            first.collect()
        };
        let compared = names("comparison-table");
        let types = snapshot.terms.system_types.iter().filter(|it| it.slug.as_str() != Slug::OTHER);
        let others: Vec<&str> =
            types.map(|it| it.name.as_str()).filter(|name| !compared.iter().any(|it| it == name)).collect();
        let parts = &section(&content.blocks, "comparison").unwrap().blocks;
        let said = match parts.last() {
            Some(Block::Paragraph(text)) => text.plain(),
            _ => String::new(),
        };
        assert_eq!(said.is_empty(), others.is_empty(), "{code}: {said}");
        assert!(others.is_empty() || said.contains(&format!("ほかの{}種類", others.len())), "{code}: {said}");
        let Block::Facts(facts) = &section(&content.blocks, "not-known").unwrap().blocks[0] else { panic!() };
        let not_known = facts[0].value.plain();
        for name in others {
            assert!(not_known.split('、').any(|it| it == name), "{name} in {code}");
        }
        let lacking = [names("nearby-table"), names("others-table")].concat();
        assert!(!lacking.iter().any(|name| noted(name)));
        assert!(names("noted-table").iter().all(|name| noted(name)));
        suggested[0] += lacking.len();
        suggested[1] += names("noted-table").len();
    }
    assert!(suggested.iter().all(|types| *types > 10), "the examples show nothing: {suggested:?}");
}
