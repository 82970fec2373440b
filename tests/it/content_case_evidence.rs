//! The way from each value to the page that says it.

use joint_procurement::content::{Block, FactRow, Inline, Reference, Target, Text};
use joint_procurement_core::domain::{
    CaseDetail, Date, Document, Evidence, Field, Link, LinkState, Source, SourceClass, Term,
};
use joint_procurement_testing::{Published, published};
use serde_json::Value;

use crate::content_case::{each, facts, parts, section};
use crate::content_compare::{compared, csv};

/// The list of a section of pages elsewhere.
fn references<'a>(parts: &'a [Block], id: &str) -> &'a [Reference] {
    match section(parts, id).blocks.as_slice() {
        [Block::References(references)] => &references.entries,
        _ => &[],
    }
}

/// The ids on the page to which the evidence of a text leads.
fn evidence(text: &Text) -> Vec<&str> {
    let links = text.iter().filter_map(|piece| match piece {
        Inline::Evidence(link) => Some(link),
        _ => None,
    });
    let cards = links.map(|link| match &link.to {
        Target::Internal(address) => address.card.as_str(),
        other => panic!("{other:?}"),
    });
    cards.collect()
}

fn address(text: &Text) -> Option<&str> {
    text.iter().find_map(|piece| match piece {
        Inline::Link(link) => match &link.to {
            Target::External(address) => Some(address.as_str()),
            _ => None,
        },
        _ => None,
    })
}

/// The keys that the table names for a field, in no order.
fn stated_keys(case: &Value, field: &str) -> Vec<String> {
    let sources = case["sources"].as_array().unwrap();
    let keys: Vec<&Value> = match sources.as_slice() {
        [one] => vec![&one["key"]],
        _ => case["evidence"][field].as_array().into_iter().flatten().collect(),
    };
    let mut ids: Vec<String> = keys.iter().map(|key| format!("source-{}", key.as_str().unwrap())).collect();
    ids.sort();
    ids
}

#[test]
fn each_value_leads_to_the_sources_that_the_table_names() {
    const SHOWN: [(&str, Field); 8] = [
        ("who", Field::ParticipantsCount),
        ("who", Field::Status),
        ("money", Field::InitialCost),
        ("money", Field::AnnualCost),
        ("money", Field::SubsidyUsed),
        ("how", Field::Vendor),
        ("how", Field::Background),
        ("how", Field::ContractEnd),
    ];
    let mut led = 0;
    each(|_, case, stated, parts| {
        for (group, field) in SHOWN {
            let name = joint_procurement::words::field(field);
            let row: Option<&FactRow> = facts(parts, group).iter().find(|it| it.name == name);
            let (Some(row), false) = (row, stated[field.slug()].is_null()) else { continue };
            let mut ids = evidence(&row.value);
            ids.sort_unstable();
            assert_eq!(ids, stated_keys(stated, field.slug()), "{}: {name}", case.id());
            led += ids.len();
        }
    });
    assert!(led > 100, "the examples show nothing");
}

#[test]
fn the_number_of_a_source_is_that_of_its_place_in_the_list() {
    each(|_, case, stated, parts| {
        let listed = references(parts, "sources");
        let sources = stated["sources"].as_array().unwrap();
        assert_eq!(listed.len(), sources.len(), "{}", case.id());
        let mut others = false;
        for entry in listed {
            let id = entry.id.as_deref().unwrap();
            let source =
                sources.iter().find(|it| id == format!("source-{}", it["key"].as_str().unwrap())).unwrap();
            assert_eq!(address(&entry.title), source["url"].as_str(), "{}", case.id());
            let class = source["class"].as_str().unwrap();
            assert!(entry.meta.plain().contains(class), "{}: {class}", case.id());
            others |= class != SourceClass::Official.ja();
            assert!(!(others && class == SourceClass::Official.ja()), "{}: public bodies first", case.id());
        }
        for row in facts(parts, "who").iter().chain(facts(parts, "how")) {
            for piece in row.value.iter() {
                let Inline::Evidence(link) = piece else { continue };
                let Target::Internal(to) = &link.to else { panic!("{link:?}") };
                let place = listed.iter().position(|it| it.id.as_deref() == Some(&to.card)).unwrap();
                assert_eq!(link.text, format!("出典{}", place + 1), "{}", case.id());
            }
        }
    });
}

