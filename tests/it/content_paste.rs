//! Tests that a pasted table says which cases it holds, and where they are found again.

use joint_procurement::content::CaseClip;
use joint_procurement::words::Pasted;
use joint_procurement_core::domain::{CaseRef, Fact};
use joint_procurement_core::export::{Clip, ClipCell, ClipTable};
use joint_procurement_core::query::{CaseQuery, Matches, Near, SearchIndex, Selection};
use joint_procurement_core::routes::Address;
use joint_procurement_core::stats::Similarity;
use joint_procurement_testing::{Published, published};

use crate::content_links::matching;

const SITE: &str = "https://example.org";

fn absolute(address: &Address) -> String {
    format!("{SITE}/{}?{}", address.route.path(), address.query)
}

/// Pastes the cases at these places of the list of a query.
fn paste(query: &str, places: std::ops::Range<usize>, pasted: Pasted) -> (ClipTable, Vec<String>) {
    let Published { snapshot, municipalities, .. } = published();
    let query = CaseQuery::parse(query).0;
    let found = Matches::new(&snapshot, &SearchIndex::default(), &query.filter).selection(&snapshot.cases);
    let listed = query.sort.apply(&snapshot, found);
    let cases = Selection::new(&snapshot.cases, listed.rows()[places].to_vec());
    let ids = cases.iter().map(|case| case.id().to_string()).collect();
    let similarity = query.near.and_then(|near| Similarity::of(&snapshot, &municipalities, near));
    let clip = CaseClip {
        snapshot: &snapshot,
        pasted,
        cases,
        query: &query,
        conditions: &["補助金：利用あり".to_owned()],
        near: similarity.as_ref().map(|similarity| (similarity, &municipalities)),
        absolute: &absolute,
    };
    (clip.table(), ids)
}

fn text(table: &ClipTable) -> String {
    Clip::from(table).text
}

#[test]
fn all_cases_say_so_with_conditions_order_and_the_address_of_the_list() {
    let (table, ids) = paste("subsidy=yes&sort=title", 0..5, Pasted::All);
    assert_eq!(table.title, "共同調達事例一覧（条件に合う全5件）");
    assert_eq!(table.rows.len(), ids.len());
    let text = text(&table);
    for part in [
        "条件：補助金：利用あり",
        "並び順：事例名順",
        "アドレス：https://example.org/cases/?subsidy=yes&sort=title",
    ] {
        assert!(text.contains(part), "{part} is not in {text}");
    }
}

#[test]
fn a_page_is_not_taken_for_all() {
    let (table, _) = paste("subsidy=yes", 2..4, Pasted::Page { first: 3, last: 4, of: 9 });
    assert_eq!(table.title, "共同調達事例一覧（条件に合う9件のうち3～4件目）");
}

#[test]
fn picked_cases_lead_to_themselves_and_not_to_a_list_that_shows_others() {
    for count in 1..=6 {
        let (table, ids) = paste("subsidy=yes", 0..count, Pasted::Picked);
        assert_eq!(table.title, format!("共同調達事例一覧（一覧から選んだ{count}件）"));
        let text = text(&table);
        assert!(!text.contains("条件：") && !text.contains("subsidy"), "{text}");
        if (2..=4).contains(&count) {
            assert!(text.contains(&format!("{SITE}/compare/?ids={}", ids.join(","))), "{text}");
        } else {
            for id in &ids {
                assert!(text.contains(&format!("{SITE}/cases/{id}/?")), "{text}");
            }
        }
    }
}

#[test]
fn cases_with_costs_show_an_amount() {
    let (table, ids) = paste("has=costs&scope=all", 0..20, Pasted::Page { first: 1, last: 20, of: 39 });
    for (row, id) in table.rows.iter().zip(&ids) {
        assert!(row.iter().any(|cell| cell.text.contains('円')), "{id}");
    }
    assert!(table.header.contains(&"契約総額".to_owned()));
}

#[test]
fn amounts_go_nowhere_without_the_pages_that_state_them() {
    let Published { snapshot, .. } = published();
    let count = matching(&snapshot, &CaseQuery::parse("has=costs&scope=all&form=all").0.filter);
    let (table, ids) = paste("has=costs&scope=all&form=all", 0..count, Pasted::All);
    let at = table.header.iter().position(|name| name == "金額の出典").unwrap();
    let mut sourced = 0;
    for (row, id) in table.rows.iter().zip(&ids) {
        let sources = snapshot.cases.find(&id.parse().unwrap()).unwrap().cost_sources();
        let ClipCell { text, link } = &row[at];
        assert_eq!(
            text.split_whitespace().collect::<Vec<_>>(),
            sources.iter().map(|it| it.as_str()).collect::<Vec<_>>()
        );
        assert_eq!(link.as_deref(), (sources.len() == 1).then(|| sources[0].as_str()));
        sourced += usize::from(!sources.is_empty());
    }
    assert!(sourced > 0);
}

#[test]
fn a_table_without_amounts_names_no_pages_for_them() {
    let (with, _) = paste("has=costs&scope=all&cols=vendor,total", 0..30, Pasted::All);
    let (without, _) = paste("has=costs&scope=all&cols=vendor", 0..30, Pasted::All);
    let names = |table: &ClipTable| table.header.contains(&"金額の出典".to_owned());
    assert_eq!((names(&with), names(&without)), (true, false));
}

#[test]
fn whom_to_ask_is_always_in_it() {
    let Published { snapshot, .. } = published();
    let count = snapshot.cases.len();
    for columns in ["", "&cols=vendor", "&cols=lead,contact,end"] {
        let (table, ids) = paste(&format!("scope=all{columns}"), 0..count.min(250), Pasted::All);
        let at = |name: &str| {
            assert_eq!(table.header.iter().filter(|it| *it == name).count(), 1, "{columns}: {name}");
            table.header.iter().position(|it| it == name).unwrap()
        };
        let (lead, contact) = (at("代表団体"), at("担当部署"));
        let mut known = 0;
        for (row, id) in table.rows.iter().zip(&ids) {
            let case: CaseRef<'_> = snapshot.cases.find(&id.parse().unwrap()).unwrap();
            assert_eq!(row[lead].text, case.lead_organization());
            match case.contact_department() {
                Fact::Known(name) => {
                    known += 1;
                    assert_eq!(row[contact].text, name);
                }
                Fact::Missing(_) => assert_eq!(row[contact].text, "公開情報で未確認"),
            }
        }
        assert!(known > 0);
    }
}

#[test]
fn a_list_in_order_of_size_is_pasted_with_how_each_case_fits() {
    let near = Near::Municipality("313025".parse().unwrap());
    let (table, _) = paste(&format!("near={near}"), 0..10, Pasted::All);
    let at = table.header.iter().position(|name| name == "規模の近さ").unwrap();
    assert!(table.rows.iter().any(|row| row[at].text.contains("半分から2倍")));
    assert!(text(&table).contains("並び順：規模の近い順"));
}
