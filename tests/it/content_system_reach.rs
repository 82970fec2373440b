//! The share of municipalities that take part in the cases of a type.

use joint_procurement::content::{AreaMap, Block, Card, PageContent, Picture};
use joint_procurement_core::domain::{PrefectureCode, Snapshot, SystemType};
use joint_procurement_core::query::{CaseQuery, Matches, SearchIndex, Selection};
use joint_procurement_core::stats::Reach;
use joint_procurement_testing::published;

use crate::content_systems::{MANY, page, parts};

pub fn card<'a>(content: &'a PageContent, id: &str) -> Option<&'a Card> {
    parts(content).into_iter().find_map(|block| match block {
        Block::Card(card) if card.id == id => Some(&**card),
        Block::Measures(measures) => measures.iter().map(|(_, card)| card).find(|card| card.id == id),
        _ => None,
    })
}

pub fn cases<'a>(snapshot: &'a Snapshot, system: &SystemType) -> Selection<'a> {
    let (query, _) = CaseQuery::parse(&format!("system={}", system.slug));
    Matches::new(snapshot, &SearchIndex::default(), &query.filter).selection(&snapshot.cases)
}

/// Each prefecture of which a number is known stands in the class of its share, with that share in words.
fn check_map(map: &AreaMap, reach: &Reach) {
    assert_eq!(map.areas.len(), PrefectureCode::COUNT);
    for (area, code) in map.areas.iter().zip(PrefectureCode::all()) {
        let Some(known) = reach.prefectures.iter().find(|it| it.prefecture == code) else {
            assert_eq!(area.class, 0);
            assert!(area.words.ends_with("公開情報で未確認"), "{}", area.words);
            continue;
        };
        let share = known.share();
        let percent = 100.0 * share.known as f64 / share.total as f64;
        let expected = [25.0, 50.0, 100.0].iter().filter(|bound| percent >= **bound).count() + 1;
        assert_eq!(area.class, expected, "{}", area.words);
        let words = format!("市区町村{}団体のうち{}団体（", share.total, share.known);
        assert!(area.words.contains(&words), "{}", area.words);
    }
    let classes = ["公開情報で未確認", "25%未満", "25%以上50%未満", "50%以上、すべてではない", "すべて"];
    assert!(map.legend.iter().map(|(class, words)| (*class, words.as_str())).eq((0..).zip(classes)));
    let capped = reach.prefectures.iter().any(|it| it.is_capped());
    assert_eq!(map.caption.contains("現在の数にしています"), capped);
}

#[test]
fn the_share_of_municipalities_is_shown_where_it_is_known() {
    let snapshot = published().snapshot;
    let mut maps = 0;
    for system in &snapshot.terms.system_types {
        let reach = Reach::of(&snapshot, &cases(&snapshot, system));
        let content = page(&snapshot, &system.slug);
        let of_type = cases(&snapshot, system).len();
        let expected = of_type >= MANY && !reach.prefectures.is_empty();
        let card = card(&content, "reach");
        assert_eq!(card.is_some(), expected, "{}", system.name);
        let Some(card) = card else { continue };
        let file = card.table.to_csv();
        assert_eq!(file.rows.len(), reach.prefectures.len(), "{}", system.name);
        for (row, it) in file.rows.iter().zip(&reach.prefectures) {
            let numbers = [it.share().known.to_string(), it.share().total.to_string()];
            assert_eq!(row[1..3], numbers, "{}", system.name);
            assert_eq!(row[4].contains("現在の市区町村より多い"), it.is_capped(), "{}", row[4]);
        }
        match &card.picture {
            Some(Picture::Map(map)) if reach.prefectures.len() >= MANY => {
                check_map(map, &reach);
                maps += 1;
            }
            picture => assert!(picture.is_none() && reach.prefectures.len() < MANY, "{}", system.name),
        }
    }
    assert!(maps >= 3, "the examples show nothing");
}
