//! The parts of a case page beyond its facts: similar cases with their reasons, and a letter to the lead.

use joint_procurement::content::{Block, CopyText, OfCase};
use joint_procurement_core::domain::{CaseDetail, CaseRef, DocumentKind, Field, Snapshot, Term};
use joint_procurement_core::query::{Near, TownSize};
use joint_procurement_core::routes::Route;
use joint_procurement_core::stats::alike;
use joint_procurement_testing::{Published, published};

use crate::content_links::check_links;

fn parts(published: &Published, case: CaseRef<'_>, near: Option<Near>) -> Vec<Block> {
    let Published { snapshot, municipalities, details } = published;
    let part = OfCase { row: case.row(), near };
    part.blocks(snapshot, Some(detail(details, case)), Some(municipalities))
}

fn detail<'a>(details: &'a [CaseDetail], case: CaseRef<'_>) -> &'a CaseDetail {
    details.iter().find(|it| it.id == *case.id()).unwrap()
}

fn letter(parts: &[Block]) -> Option<&CopyText> {
    parts.iter().find_map(|part| match part {
        Block::Disclosure { blocks, .. } => blocks.iter().find_map(|block| match block {
            Block::CopyText(text) => Some(text),
            _ => None,
        }),
        _ => None,
    })
}

#[test]
fn the_letter_asks_for_what_is_missing_and_for_nothing_that_is_known() {
    let published = published();
    let mut asked = 0;
    for case in published.snapshot.cases.iter() {
        let parts = parts(&published, case, None);
        let lines: Vec<String> = letter(&parts).map_or(Vec::new(), |it| {
            it.text.lines().filter_map(|line| Some(line.strip_prefix('・')?.to_owned())).collect()
        });
        let asks = |name: &str| lines.iter().any(|line| line.starts_with(name));
        let id = case.id();
        assert_eq!(asks(Field::InitialCost.ja()), !case.initial_cost().is_known(), "{id}");
        assert_eq!(asks(Field::AnnualCost.ja()), !case.annual_cost().is_known(), "{id}");
        assert_eq!(asks(Field::ContractTotal.ja()), !case.contract_total().is_known(), "{id}");
        let detail = detail(&published.details, case);
        let has = |kind| detail.documents.iter().any(|it| it.kind == kind);
        if has(DocumentKind::Specification) {
            assert!(!asks("仕様書"), "{id}");
        }
        let knows_sharing = detail.cost_sharing.is_some() || has(DocumentKind::CostSharing);
        assert_eq!(asks(Field::CostSharing.ja()), !knows_sharing, "{id}");
        asked += usize::from(!lines.is_empty());
        if let Some(letter) = letter(&parts) {
            assert!(
                letter.text.contains(case.title()) && letter.text.contains(case.lead_organization()),
                "{id}"
            );
        }
    }
    assert!(asked > 0);
}

#[test]
fn the_letter_names_the_municipality_that_was_chosen() {
    let published = published();
    let case = published.snapshot.cases.row(0);
    let own = published.municipalities.iter().next().unwrap();
    let text = |near| letter(&parts(&published, case, near)).unwrap().text.clone();
    assert!(text(Some(Near::Municipality(own.code))).contains(own.name));
    assert!(text(TownSize::new(Some(8_000), None).map(Near::Size)).contains("人口8,000人"));
    assert!(text(None).contains("（団体名）"));
}

#[test]
fn similar_cases_are_listed_with_the_reason_for_each() {
    let published = published();
    let snapshot: &Snapshot = &published.snapshot;
    let mut seen = 0;
    for case in snapshot.cases.iter() {
        let expected = alike(snapshot, case, 5);
        let all = parts(&published, case, None);
        let section = all.iter().find_map(|part| match part {
            Block::Section(section) if section.id == "similar" => Some(section),
            _ => None,
        });
        assert_eq!(section.is_some(), !expected.is_empty(), "{}", case.id());
        let Some(section) = section else { continue };
        let Some(Block::Links(links)) = section.blocks.first() else { panic!("{:?}", section.blocks) };
        assert_eq!(links.len(), expected.len());
        for ((link, reason), it) in links.iter().zip(&expected) {
            let other = snapshot.cases.row(it.row);
            assert_eq!(link.to, Route::Case(other.id().clone()).into());
            assert_eq!(reason.plain().contains("同じシステム種別"), it.same_system);
            assert_eq!(reason.plain().contains("比べられません"), it.factor.is_none());
        }
        seen += 1;
    }
    assert!(seen > 0);
}

#[test]
fn the_links_of_every_case_page_lead_somewhere() {
    let published = published();
    for case in published.snapshot.cases.iter() {
        let blocks = parts(&published, case, None);
        let content = joint_procurement::content::Content { blocks, ..Default::default() };
        check_links(&published.snapshot, &content);
    }
}
