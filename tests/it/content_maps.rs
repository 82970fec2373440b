//! Maps: outlines as published, and what the pages say of their areas.

use std::collections::BTreeSet;
use std::fs;

use joint_procurement::content::{AreaMap, Block, Picture, overview, system};
use joint_procurement_core::domain::{CaseRef, Outlines, PrefectureCode, Slug};
use joint_procurement_core::query::ScopeFilter;
use joint_procurement_core::stats::Classes;
use joint_procurement_testing::{Published, data_folder, published};

/// The published outlines of this name.
fn outlines(stem: &str) -> Outlines {
    let folder = data_folder().join("2026-11-23");
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
        for [x, y] in points(&area.path) {
            let inside = (0..=i64::from(map.width)).contains(&x) && (0..=i64::from(map.height)).contains(&y);
            assert!(inside, "{stem}: {} at {x}, {y}", area.code);
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
            Block::Card(card) => match &card.picture {
                Some(Picture::Map(map)) => vec![map],
                _ => Vec::new(),
            },
            Block::Section(section) => maps(&section.blocks),
            Block::Beside(columns) => maps(columns),
            _ => Vec::new(),
        })
        .collect()
}

/// Each prefecture is named with its number of cases, and stands in the class of that number.
#[track_caller]
fn check_counts(map: &AreaMap, counted: impl Fn(PrefectureCode) -> usize) {
    let classes = Classes::of(PrefectureCode::all().map(&counted));
    assert_eq!(map.areas.len(), 47);
    for (area, code) in map.areas.iter().zip(PrefectureCode::all()) {
        assert_eq!(area.code, code.to_string());
        let said = match counted(code) {
            0 => "公開情報で未確認".to_owned(),
            count => format!("{count}件"),
        };
        assert!(area.words.ends_with(&format!(" {said}")), "{}", area.words);
        assert_eq!(area.class, classes.class_of(counted(code)));
        assert!(map.legend.iter().any(|(class, _)| *class == area.class), "{}", area.words);
    }
    assert!(map.legend.iter().all(|(class, _)| map.areas.iter().any(|area| area.class == *class)));
}

#[test]
fn the_country_is_coloured_by_the_cases_that_its_prefectures_lead() {
    let snapshot = published().snapshot;
    let page = overview(&snapshot);
    let found = maps(&page.blocks);
    assert_eq!(found.len(), 1);
    let leads = |code: PrefectureCode| {
        let counted = |case: &CaseRef<'_>| ScopeFilter::default().admits(case.scope());
        snapshot.cases.iter().filter(counted).filter(|case| case.lead_prefecture() == code).count()
    };
    check_counts(found[0], leads);
}

#[test]
fn a_system_type_is_shown_where_a_prefecture_leads_or_takes_part() {
    let Published { snapshot, .. } = published();
    let slug: Slug = "groupware".parse().unwrap();
    let often: Slug = "e-bidding".parse().unwrap_or_else(|_| slug.clone());
    for slug in [slug, often] {
        let page = system(&snapshot, &slug);
        // The other map is of shares.
        for map in maps(&page.blocks).into_iter().filter(|map| map.label.contains("事例がある")) {
            check_counts(map, |code| {
                let counted = |case: &CaseRef<'_>| {
                    ScopeFilter::default().admits(case.scope())
                        && *case.system_type() == slug
                        && (case.lead_prefecture() == code || case.partner_prefectures().contains(&code))
                };
                snapshot.cases.iter().filter(counted).count()
            });
        }
    }
}
