//! The letter to the lead of a case.

use joint_procurement::content::{Block, CopyText, OfCase};
use joint_procurement_core::domain::{CaseDetail, CaseRef, DocumentKind, Field, Term};
use joint_procurement_core::query::{Near, TownSize};
use joint_procurement_testing::{Published, published};

pub fn parts(published: &Published, case: CaseRef<'_>, near: Option<Near>) -> Vec<Block> {
    let Published { snapshot, municipalities, details, .. } = published;
    let part = OfCase { row: case.row(), near };
    part.blocks(snapshot, Some(detail(details, case)), Some(municipalities))
}

fn detail<'a>(details: &'a [CaseDetail], case: CaseRef<'_>) -> &'a CaseDetail {
    details.iter().find(|it| it.id == *case.id()).unwrap()
}

fn letter(parts: &[Block]) -> Option<&CopyText> {
    parts.iter().find_map(|part| match part {
        Block::Disclosure { blocks, .. } => blocks.iter().find_map(|block| match block {
            Block::CopyText(text) if text.label == "問い合わせ文をコピー" => Some(text),
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
