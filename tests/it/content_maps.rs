//! Maps: outlines as published, and what the pages say of their areas.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use joint_procurement::content::{AreaMap, Block, Card, OfMunicipalities, Picture, overview, system};
use joint_procurement_core::domain::{
    Case, Fact, FileRole, MunicipalityCode, Outlines, PrefectureCode, Scope, Snapshot, SystemType,
};
use joint_procurement_testing::{Published, data_folder, is_joint, published, rows};
use serde_json::Value;

use crate::content_case::{each, section};

/// From this many prefectures on a type has a map.
const MANY: usize = 5;
const UNCONFIRMED: &str = "公開情報で未確認";

/// The published outlines of this name.
fn outlines(stem: &str) -> Outlines {
    let folder = data_folder().join(published().snapshot.meta.id.as_str());
    let file = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|path| path.file_name().unwrap().to_str().unwrap().starts_with(&format!("map-{stem}.")))
        .unwrap();
    serde_json::from_slice(&fs::read(file).unwrap()).unwrap()
}

/// The points of a path, absolute.
fn points(path: &str) -> Vec<[i64; 2]> {
    let mut points = Vec::new();
    for ring in path.split('z').filter(|ring| !ring.is_empty()) {
        let spaced = ring.replace(['M', 'l'], " ").replace('-', " -");
        let numbers: Vec<i64> = spaced.split_whitespace().map(|number| number.parse().unwrap()).collect();
        assert!(numbers.len() >= 6 && numbers.len().is_multiple_of(2), "{ring}");
        let mut at = [0, 0];
        for step in numbers.chunks(2) {
            at = [at[0] + step[0], at[1] + step[1]];
            points.push(at);
        }
    }
    points
}

#[track_caller]
fn check(stem: &str, expected: BTreeSet<String>) {
    let map = outlines(stem);
    let codes: Vec<&str> = map.areas.iter().map(|area| area.code.as_str()).collect();
    assert!(codes.iter().copied().eq(expected.iter().map(String::as_str)), "{stem}: {codes:?}");
    for area in &map.areas {
        let points = points(&area.path);
        for &[x, y] in &points {
            let inside = (0..=i64::from(map.width)).contains(&x) && (0..=i64::from(map.height)).contains(&y);
            assert!(inside, "{stem}: {} at {x}, {y}", area.code);
        }
        for axis in [0, 1] {
            let places: BTreeSet<i64> = points.iter().map(|point| point[axis]).collect();
            assert!(places.len() > 1, "{stem}: {} takes no room: {}", area.code, area.path);
        }
    }
    for inset in &map.insets {
        assert!(inset.x + inset.width <= map.width && inset.y + inset.height <= map.height, "{stem}");
    }
}

#[test]
fn every_area_has_an_outline_within_its_drawing() {
    let municipalities = published().municipalities;
    check("japan", PrefectureCode::all().map(|code| code.to_string()).collect());
    for code in PrefectureCode::all() {
        let there = municipalities.iter().filter(|it| it.code.prefecture() == code);
        check(&code.to_string(), there.map(|it| it.code.to_string()).collect());
    }
}

#[test]
fn far_islands_stand_in_insets() {
    // Tokyo, Shimane, Kagoshima, Okinawa, and the islands south of Kyushu in the map of the country.
    for stem in ["13", "32", "46", "47", "japan"] {
        assert!(!outlines(stem).insets.is_empty(), "{stem}");
    }
    assert!(outlines("11").insets.is_empty(), "no sea, no islands");
}

fn maps(blocks: &[Block]) -> Vec<&AreaMap> {
    blocks
        .iter()
        .flat_map(|block| match block {
            Block::Card(card) => map_of(card).into_iter().collect(),
            Block::Measures(measures) => measures.iter().filter_map(|(_, card)| map_of(card)).collect(),
            Block::Section(section) => maps(&section.blocks),
            Block::Beside(columns) => maps(columns),
            _ => Vec::new(),
        })
        .collect()
}

fn map_of(card: &Card) -> Option<&AreaMap> {
    match &card.picture {
        Some(Picture::Map(map)) => Some(map),
        _ => None,
    }
}

/// Gives the smallest and the largest number of each class. Each of four holds a quarter of the areas or more.
fn slow_classes(counts: &[usize]) -> Vec<(usize, usize)> {
    let known: Vec<usize> = counts.iter().copied().filter(|&count| count > 0).collect();
    let Some(&smallest) = known.iter().min() else { return Vec::new() };
    let up_to = |count: usize| known.iter().filter(|&&it| it <= count).count();
    let ends = (1..=4).map(|quarter| (1..).find(|&count| up_to(count) * 4 >= known.len() * quarter).unwrap());
    let ends: BTreeSet<usize> = ends.collect();
    let starts = [smallest].into_iter().chain(ends.iter().map(|end| end + 1));
    starts.zip(ends.iter().copied()).collect()
}

