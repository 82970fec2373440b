//! The parts of a type's page beyond its counts: who takes part, what groups pay, what ends soon.

use joint_procurement::content::{AreaMap, Block, Card, Content, Picture};
use joint_procurement_core::domain::{
    Case, CaseTable, CostBasis, Fact, PrefectureCode, Scope, Slug, Snapshot, SystemType, YenRange,
};
use joint_procurement_core::query::{CaseQuery, Matches, SearchIndex, Selection};
use joint_procurement_core::stats::Reach;
use joint_procurement_testing::{published, rows};

use crate::content_systems::{page, parts};

fn card<'a>(content: &'a Content, id: &str) -> Option<&'a Card> {
    parts(content).into_iter().find_map(|block| match block {
        Block::Card(card) if card.id == id => Some(&**card),
        _ => None,
    })
}

fn cases<'a>(snapshot: &'a Snapshot, system: &SystemType) -> Selection<'a> {
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
        let Some(card) = card(&content, "reach") else { continue };
        let file = card.table.to_csv();
        assert_eq!(file.rows.len(), reach.prefectures.len(), "{}", system.name);
        for (row, it) in file.rows.iter().zip(&reach.prefectures) {
            let numbers = [it.share().known.to_string(), it.share().total.to_string()];
            assert_eq!(row[1..3], numbers, "{}", system.name);
            assert_eq!(row[4].contains("現在の市区町村より多い"), it.is_capped(), "{}", row[4]);
        }
        if let Some(Picture::Map(map)) = &card.picture {
            check_map(map, &reach);
            maps += 1;
        }
    }
    assert!(maps >= 3, "the examples show nothing");
}

#[test]
fn cases_whose_contract_ends_soon_are_listed_by_month() {
    let snapshot = published().snapshot;
    let first = snapshot.meta.as_of.year_month();
    let mut seen = 0;
    for system in &snapshot.terms.system_types {
        let content = page(&snapshot, &system.slug);
        let table = parts(&content).into_iter().find_map(|block| match block {
            Block::Table(table) if table.id == "ending-table" => Some(table.to_csv()),
            _ => None,
        });
        let soon = cases(&snapshot, system).filter(|case| {
            case.contract_end().known().is_some_and(|end| end >= first && end.year <= first.year + 2)
        });
        // The examples name months, and none in the last year after this month.
        assert_eq!(table.as_ref().map_or(0, |it| it.rows.len()), soon.len(), "{}", system.name);
        seen += soon.len();
        if let Some(table) = table {
            assert!(table.rows.is_sorted_by(|a, b| a[2] <= b[2]), "{:?}", table.rows);
        }
    }
    assert!(seen > 0, "the examples show nothing");
}

/// The published cases, those of a type with amounts and sizes.
fn with_amounts(slug: &Slug, known: usize, change: impl Fn(usize, &mut Case)) -> Snapshot {
    let snapshot = published().snapshot;
    let mut cases = rows(&snapshot);
    let counted = |case: &&mut Case| case.system_type == *slug && case.scope == Scope::Prefecture;
    let of_type = cases.iter_mut().filter(counted);
    for (place, case) in of_type.take(known).enumerate() {
        case.costs.initial = Fact::Known(YenRange::exact(1_000_000 * (place as u64 + 1)));
        case.costs.basis = Some(CostBasis::Contract);
        case.participants.population = Some(20_000 * (place as u64 + 1));
        change(place, case);
    }
    let Snapshot { meta, terms, prefectures, .. } = snapshot;
    Snapshot::new(meta, CaseTable::new(cases, &[]), terms, prefectures).unwrap()
}

#[test]
fn five_amounts_with_sizes_are_drawn_against_each_other() {
    let slug: Slug = "disaster-information".parse().unwrap();
    let content = page(&with_amounts(&slug, 5, |_, _| {}), &slug);
    let card = card(&content, "initial-cost-by-size").expect("a card");
    let reading = card.reading.plain();
    assert!(reading.contains("5件では、100万円（20,000人）から500万円（100,000人）まで"), "{reading}");
    let Some(Picture::Chart(chart)) = &card.picture else { panic!("no chart") };
    let data = chart.option.json["series"][0]["data"].as_array().unwrap();
    let points: Vec<(f64, f64)> =
        data.iter().map(|it| (it["value"][0].as_f64().unwrap(), it["value"][1].as_f64().unwrap())).collect();
    // 万人 and 万円.
    assert_eq!(points, [(2.0, 100.0), (4.0, 200.0), (6.0, 300.0), (8.0, 400.0), (10.0, 500.0)]);
    assert!(chart.caption.contains("予算・計画額と0円の事例は含みません"), "{}", chart.caption);
    let file = card.table.to_csv();
    assert!(
        file.rows
            .iter()
            .map(|row| row[2].as_str())
            .eq(["1000000", "2000000", "3000000", "4000000", "5000000"])
    );
}

#[test]
fn budgets_zeros_and_unknown_sizes_are_no_points() {
    let slug: Slug = "disaster-information".parse().unwrap();
    let one_less: [fn(&mut Case); 3] = [
        |case| case.costs.basis = Some(CostBasis::Budget),
        |case| case.costs.initial = Fact::Known(YenRange::exact(0)),
        |case| {
            case.participants.population = None;
            case.participants.count = Fact::Missing(None);
        },
    ];
    for change in one_less {
        let snapshot = with_amounts(&slug, 5, |place, case| {
            if place == 0 {
                change(case);
            }
        });
        assert!(card(&page(&snapshot, &slug), "initial-cost-by-size").is_none());
    }
}