#[test]
fn a_case_says_how_far_its_values_are_led_back() {
    each(|_, case, stated, parts| {
        let said = section(parts, "sources").lead.plain();
        let several = stated["sources"].as_array().unwrap().len() > 1;
        let recorded = !stated["evidence"].as_object().unwrap().is_empty();
        assert_eq!(said.contains("値の横の「出典1」"), several && recorded, "{}: {said}", case.id());
        assert_eq!(said.contains("記録はありません"), several && !recorded, "{}: {said}", case.id());
    });
}

fn one_source(link: Option<Link>, archived: Option<&str>) -> CaseDetail {
    let Published { snapshot, details, .. } = published();
    let mut detail = details[0].clone();
    assert_eq!(detail.id, *snapshot.cases.row(0).id());
    let source =
        Source { link, archived_url: archived.and_then(|it| it.parse().ok()), ..detail.sources[0].clone() };
    let Source { title, url, published, class, link, archived_url, .. } = source.clone();
    let kind = joint_procurement_core::domain::DocumentKind::Guide;
    detail.documents = vec![Document { kind, title, url, published, class, link, archived_url }];
    detail.evidence = vec![Evidence { field: None, sources: Vec::new() }];
    detail.sources = vec![source];
    detail
}

#[test]
fn of_a_page_that_is_gone_the_archived_copy_comes_first() {
    let snapshot = published().snapshot;
    let seen_on: Date = "2026-11-28".parse().unwrap();
    let archived = "https://web.archive.org/web/2024/https://example.jp/";
    for (state, leads_to_archive, said) in [
        (LinkState::Gone, true, "2026年11月28日には、もとのページがありませんでした"),
        (LinkState::Ok, false, "2026年11月28日に閲覧できました"),
        (LinkState::Rehosted, false, "別のアドレスに移っていました"),
    ] {
        let detail = one_source(Some(Link { state: Some(state), seen_on }), Some(archived));
        let parts = parts(&snapshot, snapshot.cases.row(0), Some(std::slice::from_ref(&detail)), None);
        let own = detail.sources[0].url.as_ref().map(|it| it.as_str());
        for id in ["sources", "documents"] {
            let [entry] = references(&parts, id) else { panic!("one page of {id}") };
            let expected = if leads_to_archive { Some(archived) } else { own };
            assert_eq!(address(&entry.title), expected, "{state:?}");
            assert!(entry.meta.plain().contains(said), "{}", entry.meta.plain());
            assert_eq!(entry.meta.plain().contains("保存されたページ"), !leads_to_archive, "beside the page");
        }
    }
    let unknown = one_source(Some(Link { state: Some(LinkState::Unknown), seen_on }), None);
    let parts = parts(&snapshot, snapshot.cases.row(0), Some(std::slice::from_ref(&unknown)), None);
    assert!(!references(&parts, "sources")[0].meta.plain().contains("2026年11月28日"), "nothing is known");
}

#[test]
fn amounts_take_their_sources_along() {
    let snapshot = published().snapshot;
    let with_sources: Vec<_> =
        snapshot.cases.iter().filter(|case| !case.cost_sources().is_empty()).take(3).collect();
    assert_eq!(with_sources.len(), 3, "the examples show nothing");
    let table = csv(&compared(&snapshot, &with_sources));
    let row = table.rows.iter().find(|row| row[1] == "金額の出典").unwrap();
    for (case, cell) in with_sources.iter().zip(&row[2..]) {
        for source in case.cost_sources() {
            assert!(cell.contains(source.as_str()), "{}: {cell}", case.id());
        }
    }
}

#[test]
fn amounts_name_the_sources_that_the_table_names() {
    let mut found = 0;
    each(|_, case, stated, _| {
        let amounts = ["initial_cost_yen", "annual_cost_yen", "contract_total_yen"];
        let known = amounts.into_iter().filter(|field| !stated[*field].is_null());
        let ids: Vec<String> = known.flat_map(|field| stated_keys(stated, field)).collect();
        let named = stated["sources"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|source| ids.contains(&format!("source-{}", source["key"].as_str().unwrap())));
        let mut expected: Vec<&str> = named.map(|source| source["url"].as_str().unwrap()).collect();
        expected.sort_unstable();
        let sources = case.cost_sources();
        let mut urls: Vec<&str> = sources.iter().map(|it| it.as_str()).collect();
        urls.sort_unstable();
        assert_eq!(urls, expected, "{}", case.id());
        found += urls.len();
    });
    assert!(found > 10, "the examples show nothing");
}
