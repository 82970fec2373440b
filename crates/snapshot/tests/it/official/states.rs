//! 「事例なし」 and 「未回答」, told apart everywhere.

use joint_procurement::content::{self, Matrix};
use joint_procurement_core::domain::{PrefectureCode, SystemState, Term};
use joint_procurement_core::query::MatrixQuery;
use joint_procurement_core::routes::Route;
use joint_procurement_core::stats::StateTable;

use super::{ANSWERS, lines, survey, tables};

/// Tells of each prefecture if it answered.
fn answered() -> Vec<(PrefectureCode, bool)> {
    let rows = ANSWERS.lines().skip(1).map(|row| row.split(',').collect::<Vec<_>>());
    rows.map(|row| (row[0].parse().unwrap(), row[1] == "yes")).collect()
}

/// The state of a type in a prefecture, from the source tables alone.
fn expected(prefecture: PrefectureCode, answered: bool, system: &str) -> SystemState {
    let code = prefecture.to_string();
    let of_type = lines().into_iter().filter(|case| case["system_type"] == system);
    let there = of_type.filter(|case| {
        let partners = case["partner_prefecture_codes"].as_array().unwrap();
        case["prefecture_code"] == code.as_str() || partners.iter().any(|it| it == code.as_str())
    });
    let states = there.map(|case| match (case["form"].as_str(), case["status"].as_str()) {
        (Some("県等のシステムを利用"), _) => SystemState::Shared,
        (_, Some("稼働中")) => SystemState::Operating,
        (_, Some("調達済")) => SystemState::Procured,
        (_, None) => SystemState::Unknown,
        (_, Some("計画")) => SystemState::Planned,
        (_, Some("終了")) => SystemState::Ended,
        (_, Some(other)) => panic!("{other}"),
    });
    states.min().unwrap_or(if answered { SystemState::None } else { SystemState::NoAnswer })
}

#[test]
fn every_type_has_its_state_in_every_prefecture() {
    let snapshot = &survey().published.snapshot;
    let states = StateTable::of(snapshot);
    let mut met: Vec<SystemState> = Vec::new();
    for (prefecture, answered) in answered() {
        for system in &snapshot.terms.system_types {
            let expected = expected(prefecture, answered, &system.name);
            assert_eq!(states.state(prefecture, &system.slug), expected, "{prefecture} {}", system.name);
            met.push(expected);
        }
    }
    for state in SystemState::ALL {
        let is_possible = !matches!(state, SystemState::Unconfirmed | SystemState::Municipal);
        assert_eq!(met.contains(state), is_possible, "{state:?}");
    }
}

#[test]
fn the_matrix_says_the_state_of_every_cell() {
    let snapshot = &survey().published.snapshot;
    let matrix = Matrix::of(snapshot, &MatrixQuery::default(), &[]);
    let names: Vec<String> = matrix.heads.iter().map(|head| head.plain()).collect();
    for (row, (prefecture, answered)) in matrix.table.rows.iter().zip(answered()) {
        for (cell, name) in row.iter().zip(&names) {
            if !snapshot.terms.system_types.iter().any(|it| it.name == *name) {
                continue;
            }
            let expected = expected(prefecture, answered, name);
            // The types of the rest stand together under one of them.
            if name != "その他" {
                assert!(cell.value().starts_with(expected.ja()), "{prefecture} {name}: {}", cell.value());
            }
        }
    }
    let legend: Vec<String> = content::matrix_legend(snapshot).iter().map(|it| it.plain()).collect();
    assert!(legend.contains(&"事例なし".to_owned()) && legend.contains(&"未回答".to_owned()), "{legend:?}");
}

#[test]
fn the_page_of_a_prefecture_says_if_it_answered() {
    let survey = survey();
    let snapshot = &survey.published.snapshot;
    for (prefecture, answered) in answered() {
        let page = content::of_route(snapshot, &survey.catalog, None, &Route::Prefecture(prefecture));
        let leads = lines()
            .iter()
            .any(|case| super::counts(case) && case["prefecture_code"] == prefecture.to_string().as_str());
        let (heading, lead) = (&page.heading, page.lead.plain());
        match (leads, answered) {
            (true, _) => assert!(lead.starts_with("都道府県への調査に回答のあった事例は"), "{lead}"),
            (false, true) => {
                assert!(heading.ends_with("事例なし"), "{heading}");
                assert!(
                    lead.starts_with("都道府県への調査に回答があり、掲載された事例はありません"),
                    "{lead}"
                );
            }
            (false, false) => {
                assert!(heading.ends_with("未回答"), "{heading}");
                assert!(lead.starts_with("都道府県への調査に回答がありません"), "{lead}");
            }
        }
    }
}

#[test]
fn who_answered_when_is_a_table_of_the_data() {
    let survey = survey();
    let page = content::of_route(&survey.published.snapshot, &survey.catalog, None, &Route::Data);
    let table = *tables(&page.blocks).iter().find(|table| table.id == "answers-table").unwrap();
    assert_eq!(table.rows.len(), 47);
    for (row, source) in table.rows.iter().zip(ANSWERS.lines().skip(1)) {
        let cells: Vec<&str> = source.split(',').collect();
        let answer = if cells[1] == "yes" { "回答" } else { "未回答" };
        let date = match (cells[1], cells[2]) {
            ("no", _) => "－".to_owned(),
            (_, "") => "不明".to_owned(),
            (_, date) => {
                let [year, month, day] = date.split('-').collect::<Vec<_>>()[..] else { panic!("{date}") };
                format!("{year}年{}月{}日", month.trim_start_matches('0'), day.trim_start_matches('0'))
            }
        };
        assert_eq!((row[1].value().as_str(), row[2].value()), (answer, date), "{source}");
    }
}
