//! The costs of a type beside the size of the groups.

use joint_procurement::content::Picture;
use joint_procurement_core::domain::{
    Case, CaseTable, CostBasis, Fact, Form, Scope, Slug, Snapshot, YenRange,
};
use joint_procurement_testing::{published, rows};

use crate::content_system_reach::card;
use crate::content_systems::page;

/// The published cases, those of a type with amounts and sizes.
fn with_amounts(slug: &Slug, known: usize, change: impl Fn(usize, &mut Case)) -> Snapshot {
    let snapshot = published().snapshot;
    let mut cases = rows(&snapshot);
    let mut of_type: Vec<&mut Case> = cases
        .iter_mut()
        .filter(|case| case.system_type == *slug && case.scope == Scope::Prefecture)
        .collect();
    assert!(of_type.len() >= known, "the example shows nothing");
    for case in &mut of_type {
        case.form = Fact::Known(Form::JointUse);
        case.initial_cost = Fact::Missing(None);
        case.annual_cost = Fact::Missing(None);
        case.contract_total = Fact::Missing(None);
        case.cost_basis = None;
    }
    for (place, case) in of_type.into_iter().take(known).enumerate() {
        case.initial_cost = Fact::Known(YenRange::exact(1_000_000 * (place as u64 + 1)));
        case.cost_basis = Some(CostBasis::Contract);
        case.derived_population = Some(20_000 * (place as u64 + 1));
        change(place, case);
    }
    let Snapshot { meta, terms, prefectures, .. } = snapshot;
    Snapshot::new(meta, CaseTable::new(cases, &[]), terms, prefectures).unwrap()
}

#[test]
fn eight_amounts_with_sizes_are_drawn_against_each_other() {
    let slug: Slug = "disaster-information".parse().unwrap();
    let snapshot = with_amounts(&slug, 8, |_, _| {});
    let content = page(&snapshot, &slug);
    let card = card(&content, "costs-by-population").expect("a card");
    let reading = card.reading.plain();
    assert!(
        reading.contains("8件の、8の金額です。100万円（20,000人）から800万円（160,000人）まで"),
        "{reading}"
    );
    let Some(Picture::Chart(chart)) = &card.picture else { panic!("no chart") };
    let data = chart.option.json["series"][0]["data"].as_array().unwrap();
    let points: Vec<(f64, f64)> =
        data.iter().map(|it| (it["value"][0].as_f64().unwrap(), it["value"][1].as_f64().unwrap())).collect();
    // 万人 and 億円.
    let expected: Vec<(f64, f64)> = (1..=8).map(|it| (2.0 * f64::from(it), f64::from(it) / 100.0)).collect();
    assert_eq!(points, expected);
    let cases =
        snapshot.cases.iter().filter(|it| *it.system_type() == slug && it.scope() == Scope::Prefecture);
    let left_out = cases.count() - 8;
    assert!(
        left_out > 0 && chart.caption.contains(&format!("計{left_out}件は、この図にありません")),
        "{}",
        chart.caption
    );
    let file = card.table.to_csv();
    let expected: Vec<String> = (1..=8).map(|it: u64| (it * 1_000_000).to_string()).collect();
    assert!(file.rows.iter().map(|row| &row[3]).eq(&expected));
    assert_eq!(chart.option.links[0].len(), 8);
}

#[test]
fn budgets_zeros_and_unknown_sizes_are_no_points() {
    let slug: Slug = "disaster-information".parse().unwrap();
    let one_less: [fn(&mut Case); 3] = [
        |case| case.cost_basis = Some(CostBasis::Budget),
        |case| case.initial_cost = Fact::Known(YenRange::exact(0)),
        |case| {
            case.derived_population = None;
            case.participants_count = Fact::Missing(None);
        },
    ];
    for change in one_less {
        let snapshot = with_amounts(&slug, 8, |place, case| {
            if place == 0 {
                change(case);
            }
        });
        assert!(card(&page(&snapshot, &slug), "costs-by-population").is_none());
    }
}