/// Checks the name, the number and the class of each area, and what the legend says of the classes.
#[track_caller]
fn check_counts(map: &AreaMap, expected: &[(String, String, usize)]) {
    let counts: Vec<usize> = expected.iter().map(|(.., count)| *count).collect();
    let classes = slow_classes(&counts);
    let shown: Vec<_> = map.areas.iter().map(|it| (it.code.clone(), it.words.clone(), it.class)).collect();
    let class_of = |count: usize| match count {
        0 => 0,
        _ => classes.iter().position(|(low, high)| (*low..=*high).contains(&count)).unwrap() + 1,
    };
    let said = |count: usize| if count == 0 { UNCONFIRMED.to_owned() } else { format!("{count}件") };
    let areas = expected
        .iter()
        .map(|(code, name, count)| (code.clone(), format!("{name} {}", said(*count)), class_of(*count)));
    assert_eq!(shown, areas.collect::<Vec<_>>(), "{}", map.label);

    let named = classes.iter().map(|(low, high)| match low == high {
        true => format!("{low}件"),
        false => format!("{low}～{high}件"),
    });
    let mut legend: Vec<(usize, String)> = (1..).zip(named).collect();
    if counts.contains(&0) {
        legend.insert(0, (0, UNCONFIRMED.to_owned()));
    }
    assert_eq!(map.legend, legend, "{}", map.label);
}

/// Gives the code and the name of each prefecture with a number.
fn by_prefecture(
    snapshot: &Snapshot,
    count: impl Fn(PrefectureCode) -> usize,
) -> Vec<(String, String, usize)> {
    let name = |code| snapshot.prefecture_name(code).to_owned();
    PrefectureCode::all().map(|code| (code.to_string(), name(code), count(code))).collect()
}

/// The joint cases with a prefecture, which every figure counts.
fn counted(snapshot: &Snapshot) -> Vec<Case> {
    rows(snapshot).into_iter().filter(|case| case.scope == Scope::Prefecture && is_joint(case)).collect()
}

#[test]
fn the_country_is_coloured_by_the_cases_that_its_prefectures_lead() {
    let snapshot = published().snapshot;
    let cases = counted(&snapshot);
    let page = overview(&snapshot);
    let [led, documented] = maps(&page.blocks)[..] else { panic!("two measures") };
    assert_eq!((led.outlines, led.areas.len()), (FileRole::MapOfJapan, 47));
    let leads = |code| cases.iter().filter(|case| case.lead_prefecture == code).count();
    check_counts(led, &by_prefecture(&snapshot, leads));
    // The same cases, as far as there are documents to follow.
    let with_documents = |code| {
        let led = cases.iter().filter(|case| case.lead_prefecture == code);
        led.filter(|case| matches!(&case.document_kinds, Fact::Known(kinds) if !kinds.is_empty())).count()
    };
    check_counts(documented, &by_prefecture(&snapshot, with_documents));
    let total: usize = PrefectureCode::all().map(with_documents).sum();
    assert!(total > 0 && total < cases.len(), "the examples show nothing: {total}");
}

#[test]
fn areas_have_short_names_and_rows_the_codes_of_their_areas() {
    let Published { snapshot, municipalities, .. } = published();
    let page = overview(&snapshot);
    let names: Vec<&str> = maps(&page.blocks)[0].areas.iter().map(|area| area.name.as_str()).collect();
    assert_eq!([names[0], names[12], names[25], names[30]], ["北海道", "東京", "京都", "鳥取"]);
    assert!(names.iter().all(|name| (2..=3).contains(&name.chars().count())), "{names:?}");
    let blocks = OfMunicipalities::OfPrefecture("31".parse().unwrap()).blocks(&snapshot, &municipalities, "");
    let card = blocks.iter().find_map(|block| if let Block::Card(card) = block { Some(card) } else { None });
    let card = card.unwrap();
    let areas = map_of(card).unwrap().areas.iter().map(|area| (Some(area.code.clone()), area.name.clone()));
    let rows = card.table.rows.iter().map(|row| (row[0].area.clone(), row[0].text.plain()));
    assert!(areas.eq(rows));
}

#[test]
fn a_map_has_the_size_of_its_outlines_before_they_are_there() {
    let Published { snapshot, municipalities, .. } = published();
    let size = |map: &AreaMap, stem: &str| {
        let drawing = outlines(stem);
        assert_eq!(map.size().map(u32::from), [drawing.width, drawing.height], "{stem}");
    };
    size(maps(&overview(&snapshot).blocks)[0], "japan");
    for code in PrefectureCode::all() {
        let blocks = OfMunicipalities::OfPrefecture(code).blocks(&snapshot, &municipalities, "");
        size(maps(&blocks)[0], &code.to_string());
    }
}

#[test]
fn a_system_type_is_shown_where_a_prefecture_leads_or_takes_part() {
    let snapshot = published().snapshot;
    let cases = counted(&snapshot);
    let mut shown = 0;
    for system in &snapshot.terms.system_types {
        let of_type: Vec<&Case> = cases.iter().filter(|case| case.system_type == system.slug).collect();
        let involves =
            |case: &Case, code| case.lead_prefecture == code || case.partner_prefectures.contains(&code);
        let there = |code| of_type.iter().filter(|case| involves(case, code)).count();
        let page = system_page_maps(&snapshot, system);
        let found = PrefectureCode::all().filter(|code| there(*code) > 0).count();
        // A page of few cases has no pictures.
        let expected = usize::from(of_type.len() >= MANY && found >= MANY);
        assert_eq!(page.len(), expected, "{}", system.name);
        for map in &page {
            assert_eq!((map.outlines, map.areas.len()), (FileRole::MapOfJapan, 47));
            check_counts(map, &by_prefecture(&snapshot, there));
            shown += 1;
        }
    }
    assert!(shown > 5, "the examples show nothing");
}

/// The maps of a type's page that count cases; the other one is of shares.
fn system_page_maps(snapshot: &Snapshot, it: &SystemType) -> Vec<AreaMap> {
    let page = system(snapshot, &it.slug);
    let label = format!("「{}」の事例がある都道府県の地図", it.name);
    maps(&page.blocks).into_iter().filter(|map| map.label == label).cloned().collect()
}

#[test]
fn the_municipalities_of_a_prefecture_are_coloured_by_the_cases_that_they_certainly_take_part_in() {
    let Published { snapshot, municipalities, .. } = published();
    let mut classes = BTreeSet::new();
    for code in PrefectureCode::all() {
        let blocks = OfMunicipalities::OfPrefecture(code).blocks(&snapshot, &municipalities, "");
        let [map] = maps(&blocks)[..] else { panic!("one map of {code}") };
        assert_eq!(map.outlines, FileRole::MapOf(code));
        let certain = |code: MunicipalityCode| {
            let cases =
                snapshot.cases.iter().filter(|case| case.scope() == Scope::Prefecture && case.is_joint());
            cases.filter(|case| case.certainly_includes(code)).count()
        };
        let there = municipalities.iter().filter(|it| it.code.prefecture() == code);
        let expected = there.map(|it| (it.code.to_string(), it.name.to_owned(), certain(it.code)));
        check_counts(map, &expected.collect::<Vec<_>>());
        classes.extend(map.areas.iter().map(|area| area.class));
    }
    assert!(classes.len() > 3, "the examples show nothing");
}

/// The codes of the participants that a case names, by their prefecture.
fn members(stated: &Value, file: &[Vec<String>]) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for code in file.iter().map(|line| line[1].clone()) {
        found.entry(code[..2].to_owned()).or_default().insert(code);
    }
    let named = stated["participants_names"].as_array().map_or(0, Vec::len);
    assert!(named == 0 || found.values().map(BTreeSet::len).sum::<usize>() == named, "{}", stated["id"]);
    found
}

#[test]
fn the_participants_of_a_case_stand_out_on_the_maps_of_their_prefectures() {
    let municipalities = published().municipalities;
    let mut shown = 0;
    each(|_, _, stated, parts| {
        let id = &stated["id"];
        let blocks = &section(parts, "participants").blocks;
        let found = maps(blocks);
        let Some(Block::SummedTable(table)) = blocks.first() else {
            return assert!(found.is_empty(), "{id}");
        };
        let members = members(stated, &table.file.rows);
        assert_eq!(found.len(), if members.len() > 3 { 0 } else { members.len() }, "{id}");
        for (map, (prefecture, members)) in found.iter().zip(&members) {
            assert_eq!(map.outlines, FileRole::MapOf(prefecture.parse().unwrap()), "{id}");
            let there = municipalities.iter().filter(|it| it.code.to_string().starts_with(prefecture));
            let expected = there.map(|it| match members.contains(&it.code.to_string()) {
                true => (it.code.to_string(), format!("{} 参加", it.name), 3),
                false => (it.code.to_string(), format!("{} 参加の記載なし", it.name), 0),
            });
            let areas: Vec<_> =
                map.areas.iter().map(|it| (it.code.clone(), it.words.clone(), it.class)).collect();
            assert_eq!(areas, expected.collect::<Vec<_>>(), "{id}");
            let others = areas.len() > members.len();
            let legend = [(3, "参加".to_owned()), (0, "参加の記載なし".to_owned())];
            assert_eq!(map.legend, legend[..1 + usize::from(others)], "{id}");
            shown += 1;
        }
    });
    assert!(shown > 30, "the examples show nothing: {shown}");
}
